# The questions of the cookbook to a fleet, put to three machines: sshd in network, mount and pid namespaces of their own.

BeforeDiscovery {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    . "$PSScriptRoot/../Setup/Page.ps1"
    $obstacle = Get-SshdObstacle
    if ([Environment]::UserName -ne 'root') { $obstacle = 'namespaces of a machine need root' }
    if ($obstacle) { Write-Warning "The questions to a fleet are skipped: $obstacle." }
    $questions = @(Get-PageLine docs/cookbook.md | Where-Object Text -Match '-Session \$s\b')
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    Import-Module ProcFs
    $path = $env:PATH
    $machines = [Collections.Generic.List[object]]::new()

    # What each machine runs: a deleted library that is mapped, a listening socket, and a process near its limit of descriptors. The first machine has another
    # parameter than the others.
    $program = @'
import mmap, os, resource, socket, sys, time
number = int(sys.argv[2])
path = sys.argv[1] + '/libssl.so.3'
with open(path, 'wb') as file: file.write(b'x' * 4096)
with open(path, 'rb') as file: held = mmap.mmap(file.fileno(), 4096, prot=mmap.PROT_READ)
if number == 1:
    os.unlink(path)
    open('/proc/sys/net/ipv4/ip_forward', 'w').write('1')
listener = socket.create_server(('127.0.0.1', 8000 + number))
if number == 2:
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
    files = [open('/dev/null') for _ in range(24)]
print('ready', flush=True)
time.sleep(600)
'@
    function New-Machine([int] $Number) {
        $folder = (New-Item -ItemType Directory "$client/machine$Number").FullName
        Set-Content "$folder/program.py" $program
        ssh-keygen -q -t ed25519 -N '' -f "$folder/host"
        Set-Content "$folder/engine" "#!/bin/sh`nexec env -u PSModulePath HOME=$folder XDG_CACHE_HOME= POWERSHELL_TELEMETRY_OPTOUT=1 $((Get-Engine) -join ' ') -sshs -NoLogo -NoProfile"
        chmod 755 "$folder/engine"
        Set-Content "$folder/config" "HostKey $folder/host`nAuthorizedKeysFile $client/authorized_keys`nPasswordAuthentication no`nUsePAM no`nStrictModes no`nPermitRootLogin yes`nSubsystem powershell $folder/engine"
        Add-Content "$client/known_hosts" "machine$Number $(Get-Content "$folder/host.pub")"
        $start = [Diagnostics.ProcessStartInfo]::new('unshare', [string[]] @('--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc',
                'sh', '-c', 'ip link set lo up; exec python3 "$0/program.py" "$0" "$1"', $folder, "$Number"))
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        $machines.Add($process)
        $process.StandardOutput.ReadLine() | Should -Be 'ready'
        $inside = (Get-ProcTree -Id $process.Id | Where-Object ParentProcessId -EQ $process.Id).ProcessId
        Add-Content "$client/config" "Host machine$Number`n ProxyCommand nsenter -t $inside -n -m -p $(Get-SshdPath) -i -f $folder/config -E $folder/log"
        "machine$Number"
    }
    if (-not (Get-SshdObstacle) -and [Environment]::UserName -eq 'root') {
        $null = New-Item -ItemType Directory /run/sshd -Force
        $client = New-SshClient "$TestDrive/ssh"
        $names = 1..3 | ForEach-Object { New-Machine $_ }
        $s = New-PSSession -HostName $names
    }
}

AfterAll {
    if ($s) { Remove-PSSession $s }
    foreach ($process in $machines) { $process.Kill(); $process.WaitForExit() }
    $env:PATH = $path
}

Describe 'The questions to a fleet' -Tag 'needs root, sshd and ssh' -Skip:([bool] $obstacle) {
    It 'are put to three machines' { $s.Count | Should -Be 3 }

    It 'run as the cookbook shows: <Text>' -ForEach $questions {
        $rows = @(& ([scriptblock]::Create($Text)) 2>&1)
        $rows | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        $rows.Count | Should -BeGreaterThan 0
        { $rows | Out-String -Width 120 } | Should -Not -Throw
    }

    It 'find the machine that runs a deleted library' {
        @(Get-ProcMap -Path *libssl* -Session $s | Where-Object IsDeleted).PSComputerName | Should -Be 'machine1'
    }

    It 'find who listens where' {
        $ports = @(Get-ProcSocket -State Listen -Protocol tcp -Session $s | ForEach-Object { "$($_.PSComputerName) $($_.LocalPort)" } | Sort-Object)
        $ports | Should -Be 'machine1 8001', 'machine2 8002', 'machine3 8003'
    }

    It 'find the descriptors above 80 % of their limit' {
        $rows = @(Get-ProcFd -CountOnly -Session $s | Where-Object Share -GT 80)
        $rows.PSComputerName | Should -Be 'machine2'
        $rows.SoftLimit | Should -Be 32
    }

    It 'find the parameter that differs from the majority' {
        $odd = Get-KernelParameter net.ipv4.ip_forward -Session $s | Group-Object Name, Value | Where-Object Count -LT 2
        $odd.Name | Should -Be 'net.ipv4.ip_forward, 1'
        $odd.Group.PSComputerName | Should -Be 'machine1'
    }
}
