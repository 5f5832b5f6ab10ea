BeforeDiscovery {
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Crowd.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $crowd = Start-Crowd ($isLong ? 10000 : 1000)
    $after = $isLong ? (1..20 | ForEach-Object { $_ * 0.037 }) : @(0.15, 0.3)
    $commands = @(
        'Get-ProcFd -Detailed', 'Get-ProcMap -Detailed', 'Get-ProcMemory', 'Get-ProcTree', 'Get-ProcOom', 'Get-ProcSocket', 'Get-KernelSymbol', 'Get-ProcEnvironment', 'Get-KernelLock'
        'Get-ChildItem Proc:/ -Recurse -Depth 2', 'Get-ChildItem Proc:/*/fd/*', 'Get-Content Proc:/*/smaps'
    ) | ForEach-Object { "while (1) { $_ 2>`$null 3>`$null | Out-Null }" }
    # As a person runs them, with rows on the screen; and those that wait.
    $commands += 'while (1) { Get-ProcMap }', 'while (1) { dir Proc:/*/fd }', 'Measure-ProcUsage -Interval 5 -Count 9', 'Measure-KernelUsage -Interval 5 -Count 9', "Watch-ProcFd $PID", 'Watch-ProcProcess', 'Watch-ProcProcess -Polling'
}

AfterAll { Stop-Crowd $crowd }

Describe 'Ctrl-C in a terminal' -Tag 'needs python3' -Skip:(-not $hasPython) {
    It 'brings the prompt back within 100 ms, whenever it is pressed' {
        @{
            program  = @(Get-Engine) + '-NoLogo', '-NoProfile', '-NoExit', '-Command', 'Remove-Module PSReadLine -ErrorAction Ignore; function prompt { "<<" + "ready>>" }'
            setup    = @("Import-Module '$((Get-Module ProcFs).Path)'; `$null = Get-ProcProcess; dir Proc:/self | Out-String | Out-Null")
            commands = $commands
            after    = $after
        } | ConvertTo-Json | Set-Content "$TestDrive/task.json"
        $found = python3 "$PSScriptRoot/../Setup/terminal.py" "$TestDrive/task.json" | ConvertFrom-Json
        $found | Should -HaveCount ($commands.Count * @($after).Count)
        $found | Where-Object { $_.early } | ForEach-Object { "$($_.command) ended by itself" } | Should -BeNullOrEmpty
        # A busy machine may delay one; what is slow by itself is slow each time.
        $slow = $found | Group-Object command | ForEach-Object {
            $late = @($_.Group | Where-Object milliseconds -GT 100)
            if ($late.Count -gt $_.Count / 2) { "$($_.Name): $($late.milliseconds -join ', ') ms" }
        }
        $slow | Should -BeNullOrEmpty
        $found | Where-Object { $_.milliseconds -lt 0 -or $_.milliseconds -gt 500 } | ForEach-Object { "$($_.command) after $($_.after) s: $($_.milliseconds) ms" } | Should -BeNullOrEmpty
    }
}
