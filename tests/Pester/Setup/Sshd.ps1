# SSH servers of the test's own, on free ports of the loopback address, with keys and configuration of their own and PowerShell as a subsystem.

. "$PSScriptRoot/Engine.ps1"

# Why there can be none here; empty if there can.
function Get-SshdObstacle {
    if (-not (Get-SshdPath)) { return 'sshd is not installed (openssh-server)' }
    if (-not (Get-Command ssh, ssh-keygen -CommandType Application -ErrorAction Ignore)) { return 'ssh is not installed (openssh-client)' }
    ''
}

function Get-SshdPath {
    (Get-Command sshd, /usr/sbin/sshd -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source
}

# Keys, and a configuration of ssh that uses them, in a folder of the test. ssh takes its configuration from the home of the account, whatever HOME says; the
# engine starts the ssh of the PATH, so that one of the test's own stands before it there.
function New-SshClient([string] $Path) {
    $null = New-Item -ItemType Directory "$Path/bin" -Force
    chmod 700 $Path
    ssh-keygen -q -t ed25519 -N '' -f "$Path/user"
    Copy-Item "$Path/user.pub" "$Path/authorized_keys"
    Set-Content "$Path/config" "IdentityFile $Path/user`nIdentitiesOnly yes`nIdentityAgent none`nUserKnownHostsFile $Path/known_hosts`nGlobalKnownHostsFile none`nStrictHostKeyChecking yes`nLogLevel ERROR"
    Set-Content "$Path/known_hosts" '' -NoNewline
    $ssh = (Get-Command ssh -CommandType Application | Select-Object -First 1).Source
    Set-Content "$Path/bin/ssh" "#!/bin/sh`nexec '$ssh' -F '$Path/config' `"`$@`""
    chmod 755 "$Path/bin/ssh"
    $env:PATH = "$Path/bin:$env:PATH"
    $Path
}

# Starts a server, and waits until it answers. -Environment sets variables of its sessions (HOME=...), -Behind is a command before the engine, and -Subsystem
# replaces the engine; 'none' makes a host without PowerShell.
function Start-Sshd([string] $Client, [string] $Name, [string[]] $Environment, [string] $Behind, [string] $Subsystem) {
    $folder = (New-Item -ItemType Directory "$Client/$Name").FullName
    ssh-keygen -q -t ed25519 -N '' -f "$folder/host"
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    if ($Subsystem -eq 'none') { $line = '' } else { $line = 'Subsystem powershell ' }
    if (-not $Subsystem) {
        # Sessions get an environment of their own, with no module path; the engine starts from a script, since a subsystem takes no quotes.
        Set-Content "$folder/engine" "#!/bin/sh`nexec env -u PSModulePath POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off $($Environment -join ' ') $Behind $((Get-Engine) -join ' ') -sshs -NoLogo -NoProfile"
        chmod 755 "$folder/engine"
        $Subsystem = "$folder/engine"
    }
    Set-Content "$folder/config" @"
Port $port
ListenAddress 127.0.0.1
HostKey $folder/host
PidFile $folder/pid
AuthorizedKeysFile $Client/authorized_keys
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
PermitRootLogin yes
$($line ? "$line$Subsystem" : '')
"@
    if ([Environment]::UserName -eq 'root') { $null = New-Item -ItemType Directory /run/sshd -Force }
    $process = [Diagnostics.Process]::Start([Diagnostics.ProcessStartInfo]@{ FileName = Get-SshdPath; Arguments = "-D -f $folder/config -E $folder/log" })
    $server = [pscustomobject]@{ Name = $Name; Port = $port; Process = $process; Folder = $folder; Address = "127.0.0.1:$port" }
    Add-Content "$Client/known_hosts" "[127.0.0.1]:$port $(Get-Content "$folder/host.pub")"
    $deadline = [datetime]::UtcNow.AddSeconds(10)
    while (-not (Test-Sshd $port)) {
        if ($process.HasExited -or [datetime]::UtcNow -gt $deadline) { throw "sshd did not start: $(Get-Content -Raw "$folder/log")" }
        Start-Sleep -Milliseconds 50
    }
    $server
}

function Test-Sshd([int] $Port) {
    $client = [Net.Sockets.TcpClient]::new()
    try { $client.Connect('127.0.0.1', $Port); $true } catch { $false } finally { $client.Dispose() }
}

# Ends a server with the processes of its connections, which are its children.
function Stop-Sshd($Server) {
    $children = @(Get-ProcTree -Id $Server.Process.Id -ErrorAction Ignore | ForEach-Object ProcessId)
    foreach ($id in @($Server.Process.Id) + $children) {
        try { [Diagnostics.Process]::GetProcessById($id).Kill() } catch [ArgumentException], [InvalidOperationException] { continue }
    }
    $null = $Server.Process.WaitForExit(5000)
}

# Signals the server and all its connections: STOP makes a host that hangs.
function Send-SshdSignal($Server, [string] $Signal) {
    foreach ($id in @(Get-ProcTree -Id $Server.Process.Id | ForEach-Object ProcessId)) { kill "-$Signal" $id }
}
