BeforeDiscovery {
    $hasLsof = [bool](Get-Command lsof -CommandType Application -ErrorAction Ignore)
    $hasFuser = [bool](Get-Command fuser -CommandType Application -ErrorAction Ignore)
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
    $null = unshare -m true 2>$null
    $canMount = $LASTEXITCODE -eq 0
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
    $folder = (Get-Item $TestDrive).FullName
    $null = New-Item -ItemType Directory "$folder/logs/old", "$folder/other"
    Set-Content "$folder/logs/app" 'x'
    Set-Content "$folder/logs/unused" 'x'
    $null = New-Item -ItemType HardLink "$folder/other/same" -Value "$folder/logs/app"
    Copy-Item (Get-Command sleep -CommandType Application)[0].Source "$folder/logs/old/sleeper"
    $holder = Start-TestProcess "cd '$folder/logs'
        exec 20<app 21>>'$folder/other/same' 22>gone.txt 23<old
        rm gone.txt
        '$folder/logs/old/sleeper' 300 20<&- 21<&- 22<&- 23<&- > /dev/null & echo `$! > '$folder/pid'"
    $id = $holder.Id
    $sleeper = [int](Get-Content "$folder/pid")
    for ($try = 0; (Get-Item "Proc:/$sleeper/exe").Target -notlike '*/sleeper' -and $try -lt 200; $try++) { Start-Sleep -Milliseconds 20 }

    function Format-Use {
        process { "$($_.ProcessId -eq $id ? 'holder' : $_.ProcessId -eq $sleeper ? 'sleeper' : $_.ProcessName) $($_.Number ?? $_.Use)" }
    }
}

AfterAll {
    if ($sleeper) { Stop-Process -Id $sleeper -ErrorAction Ignore }
    Stop-TestProcess $holder
}

Describe 'Get-ProcFd by file' {
    It 'finds every use below a folder: descriptors by any name, working folders, programs, deleted files' {
        Get-ProcFd -Path "$folder/logs" -Recurse | Format-Use |
            Should -Be 'holder WorkingDirectory', 'holder 20', 'holder 21', 'holder 22', 'holder 23', 'sleeper WorkingDirectory', 'sleeper Executable'
    }

    It 'finds the uses of a file by another name of it' {
        Get-ProcFd -Path "$folder/logs/app" | Format-Use | Should -Be 'holder 20', 'holder 21'
        $found = Get-ProcFd -Path "$folder/other/same"
        $found | Should -BeOfType ([ProcFs.FileDescriptorDetail])
        $found.Access | Should -Be 'Read', 'Write'
        $found.Target | Should -Be "$folder/logs/app", "$folder/other/same"
        $found.Links | Should -Be 2, 2
    }

    It 'takes only the folder itself without -Recurse' {
        Get-ProcFd -Path "$folder/logs" | Format-Use | Should -Be 'holder WorkingDirectory', 'sleeper WorkingDirectory'
    }

    It 'takes wildcards, relative paths, and absolute ones on the drive' {
        Get-ProcFd -Path "$folder/logs/[aou]*" | Format-Use | Should -Be 'holder 20', 'holder 21', 'holder 23'
        Push-Location "$folder/logs"
        try { Get-ProcFd -Path ./app | Format-Use | Should -Be 'holder 20', 'holder 21' } finally { Pop-Location }
        Push-Location Proc:/
        try { Get-ProcFd -Path "$folder/logs/app" | Format-Use | Should -Be 'holder 20', 'holder 21' } finally { Pop-Location }
    }

    It 'finds nothing for a file that nobody uses, and names one that does not exist' {
        Get-ProcFd -Path "$folder/logs/unused" -ErrorAction Stop | Should -BeNullOrEmpty
        $found = Get-ProcFd -Path "$folder/none", "$folder/logs/app" -ErrorVariable failures -ErrorAction SilentlyContinue
        $found.Count | Should -Be 2
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'ProcFs.NotFound,ProcFs.Commands.GetProcFdCommand'
        { Get-ProcFd -Path Env:/HOME } | Should -Throw 'Env:/HOME is not a path of the file system.' -ErrorId 'ProcFs.ValueRejected,*'
    }

    It 'filters by inode and device, each of which must match' {
        $file = (Get-ProcFd $id -Number 20 -Detailed)
        Get-ProcFd -Inode $file.Inode -Device $file.Device | Format-Use | Should -Be 'holder 20', 'holder 21'
        Get-ProcFd $id, $sleeper -Device $file.Device | Format-Use | Should -Contain 'sleeper Executable'
        Get-ProcFd -Inode $file.Inode -Device '0:9999' | Should -BeNullOrEmpty
        { Get-ProcFd -Device nonsense -ErrorAction Stop } | Should -Throw
        { Get-ProcFd -Device /dev/null -ErrorAction Stop } | Should -Throw '/dev/null is not a block device*' -ErrorId 'ProcFs.ValueRejected,*'
    }

    It 'combines with the other filters and with processes' {
        Get-ProcFd -Path "$folder/logs" -Recurse -Deleted | Format-Use | Should -Be 'holder 22'
        Get-ProcFd $sleeper -Path "$folder/logs" -Recurse -Type File | Format-Use | Should -Be 'sleeper Executable'
    }

    It 'refuses -Recurse alone, a folder that is no mount point, and a capture' {
        { Get-ProcFd -Recurse } | Should -Throw '-Recurse belongs to -Path.' -ErrorId 'ProcFs.ValueRejected,*'
        { Get-ProcFd -MountPoint $folder -ErrorAction Stop } | Should -Throw "$folder is not a mount point; it is on the file system that is mounted at *" -ErrorId 'ProcFs.NotFound,*'
        $null = New-Item -ItemType Directory "$folder/capture"
        { Get-ProcFd -Root "$folder/capture" -Path / } | Should -Throw '*a capture does not have the files*' -ErrorId 'ProcFs.NotSupported,*'
    }

    It 'restores and reads what a use leads to' {
        $file = Get-ProcFd $sleeper -IncludeMapped | Where-Object Use -EQ Executable | Restore-ProcFile -Destination "$folder/copies"
        (Get-FileHash $file.To).Hash | Should -Be (Get-FileHash "$folder/logs/old/sleeper").Hash
    }

    It 'finds a bound Unix socket by its path' -Tag 'needs python3' -Skip:(-not $hasPython) {
        $server = Start-TestProcess "exec 20< <(exec python3 -c `"
import socket, sys
one = socket.socket(socket.AF_UNIX)
one.bind('$folder/listener')
one.listen()
print('bound', flush=True)
sys.stdin.read()
`" 10<&0)
        read -r _ <&20"
        try {
            $found = Get-ProcFd -Path "$folder/listener"
            $found.Type | Should -Be 'Socket'
            $found.ProcessName | Should -Be 'python3'
        }
        finally { Stop-TestProcess $server }
    }

    It 'finds uses in another mount namespace, and of a file system mounted there' -Tag 'needs mounts' -Skip:(-not $canMount) {
        $inner = Start-TestProcess "exec 20< <(exec unshare -m bash -c 'mount --bind `"$folder/logs`" /mnt; exec 7< /mnt/app; echo ready; cat <&10' 10<&0)
        read -r _ <&20"
        try {
            $found = Get-ProcFd -Path "$folder/logs/app" | Where-Object Number -EQ 7
            $found.ProcessName | Should -BeIn 'bash', 'cat'
        }
        finally { Stop-TestProcess $inner }
    }

    It 'agrees with lsof +D' -Tag 'needs lsof' -Skip:(-not $hasLsof) {
        $theirs = lsof -w +D "$folder/logs" -F pf 2>$null | ForEach-Object {
            if ($_ -match '^p(\d+)') { $process = $Matches[1] } elseif ($_ -match '^f(.+)') { "$process $($Matches[1])" }
        }
        $names = @{ Executable = 'txt'; WorkingDirectory = 'cwd'; RootDirectory = 'rtd'; Mapping = 'mem' }
        $ours = Get-ProcFd -Path "$folder/logs" -Recurse | Where-Object { -not $_.IsDeleted } | ForEach-Object { "$($_.ProcessId) $($_.Number ?? $names["$($_.Use)"])" }
        $ours | Sort-Object | Should -Be ($theirs | Sort-Object)
        $ours.Count | Should -BeGreaterThan 5
    }

    It 'agrees with fuser' -Tag 'needs fuser' -Skip:(-not $hasFuser) {
        $theirs = (fuser "$folder/logs" "$folder/logs/app" "$folder/logs/old/sleeper" 2>$null) -split '\s+' | Where-Object { $_ } | Sort-Object -Unique
        $ours = (Get-ProcFd -Path "$folder/logs", "$folder/logs/app", "$folder/logs/old/sleeper").ProcessId | Sort-Object -Unique
        $ours | Should -Be $theirs
    }
}

