BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    $one = Start-TestProcess
    $other = Start-TestProcess 'echo 1000 > /proc/self/oom_score_adj'
}

AfterAll {
    Stop-TestProcess $one
    Stop-TestProcess $other
}

Describe 'Get-ProcOom' {
    It 'ranks all processes by the score that the kernel gives them' {
        $found = Get-ProcOom
        $found | Should -BeOfType ([ProcFs.OomCandidate])
        # An array has a Rank of its own.
        $found | ForEach-Object Rank | Should -Be (1..$found.Count)
        $takable = @($found | Where-Object { -not $_.IsExempt })
        $takable.Score | Should -Be ($takable.Score | Sort-Object -Descending)
        $found[0..($takable.Count - 1)].ProcessId | Should -Be $takable.ProcessId
        $found.ProcessId | Should -Contain $one.Id
    }

    It 'has the counters of the kernel' -Tag 'needs all of /proc' {
        $found = Get-ProcOom $other.Id
        $status = Get-ProcStatus $other.Id
        $found.ProcessName | Should -BeExactly 'bash'
        $found.StartTime | Should -Be $status.StartTime
        $found.User | Should -BeExactly $status.User
        $found.Score | Should -Be ([int](Get-Content "/proc/$($other.Id)/oom_score"))
        $found.Adjustment | Should -Be 1000
        $found.Resident | Should -Be $status.VmRss
        $found.Swap | Should -Be $status.VmSwap
        $found.PageTables | Should -Be $status.VmPte
        $found.Memory | Should -Be ($status.VmRss + $status.VmSwap + $status.VmPte)
        $found.Badness | Should -BeGreaterThan $found.Memory
        $found.IsExempt | Should -BeFalse
        $found.Exemption | Should -BeNullOrEmpty
    }

    It 'puts the one first that was raised, each at its place among all' {
        $found = Get-ProcOom $one.Id, $other.Id
        $found.ProcessId | Should -Be $other.Id, $one.Id
        $all = Get-ProcOom
        foreach ($row in $found) {
            [math]::Abs($row.Rank - ($all | Where-Object ProcessId -EQ $row.ProcessId).Rank) | Should -BeLessThan 20
        }
        $found[1].Rank | Should -BeGreaterThan $found[0].Rank
        $found[1].Rank | Should -BeGreaterThan 2
    }

    It 'ranks the pipeline input as a whole, each process once' {
        $found = Get-ProcFd $one.Id, $other.Id | Get-ProcOom
        $found.ProcessId | Should -Be $other.Id, $one.Id
        @() | Get-ProcOom | Should -BeNullOrEmpty
    }

    It 'takes names, with wildcards' {
        (Get-ProcOom -Name bas*).ProcessId | Should -Contain $one.Id
        Get-ProcOom -Name no-such* | Should -BeNullOrEmpty
    }

    It 'reports that a kernel thread is exempt' {
        $thread = Get-ProcProcess | Where-Object IsKernelThread | Select-Object -First 1
        if (-not $thread) { Set-ItResult -Skipped -Because 'no kernel thread can be seen from here' }
        $found = Get-ProcOom $thread.ProcessId
        $found.Exemption | Should -Be 'KernelThread'
        $found.IsExempt | Should -BeTrue
        $found.Memory | Should -BeNullOrEmpty
    }

    It 'reports missing processes, and ranks the others' -Tag 'needs a /proc without hidepid' {
        $found = Get-ProcOom 2147483646, $one.Id -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.ProcessId | Should -Be $one.Id
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Get-ProcOom -Name no-such-process -ErrorAction SilentlyContinue -ErrorVariable failed
        "$failed" | Should -BeExactly 'No process is named "no-such-process".'
    }

    It 'reads a capture, and reports its malformed lines' {
        $capture = New-Capture "$TestDrive/capture"
        foreach ($process in @{ Id = 4242; Score = 700 }, @{ Id = 4243; Score = 800 }, @{ Id = 4244; Score = 'many' }) {
            Add-CapturedProcess $capture $process.Id one
            Set-Content "$capture/$($process.Id)/oom_score" $process.Score
            Set-Content "$capture/$($process.Id)/oom_score_adj" 0
        }

        $found = Get-ProcOom -Root $capture -WarningAction SilentlyContinue -WarningVariable warned
        $found.ProcessId | Should -Be 4243, 4242, 4244
        $found[2].Score | Should -BeNullOrEmpty
        $found[2].Unavailable['Score'] | Should -Be Malformed
        @($warned) | Should -HaveCount 1
    }

    It 'shows a table of 120 columns' {
        $lines = (Get-ProcOom | Out-String -Width 120).TrimEnd() -split "`n"
        $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
        $lines[0..2] -match 'Rank\s+ProcessId\s+ProcessName\s+Score\s+Adj\s+Memory\s+Resident\s+Swap\s+Tables\s+User\s+Exempt' | Should -HaveCount 1
    }
}
