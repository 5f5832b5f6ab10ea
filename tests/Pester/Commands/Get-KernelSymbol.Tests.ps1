BeforeDiscovery {
    $hasAwk = [bool](Get-Command awk -CommandType Application -ErrorAction Ignore)
    $hasSymbols = [IO.File]::Exists('/proc/kallsyms') -and [bool](Get-Content -LiteralPath /proc/kallsyms -TotalCount 1 -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    $shown = New-Capture "$TestDrive/shown"
    [IO.File]::WriteAllText("$shown/kallsyms", @(
            'ffffffff81000000 T _text'
            'ffffffff81000000 T startup_64'
            'ffffffff81000100 t local_one'
            'ffffffff81000180 T vfs_read'
            'ffffffff81000200 T vfs_readv'
            'ffffffff82000000 D some_data'
            'ffffffff82000040 B _end'
            "ffffffffc0000000 t ext_init`t[ext]"
            "ffffffffc0000080 T ext_open`t[ext]"
            "ffffffffc0000040 d ext_data`t[ext]"
            "ffffffffc0001000 t net_init`t[net]"
            "ffffffffc0002000 t bpf_prog_1`t[bpf]"
            ''
        ) -join "`n")

    $hidden = New-Capture "$TestDrive/hidden"
    [IO.File]::WriteAllText("$hidden/kallsyms", "0000000000000000 T _text`n0000000000000000 T vfs_read`n0000000000000000 t ext_init`t[ext]`n")
    $null = New-Item -ItemType Directory "$hidden/sys/kernel"
    [IO.File]::WriteAllText("$hidden/sys/kernel/kptr_restrict", "1`n")
}

Describe 'Get-KernelSymbol' {
    It 'takes a name at position 0' {
        $symbol = Get-KernelSymbol vfs_read -Root $shown
        $symbol | Should -BeOfType ([ProcFs.KernelSymbol])
        $symbol | Should -HaveCount 1
        $symbol.Name | Should -BeExactly 'vfs_read'
        $symbol.Address | Should -Be 0xffffffff81000180ul
        $symbol.Type | Should -BeExactly ([char]'T')
        $symbol.IsGlobal | Should -BeTrue
        $symbol.Module | Should -BeNullOrEmpty
        $symbol.Size | Should -Be 128
    }

    It 'accepts several names and wildcards, in any case' {
        (Get-KernelSymbol VFS_*, local_on? -Root $shown).Name | Should -Be 'local_one', 'vfs_read', 'vfs_readv'
    }

    It 'keeps the order of the file' {
        (Get-KernelSymbol -Root $shown).Name | Should -Be '_text', 'startup_64', 'local_one', 'vfs_read', 'vfs_readv', 'some_data', '_end', 'ext_init', 'ext_open', 'ext_data', 'net_init', 'bpf_prog_1'
    }

    It 'filters by -Module' {
        (Get-KernelSymbol -Module ext -Root $shown).Name | Should -Be 'ext_init', 'ext_open', 'ext_data'
        (Get-KernelSymbol -Module e*, BPF -Root $shown).Count | Should -Be 4
        (Get-KernelSymbol *_init -Module net -Root $shown).Name | Should -Be 'net_init'
    }

    It 'filters by -Type, case-sensitively' {
        (Get-KernelSymbol -Type T -Root $shown).Name | Should -Be '_text', 'startup_64', 'vfs_read', 'vfs_readv', 'ext_open'
        (Get-KernelSymbol -Type t, d -Root $shown).Name | Should -Be 'local_one', 'ext_init', 'ext_data', 'net_init', 'bpf_prog_1'
    }

    It 'counts a size to the next symbol, in a module among its own' {
        $sizes = @{}
        Get-KernelSymbol -Root $shown | ForEach-Object { $sizes[$_.Name] = $_.Size }
        $sizes['_text'] | Should -Be 256
        $sizes['startup_64'] | Should -Be 256
        $sizes['ext_init'] | Should -Be 64
        $sizes['ext_data'] | Should -Be 64
        $sizes['ext_open'] | Should -BeNullOrEmpty
    }

    It 'has properties of its own type, and survives Export-Clixml' {
        $symbol = Get-KernelSymbol ext_init -Root $shown
        ($symbol | Get-Member -MemberType Properties | Where-Object Name -NotLike Display*).MemberType | Sort-Object -Unique | Should -Be 'Property'
        $symbol | Export-Clixml "$TestDrive/symbol.xml"
        $read = Import-Clixml "$TestDrive/symbol.xml"
        foreach ($name in 'Address', 'Name', 'Module', 'Size', 'Type', 'IsGlobal') { $read.$name | Should -Be $symbol.$name }
    }

    It 'comes the same in ForEach-Object -Parallel' {
        $names = 1..3 | ForEach-Object -Parallel { Import-Module ProcFs; (Get-KernelSymbol -Root $using:shown).Count } -ThrottleLimit 2
        $names | Should -Be 12, 12, 12
    }
}

Describe 'Get-KernelSymbol, a second time' {
    It 'gives the same symbols, with -Force as well' -Skip:(-not (Test-Path /proc/kallsyms)) {
        $first = Get-KernelSymbol -Force -WarningAction Ignore | ForEach-Object { "$_ $($_.Size)" }
        $again = Get-KernelSymbol -WarningAction Ignore | ForEach-Object { "$_ $($_.Size)" }
        $again.Count | Should -Be $first.Count
        Compare-Object $first $again -SyncWindow 0 | Should -BeNullOrEmpty
        (Get-KernelSymbol vfs_read -WarningAction Ignore).Name | Should -BeExactly 'vfs_read'
        (Get-Item Proc:/kallsyms/vfs_read).Name | Should -BeExactly 'vfs_read'
    }

    It 'reads the file of another root each time' {
        $null = New-Item -ItemType Directory "$TestDrive/symbols"
        foreach ($name in 'one', 'two') {
            Set-Content "$TestDrive/symbols/kallsyms" "ffffffff81000000 T $name"
            (Get-KernelSymbol -Root "$TestDrive/symbols").Name | Should -BeExactly $name
        }
    }
}

Describe 'Get-KernelSymbol -Address' {
    It 'finds the nearest symbol and the offset' {
        $found = Get-KernelSymbol -Address 0xffffffff81000197 -Root $shown
        $found | Should -BeOfType ([ProcFs.SymbolLocation])
        $found.Name | Should -BeExactly 'vfs_read'
        $found.Offset | Should -Be 0x17
        $found.SymbolAddress | Should -Be 0xffffffff81000180ul
        "$found" | Should -BeExactly 'vfs_read+0x17'
    }

    It 'takes <Form>' -ForEach @(
        @{ Form = 'a literal, which PowerShell reads as a negative number'; Value = 0xffffffff81000180 }
        @{ Form = 'an unsigned number'; Value = 0xffffffff81000180ul }
        @{ Form = 'text with 0x'; Value = '0xffffffff81000180' }
        @{ Form = 'text without 0x'; Value = 'ffffffff81000180' }
        @{ Form = 'text in upper case with spaces'; Value = ' 0XFFFFFFFF81000180 ' }
        @{ Form = 'a list'; Value = @('ffffffff81000180') }
    ) {
        (Get-KernelSymbol -Address $Value -Root $shown).Name | Should -Be 'vfs_read'
    }

    It 'takes addresses from the pipeline, as numbers, text and objects' {
        $found = 0xffffffff81000101, 'ffffffff81000201', ([pscustomobject]@{ Address = 0xffffffffc0000041 }) | Get-KernelSymbol -Root $shown
        "$found" | Should -BeExactly 'local_one+0x1 vfs_readv+0x1 ext_data+0x1'
    }

    It 'takes symbols from the pipeline' {
        (Get-KernelSymbol vfs_* -Root $shown | Get-KernelSymbol -Root $shown).Name | Should -Be 'vfs_read', 'vfs_readv'
    }

    It 'takes the first of several symbols at one address' {
        (Get-KernelSymbol -Address ffffffff81000001 -Root $shown).Name | Should -Be '_text'
    }

    It 'names an address that no symbol holds, and does the others' {
        $found = Get-KernelSymbol -Address 0x10, 0xffffffff81000180 -Root $shown -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Name | Should -Be 'vfs_read'
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No kernel symbol contains the address 0x10.'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'rejects an invalid address' {
        { Get-KernelSymbol -Address vfs_read -Root $shown } | Should -Throw '*"vfs_read" is not an address: expected hexadecimal digits.*'
    }
}

Describe 'Get-KernelSymbol, for a missing symbol' {
    It 'reports a missing symbol, and returns the others' {
        $found = Get-KernelSymbol no_such, vfs_read -Root $shown -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Name | Should -Be 'vfs_read'
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No kernel symbol is named "no_such".'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 'no_such'
    }

    It 'names a module that has none' {
        Get-KernelSymbol -Module no_such, ext -Root $shown -ErrorAction SilentlyContinue -ErrorVariable failed | Should -HaveCount 3
        "$failed" | Should -BeExactly 'No symbol belongs to a module named "no_such".'
    }

    It 'is silent if a wildcard matches nothing' {
        Get-KernelSymbol no_such* -Root $shown -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-KernelSymbol -Module no_such* -Root $shown -ErrorAction SilentlyContinue -ErrorVariable +failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'reports path, line number and text of a malformed line, and returns the other lines' {
        $bad = New-Capture "$TestDrive/bad"
        [IO.File]::WriteAllText("$bad/kallsyms", "ffffffff81000000 T one`nnot a symbol`nffffffff81000010 T two`nffffffff8100001g T three`nffffffff81000020 T four`te`n")
        $found = Get-KernelSymbol -Root $bad -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Name | Should -Be 'one', 'two'
        $failed.Exception.LineNumber | Should -Be 2, 4, 5
        "$($failed[0])" | Should -BeExactly "$bad/kallsyms, line 2: expected an address, a type and a name, but found ""not a symbol""."
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.Malformed,*'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidData'
    }

    It 'names the file missing in a capture, and does not call it hidden' {
        $empty = New-Capture "$TestDrive/empty"
        Get-KernelSymbol vfs_* -Root $empty -ErrorAction SilentlyContinue -ErrorVariable failed -WarningVariable warned -WarningAction SilentlyContinue
        $failed | Should -HaveCount 1
        "$failed" | Should -BeLike "$empty/kallsyms: *"
        $warned | Should -BeNullOrEmpty
        Get-KernelSymbol -Address 1 -Root $empty -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Not -BeLike 'ProcFs.AccessDenied,*'
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }
}

Describe 'Get-KernelSymbol, with hidden addresses' {
    It 'returns null, and one warning with the reason' {
        $found = Get-KernelSymbol -Root $hidden -WarningVariable warned -WarningAction SilentlyContinue
        $found.Name | Should -Be '_text', 'vfs_read', 'ext_init'
        $found[0].Address | Should -BeNullOrEmpty
        $found[1].Size | Should -BeNullOrEmpty
        $found[2].Address | Should -BeNullOrEmpty
        $warned | Should -HaveCount 1
        "$warned" | Should -BeLike '*hides the addresses*kernel.kptr_restrict is 1*CAP_SYSLOG*'
    }

    It 'names the other setting if the first allows them' {
        $both = New-Capture "$TestDrive/both"
        $null = New-Item -ItemType Directory "$both/sys/kernel"
        [IO.File]::WriteAllText("$both/kallsyms", "0000000000000000 T _text`n")
        [IO.File]::WriteAllText("$both/sys/kernel/kptr_restrict", "0`n")
        [IO.File]::WriteAllText("$both/sys/kernel/perf_event_paranoid", "2`n")
        $null = Get-KernelSymbol -Root $both -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -HaveCount 1
        "$warned" | Should -BeLike '*kernel.kptr_restrict is 0 and kernel.perf_event_paranoid 2. It needs root (CAP_SYSLOG)*'
    }

    It 'gives one error for addresses that are looked for' {
        0xffffffff81000180, 0xffffffff81000181 | Get-KernelSymbol -Root $hidden -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.AccessDenied,*'
        $failed[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
        "$failed" | Should -BeLike '*kernel.kptr_restrict is 1*'
    }

    It 'does not take the start of the per-CPU area for a hidden address' {
        $percpu = New-Capture "$TestDrive/percpu"
        [IO.File]::WriteAllText("$percpu/kallsyms", "0000000000000000 A fixed_percpu_data`n0000000000000000 A __per_cpu_start`n0000000000001000 A cpu_debug_store`nffffffff81000000 T _text`nffffffff81000010 T next`n")
        $found = Get-KernelSymbol -Root $percpu -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeNullOrEmpty
        $found[0].Address | Should -BeExactly 0ul
        $found[0].Size | Should -Be 4096
        $found[2].Size | Should -BeNullOrEmpty
        $found[3].Size | Should -Be 16
    }
}

Describe 'Get-KernelSymbol, as a stream' {
    BeforeAll {
        # A file without an end: whoever reads it to the end never comes back.
        function Start-Writer([string] $Line) {
            $root = New-Capture "$TestDrive/$([guid]::NewGuid())"
            mkfifo "$root/kallsyms"
            $start = [Diagnostics.ProcessStartInfo]::new('bash')
            '--norc', '-c', 'exec > "$0" 2>/dev/null; i=0; while printf "$1" $i $i; do i=$((i + 1)); done', "$root/kallsyms", $Line | ForEach-Object { $start.ArgumentList.Add($_) }
            # Our own end stays open: what is opened without waiting has a writer then, and the writer a reader.
            $process = [Diagnostics.Process]::Start($start)
            @{ Root = $root; Process = $process; End = [IO.File]::OpenHandle("$root/kallsyms", 'Open', 'Read', 'ReadWrite') }
        }

        function Assert-Ended($Writer) {
            $Writer.End.Dispose()
            $ended = $Writer.Process.WaitForExit(30000)
            if (-not $ended) { $Writer.Process.Kill() }
            $ended | Should -BeTrue -Because 'the reading has to end'
        }
    }

    It 'ends the reading with Select-Object -First' {
        $writer = Start-Writer 'ffffffff%08x T symbol_%d\n'
        (Get-KernelSymbol -Root $writer.Root | Select-Object -First 3).Name | Should -Be 'symbol_0', 'symbol_1', 'symbol_2'
        Assert-Ended $writer
    }

    It 'ends the reading with Select-Object -First if addresses are hidden' {
        $writer = Start-Writer '%.0s0000000000000000 T symbol_%d\n'
        (Get-KernelSymbol -Root $writer.Root -WarningAction SilentlyContinue | Select-Object -First 3).Name | Should -Be 'symbol_0', 'symbol_1', 'symbol_2'
        Assert-Ended $writer
    }

    It 'ends on Ctrl-C, <Arguments>' -ForEach @(
        @{ Arguments = 'with all symbols'; Script = 'Get-KernelSymbol -Root $root | ForEach-Object { $null = $progress.Add(1); Start-Sleep -Milliseconds 1 }' }
        @{ Arguments = 'with a name that none has'; Script = '$null = $progress.Add(1); Get-KernelSymbol no_such -Root $root' }
        @{ Arguments = 'with an address'; Script = '$null = $progress.Add(1); Get-KernelSymbol -Address 1 -Root $root' }
    ) {
        $writer = Start-Writer 'ffffffff%08x T symbol_%d\n'
        $progress = [System.Collections.ArrayList]::Synchronized([System.Collections.ArrayList]::new())
        $shell = [powershell]::Create()
        $null = $shell.AddScript("param(`$root, `$progress) Import-Module ProcFs; $Script").AddArgument($writer.Root).AddArgument($progress)
        $null = $shell.BeginInvoke()
        $deadline = [DateTime]::UtcNow.AddSeconds(30)
        while ($progress.Count -eq 0 -and [DateTime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 20 }
        $progress.Count | Should -BeGreaterThan 0
        Start-Sleep -Milliseconds 100

        $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Dispose()
        Assert-Ended $writer
    }
}

Describe 'Get-KernelSymbol beside the file itself' {
    It 'gives the symbols of awk, name by name and in its order' -Tag 'needs awk and a kernel that shows symbols' -Skip:(-not ($hasAwk -and $hasSymbols)) {
        # A module or a BPF program may come and go in between: then once more.
        foreach ($attempt in 1..3) {
            $before = awk '{ print $3 }' /proc/kallsyms
            $found = (Get-KernelSymbol -WarningAction SilentlyContinue).Name
            $after = awk '{ print $3 }' /proc/kallsyms
            if ([System.Linq.Enumerable]::SequenceEqual([string[]]$before, [string[]]$after)) { break }
        }

        $found.Count | Should -Be $before.Count
        [System.Linq.Enumerable]::SequenceEqual([string[]]$before, [string[]]$found) | Should -BeTrue
    }

    It 'counts the symbols of a wildcard as awk does' -Tag 'needs awk and a kernel that shows symbols' -Skip:(-not ($hasAwk -and $hasSymbols)) {
        $count = [int](awk '$3 ~ /^vfs_/ { n++ } END { print n + 0 }' /proc/kallsyms)
        @(Get-KernelSymbol vfs_* -WarningAction SilentlyContinue).Count | Should -Be $count
    }

    It 'gives the addresses of awk, or hides them as the kernel does' -Tag 'needs awk and a kernel that shows symbols' -Skip:(-not ($hasAwk -and $hasSymbols)) {
        $expected = awk '$3 ~ /^(vfs|tcp)_/ && NF == 3 { print $1, $2, $3 }' /proc/kallsyms
        $symbols = Get-KernelSymbol vfs_*, tcp_* -WarningAction SilentlyContinue | Where-Object { -not $_.Module }
        $symbols | ForEach-Object { "$(($_.Address ?? 0ul).ToString('x16')) $($_.Type) $($_.Name)" } | Should -Be $expected
    }
}
