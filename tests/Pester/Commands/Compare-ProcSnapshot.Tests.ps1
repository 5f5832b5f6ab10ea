#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

Describe 'Compare-ProcSnapshot' {
    BeforeAll {
        # Two small captures with one known difference of each kind.
        $script:folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "procfs-$([guid]::NewGuid())")).FullName
        function New-Capture($name, $files, $links) {
            $root = Join-Path $folder "$name/proc"
            foreach ($file in $files.Keys) {
                $path = Join-Path $root $file
                New-Item -ItemType Directory -Force (Split-Path $path) | Out-Null
                [IO.File]::WriteAllText($path, $files[$file])
            }
            foreach ($link in $links.Keys) {
                $path = Join-Path $root $link
                New-Item -ItemType Directory -Force (Split-Path $path) | Out-Null
                & ln -s -- $links[$link] $path
            }
            & tar -C (Join-Path $folder $name) -czf (Join-Path $folder "$name.tar.gz") proc
            Join-Path $folder "$name.tar.gz"
        }
        function Get-Stat($id, $comm, $start) { "$id ($comm) S 1 7 7 0 -1 4194304 0 0 0 0 100 50 0 0 20 0 1 0 $start 1000000 100 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0`n" }
        $limits = "Limit                     Soft Limit           Hard Limit           Units     `nMax open files            {0}                 4096                 files     `n"
        $common = @{
            'sys/kernel/random/boot_id' = "7a1b`n"
            '7/comm' = "worker`n"; '7/stat' = (Get-Stat 7 worker 500); '7/cmdline' = "worker`0-a`0"
        }
        $script:before = New-Capture before ($common + @{
            'stat' = "cpu 1 1 1 1`nctxt 1000`nbtime 1700000000`nprocesses 4294967290`n"; 'uptime' = "100.00 1.00`n"
            'vmstat' = "nr_free_pages 5`npgfault 100`npgalloc 7`nslow 1`noom_kill 9`n"
            'sys/vm/swappiness' = "60`n"; 'sys/fs/file-nr' = "1 0 9`n"; 'modules' = "loop 4096 0 - Live 0x0`n"
            '7/limits' = ($limits -f 1024); '7/mountinfo' = "21 1 8:1 / / rw - ext4 /dev/sda1 rw`n"
            '7/maps' = "1000-2000 r-xp 00000000 08:01 5 /usr/bin/worker`n"
            '8/comm' = "gone`n"; '8/stat' = (Get-Stat 8 gone 600); '8/cmdline' = "gone`0"
            '9/comm' = "twice`n"; '9/stat' = (Get-Stat 9 twice 700); '9/cmdline' = "twice`0"
            '7/net/tcp' = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode`n"
        }) @{ '7/fd/3' = '/var/log/a.log'; '7/ns/net' = 'net:[1]' }
        $script:after = New-Capture after ($common + @{
            'stat' = "cpu 1 1 1 1`nctxt 3000`nbtime 1700000000`nprocesses 94`n"; 'uptime' = "110.00 1.00`n"
            'vmstat' = "nr_free_pages 9`npgfault 150`npgalloc 7`nslow 2`noom_kill 1`n"
            'sys/vm/swappiness' = "10`n"; 'sys/fs/file-nr' = "2 0 9`n"; 'modules' = "loop 4096 0 - Live 0x0`nfuse 8192 0 - Live 0x0`n"
            '7/limits' = ($limits -f 2048); '7/mountinfo' = "21 1 8:1 / / rw - ext4 /dev/sda1 rw`n22 21 8:2 / /data ro - xfs /dev/sda2 ro`n"
            '7/maps' = "1000-2000 r-xp 00000000 08:01 5 /usr/bin/worker`n5000-6000 r-xp 00000000 08:01 6 /usr/lib/new.so`n"
            '9/comm' = "twice`n"; '9/stat' = (Get-Stat 9 twice 990000); '9/cmdline' = "twice`0"
            '7/net/tcp' = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode`n   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 99 1 0 100 0 0 10 0`n"
        }) @{ '7/fd/3' = '/var/log/b.log'; '7/ns/net' = 'net:[2]' }
        $script:rows = Compare-ProcSnapshot $before $after
        function Get-Rows($kind) { $rows | Where-Object Kind -EQ $kind | ForEach-Object { "$($_.Change) $($_.Key) [$($_.Reference)] [$($_.Difference)]" } }
    }

    AfterAll { Remove-Item -Recurse -Force $folder }

    It 'finds the difference of kind <Kind>' -ForEach @(
        @{ Kind = 'Process'; Expected = 'Removed 8 [gone] []', 'Removed 9 [twice] []', 'Added 9 [] [twice]' }
        @{ Kind = 'Descriptor'; Expected = 'Removed /var/log/a.log [3] []', 'Added /var/log/b.log [] [3]' }
        @{ Kind = 'Mapping'; Expected = @('Added /usr/lib/new.so [] [4.0 KB]') }
        @{ Kind = 'Mount'; Expected = @('Added /data [] [/dev/sda2 xfs ro]') }
        @{ Kind = 'Socket'; Expected = @('Added tcp 127.0.0.1:8080 0.0.0.0:0 [] [Listen]') }
        @{ Kind = 'Module'; Expected = @('Added fuse [] [8192 Live]') }
        @{ Kind = 'Parameter'; Expected = @('Changed vm.swappiness [60] [10]') }
        @{ Kind = 'Limit'; Expected = @('Changed open files [1024 4096] [2048 4096]') }
        @{ Kind = 'Namespace'; Expected = @('Changed net [net:[1]] [net:[2]]') }
        @{ Kind = 'Counter'; Expected = 'Changed stat ctxt [1000] [3000]', 'Changed stat processes [4294967290] [94]', 'Changed vmstat oom_kill [9] [1]', 'Changed vmstat pgfault [100] [150]' }
    ) {
        Get-Rows $Kind | Should -Be $Expected
    }

    It 'gives rates, recognizes a wrap and a reset, and leaves out what is below the threshold' {
        $rates = @{}
        $rows | Where-Object Kind -EQ Counter | ForEach-Object { $rates[$_.Key] = $_.PerSecond }
        $rates['stat ctxt'] | Should -Be 200
        $rates['stat processes'] | Should -Be 10
        $rates['vmstat oom_kill'] | Should -BeNullOrEmpty
        (Compare-ProcSnapshot $before $after -Kind Counter -Threshold 0.01).Key | Should -Contain 'vmstat slow'
    }

    It 'matches processes by name' {
        Compare-ProcSnapshot $before $after -Kind Process -MatchByName | ForEach-Object { "$($_.Change) $($_.Key)" } | Should -Be @('Removed 8')
    }

    It 'compares only what is named' {
        (Compare-ProcSnapshot $before $after -Name 'vm.*').Key | Should -Be @('vm.swappiness')
        (Compare-ProcSnapshot $before $after -Kind Descriptor, Limit -Name work*).ProcessName | Sort-Object -Unique | Should -Be worker
    }

    It 'finds nothing between a capture and itself' {
        Compare-ProcSnapshot $before $before | Should -BeNullOrEmpty
    }

    It 'compares with the live machine' {
        $path = Join-Path $folder live.tar
        Save-ProcSnapshot $path | Out-Null
        $child = Start-Process sleep 600 -PassThru
        try {
            $found = Compare-ProcSnapshot $path -Kind Process | Where-Object ProcessId -EQ $child.Id
            $found.Change | Should -Be Added
            $found.Difference | Should -Match 'sleep 600$'
        }
        finally { $child | Stop-Process }
    }
}
