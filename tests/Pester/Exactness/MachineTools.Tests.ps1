# The tools that others read the machine with, beside this module on the same live machine. A counter goes on counting: what a tool says lies between what is
# read before it and behind it. A rate belongs to the interval of its tool, and is compared with a tolerance.

BeforeDiscovery {
    $has = @{}
    foreach ($tool in 'vmstat', 'mpstat', 'iostat', 'sar', 'lscpu', 'swapon', 'slabtop', 'uptime', 'lslocks', 'lsipc', 'ipcmk', 'findmnt', 'lsirq', 'flock') {
        $has[$tool] = [bool](Get-Command $tool -CommandType Application -ErrorAction Ignore)
    }

    # busybox has tools of these names that know less.
    $has.vmstat = $has.vmstat -and "$(vmstat --version 2>&1)" -match 'procps'
    $has.uptime = $has.uptime -and "$(uptime --version 2>&1)" -match 'procps'
    $canReadSlabs = $null -ne (Get-Content /proc/slabinfo -TotalCount 1 -ErrorAction Ignore)

    # What vmstat -s calls it, and the same number here.
    $counters = @(
        'non-nice user cpu ticks', { $s.Cpu.User.TotalSeconds * $hz - $s.Cpu.Guest.TotalSeconds * $hz }
        'nice user cpu ticks', { $s.Cpu.Nice.TotalSeconds * $hz - $s.Cpu.GuestNice.TotalSeconds * $hz }
        'system cpu ticks', { $s.Cpu.System.TotalSeconds * $hz }
        'IRQ cpu ticks', { $s.Cpu.Irq.TotalSeconds * $hz }
        'softirq cpu ticks', { $s.Cpu.SoftIrq.TotalSeconds * $hz }
        'stolen cpu ticks', { $s.Cpu.Steal.TotalSeconds * $hz }
        'interrupts', { $s.Interrupts }
        'CPU context switches', { $s.ContextSwitches }
        'boot time', { $s.BootTime.ToUnixTimeSeconds() }
        'forks', { $s.ProcessesCreated }
        'K paged in', { $v.PagedIn / 1kb }
        'K paged out', { $v.PagedOut / 1kb }
        'pages swapped in', { $v.SwappedIn / $page }
        'pages swapped out', { $v.SwappedOut / $page }
    )
    $cases = for ($i = 0; $i -lt $counters.Count; $i += 2) { @{ Label = $counters[$i]; Value = "$($counters[$i + 1])" } }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $env:LC_ALL = 'C'
    $env:S_TIME_FORMAT = 'ISO'
    $hz = [int](getconf CLK_TCK)
    $page = [int](getconf PAGESIZE)

    # A rate of a tool and ours of nearly the same interval: within a quarter of the larger one, or a few units.
    function Test-Near([double] $Ours, [double] $Theirs, [double] $Units) {
        [Math]::Abs($Ours - $Theirs) -le [Math]::Max($Units, [Math]::Max($Ours, $Theirs) * 0.25)
    }

    # Runs a tool of two seconds in a thread, measures the same two seconds here, and gives both.
    function Measure-Both([string] $Measure, [string] $Tool) {
        $job = Start-ThreadJob { param($line) sh -c $line } -ArgumentList $Tool
        $ours = & ([scriptblock]::Create($Measure))
        @{ Ours = $ours; Theirs = $job | Receive-Job -Wait -AutoRemoveJob }
    }
}

AfterAll { Remove-Item Env:LC_ALL, Env:S_TIME_FORMAT -ErrorAction Ignore }

