BeforeDiscovery {
    # The calls of others are told to those who may trace them, on a kernel that was built to tell.
    $canSeeCalls = [IO.File]::Exists('/proc/self/syscall') -and $(
        $probe = Start-Process sleep 600 -PassThru
        try { [IO.File]::ReadAllText("/proc/$($probe.Id)/syscall").Length -gt 0 } catch { $false } finally { Stop-Process -Id $probe.Id }
    ) -and [Runtime.InteropServices.RuntimeInformation]::OSArchitecture -in 'X64', 'Arm64'
    $canSeeStacks = $canSeeCalls -and $(try { [IO.File]::ReadAllText('/proc/self/stack').Length -gt 0 } catch { $false })
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $reader = Start-TestProcess
    $sleeper = Start-Process sleep 600 -PassThru

    # What the process waits for, once it sleeps in the call it was started for.
    function Get-Settled([int] $Id, [string] $Call) {
        for ($i = 0; $i -lt 3000; $i++) {
            $wait = Get-ProcWait $Id
            if (-not $wait.IsRunning -and (-not $Call -or $wait.SystemCall -match $Call)) { return $wait }
            Start-Sleep -Milliseconds 10
        }
        throw "Process $Id does not wait in $Call."
    }
}

AfterAll {
    Stop-Process -Id $sleeper.Id
    Stop-TestProcess $reader
}

