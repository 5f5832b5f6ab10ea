BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
    $holder = Start-TestProcess
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'Get-ProcMemory' {
    It 'matches smaps_rollup, in bytes' {
        if (-not (Test-Path "/proc/$id/smaps_rollup")) { Set-ItResult -Skipped -Because 'this kernel lacks the file'; return }
        $memory = Get-ProcMemory $id
        $memory | Should -BeOfType ([ProcFs.ProcessMemory])
        $memory.ProcessId | Should -Be $id
        $memory.Name | Should -Be 'bash'
        $told = @{}
        Get-Content "/proc/$id/smaps_rollup" | Select-Object -Skip 1 | ForEach-Object { if ($_ -match '^(\w+): +(\d+) kB') { $told[$Matches[1]] = 1kb * [long]$Matches[2] } }
        foreach ($key in 'Rss', 'Shared_Clean', 'Private_Clean', 'Private_Dirty', 'Anonymous', 'Swap', 'Locked') {
            $memory.($key -replace '_') | Should -Be $told[$key] -Because $key
        }
        $memory.Uss | Should -Be ($told.Private_Clean + $told.Private_Dirty)
        $memory.Pss | Should -BeGreaterOrEqual $memory.Uss
        $memory.Pss | Should -BeLessOrEqual $memory.Rss
    }

    It 'has the start time of the process' {
        [Math]::Abs(((Get-ProcMemory $id).StartTime - $holder.StartTime).TotalSeconds) | Should -BeLessThan 2
    }

    It 'agrees with the sum of the mappings' {
        $memory = Get-ProcMemory $id
        $maps = Get-ProcMap $id -Detailed
        $memory.Rss | Should -Be ($maps | Measure-Object Rss -Sum).Sum
        $memory.Uss | Should -Be (($maps | Measure-Object PrivateClean -Sum).Sum + ($maps | Measure-Object PrivateDirty -Sum).Sum)
    }

    It 'leaves out processes without memory when all are read' {
        $all = Get-ProcMemory
        $all.ProcessId | Should -Contain $PID
        ($all | Where-Object { $null -eq $_.Rss }) | Should -BeNullOrEmpty
    }

    It 'reports that a kernel thread has none' {
        $thread = Get-ProcStatus -ErrorAction SilentlyContinue | Where-Object IsKernelThread | Select-Object -First 1
        if (-not $thread -or (id -u) -ne 0) { Set-ItResult -Skipped -Because 'no kernel thread can be seen and read'; return }
        Get-ProcMemory $thread.ProcessId -WarningAction SilentlyContinue -WarningVariable warned -ErrorVariable failed | Should -BeNullOrEmpty
        "$warned" | Should -BeLike '*is a kernel thread, which has none.'
        $failed | Should -BeNullOrEmpty
        Get-ProcMap $thread.ProcessId | Should -BeNullOrEmpty
        $threads = @(Get-ProcStatus | Where-Object IsKernelThread)
        if ($threads.Count -gt 1) {
            $threads | Get-ProcMemory -WarningAction SilentlyContinue -WarningVariable warned -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            @($warned) | Should -HaveCount 1
            @($failed | Where-Object { "$_" -like '*kernel thread*' }) | Should -BeNullOrEmpty
        }
    }

    It 'reports a missing process' -Tag 'needs a /proc without hidepid' {
        Get-ProcMemory -Name 'no such name' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$($failed[0])" | Should -BeExactly 'No process is named "no such name".'
    }

    It 'adds up the mappings of a capture that lacks the sum' {
        $capture = New-Capture "$TestDrive/capture"
        Add-CapturedProcess $capture 4242 'server'
        Set-Content "$capture/4242/smaps" "1000-5000 rw-p 00000000 00:00 0 `nRss: 8 kB`nPss: 4 kB`nPrivate_Clean: 0 kB`nPrivate_Dirty: 4 kB`n5000-6000 r--p 00000000 00:00 0 `nRss: 4 kB`nPss: 4 kB`nPrivate_Clean: 4 kB`nPrivate_Dirty: 0 kB"
        $memory = Get-ProcMemory 4242 -Root $capture
        $memory.Rss, $memory.Pss, $memory.Uss | Should -Be 12288, 8192, 8192
        $memory.Swap | Should -BeNullOrEmpty
    }
}