Describe 'Get-ProcFd -MountPoint' -Tag 'needs mounts' -Skip:(-not $canMount) {
    It 'finds all uses of a mounted file system, of a tmpfs and an overlay alike' {
        $null = New-Item -ItemType Directory "$folder/point", "$folder/lower", "$folder/upper", "$folder/work" -Force
        Set-Content "$folder/lower/from below" 'x'
        $script = @'
mount -t tmpfs none "$1/work" && mkdir "$1/work/u" "$1/work/w"
mount -t overlay none -o "lowerdir=$1/lower,upperdir=$1/work/u,workdir=$1/work/w" "$1/point" || exit 1
folder=$1; shift
cd "$folder/point"; exec 7< "from below" 8> new
find='Import-Module ProcFs; $WarningPreference = "SilentlyContinue"; Get-ProcFd -MountPoint "'$folder'/point" | Where-Object ProcessId -ne $PID | ForEach-Object { "$($_.Number ?? $_.Use)" }'
"$@" -NoProfile -NonInteractive -c "$find" 7<&- 8<&-
'@
        Set-Content "$folder/script" $script
        $found = unshare -m bash "$folder/script" $folder @(Get-Engine)
        $found | Should -Contain '7'
        $found | Should -Contain '8'
        $found | Should -Contain 'WorkingDirectory'
        ($found | Where-Object { $_ -notin '7', '8', 'WorkingDirectory' }) | Should -BeNullOrEmpty
    }
}

