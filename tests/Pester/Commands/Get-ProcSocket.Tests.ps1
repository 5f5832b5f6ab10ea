BeforeDiscovery {
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
    $isRoot = (id -u) -eq '0'
    $hasSs = [bool](Get-Command ss -CommandType Application -ErrorAction Ignore)
    $canUnshare = $false
    if ($isRoot -and (Get-Command unshare -CommandType Application -ErrorAction Ignore)) {
        unshare --net true *> $null
        $canUnshare = $LASTEXITCODE -eq 0
    }
    $hasSetpriv = $isRoot -and [bool](Get-Command setpriv -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs

    function Start-SocketProcess([string[]] $Before, [string] $Folder, [string[]] $Also = @()) {
        $line = @($Before | Where-Object { $_ }) + 'python3', "$PSScriptRoot/../Setup/sockets.py", $Folder + $Also
        $start = [Diagnostics.ProcessStartInfo]::new($line[0], [string[]] @($line | Select-Object -Skip 1))
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        $said = $process.StandardOutput.ReadLine() | ConvertFrom-Json
        if (-not $said) { throw 'The process did not start.' }
        $process, $said
    }
}

Describe 'Get-ProcSocket' -Tag 'needs python3', 'needs the user namespace of the machine' -Skip:(-not $hasPython) {
    BeforeAll {
        $null = New-Item -ItemType Directory "$TestDrive/s"
        $folder = (Get-Item "$TestDrive/s").FullName
        $process, $held = Start-SocketProcess -Folder $folder -Also @(if ((id -u) -eq '0') { 'net' })
    }

    AfterAll { Stop-TestProcess $process }

    It 'gets a listener with all six processes that share it' {
        $socket = Get-ProcSocket -LocalPort $held.port -State Listen
        $socket | Should -HaveCount 1
        $socket.Protocol | Should -BeExactly 'tcp'
        $socket.LocalEndPoint | Should -BeExactly "127.0.0.1:$($held.port)"
        $socket.RemoteEndPoint | Should -BeExactly '0.0.0.0:0'
        ($socket.Owners.ProcessId | Sort-Object) | Should -Be (@($held.pid) + $held.workers | Sort-Object)
        $socket.Owners.Number | Select-Object -Unique | Should -Be $held.fd
        $socket.ProcessName | Should -BeExactly 'python3'
        $socket.NetworkNamespace | Should -Be (Get-Item "/proc/$PID/ns/net").Target.Trim('net:[]')
        $socket.UserId | Should -Be (id -u)
        (Get-Item "/proc/$($held.pid)/fd/$($held.fd)").Target | Should -BeExactly "socket:[$($socket.Inode)]"
    }

    It 'gets both ends of a connection, and its queues' {
        $client = Get-ProcSocket -LocalPort $held.clientPort
        $server = Get-ProcSocket -RemotePort $held.clientPort
        $client.State, $server.State | Should -Be 'Established', 'Established'
        $client.RemotePort | Should -Be $held.port
        $server.ReceiveQueue | Should -Be 5
    }

    It 'gets the processes that hold a socket from the pipeline' {
        (Get-ProcSocket -LocalPort $held.port -State Listen | Get-ProcStatus).ProcessId | Sort-Object | Should -Be (@($held.pid) + $held.workers | Sort-Object)
    }

    It 'gets nothing for a socket without holders, and no error' {
        Get-ProcSocket -Protocol netlink | Where-Object { -not $_.Owners } | Select-Object -First 1 | Get-ProcStatus -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'gets the sockets of processes by id and by name' {
        $all = Get-ProcSocket $held.pid
        $all.LocalPort | Should -Contain $held.port
        $all.LocalPort | Should -Contain $held.port6
        $all | ForEach-Object { $_.Owners.ProcessId | Should -Contain $held.pid }
        (Get-ProcSocket -Name python* -Protocol tcp).LocalPort | Should -Contain $held.port
        (Get-Process -Id $held.workers | Get-ProcSocket -LocalPort $held.port -State Listen).Inode | Should -HaveCount 1
        (Get-ProcSocket 2147483646 -ErrorAction SilentlyContinue -ErrorVariable failed) | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be 'ProcFs.NotFound,ProcFs.Commands.GetProcSocketCommand'
    }

    It 'gets Unix sockets by exact names' {
        $socket = Get-ProcSocket -Unix ([WildcardPattern]::Escape($held.path))
        $socket.State | Should -Be 'Listen'
        $socket.Name | Should -BeExactly $held.path
        (Get-ProcSocket -Unix '*/two words*' | Format-List | Out-String -Width 200) | Should -Match 'two words\\nand a line'
        $abstract = Get-ProcSocket $held.pid -Protocol unix | Where-Object Name -Like '@procfs*'
        $abstract.Name | Should -BeExactly "@procfs`0$($held.pid)`0"
        $abstract.IsAbstract | Should -BeTrue
        $abstract.Type | Should -Be 'Dgram'
        $socket.IsAbstract | Should -BeFalse
        $socket.Backlog | Should -Be 3
        $socket.Source | Should -Be 'SockDiag'
    }

    It 'gets the other end of a Unix socket' {
        $left, $right = foreach ($inode in $held.pair) { Get-ProcSocket $held.pid -Protocol unix | Where-Object Inode -EQ $inode }
        $left.PeerInode | Should -Be $right.Inode
        $right.PeerInode | Should -Be $left.Inode
        $left.State | Should -Be 'Established'
        $left.User | Should -Be (id -un)
    }

    It 'gets how a connection does, and how many may wait at a listener' -Tag 'needs all of /proc' {
        $server = Get-ProcSocket -RemotePort $held.clientPort
        $server.BytesReceived | Should -Be 5
        $server.RoundTripTime | Should -BeOfType timespan
        $server.CongestionControl | Should -Be (Get-Content /proc/sys/net/ipv4/tcp_congestion_control)
        $server.CongestionWindow | Should -BeGreaterThan 0
        (Get-ProcSocket -LocalPort $held.clientPort).BytesSent | Should -Be 5
        $listener = Get-ProcSocket -LocalPort $held.port -State Listen
        $listener.Backlog | Should -Be 7
        $listener.SendQueue | Should -Be 0
        $listener.RoundTripTime | Should -BeNullOrEmpty
    }

    It 'filters by protocol, address and prefix' {
        (Get-ProcSocket $held.pid -Protocol 'udp*').LocalEndPoint | Should -BeExactly "[::1]:$($held.port6)"
        (Get-ProcSocket $held.pid -LocalAddress 127.0.0.0/8 -State Listen).LocalPort | Should -Be $held.port
        (Get-ProcSocket $held.pid -LocalAddress 127.0.0.* -State Listen).LocalPort | Should -Be $held.port
        (Get-ProcSocket $held.pid -RemoteAddress 127.0.0.1).Count | Should -Be 2
        Get-ProcSocket $held.pid -RemoteAddress 10.0.0.0/8 | Should -BeNullOrEmpty
        (Get-ProcSocket $held.pid -LocalAddress ::/0).LocalPort | Should -Be $held.port6
    }

    It 'reports an invalid protocol, address or state, and a port without sockets' {
        { Get-ProcSocket -Protocol tpc } | Should -Throw '*"tpc" is no protocol of sockets*'
        { Get-ProcSocket -LocalAddress 10/8 } | Should -Throw '*"10/8" is not an address*'
        { Get-ProcSocket -LocalAddress 10.0.0.0/33 } | Should -Throw '*is not an address*'
        { Get-ProcSocket -State Listening } | Should -Throw '*"Listening" is not a type of socket state*'
        { Get-ProcSocket 1 -NoOwner } | Should -Throw '*-NoOwner*'
        Get-ProcSocket -LocalPort 1 -Protocol udplite -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.Exception.Message | Should -BeExactly 'No socket has the local port 1.'
    }

    It 'does not read descriptors if no owners are wanted' {
        $socket = Get-ProcSocket -LocalPort $held.port -State Listen -NoOwner
        $socket.Owners | Should -BeNullOrEmpty
        $socket.Inode | Should -BeGreaterThan 0
    }

    It 'shows end points and owners at 80 columns' {
        $text = Get-ProcSocket -LocalPort $held.port -State Listen | Out-String -Width 80
        $text | Should -Match "tcp +Listen +127\.0\.0\.1:$($held.port) +0\.0\.0\.0:\* +$($held.pid)/python3"
    }

    It 'reads the files if the root is not a proc file system' {
        $capture = "$TestDrive/capture"
        $null = New-Item -ItemType Directory "$capture/$($held.pid)/net"
        foreach ($file in 'tcp', 'unix') { Copy-Item "/proc/$($held.pid)/net/$file" "$capture/$($held.pid)/net/" }
        Copy-Item "/proc/$($held.pid)/stat" "$capture/$($held.pid)/"
        $socket = Get-ProcSocket -LocalPort $held.port -State Listen -Root $capture
        $socket.Source | Should -Be 'Text'
        $socket.LocalAddress | Should -BeExactly '127.0.0.1'
        (Get-ProcSocket -Protocol unix -Root $capture | Where-Object Name -Like '@procfs*').Name | Should -Contain "@procfs@$($held.pid)@"
    }

    It 'finds a socket in a namespace that a descriptor alone keeps' -Tag 'needs root' -Skip:(-not $canUnshare) {
        $socket = Get-ProcSocket -LocalPort $held.heldPort
        $socket.NetworkNamespace | Should -Be $held.held
        $socket.ProcessId | Should -Be $held.pid
        (Get-Item "/proc/$PID/ns/net").Target.Trim('net:[]') | Should -Not -Be $held.held
    }

    It 'completes protocols, states, ports and names' {
        (TabExpansion2 'Get-ProcSocket -Protocol ud').CompletionMatches.CompletionText | Should -Be 'udp', 'udp6', 'udplite', 'udplite6'
        (TabExpansion2 'Get-ProcSocket -State lis').CompletionMatches.CompletionText | Should -Be 'Listen'
        $typed = "$($held.port)".Substring(0, 4)
        (TabExpansion2 "Get-ProcSocket -LocalPort $typed").CompletionMatches.CompletionText | Should -Contain "$($held.port)"
        (TabExpansion2 'Get-ProcSocket -Unix two').CompletionMatches.CompletionText -join '' | Should -Match 'two words'
    }
}

Describe 'Get-ProcSocket over two network namespaces' -Tag 'needs root', 'needs python3' -Skip:(-not ($hasPython -and $canUnshare)) {
    BeforeAll {
        $null = New-Item -ItemType Directory "$TestDrive/n"
        # Its loopback is down at first.
        $process, $held = Start-SocketProcess -Before 'unshare', '--net', 'sh', '-c', 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"', 'sh' -Folder (Get-Item "$TestDrive/n").FullName
    }

    AfterAll { Stop-TestProcess $process }

    It 'gets a listener in another namespace, with its owners' {
        $socket = Get-ProcSocket -LocalPort $held.port -State Listen | Where-Object NetworkNamespace -EQ (Get-Item "/proc/$($held.pid)/ns/net").Target.Trim('net:[]')
        $socket | Should -HaveCount 1
        $socket.Owners.ProcessId | Should -Contain $held.pid
        $socket.Owners | Should -HaveCount 6
    }

    It 'reads each namespace once' {
        $listeners = Get-ProcSocket -Protocol tcp -State Listen
        ($listeners | Group-Object NetworkNamespace, Inode | Where-Object Count -GT 1) | Should -BeNullOrEmpty
    }

    It 'reads it to a user without privilege too, with one warning' -Skip:(-not $hasSetpriv) {
        $shared = "$TestDrive/shared"
        $null = New-Item -ItemType Directory $shared
        chmod 0755 $TestDrive
        New-SharedModule $shared
        $seen = Invoke-Engine $shared @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups') @"
`$r = Get-ProcSocket -LocalPort $($held.port) -State Listen -WarningVariable warned -WarningAction SilentlyContinue -ErrorVariable failed
@{ Ports = @(`$r.LocalPort); Owners = @(`$r.Owners).Count; Namespaces = @(`$r.NetworkNamespace); Warnings = @(`$warned | ForEach-Object { "`$_" }); Errors = @(`$failed).Count }
"@
        $seen.Ports | Should -Be $held.port
        $seen.Owners | Should -Be 0
        $seen.Errors | Should -Be 0
        $seen.Warnings | Should -HaveCount 1
        $seen.Warnings | Should -Match '^Owners may be missing: the descriptors of \d+ of \d+ processes could not be read: permission denied\.'
    }
}

Describe 'Get-ProcSocket beside ss' -Tag 'needs ss' -Skip:(-not $hasSs) {
    It 'has the same sockets of <Protocol>' -ForEach @(
        @{ Protocol = 'tcp'; Option = @('-4ta') }
        @{ Protocol = 'udp'; Option = @('-4ua') }
        @{ Protocol = 'tcp6'; Option = @('-6ta') }
        @{ Protocol = 'udp6'; Option = @('-6ua') }
        @{ Protocol = 'unix'; Option = @('-xa') }
        @{ Protocol = 'netlink'; Option = '-A', 'netlink' }
    ) {
        $own = (Get-Item "/proc/$PID/ns/net").Target.Trim('net:[]')
        # A Unix socket has its inode behind its name, and the others at the end.
        $inode = $Protocol -eq 'unix' ? '\s(\d+)\s+\* \d+' : 'ino:(\d+)'
        function Get-Listed { ss -H -n -e @Option | ForEach-Object { if ($_ -match $inode) { $Matches[1] } } | Where-Object { $_ -ne 0 } | Sort-Object -Unique }
        $before = Get-Listed
        $found = @(Get-ProcSocket -Protocol $Protocol | Where-Object NetworkNamespace -EQ $own | ForEach-Object { "$($_.Inode)" })
        $after = Get-Listed
        # What was there before and behind was there between.
        $lasting = @($before | Where-Object { $_ -in $after })
        $lasting | Where-Object { $_ -notin $found } | Should -BeNullOrEmpty
        # What waits for its last packets has no inode any more.
        $held = @($found -ne 0)
        $held.Count | Should -Be @($held | Sort-Object -Unique).Count
    }
}