Describe 'The counters beside vmstat -s' -Tag 'needs vmstat of procps' -Skip:(-not $has.vmstat) {
    It 'agree about <Label>' -ForEach $cases {
        $read = [scriptblock]::Create($Value)
        $s = Get-Item Proc:/stat; $v = Get-Item Proc:/vmstat
        $first = & $read
        $line = vmstat -s | Where-Object { $_ -match "^\s*\d+\s+$([regex]::Escape($Label))$" }
        $s = Get-Item Proc:/stat; $v = Get-Item Proc:/vmstat
        $last = & $read
        $line | Should -Not -BeNullOrEmpty
        $number = [long]($line.Trim() -split '\s+')[0]
        # Vmstat makes kilobytes of pages, and cuts them.
        $number | Should -BeGreaterOrEqual ([Math]::Floor($first) - 1)
        $number | Should -BeLessOrEqual ([Math]::Ceiling($last) + 1)
    }

    It 'agree about <Label> of memory' -ForEach @(
        @{ Label = 'total memory'; Property = 'Total' }
        @{ Label = 'free memory'; Property = 'Free' }
        @{ Label = 'used memory'; Property = 'Used' }
        @{ Label = 'buffer memory'; Property = 'Buffers' }
        @{ Label = 'total swap'; Property = 'SwapTotal' }
        @{ Label = 'used swap'; Property = 'SwapUsed' }
    ) {
        $number = [long]((vmstat -s | Where-Object { $_ -match "K $Label$" }).Trim() -split '\s+')[0]
        $ours = (Get-KernelMemory).$Property / 1kb
        [Math]::Abs($ours - $number) | Should -BeLessThan $(if ($Label -like 'total*') { 1 } else { 512kb })
    }
}

Describe 'Measure-KernelUsage beside the tools of sysstat' {
    BeforeAll { $load = Start-TestProcess 'while :; do sleep 0.01; done & trap "kill $!" EXIT' }

    AfterAll { Stop-TestProcess $load }

    It 'agrees with mpstat about each CPU' -Tag 'needs mpstat' -Skip:(-not $has.mpstat) {
        $both = Measure-Both 'Measure-KernelUsage -Cpu -Interval 2' 'mpstat -P ALL -o JSON 2 1'
        $theirs = ($both.Theirs -join "`n" | ConvertFrom-Json).sysstat.hosts[0].statistics[0].'cpu-load' | Where-Object cpu -NE 'all'
        $both.Ours.Count | Should -Be @($theirs).Count
        foreach ($cpu in $theirs) {
            $ours = $both.Ours | Where-Object Cpu -EQ ([int]$cpu.cpu)
            foreach ($pair in @(('UserPercent', 'usr'), ('NicePercent', 'nice'), ('SystemPercent', 'sys'), ('IoWaitPercent', 'iowait'), ('IrqPercent', 'irq'), ('SoftIrqPercent', 'soft'), ('StealPercent', 'steal'), ('IdlePercent', 'idle'))) {
                Test-Near $ours.($pair[0]) $cpu.($pair[1]) 15 | Should -BeTrue -Because "$($pair[1]) of cpu$($cpu.cpu) is $($cpu.($pair[1])) there and $($ours.($pair[0])) here"
            }
        }
    }

    It 'agrees with vmstat about switches, interrupts and the CPUs' -Tag 'needs vmstat of procps' -Skip:(-not $has.vmstat) {
        $both = Measure-Both 'Measure-KernelUsage -Interval 2' 'vmstat -y 2 1'
        $names = $both.Theirs[1].Trim() -split '\s+'
        $values = $both.Theirs[2].Trim() -split '\s+'
        $there = @{}
        for ($i = 0; $i -lt $names.Count; $i++) { $there[$names[$i]] = [double]$values[$i] }
        $here = $both.Ours
        Test-Near $here.InterruptsPerSecond $there['in'] 300 | Should -BeTrue -Because "interrupts are $($there['in']) there and $($here.InterruptsPerSecond) here"
        Test-Near $here.ContextSwitchesPerSecond $there['cs'] 1000 | Should -BeTrue -Because "switches are $($there['cs']) there and $($here.ContextSwitchesPerSecond) here"
        Test-Near (100 - $here.CpuPercent - $here.IoWaitPercent) $there['id'] 15 | Should -BeTrue
    }

    It 'agrees with sar about the traffic of lo' -Tag 'needs sar' -Skip:(-not $has.sar) {
        $listener = [Net.Sockets.UdpClient]::new([Net.IPEndPoint]::new([Net.IPAddress]::Loopback, 0))
        $target = $listener.Client.LocalEndPoint
        $traffic = Start-ThreadJob {
            param($target)
            $socket = [Net.Sockets.UdpClient]::new()
            $end = [datetime]::UtcNow.AddSeconds(4)
            while ([datetime]::UtcNow -lt $end) { $null = $socket.Send([byte[]]::new(1000), 1000, $target); Start-Sleep -Milliseconds 5 }
            $socket.Dispose()
        } -ArgumentList $target
        try {
            $both = Measure-Both 'Measure-KernelUsage -NetDevice -Interval 2' 'sar -n DEV 2 1'
        }
        finally {
            $traffic | Wait-Job | Remove-Job
            $listener.Dispose()
        }

        $line = ($both.Theirs | Where-Object { $_ -match '^Average:\s+lo\s' }) -split '\s+'
        $lo = $both.Ours | Where-Object Name -EQ lo
        $lo.ReceivePacketsPerSecond | Should -BeGreaterThan 20
        Test-Near $lo.ReceivePacketsPerSecond ([double]$line[2]) 30 | Should -BeTrue -Because "packets are $($line[2]) there and $($lo.ReceivePacketsPerSecond) here"
        Test-Near ($lo.ReceiveBytesPerSecond / 1kb) ([double]$line[4]) 30 | Should -BeTrue -Because "kilobytes are $($line[4]) there and $($lo.ReceiveBytesPerSecond / 1kb) here"
    }

    It 'agrees with iostat -x about the writes of a disk' -Tag 'needs iostat' -Skip:(-not $has.iostat) {
        $file = "$TestDrive/written"
        $writer = Start-TestProcess "while :; do dd if=/dev/zero of='$file' bs=64k count=8 oflag=dsync; sleep 0.01; done 2>/dev/null & trap 'kill `$!' EXIT"
        try {
            $both = Measure-Both 'Measure-KernelUsage -Disk -Interval 2' 'iostat -d -x -y -o JSON 2 1'
        }
        finally {
            Stop-TestProcess $writer
        }

        $theirs = ($both.Theirs -join "`n" | ConvertFrom-Json).sysstat.hosts[0].statistics[-1].disk
        @($theirs).Count | Should -BeGreaterThan 0
        foreach ($disk in $theirs) {
            $ours = $both.Ours | Where-Object Name -EQ $disk.disk_device
            $ours | Should -Not -BeNullOrEmpty
            foreach ($pair in @(('r/s', $ours.ReadsPerSecond), ('w/s', $ours.WritesPerSecond), ('wkB/s', ($ours.BytesWrittenPerSecond / 1kb)), ('util', $ours.UtilizationPercent))) {
                $units = $(if ($pair[0] -eq 'wkB/s') { 4096 } else { 50 })
                Test-Near $pair[1] $disk.($pair[0]) $units | Should -BeTrue -Because "$($pair[0]) of $($disk.disk_device) is $($disk.($pair[0])) there and $($pair[1]) here"
            }

            if ($disk.'w/s' -gt 100) {
                Test-Near $ours.WriteAwait.TotalMilliseconds $disk.w_await 2 | Should -BeTrue -Because "w_await is $($disk.w_await) there and $($ours.WriteAwait.TotalMilliseconds) here"
            }
        }
    }
}

