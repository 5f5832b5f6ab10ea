BeforeDiscovery {
    $isRoot = [Environment]::UserName -eq 'root'
    function Test-Tool([string] $Name) { [bool](Get-Command $Name -CommandType Application -ErrorAction Ignore) }
    $hasFree, $hasLsmod, $hasFlock = 'free', 'lsmod', 'flock' | ForEach-Object { Test-Tool $_ }
    $hasModules, $hasSlabinfo, $hasPressure = '/proc/modules', '/proc/slabinfo', '/proc/pressure/memory' | ForEach-Object { Test-Path $_ }
}

BeforeAll {
    Import-Module ProcFs
    $capture = (Resolve-Path "$PSScriptRoot/../../../fixtures/6.18-x86_64/proc").Path
}

Describe 'Get-KernelMemory' {
    It 'has the values of the file, in bytes' {
        $memory = Get-KernelMemory
        $file = Get-Content /proc/meminfo | Where-Object { $_ -match '^MemTotal:\s+(\d+) kB' }
        $null = $file -match '(\d+)'
        $memory.Total | Should -Be ([long]$Matches[1] * 1024)
        $memory.MemTotal | Should -Be $memory.Total
    }

    It 'agrees with free' -Tag 'needs free' -Skip:(-not $hasFree) {
        $fields = (env LC_ALL=C free -b | Where-Object { $_ -match '^Mem:' }) -split '\s+'
        $memory = Get-KernelMemory
        $memory.Total | Should -Be $fields[1]
        [Math]::Abs($memory.Available - [long]$fields[6]) | Should -BeLessThan 500MB
    }
}

Describe 'Get-KernelLoad' {
    It 'agrees with uptime and the number of CPUs' {
        $load = Get-KernelLoad
        $load.Cpus | Should -Be (Get-Content /proc/stat | Where-Object { $_ -match '^cpu\d' }).Count
        $load.Uptime.TotalSeconds | Should -BeGreaterThan 0
        [Math]::Abs($load.Uptime.TotalSeconds - [double]((Get-Content /proc/uptime) -split ' ')[0]) | Should -BeLessThan 60
        $load.LoadPercent | Should -Be ($load.OneMinute / $load.Cpus * 100)
        $load.IdlePercent | Should -BeGreaterOrEqual 0
        $load.IdlePercent | Should -BeLessThan 101
    }

    It 'has the values of a capture' {
        $load = Get-KernelLoad -Root $capture
        "$load" | Should -BeExactly '0.51, 1.62, 12.70'
        $load.Uptime.ToString() | Should -BeLike '01:01:16*'
    }

    It 'has the reason for a missing uptime' {
        $folder = New-Item -ItemType Directory "$TestDrive/load"
        Set-Content "$folder/loadavg" '0.00 0.01 0.05 1/100 4242'
        $load = Get-KernelLoad -Root $folder
        $load.OneMinute | Should -Be 0
        $load.Uptime | Should -BeNullOrEmpty
        $load.Unavailable['Uptime'] | Should -Be 'NotInCapture'
    }

    It 'is an error without loadavg' {
        $folder = New-Item -ItemType Directory "$TestDrive/empty"
        Get-KernelLoad -Root $folder -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound*'
    }
}

Describe 'Get-KernelCpu' {
    It 'has each processor' {
        @(Get-KernelCpu).Count | Should -Be (Get-Content /proc/cpuinfo | Where-Object { $_ -match '^processor\s*:' }).Count
        (Get-KernelCpu 0).Number | Should -Be 0
    }

    It 'is an error for a number that none has' {
        Get-KernelCpu 99999 -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].Exception.Message | Should -BeExactly 'There is no processor named "99999".'
    }
}

Describe 'Get-KernelDisk' {
    It 'has each line of the file' {
        @(Get-KernelDisk).Name | Should -BeExactly @(Get-Content /proc/diskstats | ForEach-Object { ($_.Trim() -split '\s+')[2] })
    }

    It 'finds by wildcard and name' {
        (Get-KernelDisk sd* -Root $capture).Name | Should -BeExactly 'sda', 'sda1'
        Get-KernelDisk nothere*, sda -Root $capture -ErrorVariable failure | Should -HaveCount 1
        $failure | Should -BeNullOrEmpty
        Get-KernelDisk sdz -Root $capture -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound*'
        $failure.TargetObject | Should -Be 'sdz'
    }
}