Describe 'Get-ProcWait' {
    It 'reports the call, and the pipe from which a process reads' -Tag 'needs a kernel that tells the calls of a process' -Skip:(-not $canSeeCalls) {
        $wait = Get-Settled $reader.Id 'read|recv'
        $wait.State | Should -Be Sleeping
        $wait.Descriptor | Should -Be 0
        $wait.Target | Should -BeExactly (Get-ProcFd $reader.Id -Number 0).Target
        $wait.Arguments[0] | Should -Be 0
        $wait.Arguments.Count | Should -BeGreaterOrEqual 3
        $wait.StackPointer | Should -BeGreaterThan 0
        $wait.InstructionPointer | Should -BeGreaterThan 0
    }

    It 'reports a timed sleep' -Tag 'needs a kernel that tells the calls of a process' -Skip:(-not $canSeeCalls) {
        $wait = Get-Settled $sleeper.Id sleep
        $wait.SystemCall | Should -BeIn clock_nanosleep, nanosleep
        $wait.Descriptor | Should -BeNullOrEmpty
        $wait.ThreadName | Should -BeExactly sleep
        $wait.ThreadId | Should -Be $sleeper.Id
        $wait.StartTime | Should -Be (Get-ProcStat $sleeper.Id).StartTime
    }

    It 'has the wait channel that the file has' {
        $wait = Get-Settled $sleeper.Id
        $channel = [IO.File]::ReadAllText("/proc/$($sleeper.Id)/wchan")
        "$($wait.WaitChannel)" | Should -BeExactly ($channel -eq '0' ? '' : $channel)
    }

    It 'has the stack in the kernel, for root' -Tag 'needs root and a kernel that tells stacks' -Skip:(-not $canSeeStacks) {
        $wait = Get-Settled $sleeper.Id sleep
        $lines = [IO.File]::ReadAllLines("/proc/$($sleeper.Id)/stack")
        $wait.Stack.Count | Should -Be $lines.Count
        "$($wait.Stack)" | Should -Match 'nanosleep'
        "$($wait.Stack[0])" | Should -BeExactly ($lines[0] -replace '^\[<\w+>\] ')
    }

    It 'has null for the stack if only root can see it' {
        if ([bool]$(try { [IO.File]::ReadAllText("/proc/$($sleeper.Id)/stack") } catch { '' })) { Set-ItResult -Skipped -Because 'this user may see it' }
        $null -eq (Get-ProcWait $sleeper.Id).Stack | Should -BeTrue
    }

    It 'recognizes a running process' {
        $busy = Start-TestProcess '(while kill -0 $$; do :; done) > /dev/null 2>&1 &'
        try {
            $loop = (Get-ProcTree $busy.Id).ProcessId | Where-Object { $_ -ne $busy.Id } | Select-Object -First 1
            # It makes a call for each turn, so that one look may find it there.
            $seen = 1..50 | ForEach-Object { Get-ProcWait $loop } | Where-Object IsRunning
            $seen | Should -Not -BeNullOrEmpty
            $seen[0].State | Should -Be Running
            $seen[0].SystemCall | Should -BeNullOrEmpty
            $seen[0].WaitChannel | Should -BeNullOrEmpty
        }
        finally { Stop-TestProcess $busy }
    }

    It 'gives a row for each thread' {
        $rows = Get-ProcWait $PID
        $rows.Count | Should -BeGreaterThan 1
        $rows.ThreadId | Should -Contain $PID
        ($rows | Where-Object ProcessId -NE $PID) | Should -BeNullOrEmpty
        @($rows.ThreadId | Select-Object -Unique).Count | Should -Be $rows.Count
        $rows | Where-Object { -not $_.ThreadName } | Should -BeNullOrEmpty
    }

    It 'gives single threads, also down the pipeline' {
        $ids = (Get-ProcThread $PID | Select-Object -First 2).ThreadId
        (Get-ProcWait $PID -ThreadId $ids).ThreadId | Should -Be $ids
        (Get-ProcWait -ThreadId $ids[1]).ThreadId | Should -Be $ids[1]
        (Get-ProcThread $PID | Select-Object -First 2 | Get-ProcWait).ThreadId | Should -Be $ids
        (Measure-ProcUsage $sleeper.Id -Interval 0.05 | Get-ProcWait).ThreadId | Should -Be $sleeper.Id
    }

    It 'reports a missing process or thread' {
        Get-ProcWait ([int]::MaxValue) -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Get-ProcWait $sleeper.Id -ThreadId 1 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$failed" | Should -BeExactly "Process $($sleeper.Id) (sleep) has no thread 1."
        Get-ProcWait -ThreadId ([int]::MaxValue) -ErrorVariable failed -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$failed" | Should -BeExactly "No process has a thread $([int]::MaxValue)."
    }

    It 'takes names, and all without parameters' {
        (Get-ProcWait -Name slee*).ProcessId | Should -Contain $sleeper.Id
        $ids = (Get-ProcWait -WarningAction SilentlyContinue).ProcessId
        $ids | Should -Contain $sleeper.Id
        $ids | Should -Contain $PID
    }

    It 'reads a capture' {
        $null = New-Item -ItemType Directory TestDrive:/proc/5/task/5/fd, TestDrive:/proc/sys/kernel
        $root = (Get-Item $TestDrive/proc).FullName
        Set-Content "$root/sys/kernel/arch" x86_64
        foreach ($folder in "$root/5", "$root/5/task/5") {
            Set-Content "$folder/stat" '5 (worker) D 1 5 5 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 500 8192000 300 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 0 17 3 0 0 0 0 0'
        }
        Set-Content "$root/5/task/5/syscall" '74 0x9 0x2 0x3 0x4 0x5 0x6 0x7fffe29cd638 0x7f5404950dd0'
        Set-Content "$root/5/task/5/wchan" jbd2_log_wait_commit -NoNewline
        Set-Content "$root/5/task/5/stack" '[<0>] jbd2_log_wait_commit+0x10/0x20 [jbd2]'
        $null = [IO.File]::CreateSymbolicLink("$root/5/task/5/fd/9", "/data/a`e[31m")
        $wait = Get-ProcWait 5 -Root $root
        $wait.State, $wait.WaitChannel, $wait.SystemCall, $wait.Target | Should -Be DiskSleep, jbd2_log_wait_commit, fsync, "/data/a`e[31m"
        $lines = ($wait | Out-String -Width 120) -split "`n"
        $lines -match '^ +5 +5 worker +DiskSleep +jbd2_log_wait_commit +fsync\(9</data/a\\x1b\[31m>\)$' | Should -HaveCount 1
        $list = ($wait | Format-List | Out-String -Width 120) -split "`n"
        $list -match '^Stack +: jbd2_log_wait_commit\+0x10/0x20 \[jbd2\]$' | Should -HaveCount 1
        $list -match '^Arguments +: 0x9$' | Should -HaveCount 1
    }
}

Describe 'The view of Get-ProcWait' {
    It 'fits 120 columns' {
        $lines = @((Get-ProcWait $PID | Out-String -Width 120) -split "`n")
        $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
        $lines -match '^ProcessId ThreadId Name +State +WaitChannel +SystemCall' | Should -HaveCount 1
    }

    It 'lists every property' {
        $wait = Get-ProcWait $sleeper.Id
        $labels = ($wait | Format-List | Out-String -Width 120) -split "`n" | ForEach-Object { if ($_ -match '^(\w+)\s*:') { $Matches[1] } }
        ($wait.PSObject.Properties | Where-Object MemberType -EQ Property).Name | Where-Object { $_ -notin $labels -and $_ -ne 'Unavailable' } | Should -BeNullOrEmpty
    }

    It 'works for deserialized objects' {
        $wait = Get-Settled $sleeper.Id
        $wait | Export-Clixml "$TestDrive/wait.xml"
        $back = Import-Clixml "$TestDrive/wait.xml"
        ($back | Out-String -Width 120) | Should -BeExactly ($wait | Out-String -Width 120)
        ($back | Format-List | Out-String -Width 120) | Should -BeExactly ($wait | Format-List | Out-String -Width 120)
    }
}
