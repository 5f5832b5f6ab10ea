BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs

}

Describe 'Watch-ProcProcess' {
    It 'reports a child of this process from start to end' {
        $null = Start-ThreadJob { Start-Sleep 1; sh -c 'sleep 0.5; exit 3' }
        $rows = Watch-ProcProcess -Parent $PID -Interval 0.05 -Timeout 30 -Count 3 -WarningAction SilentlyContinue
        if (@($rows.Source)[0] -eq 'Connector') {
            $rows.Change | Should -Be Started, Executed, Ended
            $rows[2].ExitCode | Should -Be 3
        }
        $rows[0].Change | Should -Be Started
        $rows[0].ParentProcessId | Should -Be $PID
    }

    It 'polls if asked to, without a warning, and says so' {
        $process = Start-TestProcess
        try {
            $null = Start-ThreadJob { Start-Sleep 1; ($using:process).StandardInput.Close() }
            $said = Watch-ProcProcess -Id $process.Id -Polling -Interval 0.05 -Timeout 30 -Verbose -WarningVariable warned 4>&1
            $warned | Should -BeNullOrEmpty
            $said[0].Message | Should -BeLike '*polling /proc*'
            $said[-1].Change | Should -Be Ended
            $said[-1].Source | Should -Be Polling
            $said[-1].ProcessId | Should -Be $process.Id
        }
        finally { Stop-TestProcess $process }
    }

    It 'ends after the time, and after the number of changes' {
        (Measure-Command { Watch-ProcProcess -Name no-such-name -Timeout 0.3 -WarningAction SilentlyContinue | Should -BeNullOrEmpty }).TotalSeconds | Should -BeLessThan 10
        $started = Start-ThreadJob { Start-Sleep 1; 1..5 | ForEach-Object { sleep 0.2 } }
        @(Watch-ProcProcess -Parent $PID -Change Started -Interval 0.02 -Timeout 30 -Count 2 -WarningAction SilentlyContinue).Count | Should -Be 2
        $null = Wait-Job $started
    }

    It 'takes only the changes, users and names that were asked for' {
        $null = Start-ThreadJob { Start-Sleep 1; sleep 0.5; sh -c 'sleep 0.5; :' }
        $user = (Get-ProcProcess -Id $PID).User
        $rows = Watch-ProcProcess -Parent $PID -Name sle* -User $user -Change Ended -Interval 0.02 -Timeout 4 -WarningAction SilentlyContinue
        $rows.ProcessName | Should -Be sleep
        Watch-ProcProcess -Parent $PID -User no-such-user -Timeout 0.2 -WarningAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'shows the change, the user and how it ended' {
        $null = Start-ThreadJob { Start-Sleep 1; sh -c 'sleep 0.2; kill -9 $$' }
        $text = Watch-ProcProcess -Parent $PID -Change Ended -Interval 0.02 -Timeout 30 -Count 1 -WarningAction SilentlyContinue | Out-String -Width 120
        $text | Should -Match 'Time\s+ProcessId\s+Parent Change\s+Name\s+User\s+Exit Lifetime CommandLine'
        $text | Should -Match "$PID Ended\s+sh "
    }

    It 'cannot watch a capture' {
        $capture = New-Capture "$TestDrive/capture"
        Watch-ProcProcess -Root $capture -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported*'
    }

    It 'refuses <Name> <Value>' -TestCases @{ Name = 'Interval'; Value = 0 }, @{ Name = 'Timeout'; Value = 0 }, @{ Name = 'Timeout'; Value = -1 } {
        $arguments = @{ $Name = $Value }
        { Watch-ProcProcess @arguments } | Should -Throw "*not a valid $($Name.ToLowerInvariant())*"
    }

    It 'says that no process has the id' {
        Watch-ProcProcess -Id 2147483647 -ErrorAction SilentlyContinue -ErrorVariable failed -WarningAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound*'
    }

    It 'polls in a PID namespace, where the kernel reports nothing, with a warning' -Tag 'needs root' -Skip:(-not $isRoot) {
        $shared = "$TestDrive/shared"
        $null = New-Item -ItemType Directory $shared
        New-SharedModule $shared
        $seen = Invoke-Engine $shared @('unshare', '--pid', '--fork', '--mount-proc') @'
$null = Start-ThreadJob { Start-Sleep 1; sleep 3 }
$rows = Watch-ProcProcess -Parent $PID -Name sleep -Interval 0.05 -Timeout 20 -Count 1 -WarningVariable warned -WarningAction SilentlyContinue
@{ Source = "$($rows.Source)"; Name = $rows.ProcessName; Warning = "$warned" }
'@
        $seen.Source | Should -Be Polling
        $seen.Name | Should -Be sleep
        $seen.Warning | Should -BeLike '*initial namespaces*polled*'
    }
}
