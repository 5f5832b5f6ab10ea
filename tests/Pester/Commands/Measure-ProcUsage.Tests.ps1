BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs

    # A shell that does the same all over again, for as long as the process lives that started it.
    function Start-Loop([string] $Script) {
        $start = [Diagnostics.ProcessStartInfo]::new('bash')
        foreach ($argument in '--norc', '-c', "echo ready; while kill -0 `$PPID; do $Script; done 2> /dev/null") { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        $null = $process.StandardOutput.ReadLine()
        $process
    }

    function Stop-Loop([Diagnostics.Process] $Process) {
        if ($Process) {
            $Process.Kill()
            $Process.WaitForExit()
            $Process.Dispose()
        }
    }

    $idle = Start-TestProcess
    $busy = Start-Loop 'for ((i = 0; i < 10000; i++)); do :; done'
}

AfterAll {
    Stop-Loop $busy
    Stop-TestProcess $idle
}

Describe 'Measure-ProcUsage' {
    It 'distinguishes a spinning process from a waiting one' {
        $usage = Measure-ProcUsage -Id $busy.Id, $idle.Id
        $usage.ProcessId | Should -Be $busy.Id, $idle.Id
        $usage[0].CpuPercent | Should -BeGreaterThan 0.5
        $usage[0].CpuPercent | Should -BeLessThan 150
        $usage[0].UserPercent + $usage[0].SystemPercent | Should -BeGreaterThan ($usage[0].CpuPercent - 0.01)
        $usage[0].UserPercent + $usage[0].SystemPercent | Should -BeLessThan ($usage[0].CpuPercent + 0.01)
        $usage[1].CpuPercent | Should -Be 0
        $usage[1].VoluntarySwitchesPerSecond | Should -Be 0
        $usage[0].ProcessName | Should -Be bash
        $usage[0].StartTime | Should -Be (Get-ProcStat $busy.Id).StartTime
        $usage[0].Threads | Should -Be 1
        $usage[0].ThreadId | Should -BeNullOrEmpty
        $usage[0].ResidentSize | Should -BeGreaterThan 100KB
    }

    It 'accounts for the whole time of a process that never sleeps' {
        $usage = Measure-ProcUsage $busy.Id
        if ($null -eq $usage.WaitPercent) { Set-ItResult -Skipped -Because 'this kernel keeps no account of the wait for a CPU' }
        $usage.CpuPercent + $usage.WaitPercent | Should -BeGreaterThan 60
        $usage.CpuPercent + $usage.WaitPercent | Should -BeLessThan 140
    }

    It 'counts written bytes' {
        $file = Join-Path $TestDrive written
        $writer = Start-Loop "printf %1000000s x > '$file'"
        try {
            $usage = Measure-ProcUsage $writer.Id
            if ((Get-ProcIO $writer.Id).WriteBytes -eq 0) { Set-ItResult -Skipped -Because 'what is written here goes to memory, not to storage' }
            $usage.BytesWrittenPerSecond | Should -BeGreaterThan 10000
            $usage.SystemPercent + $usage.UserPercent | Should -BeGreaterThan 0
        }
        finally { Stop-Loop $writer }
    }

    It 'measures each thread beside its process' {
        $usage = Measure-ProcUsage $PID -IncludeThread -Interval 0.3
        $usage[0].ThreadId | Should -BeNullOrEmpty
        $usage[0].Threads | Should -BeGreaterThan 1
        $threads = @($usage | Select-Object -Skip 1)
        $threads.Count | Should -BeGreaterThan 1
        $threads.ThreadId | Should -Contain $PID
        $threads | Where-Object { $_.ProcessId -ne $PID -or -not $_.ThreadName -or $null -ne $_.ResidentSize } | Should -BeNullOrEmpty
        # The switches of the process are those of all its threads, which began and ended nearly together.
        $sum = ($threads | Measure-Object VoluntarySwitchesPerSecond -Sum).Sum
        $usage[0].VoluntarySwitchesPerSecond | Should -BeGreaterOrEqual ($sum * 0.5)
    }

    It 'measures round after round' {
        $usage = Measure-ProcUsage -Id $busy.Id, $idle.Id -Interval 0.1 -Count 3
        $usage.ProcessId | Should -Be $busy.Id, $idle.Id, $busy.Id, $idle.Id, $busy.Id, $idle.Id
        @($usage.Time | Select-Object -Unique) | Should -HaveCount 3
        $usage.Interval | Where-Object { $_ -lt [timespan]'00:00:00.05' } | Should -BeNullOrEmpty
    }

    It 'gives a round before it waits for the next' {
        Measure-ProcUsage $idle.Id -Interval 0.1 -Count 0 | Select-Object -First 2 | Should -HaveCount 2
    }

    It 'accepts names with wildcards, and measures pipeline input together' {
        (Measure-ProcUsage -Name bas* -Interval 0.1).ProcessId | Should -Contain $idle.Id
        $usage = Get-Process -Id $busy.Id, $idle.Id | Measure-ProcUsage -Interval 0.2
        @($usage.ProcessId | Sort-Object) | Should -Be @($busy.Id, $idle.Id | Sort-Object)
        @($usage.Time | Select-Object -Unique) | Should -HaveCount 1
    }

    It 'measures nothing if the pipeline is empty' {
        @() | Measure-ProcUsage -Interval 0.05 | Should -BeNullOrEmpty
    }

    It 'measures all without parameters' {
        $ids = (Measure-ProcUsage -All -Interval 0.1 -WarningAction SilentlyContinue).ProcessId
        $ids | Should -Contain $idle.Id
        $ids | Should -Contain $PID
    }

    It 'leaves the idle out of all, the busiest first' {
        $usage = @(Measure-ProcUsage -Interval 0.3 -WarningAction SilentlyContinue)
        $usage.ProcessId | Should -Contain $busy.Id
        $usage.ProcessId | Should -Not -Contain $idle.Id
        $usage.CpuPercent | Should -Be @($usage.CpuPercent | Sort-Object -Descending)
        @(Measure-ProcUsage -Interval 0.1 -Top 2 -All -WarningAction SilentlyContinue) | Should -HaveCount 2
        $largest = @(Measure-ProcUsage -Interval 0.1 -SortBy ResidentSize -Top 3 -All -WarningAction SilentlyContinue)
        $largest.ResidentSize | Should -Be @($largest.ResidentSize | Sort-Object -Descending)
        (Measure-ProcUsage $idle.Id -Interval 0.1).ProcessId | Should -Be $idle.Id
    }

    It 'reports that a named process ended, and ends with it' {
        $short = Start-TestProcess
        $usage = Measure-ProcUsage $short.Id -Interval 0.05 -Count 0 -ErrorVariable failed -ErrorAction SilentlyContinue | ForEach-Object {
            $_
            if (-not $short.HasExited) {
                $short.StandardInput.Close()
                $short.WaitForExit()
            }
        }
        @($usage) | Should -HaveCount 1
        $failed | Should -HaveCount 1
        "$failed" | Should -BeExactly "No process has the id $($short.Id)."
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'reports a missing process, and measures the others' {
        $usage = Measure-ProcUsage -Id ([int]::MaxValue), $idle.Id -Interval 0.05 -ErrorVariable failed -ErrorAction SilentlyContinue
        $usage.ProcessId | Should -Be $idle.Id
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Measure-ProcUsage -Name no-such-process -Interval 3600 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'takes an interval in seconds or as a time span' -ForEach 0.05, '0.05', '00:00:00.05', ([timespan]::FromMilliseconds(50)) {
        (Measure-ProcUsage $idle.Id -Interval $_).Interval.TotalSeconds | Should -BeLessThan 30
    }

    It 'refuses the interval <_>' -ForEach 0, -1, 'soon', 1e12, '30.00:00:00' {
        { Measure-ProcUsage $idle.Id -Interval $_ -ErrorAction Stop } | Should -Throw
    }

    It 'ends when it is stopped' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($module) Import-Module $module; Measure-ProcUsage -Interval 3600').AddArgument((Get-Module ProcFs).Path)
        $running = $shell.BeginInvoke()
        while ($shell.InvocationStateInfo.State -ne 'Running') { Start-Sleep -Milliseconds 20 }
        Start-Sleep -Milliseconds 300
        $shell.Stop()
        $running.IsCompleted | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be Stopped
        $shell.Dispose()
    }
}

Describe 'The view of Measure-ProcUsage' {
    It 'fits 120 columns, under the time of the round' {
        $usage = Measure-ProcUsage -Id $busy.Id, $idle.Id -Interval 0.05 -Count 2
        $lines = @(($usage | Out-String -Width 120) -split "`n")
        $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
        $lines -match '^    \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d\d   load ' | Should -HaveCount 2
        $lines -match '^ProcessId ProcessName +CPU% +User% +Sys% +Wait% ' | Should -HaveCount 2
        $lines -match "^ +$($busy.Id) bash +\d+\.\d" | Should -HaveCount 2
    }

    It 'has a column for requested threads' {
        $lines = @((Measure-ProcUsage $PID -IncludeThread -Interval 0.05 | Out-String -Width 120) -split "`n")
        $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
        $lines -match '^ProcessId ThreadId Name ' | Should -HaveCount 1
        $lines -match "^ +$PID +$PID " | Should -HaveCount 1
        $lines -match "^ +$PID {10,}\S" | Should -HaveCount 1
    }

    It 'lists every property' {
        $usage = Measure-ProcUsage $idle.Id -Interval 0.05
        $labels = ($usage | Format-List | Out-String -Width 120) -split "`n" | ForEach-Object { if ($_ -match '^(\w+)\s*:') { $Matches[1] } }
        ($usage.PSObject.Properties | Where-Object MemberType -EQ Property).Name | Where-Object { $_ -notin $labels -and $_ -ne 'Unavailable' } | Should -BeNullOrEmpty
    }
}
