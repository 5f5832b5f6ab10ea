# What others have reported of programs that read /proc, with the values that are right.

BeforeDiscovery {
    # Whether this machine lets a test mount an overlay in a mount namespace of its own.
    $canOverlay = (id -u) -eq '0' -and [bool](Get-Command unshare -CommandType Application -ErrorAction Ignore)
    if ($canOverlay) {
        unshare --mount sh -c 'd=$(mktemp -d) && mount -t tmpfs tmpfs $d && mkdir $d/l $d/u $d/w $d/m && mount -t overlay overlay -o lowerdir=$d/l,upperdir=$d/u,workdir=$d/w $d/m; r=$?; umount -l $d; rmdir $d; exit $r' *> $null
        $canOverlay = $LASTEXITCODE -eq 0
    }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Page.ps1"
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/HeldProcess.ps1"
    Import-Module ProcFs
    function Get-Case([string] $Name) { Join-Path $repository tests fixtures cases $Name proc }
}

AfterAll { Get-PSDrive -PSProvider ProcFs | Where-Object Name -EQ Case | Remove-PSDrive }

Describe 'A status with an odd value' {
    It 'is whole but for a queue without limit' {
        $root = Get-Case status-sigq-unlimited
        $status = Get-ProcStatus 4242 -Root $root -WarningVariable warned
        $status.Name, $status.VmRss, $status.SignalsQueued, $status.SignalQueueLimit | Should -Be 'sleep', 1409024, 0, $null
        $warned | Should -BeNullOrEmpty
        (Get-ProcProcess 4242 -Root $root).Name | Should -Be sleep
        (Get-ProcTree 4242 -Root $root).ProcessId | Should -Be 4242
        (Get-ProcOom 4242 -Root $root).ProcessId | Should -Be 4242
        @(Get-ProcStatus -Root $root).Count | Should -Be 1
    }

    It 'is whole but for the size that a kernel before 4.20 counted below zero, with one warning' {
        $root = Get-Case status-vmlib-negative
        $status = Get-ProcStatus 4242 -Root $root -WarningVariable warned -WarningAction SilentlyContinue
        $status.VmRss, $status.VmExe, $status.VmLib | Should -Be 1409024, 301383680, $null
        $status.Unavailable['VmLib'] | Should -Be Malformed
        @($warned) | Should -HaveCount 1
        (Get-ProcProcess 4242 -Root $root -WarningAction SilentlyContinue).Name | Should -Be sleep
    }
}

Describe 'mountstats of older kernels' {
    It 'returns every operation, whatever its sums' {
        $null = New-PSDrive Case ProcFs -Root (Get-Case mountstats-wrapped-queue) -Scope Local
        $operations = (Get-ChildItem Case:/4242/mountstats)[0].Operations
        $operations.Name | Should -Be READ, ACCESS, GETATTR, LOOKUP
        $operations[1].Operations | Should -Be 2927395007
        $operations[1].ResponseTime | Should -Be ([timespan]'19.07:09:29.4470000')
        $operations[1].QueueTime.Ticks | Should -BeLessThan 0 -Because "the kernel adds up differences"
    }

    It 'returns every mount if a time exceeds a time span' {
        $null = New-PSDrive Case ProcFs -Root (Get-Case mountstats-overflow-crash) -Scope Local
        $mounts = Get-ChildItem Case:/4242/mountstats
        $mounts.Target | Should -Be /c, /y
        $mounts[0].Operations[0].Operations, $mounts[0].Operations[0].QueueTime | Should -Be 1, ([timespan]::MaxValue)
    }
}