Describe 'Get-KernelLoad beside uptime' -Tag 'needs uptime of procps' -Skip:(-not $has.uptime) {
    It 'agrees about the boot, and about the averages' {
        $first = Get-KernelLoad
        $text = uptime
        $last = Get-KernelLoad
        $text -match 'load average: ([\d.]+), ([\d.]+), ([\d.]+)' | Should -BeTrue
        ([double[]]$Matches[1..3] -join ' ') | Should -BeIn @(($first.OneMinute, $first.FiveMinutes, $first.FifteenMinutes -join ' '), ($last.OneMinute, $last.FiveMinutes, $last.FifteenMinutes -join ' '))
        [Math]::Abs(([datetime](uptime -s) - $last.BootTime.LocalDateTime).TotalSeconds) | Should -BeLessThan 3
    }
}

Describe 'Get-KernelCpu beside lscpu' -Tag 'needs lscpu' -Skip:(-not $has.lscpu) {
    It 'has the CPUs, cores and sockets' {
        $rows = lscpu '-p=CPU,CORE,SOCKET' | Where-Object { $_ -notlike '#*' } | ConvertFrom-Csv -Header Cpu, Core, Socket
        $ours = @(Get-KernelCpu)
        $ours.Number | Should -Be ([int[]]$rows.Cpu)
        if ($null -ne $ours[0].CoreId) {
            @($ours | Sort-Object Package, CoreId -Unique).Count | Should -Be @($rows | Sort-Object Core -Unique).Count
            @($ours | Sort-Object Package -Unique).Count | Should -Be @($rows | Sort-Object Socket -Unique).Count
        }
    }

    It 'has the model and the flags' {
        $fields = @{}
        foreach ($field in (lscpu -J | ConvertFrom-Json).lscpu) { $fields[$field.field.TrimEnd(':')] = $field.data; foreach ($child in $field.children) { $fields[$child.field.TrimEnd(':')] = $child.data; foreach ($deep in $child.children) { $fields[$deep.field.TrimEnd(':')] = $deep.data } } }
        $cpu = Get-KernelCpu 0
        $compared = 0
        foreach ($pair in @(('Vendor ID', $cpu.Vendor), ('Model name', $cpu.ModelName), ('CPU family', $cpu.Family), ('Model', $cpu.Model), ('Stepping', $cpu.Stepping))) {
            if ($fields[$pair[0]] -and $pair[1]) { $pair[1] | Should -Be $fields[$pair[0]]; $compared++ }
        }

        if ($cpu.Flags -and $fields['Flags']) { $cpu.Flags -join ' ' | Should -Be $fields['Flags']; $compared++ }
        if ($cpu.BogoMips -and $fields['BogoMIPS']) { $cpu.BogoMips | Should -Be ([double]$fields['BogoMIPS']); $compared++ }
        $compared | Should -BeGreaterThan 0
    }
}

