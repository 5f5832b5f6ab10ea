BeforeDiscovery {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    $command = Join-Path $PSScriptRoot ../../../out/build/bin/ProcFs.Cli/release/procfs.dll
    $obstacle = Get-SshdObstacle
    if (-not $obstacle -and -not (Test-Path $command)) { $obstacle = 'the command procfs has not been built' }
    if ($obstacle) { Write-Warning "The tests of machines without PowerShell are skipped: $obstacle." }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    Import-Module ProcFs
    $path = $env:PATH
    if (-not (Get-SshdObstacle)) {
        $client = New-SshClient "$TestDrive/ssh"
        # What is sent is one file. The native command needs a linker; this one starts the command as it was built.
        $built = (Resolve-Path "$PSScriptRoot/../../../out/build/bin/ProcFs.Cli/release/procfs.dll").Path
        $dotnet = (Get-Command dotnet -CommandType Application | Select-Object -First 1).Source
        Set-Content "$client/bin/procfs" "#!/bin/sh`nexec '$dotnet' '$built' `"`$@`""
        chmod 755 "$client/bin/procfs"
        $bare = Start-Sshd $client bare -Subsystem none
        $other = Start-Sshd $client other
    }
    # No folder of a sent command is left.
    function Get-Remains { Get-ChildItem ~, ~/.cache, ([IO.Path]::GetTempPath()) -Force -Filter '*procfs-command.*' -ErrorAction Ignore }
}

AfterAll {
    foreach ($server in $bare, $other) { if ($server) { Stop-Sshd $server } }
    $env:PATH = $path
}

Describe 'A machine without PowerShell' -Tag 'needs sshd and ssh' -Skip:([bool] $obstacle) {
    It 'is asked with the command, which is removed afterwards' {
        $id = $PID
        $row = Get-ProcStatus -Id $id -HostName $bare.Address
        $here = Get-ProcStatus -Id $PID
        $row.PSTypeNames[0] | Should -Be 'Deserialized.ProcFs.ProcessStatus'
        $row.PSComputerName | Should -Be $bare.Address
        foreach ($name in 'ProcessId', 'Name', 'StartTime', 'UserId', 'User', 'ThreadId') {
            $row.$name | Should -Be $here.$name -Because $name
            $row.$name | Should -BeOfType $here.$name.GetType()
        }
        "$($row.SigIgn)" | Should -Be "$($here.SigIgn)"
        Get-Remains | Should -BeNullOrEmpty
    }

    It 'is asked beside one with PowerShell, which -Agentless makes the same' {
        @(Get-ProcFd -Id $PID -Number 0, 1 -HostName $bare.Address, $other.Address).PSComputerName | Sort-Object -Unique |
            Should -Be ($bare.Address, $other.Address | Sort-Object)
        $row = Get-ProcFd -Id $PID -Number 0 -Detailed -HostName $other.Address -Agentless
        $row.PSTypeNames[0] | Should -Be 'Deserialized.ProcFs.FileDescriptorDetail'
        $row.Inode | Should -Be (Get-ProcFd -Id $PID -Number 0 -Detailed).Inode
    }

    It 'takes the filters of its parameters' {
        $rows = @(Get-ProcMap -Id $PID -Path *System.Management.Automation.dll -HostName $bare.Address -Agentless)
        $rows.Count | Should -BeGreaterThan 0
        $rows.Target | Should -BeLike '*System.Management.Automation.dll'
    }

    It 'shows the same table' {
        $here = (Get-ProcLimit -Id $PID -Resource NOFILE | Out-String -Width 120).Trim() -split '\r?\n' | Select-Object -First 1
        (Get-ProcLimit -Id $PID -Resource NOFILE -HostName $bare.Address -Agentless | Out-String -Width 160) | Should -BeLike "*$($here.Trim())*"
    }

    It 'keeps every byte of a name' {
        $held = [Diagnostics.Process]::Start([Diagnostics.ProcessStartInfo]::new('python3', [string[]] @('-c', @'
import os, sys, time
os.open(os.fsencode(sys.argv[1]) + b'/a\xfe\n\x1bb', os.O_CREAT | os.O_WRONLY)
time.sleep(600)
'@, "$TestDrive")))
        try {
            $deadline = [datetime]::UtcNow.AddSeconds(10)
            do { Start-Sleep -Milliseconds 50; $here = Get-ProcFd -Id $held.Id -Target "$TestDrive/a*" } until ($here -or [datetime]::UtcNow -gt $deadline)
            (Get-ProcFd -Id $held.Id -Target "$TestDrive/a*" -HostName $bare.Address).Target | Should -BeExactly $here.Target
            [int[]] [char[]] $here.Target | Should -Contain 0xDCFE
        }
        finally {
            $held.Kill()
            python3 -c 'import os, sys; [os.unlink(b"/".join((os.fsencode(sys.argv[1]), n))) for n in os.listdir(os.fsencode(sys.argv[1])) if b"\xfe" in n]' $TestDrive
        }
    }

    It 'has the errors of the command, and says what it cannot answer' {
        Get-ProcStatus -Id 4194305 -HostName $bare.Address -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound*'
        "$($failed[0])" | Should -BeLike "$($bare.Address): No process has the id 4194305*"
        Get-KernelLoad -HostName $bare.Address -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        "$($failed[0])" | Should -BeLike "$($bare.Address): *Get-KernelLoad needs PowerShell*"
        $session = New-PSSession -HostName 127.0.0.1 -Port $other.Port
        { Get-KernelLoad -Session $session -Agentless } | Should -Throw '*needs -HostName*'
        Remove-PSSession $session
    }

    It 'passes words on as they are' {
        Get-ProcStatus -Name 'a''b $(touch x) "c"' -HostName $bare.Address -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$($failed[0])" | Should -BeLike "*No process is named *a'b `$(touch x) *c*"
    }

    It 'stops when the pipeline does' {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-KernelSymbol -HostName $bare.Address -Agentless | Select-Object -First 1 | Should -Not -BeNullOrEmpty
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 15
        $deadline = [datetime]::UtcNow.AddSeconds(10)
        while ((Get-Remains) -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 100 }
        Get-Remains | Should -BeNullOrEmpty
    }
}