Describe 'Get-KernelInterrupt' {
    It 'sums the counts of the CPUs' {
        $timer = Get-KernelInterrupt LOC -Root $capture
        $timer.Total | Should -Be ($timer.Counts.Values | Measure-Object -Sum).Sum
    }

    It 'finds by device and by description' {
        (Get-KernelInterrupt '*nvme*' -Root $capture).Irq | Should -Be 130
        (Get-KernelInterrupt 'TLB shootdowns' -Root $capture).Irq | Should -Be 'TLB'
    }

    It 'has soft interrupts' {
        Get-KernelInterrupt -Soft TIMER | Should -BeOfType ([ProcFs.SoftInterrupt])
        Get-KernelInterrupt -Soft NOTHERE -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].Exception.Message | Should -BeExactly 'There is no soft interrupt named "NOTHERE".'
    }
}

Describe 'Get-KernelIpc' {
    It 'has all three types in one table' {
        $objects = Get-KernelIpc -Root $capture
        $objects.Type | Sort-Object -Unique | Should -Be 'SharedMemory', 'MessageQueue', 'Semaphore'
        (Get-KernelIpc Semaphore -Root $capture).IpcId | Should -Be 4, 32773
        (Get-KernelIpc SharedMemory -Root $capture)[0].Detail | Should -BeOfType ([ProcFs.SharedMemorySegment])
    }

    It 'shows keys in hexadecimal' {
        Get-KernelIpc -Root $capture | Out-String | Should -Match '\bdeadbeef\b'
    }
}

Describe 'Get-KernelKey' {
    It 'finds by id, description and type' {
        (Get-KernelKey 0792824b -Root $capture).Description | Should -BeLike '.builtin_trusted_keys*'
        (Get-KernelKey logon -Root $capture).Description | Should -BeLike 'cifs:*'
    }
}

Describe 'Get-KernelModule' {
    It 'finds by wildcard' {
        (Get-KernelModule *f* -Root $capture).Name | Should -Be 'nf_tables', 'fuse'
        (Get-KernelModule nvidia -Root $capture).TaintNames | Should -Not -BeNullOrEmpty
    }

    It 'agrees with lsmod' -Tag 'needs lsmod and modules' -Skip:(-not ($hasLsmod -and $hasModules)) {
        @(Get-KernelModule).Name | Sort-Object | Should -Be @(lsmod | Select-Object -Skip 1 | ForEach-Object { ($_ -split '\s+')[0] } | Sort-Object)
    }
}

Describe 'Get-KernelSlab' {
    It 'finds by wildcard' {
        (Get-KernelSlab kmalloc-* -Root $capture).Name | Should -Be 'kmalloc-64'
    }

    It 'has each cache' -Tag 'needs root and slabinfo' -Skip:(-not ($isRoot -and $hasSlabinfo)) {
        @(Get-KernelSlab).Count | Should -Be (@(Get-Content /proc/slabinfo).Count - 2)
    }
}

Describe 'Get-KernelPressure' {
    It 'has the resources that were captured' {
        (Get-KernelPressure -Root $capture).Resource | Should -Be 'cpu', 'io', 'irq', 'memory'
        (Get-KernelPressure memory -Root $capture).Some.Avg10 | Should -BeOfType ([double])
    }

    It 'omits resources without accounting, unless they are named' {
        $folder = New-Item -ItemType Directory "$TestDrive/old/pressure"
        Copy-Item "$capture/pressure/cpu" $folder
        (Get-KernelPressure -Root "$TestDrive/old").Resource | Should -Be 'cpu'
        Get-KernelPressure io -Root "$TestDrive/old" -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound*'
    }

    It 'reports once that there are none' {
        $folder = New-Item -ItemType Directory "$TestDrive/none"
        Get-KernelPressure -Root $folder -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure | Should -HaveCount 1
    }

    It 'is that of this machine' -Tag 'needs pressure stall information' -Skip:(-not $hasPressure) {
        (Get-KernelPressure memory).Some.Total | Should -BeOfType ([TimeSpan])
    }
}

