BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    Set-Location /

    # Some 200 processes a second are born and die, beside a hundred that stay. What they print tells that they do.
    $start = [Diagnostics.ProcessStartInfo]::new('bash')
    '--norc', '-c', 'while ! read -r -t 0.02 _; do for i in 1 2 3 4 5 6 7 8; do /bin/true & done; wait; echo 8; done' | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $churn = [Diagnostics.Process]::Start($start)
    $null = $churn.StandardOutput.ReadLine()
    $drained = $churn.StandardOutput.ReadToEndAsync()
    $staying = 1..100 | ForEach-Object { Start-TestProcess }
}

AfterAll {
    $staying | ForEach-Object { Stop-TestProcess $_ }
    $churn.StandardInput.WriteLine()
    $churn.StandardInput.Close()
    $churn.WaitForExit()
    $churn.Dispose()
    Set-Location $PSScriptRoot
}

Describe 'A wildcard that leads through processes, while processes are born and die' {
    It 'meets no error: <_>' -ForEach @(
        'Get-ChildItem Proc:/*/status', 'Get-Item Proc:/*/status', 'Get-Content Proc:/*/comm', 'Get-ItemProperty Proc:/*/stat'
        'Get-Item Proc:/*/task/*/comm', 'Get-ChildItem Proc:/*/fd/*', 'Get-ChildItem Proc:/ -Depth 1'
    ) {
        $script = [scriptblock]::Create($_)
        $found = 0
        foreach ($round in 1..4) {
            $out = @(& $script 2>&1)
            $out | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
            $found += $out.Count
        }

        $found | Should -BeGreaterOrEqual 400
        $churn.HasExited | Should -BeFalse
    }

    It 'is excused no longer than the wildcard lasts' {
        $gone = Start-TestProcess
        $id = $gone.Id
        $null = Get-Content Proc:/*/comm
        Stop-TestProcess $gone
        Test-Path "Proc:/$id/comm" | Should -BeFalse
        Get-Content "Proc:/$id/comm" -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
    }
}