Describe 'kallsyms of older kernels' {
    It 'has symbols at address 0, however that is written' {
        $symbols = Get-KernelSymbol -Root (Get-Case kallsyms-null) -ErrorVariable failed -WarningVariable warned
        $symbols.Name | Should -Be irq_stack_union, __per_cpu_start, cpu_debug_store, startup_64, _text, secondary_startup_64, last
        $symbols[0..1] | ForEach-Object Address | Should -Be 0, 0
        "$(Get-KernelSymbol -Address 0xffffffff81000031 -Root (Get-Case kallsyms-null) -ErrorVariable +failed)" | Should -Be secondary_startup_64+0x1
        $failed | Should -BeNullOrEmpty
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'numa_maps of older kernels' {
    It 'counts in pages of the machine' {
        $null = New-PSDrive Case ProcFs -Root (Get-Case numa-maps-without-page-size) -Scope Local
        $rows = Get-ChildItem Case:/4242/numa_maps -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
        $rows | Should -HaveCount 3
        $rows[0].Mapped, $rows[0].Nodes[0], $rows[0].PageSize | Should -Be 28672, 28672, $null
        $rows[1].Anonymous, $rows[1].Nodes[0], $rows[1].Nodes[1] | Should -Be 12288, 4096, 8192
    }
}

Describe 'The mark of deleted files' {
    It 'is the kernel''s where another name leads to the file, and the file''s own where its name has it' {
        $folder = (New-Item -ItemType Directory "$TestDrive/links").FullName
        $process = Start-TestProcess "cd '$folder'; echo x > a.log; ln a.log b.log; echo x > 'named (deleted)'; exec 13<a.log 14<'named (deleted)'; rm a.log"
        try {
            $found = Get-ProcFd $process.Id -Number 13, 14
            $found.Target | Should -Be "$folder/a.log", "$folder/named (deleted)"
            $found.IsDeleted | Should -Be $true, $false
            (Get-ProcFd $process.Id -Deleted).Number | Should -Be 13
            $restored = Get-ProcFd $process.Id -Number 13 | Restore-ProcFile -Destination "$TestDrive/rescued"
            $restored.From | Should -Be "$folder/a.log"
        }
        finally { Stop-TestProcess $process }
    }

    It 'is the kernel''s in a container, where the link count of a file of the image stays 1' -Tag 'needs a mount of overlayfs' -Skip:(-not $canOverlay) {
        $note = "$TestDrive/child"
        $process = Start-HeldProcess 'unshare', '--mount' @"
d=`$(mktemp -d)
mount -t tmpfs tmpfs `$d
cd `$d
mkdir l u w m
cp /bin/cat l/mycat
echo data > l/conf
mount -t overlay overlay -o lowerdir=l,upperdir=u,workdir=w m
coproc m/mycat
exec 13<m/conf
rm m/conf
cp /bin/cat m/new
mv m/new m/mycat
echo `$COPROC_PID `$d > '$note'
"@
        try {
            $child, $folder = (Get-Content $note) -split ' '
            $found = Get-ProcFd $process.Id -Number 13
            $found.Target, $found.IsDeleted | Should -Be "$folder/m/conf", $true
            (Get-ProcFd $process.Id -Deleted).Number | Should -Contain 13
            $detail = Get-ProcProcess $child -Detailed
            $detail.Executable, $detail.IsExecutableDeleted | Should -Be "$folder/m/mycat", $true
            $mapping = Get-ProcMap $child -Path '*/mycat' | Select-Object -First 1
            $mapping.Target, $mapping.IsDeleted | Should -Be "$folder/m/mycat", $true
            $restored = Get-ProcFd $process.Id -Number 13 | Restore-ProcFile -Destination "$TestDrive/rescued"
            Get-Content -LiteralPath $restored.To | Should -Be data
        }
        finally {
            Stop-HeldProcess $process
            rmdir $folder
        }
    }
}

Describe 'Options of mounts' {
    It 'keep quotes, except directly after the equals sign' {
        $root = Get-Case mount-odd-quote
        $mounts = Get-ProcMount 4242 -Root $root
        ($mounts | Where-Object Target -EQ /mnt/o).SuperOptions | Should -BeExactly rw, 'lowerdir=/srv/low"er', upperdir=/srv/upper, workdir=/srv/work, userxattr
        ($mounts | Where-Object Target -EQ /mnt/s).SuperOptions | Should -BeExactly rw, 'context="system_u:object_r:container_file_t:s0:c184,c371"', size=64000k
        $null = New-PSDrive Case ProcFs -Root $root -Scope Local
        (Get-ChildItem Case:/4242/mounts).Options | Should -BeExactly rw, relatime, 'lowerdir=/srv/low"er', upperdir=/srv/upper, workdir=/srv/work, userxattr
    }
}

Describe 'Symbols of arm' {
    It 'are resolved past the marks of code and data' {
        $root = Get-Case kallsyms-arm-mapping
        (Get-KernelSymbol -Address 0xffff80007bfb6004, 0xffff80007bfb6090, 0xffff80007bfb6d60 -Root $root | ForEach-Object { "$_" }) |
            Should -BeExactly ovs_flow_init+0x4, ovs_flow_init+0x90, __tracepoint_ovs_do_execute_action
        (Get-KernelSymbol ovs_flow_init -Root $root).Size | Should -Be 256
        Get-KernelSymbol '$x' -Root $root | Should -Not -BeNullOrEmpty
    }
}

Describe 'The start of a process' {
    It 'is null with a reason if a capture lacks it' {
        $root = Get-Case no-btime-no-reason
        foreach ($found in (Get-ProcProcess 4242 -Root $root), (Get-ProcStatus 4242 -Root $root), (Get-ProcStat 4242 -Root $root)) {
            $found.StartTime | Should -BeNullOrEmpty
            $found.Unavailable['StartTime'] | Should -Be NotInCapture
        }
    }

    It 'is right whatever boot time a container reports' -Tag 'needs root' -Skip:((id -u) -ne '0') {
        Set-Content "$TestDrive/stat" ((Get-Content /proc/stat) -replace '^btime .*', "btime $([DateTimeOffset]::UtcNow.ToUnixTimeSeconds() + 345600)")
        $engine = @(. "$PSScriptRoot/../Setup/Engine.ps1"; Get-Engine) + '-NoProfile', '-NonInteractive', '-Command'
        $script = "mount --bind '$TestDrive/stat' /proc/stat && exec `"`$@`""
        $ticks = & unshare --mount sh -c $script sh @engine "Import-Module '$((Get-Module ProcFs).Path -replace 'ProcFs.dll$', 'ProcFs.psd1')'; (Get-ProcProcess `$PID).StartTime.UtcTicks"
        [math]::Abs(([DateTimeOffset]::UtcNow.UtcTicks - [long]$ticks) / 1e7) | Should -BeLessThan 120
    }
}

Describe 'What is listed by name' {
    It 'also works for an item without children: <Path>' -ForEach @(
        @{ Path = 'Proc:/version'; Names = 'version' }
        @{ Path = 'Proc:/self/status'; Names = 'status' }
        @{ Path = 'Proc:/version', 'Proc:/uptime'; Names = 'version', 'uptime' }
    ) {
        Get-ChildItem $Path -Name | Should -BeExactly $Names
    }
}

Describe 'Descriptors in a capture' {
    It 'are recognized by the links of any kernel, even if the links became files' {
        (Get-ProcFd 4242 -Root (Get-Case fd-pidfs-6.9)).Type | Should -Be PidFd, PidFd
        (Get-ProcFd 4242 -Root (Get-Case fd-hugepages-in-capture)).Type | Should -Be File, File, Device
    }
}

Describe 'A limit of any size' {
    It 'is shown whole' {
        $root = Get-Case limit-view-huge
        (Get-ProcLimit 4242 -Root $root | Where-Object Resource -EQ MEMLOCK).Soft | Should -Be 18446744073708503040
        $text = Get-ProcLimit 4242 -Root $root | Out-String -Width 200
        $text | Should -Match 'locked memory +0 B +16\.0 EB +16\.0 EB'
        $text | Should -Not -Match '\u2026'
    }
}

Describe 'The name of a process' {
    It 'ends at the arguments in a title' {
        $root = Get-Case name-with-arguments
        (Get-ProcProcess 4242 -Root $root).Name | Should -BeExactly chromium-browser
        (Get-ProcProcess chromium-browser -Root $root).ProcessId | Should -Be 4242
        (Get-ProcProcess chromium-browse -Root $root).ProcessId | Should -Be 4242
    }

    It 'and the arguments end at the padding of a title' {
        $process = Get-ProcProcess 4242 -Root (Get-Case cmdline-padded)
        $process.CommandLine | Should -HaveCount 1
        $process.CommandLine[0] | Should -BeExactly 'nginx: worker process'
    }
}

Describe 'A name that steers terminals' {
    It 'does no harm in the views, and has a twin for other tables' {
        $status = Get-ProcStatus -Root (Get-Case raw-escape-outside-views)
        foreach ($text in ($status | Out-String), ($status | Select-Object DisplayName | Out-String), ($status | Format-Table DisplayName, DisplayComm | Out-String), ($status | Group-Object DisplayName -NoElement | Out-String)) {
            $text -replace '[\r\n]' | Should -Not -Match '[\x00-\x1f]'
        }

        $status.Name | Should -Match '\x1b'
        $status.DisplayName | Should -Match '\\x1b'
    }

    It 'has it in every type with foreign texts' {
        foreach ($type in 'ProcessInfo', 'ProcessStatus', 'ProcessStat', 'ThreadInfo', 'ProcEntry') { (Get-TypeData "ProcFs.$type").Members.Keys | Should -Contain DisplayName }
        foreach ($type in 'FileDescriptor', 'MemoryMapping', 'Mount', 'FdChange') { (Get-TypeData "ProcFs.$type").Members.Keys | Should -Contain DisplayTarget }
    }
}

Describe 'What becomes JSON or CSV' {
    It 'has enumerations by name' {
        $process = Get-ProcProcess $PID
        ($process | ConvertTo-Json -Depth 1 -WarningAction SilentlyContinue | ConvertFrom-Json).State | Should -Be "$($process.State)"
        (Get-ProcFd $PID -Number 0 | ConvertTo-Json | ConvertFrom-Json).Type | Should -BeIn ([enum]::GetNames([ProcFs.FileDescriptorType]))
        ($process | ConvertTo-Csv | ConvertFrom-Csv).State | Should -Be "$($process.State)"
    }
}