Describe 'Get-ProcFd -IncludeMapped' {
    It 'adds the working and root directory, the program and each mapped file once' {
        $found = Get-ProcFd $sleeper -IncludeMapped
        $found[0..2].Use | Should -Be 'WorkingDirectory', 'RootDirectory', 'Executable'
        $found[0..2].Target | Should -Be "$folder/logs", '/', "$folder/logs/old/sleeper"
        $mapped = ($found | Where-Object Use -EQ Mapping).Target
        $mapped | Should -Be (Get-ProcMap $sleeper | Where-Object { $_.Inode -and $_.Target -notlike '*/sleeper' } | Select-Object -ExpandProperty Target -Unique)
        ($found | Where-Object Use -EQ Descriptor).Number | Should -Be (Get-ProcFd $sleeper).Number
    }

    It 'shows the use in the column of the descriptor' {
        $text = Get-ProcFd $sleeper -IncludeMapped | Out-String
        $text | Should -Match '(?m)\bcwd Directory +\S'
        $text | Should -Match '(?m)\bexe File +\S'
    }

    It 'agrees with lsof' -Tag 'needs lsof' -Skip:(-not $hasLsof) {
        $theirs = lsof -w -p $sleeper -F fi 2>$null | ForEach-Object { if ($_ -match '^f(.+)') { $use = $Matches[1] } elseif ($_ -match '^i(\d+)') { "$use $($Matches[1])" } }
        $names = @{ Executable = 'txt'; WorkingDirectory = 'cwd'; RootDirectory = 'rtd'; Mapping = 'mem' }
        $ours = Get-ProcFd $sleeper -IncludeMapped -Detailed | ForEach-Object { "$($_.Number ?? $names["$($_.Use)"]) $($_.Inode)" }
        $ours | Sort-Object | Should -Be ($theirs | Sort-Object)
    }
}