Describe 'Get-KernelMount' {
    It 'has the mounts of this session' {
        @(Get-KernelMount).Count | Should -Be @(Get-Content /proc/self/mountinfo).Count
        (Get-KernelMount /proc)[0].Type | Should -Be 'proc'
        Get-KernelMount /nothere -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].Exception.Message | Should -BeExactly 'No mount is at "/nothere".'
    }
}

Describe 'Get-KernelLock' -Tag 'needs flock' -Skip:(-not $hasFlock) {
    BeforeAll {
        $file = "$TestDrive/held.lock"
        Set-Content $file ''
        $start = [System.Diagnostics.ProcessStartInfo]::new('/bin/sh', [string[]]@('-c', 'exec 9>"$1"; flock -x 9; sleep 1000 & echo $!; wait', 'sh', $file))
        $start.RedirectStandardOutput = $true
        $holder = [System.Diagnostics.Process]::Start($start)
        $child = [int]$holder.StandardOutput.ReadLine()
    }

    AfterAll {
        $child, $holder.Id | Where-Object { $_ -gt 1 } | ForEach-Object { Stop-Process -Id $_ -ErrorAction Ignore }
        $holder.Dispose()
    }

    It 'has the file, and everyone who has inherited the lock' -Tag 'needs the PID namespace of the machine' {
        $lock = Get-KernelLock $file -WarningAction SilentlyContinue
        $lock.Type | Should -Be 'FLOCK'
        $lock.Access | Should -Be 'WRITE'
        $lock.Target | Should -BeExactly $file
        $lock.Holders | Should -Be ($holder.Id, $child | Sort-Object)
    }

    It 'names whom it waits for' {
        $blocked = Get-KernelLock -Root $capture | Where-Object IsBlocked
        $blocked.ProcessId | Should -Be 4400
        $blocked.BlockerId | Should -Be 4310
    }

    It 'is an error for a file without a lock' {
        Get-KernelLock /nothere -Root $capture -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].Exception.Message | Should -BeExactly 'No lock is on "/nothere".'
    }
}

Describe 'Get-KernelConfig' {
    It 'has the options of a capture' {
        $options = Get-KernelConfig -Root $capture
        $options.Count | Should -BeGreaterThan 1
        ($options | Where-Object IsEnabled).Value | Sort-Object -Unique | Where-Object { $_ -notin 'm', 'y' } | Should -BeNullOrEmpty
        Get-KernelConfig CONFIG_NOT_HERE -Root $capture -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].Exception.Message | Should -BeExactly 'There is no kernel option named "CONFIG_NOT_HERE".'
    }
}

Describe 'The network of this session' {
    It 'has its devices' {
        @(Get-KernelNetDevice).Name | Should -Be @(Get-Content /proc/net/dev | Select-Object -Skip 2 | ForEach-Object { ($_ -split ':\s*\d+\s')[0].Trim() })
        (Get-KernelNetDevice lo).ReceiveBytes | Should -Be (Get-KernelNetDevice lo).TransmitBytes
        Get-KernelNetDevice nothere0 -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].TargetObject | Should -Be 'nothere0'
    }

    It 'has its routes' {
        @(Get-KernelRoute).Count | Should -Be (@(Get-Content /proc/net/route).Count - 1)
        if (Test-Path /proc/net/ipv6_route) { @(Get-KernelRoute -IPv6).Count | Should -Be @(Get-Content /proc/net/ipv6_route).Count }
    }

    It 'has its neighbors' {
        @(Get-KernelNeighbor).Count | Should -Be (@(Get-Content /proc/net/arp).Count - 1)
    }
}

