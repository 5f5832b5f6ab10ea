#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

Describe 'Measure-ProcUsage and Measure-KernelUsage over two captures' {
    BeforeAll {
        # Ten seconds of one boot: process 7 used 300 ticks of user and 200 of system time, 8 was idle, 9 started in between, and 6 was left out of the first.
        $script:folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "procfs-$([guid]::NewGuid())")).FullName
        function New-Set($name, $files) {
            foreach ($file in $files.Keys) {
                $path = Join-Path $folder "$name/proc/$file"
                New-Item -ItemType Directory -Force (Split-Path $path) | Out-Null
                [IO.File]::WriteAllText($path, $files[$file])
            }
            Join-Path $folder "$name/proc"
        }
        function Get-Stat($id, $comm, $user, $system, $start) { "$id ($comm) S 1 7 7 0 -1 4194304 0 0 0 0 $user $system 0 0 20 0 1 0 $start 1000000 100 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0`n" }
        function Get-Status($comm, $id, $switches) { "Name:`t$comm`nTgid:`t$id`nPid:`t$id`nVmSize:`t    1000 kB`nVmRSS:`t     400 kB`nThreads:`t1`nvoluntary_ctxt_switches:`t$switches`nnonvoluntary_ctxt_switches:`t0`n" }
        function Get-Machine($uptime, $user, $idle, $switches, $sectors, $bytes, $boot = 'a1') {
            @{
                'stat' = "cpu  $user 0 0 $idle 0 0 0 0 0 0`ncpu0 $user 0 0 $idle 0 0 0 0 0 0`nctxt $switches`nbtime 1700000000`nprocesses 10`n"
                'uptime' = "$uptime 1.00`n"; 'vmstat' = "pgpgin 0`npgfault $switches`n"; 'sys/kernel/random/boot_id' = "$boot`n"
                'diskstats' = "   8       0 sda $sectors 0 $sectors 0 0 0 0 0 0 0 0`n"
                'net/dev' = "Inter-|   Receive                                                |  Transmit`n face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed`n  eth0: $bytes 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0`n"
            }
        }
        $idle = @{ '8/stat' = (Get-Stat 8 idle 5 5 600); '8/status' = (Get-Status idle 8 1) }
        $script:before = New-Set before ((Get-Machine 100.00 100 1000 1000 100 1000) + $idle + @{ '7/stat' = (Get-Stat 7 worker 100 50 500); '7/status' = (Get-Status worker 7 10) })
        $script:after = New-Set after ((Get-Machine 110.00 600 1500 3000 200 6000) + $idle + @{
            '7/stat' = (Get-Stat 7 worker 400 250 500); '7/status' = (Get-Status worker 7 110)
            '9/stat' = (Get-Stat 9 fresh 100 0 10500); '9/status' = (Get-Status fresh 9 5)
            '6/stat' = (Get-Stat 6 old 9000 0 400); '6/status' = (Get-Status old 6 5)
        })
        $script:restarted = New-Set restarted ((Get-Machine 200.00 600 1500 3000 200 6000 'b2') + $idle)
        $timeless = Get-Machine 120.00 600 1500 3000 200 6000
        $timeless.Remove('uptime')
        $script:timeless = New-Set timeless ($timeless + $idle)
    }

    AfterAll { Remove-Item -Recurse -Force $folder }

    It 'measures the processes over the interval' {
        $rows = Measure-ProcUsage -Reference $before -Difference $after
        $rows.ProcessId | Should -Be 7, 9
        $rows.CpuPercent | Should -Be 50, 10
        $rows[0].UserPercent | Should -Be 30
        $rows[0].SystemPercent | Should -Be 20
        $rows[0].VoluntarySwitchesPerSecond | Should -Be 10
        $rows[0].Interval | Should -Be ([timespan]::FromSeconds(10))
        $rows[0].Time.ToUnixTimeSeconds() | Should -Be 1700000110
    }

    It 'takes the selection and order of the live cmdlet' {
        (Measure-ProcUsage -Reference $before -Difference $after -All).ProcessId | Should -Be 7, 9, 8
        (Measure-ProcUsage -Reference $before -Difference $after -Top 1).ProcessId | Should -Be 7
        (Measure-ProcUsage -Reference $before -Difference $after -SortBy UserPercent -Top 1).ProcessId | Should -Be 7
        Measure-ProcUsage -Reference $before -Difference $after | Out-String | Should -Match 'worker'
    }

    It 'measures the machine, its CPUs, disks and network devices' {
        $total = Measure-KernelUsage -Reference $before -Difference $after
        $total.CpuPercent | Should -Be 50
        $total.ContextSwitchesPerSecond | Should -Be 200
        $total.Interval | Should -Be ([timespan]::FromSeconds(10))
        (Measure-KernelUsage -Reference $before -Difference $after -Cpu).BusyPercent | Should -Be 50
        (Measure-KernelUsage -Reference $before -Difference $after -Disk).ReadsPerSecond | Should -Be 10
        (Measure-KernelUsage -Reference $before -Difference $after -NetDevice).ReceiveBytesPerSecond | Should -Be 500
    }

    It 'takes the name of a drive, and -Root as the second' {
        New-PSDrive Earlier -PSProvider ProcFs -Root $before | Out-Null
        try {
            (Measure-KernelUsage -Reference Earlier: -Root $after).CpuPercent | Should -Be 50
            (Measure-ProcUsage -Reference Earlier -Root $after).CpuPercent | Should -Be 50, 10
        }
        finally { Remove-PSDrive Earlier }
    }

    It 'refuses <Case> with <Command>' -ForEach @(
        foreach ($command in 'Measure-ProcUsage', 'Measure-KernelUsage') {
            @{ Command = $command; Case = 'the same capture twice'; First = 'before'; Second = 'before'; Message = '*before/proc is of the same moment*' }
            @{ Command = $command; Case = 'the reversed order'; First = 'after'; Second = 'before'; Message = '*before/proc was taken before*after/proc*' }
            @{ Command = $command; Case = 'a capture of another boot'; First = 'before'; Second = 'restarted'; Message = '*restarted/proc is of another boot*' }
            @{ Command = $command; Case = 'a capture without a time'; First = 'before'; Second = 'timeless'; Message = '*timeless/proc has neither a manifest nor the file uptime*' }
        }
    ) {
        { & $Command -Reference (Join-Path $folder "$First/proc") -Difference (Join-Path $folder "$Second/proc") -ErrorAction Stop } | Should -Throw $Message
    }

    It 'refuses two kinds of row at once' {
        { Measure-KernelUsage -Reference $before -Difference $after -Cpu -Disk } | Should -Throw '*only one*'
    }

    It 'measures two captures of this machine by their manifests' -Skip:(-not $IsLinux) {
        $first = Join-Path $folder 'first.tar.gz'
        $second = Join-Path $folder 'second.tar.gz'
        Save-ProcSnapshot $first -Id $PID | Out-Null
        Save-ProcSnapshot $second -Id $PID | Out-Null
        $row = Measure-ProcUsage -Reference $first -Difference $second -All | Where-Object ProcessId -EQ $PID
        $row.CpuPercent | Should -BeGreaterThan 0
        $row.Interval | Should -BeGreaterThan ([timespan]::Zero)
        (Measure-KernelUsage -Reference $first -Difference $second).Interval | Should -Be $row.Interval
    }
}