Describe 'Proc:/swaps beside swapon' -Tag 'needs swapon' -Skip:(-not $has.swapon) {
    It 'has the same areas with size, use and priority' {
        $theirs = @(swapon '--show=NAME,TYPE,SIZE,USED,PRIO' --bytes --raw --noheadings | ForEach-Object { , ($_ -split ' ') })
        $ours = @(Get-ChildItem Proc:/swaps)
        $ours.Count | Should -Be $theirs.Count
        for ($i = 0; $i -lt $ours.Count; $i++) {
            $ours[$i].Target, $ours[$i].Type, $ours[$i].Size, $ours[$i].Priority | Should -Be $theirs[$i][0], $theirs[$i][1], $theirs[$i][2], $theirs[$i][4]
            [Math]::Abs($ours[$i].Used - [long]$theirs[$i][3]) | Should -BeLessThan 64mb
        }
    }
}

Describe 'Get-KernelSlab beside slabtop' -Tag 'needs slabtop and a readable slabinfo' -Skip:(-not ($has.slabtop -and $canReadSlabs)) {
    It 'agrees about the objects and slabs of each cache' {
        $first = @{}; foreach ($cache in Get-KernelSlab) { $first[$cache.Name] = $cache }
        $lines = slabtop -o | Where-Object { $_ -match '^\s*\d+\s+\d+\s+\d+%' }
        $last = @{}; foreach ($cache in Get-KernelSlab) { $last[$cache.Name] = $cache }
        $compared = 0
        foreach ($line in $lines) {
            $fields = $line.Trim() -split '\s+', 8
            $name = $fields[7]
            if (-not $first[$name] -or -not $last[$name]) { continue }
            $fields[5] | Should -Be $last[$name].ObjectsPerSlab
            Test-Near $last[$name].Objects $fields[0] ($last[$name].ObjectsPerSlab * 200) | Should -BeTrue -Because "$name has $($fields[0]) objects there and $($last[$name].Objects) here"
            [Math]::Abs([double]$fields[3].TrimEnd('K') - $last[$name].ObjectSize / 1kb) | Should -BeLessThan 0.0051
            $compared++
        }

        $compared | Should -BeGreaterThan 5
    }
}

Describe 'Get-KernelLock beside lslocks' -Tag 'needs lslocks and flock' -Skip:(-not ($has.lslocks -and $has.flock)) {
    It 'has a lock that a process holds' {
        $file = "$TestDrive/beside.lock"
        Set-Content $file 'held'
        $holder = Start-TestProcess "exec flock -o -x '$file' bash --norc -c 'echo ready; read -r _'"
        try {
            $theirs = (lslocks -J -b --notruncate -o COMMAND,PID,TYPE,MODE,START,END,PATH | ConvertFrom-Json).locks | Where-Object path -EQ $file
            $ours = Get-KernelLock $file -WarningAction SilentlyContinue
            $ours.Type, $ours.Access, $ours.ProcessId, $ours.Start, $ours.Target | Should -Be $theirs.type, $theirs.mode, $theirs.pid, $theirs.start, $theirs.path
            # 0 is the end of lslocks for a lock that reaches to the end of the file.
            $ours.End | Should -BeNullOrEmpty
            $theirs.end | Should -Be 0
            $ours.ProcessName | Should -Be $theirs.command
        }
        finally {
            Stop-TestProcess $holder
        }
    }
}