Describe 'Get-KernelNetStatistic' {
    It 'agrees with the files, one counter after the other' {
        $lines = Get-Content /proc/net/snmp
        $expected = for ($i = 0; $i -lt $lines.Count; $i += 2) { ($lines[$i] -split ' ' | Select-Object -Skip 1 | ForEach-Object { ($lines[$i] -split ':')[0] + $_ }) }
        (Get-KernelNetStatistic -All).Name | Select-Object -First $expected.Count | Should -Be $expected
        (Get-KernelNetStatistic TcpMaxConn).Value | Should -Be -1
        (Get-KernelNetStatistic TcpRtoMin).Value | Should -Be 200
    }

    It 'leaves out what is zero, unless it is named or -All is given' {
        (Get-KernelNetStatistic).Value | Should -Not -Contain 0
        (Get-KernelNetStatistic -All).Value | Should -Contain 0
        $zero = Get-KernelNetStatistic -All | Where-Object Value -EQ 0 | Select-Object -First 1
        (Get-KernelNetStatistic $zero.Name).Value | Should -Be 0
        (Get-KernelNetStatistic RtoAlgorithm).Name | Should -Be 'TcpRtoAlgorithm'
        { Get-KernelNetStatistic TcpNothing -ErrorAction Stop } | Should -Throw 'There is no network counter named "TcpNothing".*' -ErrorId 'ProcFs.NotFound,*'
    }

    It 'reads a network namespace once, and knows it' {
        $found = $PID, $PID | Get-KernelNetStatistic TcpRtoMin
        $found.NetworkNamespace | Should -Be ([ulong]((Get-Item /proc/self/ns/net).LinkTarget -replace '\D'))
        { Get-KernelNetStatistic -Id 999999999 -ErrorAction Stop } | Should -Throw 'No process has the id 999999999.' -ErrorId 'ProcFs.NotFound,*'
    }

    It 'agrees with nstat' -Tag 'needs nstat' -Skip:(-not (Get-Command nstat -CommandType Application -ErrorAction Ignore)) {
        $before = @{}; Get-KernelNetStatistic -All | ForEach-Object { $before[$_.Name] = $_.Value }
        $theirs = nstat -asz 2>$null | Where-Object { $_ -match '^(\w+) +(\d+) ' } | ForEach-Object { , ($Matches[1], [long]$Matches[2]) }
        $after = @{}; Get-KernelNetStatistic -All | ForEach-Object { $after[$_.Name] = $_.Value }
        $theirs.Count | Should -BeGreaterThan 100
        foreach ($one in $theirs) {
            $after.ContainsKey($one[0]) | Should -BeTrue -Because $one[0]
            if ($before[$one[0]] -eq $after[$one[0]] -and $after[$one[0]] -ge 0) { $one[1] | Should -Be $after[$one[0]] -Because $one[0] }
        }
    }

    It 'works in another network namespace' -Tag 'needs namespaces' -Skip:($(unshare -n true 2>$null; $LASTEXITCODE -ne 0)) {
        . "$PSScriptRoot/../../Setup/TestProcess.ps1"
        $file = "$((Get-Item $TestDrive).FullName)/inner"
        $holder = Start-TestProcess "exec 9<&0
            exec 8< <(exec unshare -n bash -c 'echo `$`$; exec cat' <&9)
            read -r inner <&8
            echo `$inner > '$file'"
        try {
            $inner = [int](Get-Content $file)
            $found = Get-KernelNetStatistic -Id $inner -All
            $found[0].NetworkNamespace | Should -Not -Be (Get-KernelNetStatistic TcpRtoMin).NetworkNamespace
            ($found | Where-Object Name -EQ TcpPassiveOpens).Value | Should -Be 0
        }
        finally { Stop-TestProcess $holder }
    }
}

Describe 'Completion' {
    It 'offers <Expected> for <Line>' -ForEach @(
        @{ Line = 'Get-KernelDisk -Root {0} sda'; Expected = 'sda', 'sda1' }
        @{ Line = 'Get-KernelModule -Root {0} f'; Expected = 'fuse' }
        @{ Line = 'Get-KernelPressure m'; Expected = 'memory' }
        @{ Line = 'Get-KernelNetStatistic tcprtom'; Expected = 'TcpRtoMax', 'TcpRtoMin' }
        @{ Line = 'Get-KernelIpc s'; Expected = 'Semaphore', 'SharedMemory' }
    ) {
        $text = $Line -f $capture
        (TabExpansion2 $text $text.Length).CompletionMatches.CompletionText | Sort-Object | Should -Be $Expected
    }
}
