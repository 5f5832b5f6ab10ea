BeforeDiscovery {
    # What reads every process. Without -Id, the cmdlets take all that there are.
    $cmdlets = @(
        'Get-ProcProcess', 'Get-ProcProcess -Detailed', 'Get-ProcStatus', 'Get-ProcStat', 'Get-ProcThread', 'Get-ProcTree', 'Get-ProcFd', 'Get-ProcFd -Detailed', 'Get-ProcFd -CountOnly'
        'Get-ProcMap', 'Get-ProcMemory', 'Get-ProcIO', 'Get-ProcLimit', 'Get-ProcEnvironment', 'Get-ProcNamespace', 'Get-ProcCgroup', 'Get-ProcMount', 'Get-ProcOom', 'Get-ProcWait'
        'Get-ProcSocket', 'Get-KernelLock', 'Measure-ProcUsage -All -Interval 0.02'
    )
    $paths = @(
        'Get-ChildItem Proc:/*/status', 'Get-Item Proc:/*/status', 'Get-Content Proc:/*/comm', 'Get-ItemProperty Proc:/*/stat'
        'Get-Item Proc:/*/task/*/comm', 'Get-ChildItem Proc:/*/fd/*', 'Get-ChildItem Proc:/', 'Get-ChildItem Proc:/ -Depth 1'
    )
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Crowd.ps1"
    Import-Module ProcFs
    Set-Location /
    $rounds = $isLong ? 1000 : 3
    $churn = Start-Churn
    $staying = Start-Crowd 100
    $children = (Get-Content "/proc/$($staying.Id)/task/$($staying.Id)/children").Trim() -split ' '
}

AfterAll {
    Stop-Crowd $staying
    $churn.StandardInput.WriteLine()
    Stop-Crowd $churn
    Set-Location $PSScriptRoot
}

Describe 'While processes are born and die' {
    It 'no error is met, and who stays is there: <_>' -ForEach $cmdlets {
        $script = [scriptblock]::Create($_)
        $ofAProcess = $_ -notin 'Get-ProcSocket', 'Get-KernelLock'
        foreach ($round in 1..$rounds) {
            $out = @(& $script 2>&1 3>$null)
            $errors = @($out).Where{ $_ -is [Management.Automation.ErrorRecord] }
            "$errors" | Should -BeNullOrEmpty
            if ($ofAProcess) {
                $ids = [Collections.Generic.HashSet[string]]::new([string[]]$out.ProcessId)
                @($children).Where{ -not $ids.Contains($_) } | Should -BeNullOrEmpty
            }
        }

        $churn.HasExited | Should -BeFalse
    }

    It 'a wildcard that leads through them meets no error: <_>' -ForEach $paths {
        $script = [scriptblock]::Create($_)
        foreach ($round in 1..$rounds) {
            $out = @(& $script 2>&1 3>$null)
            $errors = @($out).Where{ $_ -is [Management.Automation.ErrorRecord] }
            "$errors" | Should -BeNullOrEmpty
            $out.Count | Should -BeGreaterOrEqual 100
        }

        $churn.HasExited | Should -BeFalse
    }

    It 'the missing ones are excused no longer than the wildcard lasts' {
        $gone = Start-TestProcess
        $id = $gone.Id
        $null = Get-Content Proc:/*/comm
        Stop-TestProcess $gone
        Test-Path "Proc:/$id/comm" | Should -BeFalse
        Get-Content "Proc:/$id/comm" -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
    }
}