Describe 'Get-KernelIpc beside lsipc' -Tag 'needs lsipc and ipcmk' -Skip:(-not ($has.lsipc -and $has.ipcmk)) {
    It 'has a segment, a set of semaphores and a queue' {
        $made = @((ipcmk -M 8192 -p 0640), (ipcmk -S 3), (ipcmk -Q)) | ForEach-Object { [int]($_ -replace '\D') }
        try {
            foreach ($kind in @(('-m', 'shm', 0, 'SharedMemory'), ('-s', 'sem', 1, 'Semaphore'), ('-q', 'msg', 2, 'MessageQueue'))) {
                $theirs = (lsipc $kind[0] -J | ConvertFrom-Json).psobject.Properties.Value | Where-Object id -EQ $made[$kind[2]]
                $ours = Get-KernelIpc | Where-Object { $_.IpcId -eq $made[$kind[2]] -and "$($_.Type)" -like "$($kind[3].Substring(0, 5))*" }
                $ours.Key | Should -Be ([int]$theirs.key)
                $ours.User | Should -Be $theirs.owner
                if ($kind[1] -eq 'shm') { $ours.Size | Should -Be 8192 }
                if ($kind[1] -eq 'sem') { $ours.Count | Should -Be $theirs.nsems }
                if ($kind[1] -eq 'msg') { $ours.Count | Should -Be $theirs.msgs }
            }
        }
        finally {
            ipcrm -m $made[0] -s $made[1] -q $made[2]
        }
    }
}

Describe 'Get-KernelMount beside findmnt' -Tag 'needs findmnt' -Skip:(-not $has.findmnt) {
    It 'has the same mounts in the same order' {
        $theirs = (findmnt -J -l -k -o ID,PARENT,TARGET,SOURCE,FSTYPE,VFS-OPTIONS,FS-OPTIONS,PROPAGATION | ConvertFrom-Json).filesystems
        $ours = @(Get-KernelMount)
        $ours.MountId | Sort-Object | Should -Be ($theirs.id | Sort-Object)
        foreach ($mount in $theirs) {
            $own = $ours | Where-Object MountId -EQ $mount.id
            $own.ParentId, $own.Target, $own.Type | Should -Be $mount.parent, $mount.target, $mount.fstype
            $own.Options -join ',' | Should -Be $mount.'vfs-options'
            $own.SuperOptions -join ',' | Should -Be $mount.'fs-options'
        }
    }
}

Describe 'Get-KernelInterrupt beside lsirq' -Tag 'needs lsirq' -Skip:(-not $has.lsirq) {
    It 'agrees about the total and the name of each' {
        $first = @{}; foreach ($row in Get-KernelInterrupt) { $first[$row.Irq] = $row }
        $theirs = (lsirq -J | ConvertFrom-Json).interrupts
        $last = @{}; foreach ($row in Get-KernelInterrupt) { $last[$row.Irq] = $row }
        @($theirs).Count | Should -Be $last.Count
        foreach ($row in $theirs) {
            [long]$row.total | Should -BeGreaterOrEqual $first[$row.irq].Total -Because $row.irq
            [long]$row.total | Should -BeLessOrEqual $last[$row.irq].Total -Because $row.irq
        }
    }

    It 'agrees about soft interrupts' {
        $first = @{}; foreach ($row in Get-KernelInterrupt -Soft) { $first[$row.Name] = $row }
        $theirs = (lsirq -J -S | ConvertFrom-Json).interrupts
        $last = @{}; foreach ($row in Get-KernelInterrupt -Soft) { $last[$row.Name] = $row }
        foreach ($row in $theirs) {
            [long]$row.total | Should -BeGreaterOrEqual $first[$row.irq].Total -Because $row.irq
            [long]$row.total | Should -BeLessOrEqual $last[$row.irq].Total -Because $row.irq
        }
    }
}
