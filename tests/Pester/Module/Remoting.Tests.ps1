# Over SSH to this machine, by an sshd of the test's own on the loopback address, with its own keys.

BeforeDiscovery {
    $sshd = '/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/lib/ssh/sshd' | Where-Object { Test-Path $_ } | Select-Object -First 1
    $canRemote = $sshd -and -not @('ssh', 'ssh-keygen' | Where-Object { -not (Get-Command $_ -CommandType Application -ErrorAction Ignore) })
    # An sshd of root wants the folder of its privilege separation; another user's has none.
    if ($canRemote -and (id -u) -eq '0') {
        & $sshd -t -f /dev/null -o 'HostKey /nonexistent' 2>&1 | Where-Object { "$_" -like '*privilege separation*' } | ForEach-Object { $canRemote = Test-Path /run/sshd }
    }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $base = (Get-Module ProcFs).ModuleBase
    $folder = "$TestDrive/ssh"
    $null = New-Item -ItemType Directory $folder
    chmod 0700 $folder
    $process = Start-TestProcess "cd '$TestDrive'; printf a > one; exec 20<one 21</dev/null"
    $id = $process.Id

    function Get-FreePort {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $listener.LocalEndpoint.Port
        $listener.Stop()
    }

    function Start-Sshd([int] $Port) {
        'host', 'user' | ForEach-Object { ssh-keygen -q -t ed25519 -N '' -C test -f "$folder/$_" }
        Copy-Item "$folder/user.pub" "$folder/authorized_keys"
        # A subsystem is one line for a shell: the engine is started by a script, with the variables that it needs.
        $engine = (Get-Engine | ForEach-Object { "'$_'" }) -join ' '
        $variables = 'DOTNET_ROOT', 'DOTNET_CLI_HOME' | Where-Object { [Environment]::GetEnvironmentVariable($_) } | ForEach-Object { "export $_='$([Environment]::GetEnvironmentVariable($_))'" }
        Set-Content "$folder/engine" "#!/bin/sh`n$($variables -join "`n")`nexport POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off`nexec $engine -SSHServerMode -NoLogo -NoProfile"
        chmod 0700 "$folder/engine"
        @(
            "ListenAddress 127.0.0.1:$Port", "HostKey $folder/host", "AuthorizedKeysFile $folder/authorized_keys", 'PidFile none', 'StrictModes no', 'UsePAM no'
            'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'PubkeyAuthentication yes', "Subsystem powershell $folder/engine", 'LogLevel ERROR', 'MaxStartups 100', 'MaxSessions 100'
        ) | Set-Content "$folder/sshd_config"
        $start = [Diagnostics.ProcessStartInfo]::new($sshd, [string[]]('-D', '-f', "$folder/sshd_config", '-E', "$folder/log"))
        $running = [Diagnostics.Process]::Start($start)
        foreach ($try in 1..100) {
            try { [Net.Sockets.TcpClient]::new('127.0.0.1', $Port).Dispose(); return $running } catch { Start-Sleep -Milliseconds 50 }
        }

        $running.Kill()
        throw "sshd did not start: $(Get-Content "$folder/log" -ErrorAction Ignore)"
    }
}

AfterAll { Stop-TestProcess $process }

Describe 'Over SSH' -Tag 'needs sshd' -Skip:(-not $canRemote) {
    BeforeAll {
        $sshd = '/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/lib/ssh/sshd' | Where-Object { Test-Path $_ } | Select-Object -First 1
        $port = Get-FreePort
        $running = Start-Sshd $port
        $options = @{ UserKnownHostsFile = "$folder/known_hosts"; StrictHostKeyChecking = 'no'; IdentitiesOnly = 'yes'; LogLevel = 'ERROR' }
        $session = New-PSSession -HostName 127.0.0.1 -Port $port -UserName ([Environment]::UserName) -KeyFilePath "$folder/user" -Options $options -ConnectingTimeout 60000
        Invoke-Command $session { Import-Module "$using:base/ProcFs.psd1" }
    }

    AfterAll {
        if ($session) { Remove-PSSession $session }
        if ($running) { $running.Kill(); $running.WaitForExit(); $running.Dispose() }
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
        $there = Invoke-Command $session -AsJob { Get-ProcFd -Id $using:id } | Receive-Job -Wait -AutoRemoveJob
        ($there.Number -join ' ') | Should -Be ((Get-ProcFd -Id $id).Number -join ' ')
    }
}
