BeforeDiscovery {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    $obstacle = Get-SshdObstacle
    if ($obstacle) { Write-Warning "The tests of failing machines are skipped: $obstacle." }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    Import-Module ProcFs
    $path = $env:PATH
    $servers = [Collections.Generic.List[object]]::new()
    function New-Machine([string] $Name, [string[]] $Environment, [string] $Behind, [string] $Subsystem) {
        $null = New-Item -ItemType Directory "$TestDrive/home-$Name"
        $server = Start-Sshd $client $Name -Environment (@("HOME=$TestDrive/home-$Name", 'XDG_CACHE_HOME=') + $Environment) -Behind $Behind -Subsystem $Subsystem
        $servers.Add($server)
        $server
    }
    if (-not (Get-SshdObstacle)) {
        $client = New-SshClient "$TestDrive/ssh"
        $good = New-Machine good
    }
}

AfterAll {
    Get-PSSession | Remove-PSSession
    foreach ($server in $servers) { Stop-Sshd $server }
    $env:PATH = $path
}

Describe 'A machine that fails' -Tag 'needs sshd and ssh' -Skip:([bool] $obstacle) {
    It 'is one error that names it, and the others finish: <Name>' -ForEach @(
        @{ Name = 'no PowerShell'; Subsystem = '/nonexistent' }
        @{ Name = 'hangs'; Subsystem = '/bin/sleep 30' }
        @{ Name = 'ends at once'; Subsystem = '/bin/true' }
        @{ Name = 'talks nonsense'; Subsystem = '/bin/echo nonsense' }
    ) {
        $bad = New-Machine ($Name -replace ' ', '-') -Subsystem $Subsystem
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $rows = @(Get-KernelLoad -HostName $bad.Address, $good.Address -ConnectingTimeout 8000 -ErrorVariable failed -ErrorAction SilentlyContinue)
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 20
        $rows.PSComputerName | Should -Be $good.Address
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.Host*'
        "$($failed[0])" | Should -BeLike "$($bad.Address): *"
    }

    It 'is not there at all' {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        Get-KernelLoad -HostName "127.0.0.1:$port" -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        "$($failed[0])" | Should -BeLike "127.0.0.1:$port`: *"
    }

    It 'stops answering in a session' {
        $bad = New-Machine stopped
        $session = New-PSSession -HostName 127.0.0.1 -Port $bad.Port
        Get-KernelLoad -Session $session | Should -Not -BeNullOrEmpty
        Send-SshdSignal $bad STOP
        try {
            Get-KernelLoad -Session $session -ConnectingTimeout 1500 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.Count | Should -Be 1
            "$($failed[0])" | Should -BeLike '127.0.0.1: It did not answer within 1.5 s.'
        }
        finally { Send-SshdSignal $bad CONT }
    }

    It 'drops in the middle' {
        $bad = New-Machine dropped
        $session = New-PSSession -HostName 127.0.0.1 -Port $bad.Port
        $count = 0
        Measure-KernelUsage -Interval 0.1 -Count 0 -Session $session -ErrorVariable failed -ErrorAction SilentlyContinue | ForEach-Object {
            $count++
            if ($count -eq 2) { Stop-Sshd $bad }
        }
        $count | Should -BeGreaterOrEqual 2
        $failed.Count | Should -Be 1
        "$($failed[0])" | Should -BeLike '127.0.0.1: *'
    }

    It 'has another host key than before' {
        $bad = New-Machine changed
        (Get-Content "$client/known_hosts") -replace "^(\[127\.0\.0\.1\]:$($bad.Port) ).*", "`$1$(Get-Content "$($good.Folder)/host.pub")" | Set-Content "$client/known_hosts"
        Get-KernelLoad -HostName $bad.Address -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        "$($failed[0])" | Should -BeLike "$($bad.Address): *"
        Get-ChildItem "$TestDrive/home-changed" -Force -Recurse -File | Should -BeNullOrEmpty
    }
}

Describe 'A machine with another version' -Tag 'needs sshd and ssh' -Skip:([bool] $obstacle) {
    BeforeAll {
        $other = "$TestDrive/modules/ProcFs/0.0.1"
        $null = New-Item -ItemType Directory "$TestDrive/modules/ProcFs"
        Copy-Item -Recurse (Get-Module ProcFs).ModuleBase $other
        (Get-Content -Raw "$other/ProcFs.psd1") -replace "ModuleVersion\s*=\s*'[^']+'", "ModuleVersion = '0.0.1'" | Set-Content "$other/ProcFs.psd1"
        $machine = New-Machine versions -Environment "PSModulePath=$TestDrive/modules"
    }

    It 'gets this one beside it' {
        $session = New-PSSession -HostName 127.0.0.1 -Port $machine.Port
        Invoke-Command $session { (Get-Module -ListAvailable ProcFs).Version.ToString() } | Should -Contain '0.0.1'
        Get-KernelLoad -Session $session | Should -Not -BeNullOrEmpty
        Invoke-Command $session { (Get-Module ProcFs).ModuleBase } | Should -BeLike "$TestDrive/home-versions/.cache/procfs-module/*"
        Remove-PSSession $session
    }

    It 'is an error where the other one is already loaded' {
        $session = New-PSSession -HostName 127.0.0.1 -Port $machine.Port
        Invoke-Command $session { Import-Module ProcFs -RequiredVersion 0.0.1 }
        Get-KernelLoad -Session $session -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        "$($failed[0])" | Should -BeLike '127.0.0.1: *has loaded another ProcFs 0.0.1*start a new session*'
        Remove-PSSession $session
    }
}

Describe 'A machine with a read-only home' -Tag 'needs sshd and ssh' -Skip:([bool] $obstacle) {
    # What cannot be written to cannot be removed with the rest.
    AfterAll { if (Test-Path "$TestDrive/home-read-only/.cache") { chmod 700 "$TestDrive/home-read-only/.cache" } }

    It 'keeps the module for the session alone' {
        $null = New-Item -ItemType Directory "$TestDrive/tmp-read-only"
        $folderOfHome = "$TestDrive/home-read-only"
        $isRoot = [Environment]::UserName -eq 'root'
        $mount = "mount --bind $folderOfHome $folderOfHome && mount -o remount,bind,ro $folderOfHome && exec `"`$@`""
        $machine = New-Machine read-only -Environment "TMPDIR=$TestDrive/tmp-read-only" -Behind ($isRoot ? "unshare --mount sh -c '$mount' sh" : '')
        # The engine starts only if its own folders are there.
        $null = New-Item -ItemType Directory "$folderOfHome/.cache/powershell", "$folderOfHome/.config/powershell", "$folderOfHome/.local/share/powershell/Modules"
        if (-not $isRoot) { chmod 500 "$folderOfHome/.cache" }
        $session = New-PSSession -HostName 127.0.0.1 -Port $machine.Port
        Get-KernelLoad -Session $session | Should -Not -BeNullOrEmpty
        $folder = Invoke-Command $session { (Get-Module ProcFs).ModuleBase }
        $folder | Should -BeLike "$TestDrive/tmp-read-only/procfs-*"
        (Get-Item (Split-Path $folder)).UnixMode | Should -Be 'drwx------'
        Get-KernelLoad -Session $session -Clean | Should -Not -BeNullOrEmpty
        $folder | Should -Not -Exist
        Split-Path $folder | Should -Not -Exist
        Remove-PSSession $session
    }
}
