# Over SSH to this machine: the cmdlets are called there, and the rows are shown here.

BeforeDiscovery {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    $obstacle = Get-SshdObstacle
    if ($obstacle) { Write-Warning "The tests of remoting are skipped: $obstacle." }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    Import-Module ProcFs
    $base = (Get-Module ProcFs).ModuleBase
    $path = $env:PATH
    $process = Start-TestProcess "cd '$TestDrive'; printf a > one; exec 20<one 21</dev/null"
    $id = $process.Id
}

AfterAll {
    Stop-TestProcess $process
    $env:PATH = $path
}

Describe 'Over SSH' -Tag 'needs sshd and ssh' -Skip:([bool] $obstacle) {
    BeforeAll {
        $server = Start-Sshd (New-SshClient "$TestDrive/ssh") here
        $session = New-PSSession -HostName 127.0.0.1 -Port $server.Port -UserName ([Environment]::UserName) -ConnectingTimeout 60000
        Invoke-Command $session { Import-Module "$using:base/ProcFs.psd1" }
    }

    AfterAll {
        if ($session) { Remove-PSSession $session }
        if ($server) { Stop-Sshd $server }
    }

    It '<_> has the same rows, in the same view' -ForEach @(
        'Get-ProcFd', 'Get-ProcStatus', 'Get-ProcStat', 'Get-ProcMap', 'Get-ProcLimit', 'Get-ProcEnvironment', 'Get-ProcNamespace', 'Get-ProcCgroup', 'Get-ProcMount', 'Get-ProcProcess'
    ) {
        $command = $_
        $here = & $command -Id $id
        $there = Invoke-Command $session -HideComputerName { & $using:command -Id $using:id }
        @($there).Count | Should -Be @($here).Count
        $there | ForEach-Object { $_.ProcessId | Should -Be $id }
        $there[0].PSObject.TypeNames[0] | Should -BeExactly "Deserialized.$($here[0].GetType().FullName)"
        ($there | Out-String -Width 120).Trim() | Should -BeExactly ($here | Out-String -Width 120).Trim()
    }

    It 'the drive is there, with the same rows' {
        $there = Invoke-Command $session { Get-ChildItem "Proc:/$using:id/fd" }
        ($there.Number -join ' ') | Should -Be ((Get-ChildItem Proc:/$id/fd).Number -join ' ')
        Invoke-Command $session { (Get-Content "Proc:/$using:id/comm") } | Should -Be bash
        Invoke-Command $session { (Get-Item Proc:/self).ProcessId -eq $PID } | Should -BeTrue
    }

    It 'an error is one error, with its id' {
        Invoke-Command $session { Get-ProcFd -Id 2147483647 } -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'sixteen at once have the same rows' {
        $expected = (Get-ProcFd -Id $id | Select-Object Number, Target | ForEach-Object { "$_" }) -join "`n"
        $found = Invoke-Command $session {
            $base, $id = $using:base, $using:id
            1..16 | ForEach-Object -ThrottleLimit 16 -Parallel {
                Import-Module $using:base/ProcFs.psd1
                (Get-ProcFd -Id $using:id | Select-Object Number, Target | ForEach-Object { "$_" }) -join "`n"
            }
        }
        $found | Should -HaveCount 16
        $found | Select-Object -Unique | Should -BeExactly $expected
    }

    It 'a job has the same rows' {
        $job = Invoke-Command $session -AsJob { Get-ProcFd -Id $using:id }
        $there = Receive-Job $job -Wait
        Remove-Job $job
        ($there.Number -join ' ') | Should -Be ((Get-ProcFd -Id $id).Number -join ' ')
    }
}
