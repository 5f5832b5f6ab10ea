BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    Set-Location /
    $holder = Start-TestProcess 'exec 30</dev/null 31</dev/null 32</dev/null 100</dev/null'
    $id = $holder.Id

    $capture = New-LinkedCapture
    Add-CapturedProcess $capture 9 'nine' @{ 0 = '/dev/null'; 12 = '/tmp/a'; 3 = '/tmp/b' }
    Add-CapturedProcess $capture 100 'hundred' @{ 0 = '/dev/null' }
    Add-CapturedProcess $capture 20 'twenty' @{ 0 = '/dev/null' }
    $null = [IO.File]::CreateSymbolicLink("$capture/20/root", '/')
    $null = [IO.File]::CreateSymbolicLink("$capture/20/cwd", "$capture")
    $null = New-Item -ItemType Directory "$capture/sys/vm", "$capture/sys/kernel/random", "$capture/20/task/20"
    [IO.File]::WriteAllText("$capture/sys/vm/swappiness", "60`n")
    [IO.File]::WriteAllText("$capture/sys/kernel/random/boot_id", "x`n")
    [IO.File]::WriteAllText("$capture/version", "Linux version 6.18.0 (builder@example) (gcc) #1 SMP`n")
    Copy-Item "$capture/20/stat" "$capture/20/task/20/stat"
    [IO.File]::WriteAllText("$capture/kallsyms", "ffffffff81000000 T one`nffffffff81000010 t twice`nffffffff81000020 t twice`n")
    $null = [IO.File]::CreateSymbolicLink("$capture/self", '20')
    $null = New-PSDrive Cap -PSProvider ProcFs -Root $capture
}

AfterAll {
    Set-Location $PSScriptRoot
    Stop-TestProcess $holder
    Remove-LinkedCapture $capture
}

Describe 'Get-ChildItem' {
    It 'lists processes by number, then the other names' {
        $names = (Get-ChildItem Proc:/).Name
        $numbers = [int[]]($names -match '^\d+$')
        $numbers | Should -Be ($numbers | Sort-Object)
        $others = [string[]]($names -notmatch '^\d+$')
        $names[$numbers.Count] | Should -Be $others[0]
        $sorted = [string[]]$others.Clone()
        [Array]::Sort($sorted, [StringComparer]::Ordinal)
        $others | Should -Be $sorted
        $others | Should -Contain 'self'
        $others | Should -Contain 'sys'
    }

    It 'lists a capture in the same order' {
        (Get-ChildItem Cap:/).Name | Should -Be '9', '20', '100', 'kallsyms', 'self', 'stat', 'sys', 'version'
        (Get-ChildItem Cap:/9/fd).Number | Should -Be 0, 3, 12
    }

    It 'explains each path: kind, value and description' {
        $entries = @{}
        Get-ChildItem Proc:/ | ForEach-Object { $entries[$_.Name] = $_ }
        $entries["$id"].Kind | Should -Be 'Process'
        $entries["$id"].Value | Should -Be 'bash'
        $entries["$id"].ProcessId | Should -Be $id
        $entries['self'].Kind | Should -Be 'Process'
        $entries['self'].Value | Should -BeLike "$PID *"
        $entries['self'].IsLink | Should -BeTrue
        $entries['sys'].Kind | Should -Be 'Directory'
        $entries['version'].Description | Should -Not -BeNullOrEmpty
        $entries['version'].ProcPath | Should -BeExactly '/proc/version'
        $entries['net'].Value | Should -Be 'self/net'
    }

    It 'describes nearly all that this kernel shows' {
        $unknown = Get-ChildItem Proc:/, Proc:/self | Where-Object { $_.Kind -ne 'Process' -and -not $_.Description }
        @($unknown).Count | Should -BeLessThan 10 -Because "the catalog should know: $($unknown.Path)"
    }

    It 'shows the value of a parameter' {
        (Get-ChildItem Cap:/sys/vm).Value | Should -Be '60'
        (Get-ChildItem Proc:/sys/vm | Where-Object Name -EQ 'swappiness').Value | Should -Be ([IO.File]::ReadAllText('/proc/sys/vm/swappiness').Trim())
    }

    It 'gives each folder''s own type: <Path>' -ForEach @(
        @{ Path = 'Proc:/'; Type = 'ProcEntry' }
        @{ Path = 'Proc:/self'; Type = 'ProcEntry' }
        @{ Path = 'Proc:/sys/vm'; Type = 'ProcEntry' }
        @{ Path = 'Proc:/self/ns'; Type = 'Namespace' }
        @{ Path = 'Proc:/self/fd'; Type = 'FileDescriptor' }
        @{ Path = 'Proc:/self/task'; Type = 'ThreadInfo' }
        @{ Path = 'Cap:/kallsyms'; Type = 'KernelSymbol' }
    ) {
        $types = (Get-ChildItem $Path | Get-Member).TypeName | Sort-Object -Unique
        $types -replace '#Listed$' | Should -Be "ProcFs.$Type"
    }

    It 'writes each child''s own path: <_>' -ForEach 'Proc:/', 'Proc:/self', 'Proc:/self/fd', 'Proc:/self/ns', 'Proc:/sys/vm', 'Proc:/self/task', 'Cap:/kallsyms' {
        $folder = (Convert-Path $_).TrimEnd('/')
        $children = @(Get-ChildItem $_)
        foreach ($child in $children) {
            $child.PSParentPath | Should -BeExactly "ProcFs\ProcFs::$folder"
            $child.PSPath | Should -BeExactly "ProcFs\ProcFs::$folder/$($child.PSChildName)"
            $child.PSProvider.Name | Should -BeExactly 'ProcFs'
        }
        # What a listing calls a container, is one.
        foreach ($child in $children | Select-Object -First 40) {
            if (Test-Path -LiteralPath $child.PSPath) {
                Test-Path -LiteralPath $child.PSPath -PathType Container | Should -Be $child.PSIsContainer -Because $child.PSPath
            }
        }
        ($children.PSChildName | Select-Object -Unique).Count | Should -Be $children.Count
    }

    It 'distinguishes rows with the same name' {
        (Get-ChildItem Cap:/kallsyms).PSChildName | Should -Be 'one', 'twice', 'twice~2'
        (Get-Item Cap:/kallsyms/twice~2).Address | Should -Be 0xffffffff81000020ul
    }

    It 'leads back: each child can be got by its path' {
        foreach ($child in Get-ChildItem Proc:/$id/fd) { (Get-Item $child.PSPath).Number | Should -Be $child.Number }
        foreach ($child in Get-ChildItem Cap:/ -Recurse) { Get-Item -LiteralPath $child.PSPath | Should -Not -BeNullOrEmpty }
    }

    It 'takes paths from the pipeline' {
        (Get-Item Proc:/$id | Get-ChildItem).PSChildName | Should -Contain 'status'
        ('Proc:/self/fd' | Get-ChildItem).Number | Should -Contain 0
        (Get-ChildItem Proc:/$id/fd | Get-Item).Number | Should -Contain 100
    }

    It 'groups by target, as the README shows' {
        $groups = Get-ChildItem Proc:\$id\fd | Group-Object Target
        ($groups | Where-Object Name -EQ '/dev/null').Count | Should -BeGreaterOrEqual 4
    }

    It 'is the same as Get-ProcFd' {
        $listed = Get-ChildItem Proc:/$id/fd | ForEach-Object { "$($_.Number) $($_.Target)" }
        $listed | Should -Be (Get-ProcFd $id | ForEach-Object { "$($_.Number) $($_.Target)" })
    }

    It 'reports folders that cannot be listed, and lists the others' {
        $found = Get-ChildItem Proc:/no-such, Proc:/$id/ns, Proc:/2147483647/fd -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Count | Should -BeGreaterThan 3
        $failed | Should -HaveCount 2
        $failed.CategoryInfo.Category | Sort-Object -Unique | Should -Be 'ObjectNotFound'
    }
}

Describe 'Get-ChildItem -Name' {
    It 'returns only names' {
        Get-ChildItem Cap:/ -Name | Should -Be '9', '20', '100', 'kallsyms', 'self', 'stat', 'sys', 'version'
        Get-ChildItem Proc:/$id/fd -Name | Should -Be (Get-ChildItem Proc:/$id/fd).PSChildName
    }

    It 'takes -Filter' {
        Get-ChildItem Cap:/ -Name -Filter s* | Should -Be 'self', 'stat', 'sys'
    }

    It 'takes -Recurse, and gives paths from there' {
        Get-ChildItem Cap:/sys -Name -Recurse | Sort-Object | Should -Be 'kernel', 'kernel/random', 'kernel/random/boot_id', 'vm', 'vm/swappiness'
    }

    It 'makes a fresh string for each path' {
        $one = Get-ChildItem Cap:/20 -Name | Where-Object { $_ -eq 'fd' }
        $other = Get-ChildItem Cap:/9 -Name | Where-Object { $_ -eq 'fd' }
        $one.PSParentPath | Should -BeLike '*/20'
        $other.PSParentPath | Should -BeLike '*/9'
    }
}

Describe 'Get-ChildItem -Filter' {
    It 'takes wildcards on names' {
        (Get-ChildItem Cap:/ -Filter s*).Name | Should -Be 'self', 'stat', 'sys'
        (Get-ChildItem Cap:/ -Filter ?).Name | Should -Be '9'
        (Get-ChildItem Proc:/$id/fd -Filter 3?).Number | Should -Be 30, 31, 32
        (Get-ChildItem Proc:/sys/vm -Filter DIRTY_*).Name | Should -Contain 'dirty_ratio'
        (Get-ChildItem Cap:/kallsyms -Filter tw*).Name | Should -Be 'twice', 'twice'
    }

    It 'takes an exact name' {
        (Get-ChildItem Proc:/ -Filter version).Name | Should -Be 'version'
    }

    It 'is silent if nothing matches' {
        Get-ChildItem Proc:/ -Filter no-such* -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'with -Recurse finds deeper items' {
        (Get-ChildItem Cap:/ -Recurse -Filter swap*).ProcPath | Should -Be "$capture/sys/vm/swappiness"
        (Get-ChildItem Cap:/sys -Recurse -Filter boot_id).Name | Should -Be 'boot_id'
    }
}

Describe 'Get-ChildItem -Recurse and -Depth' {
    It 'enters folders and processes, and no links, tables or threads' {
        $paths = (Get-ChildItem Cap:/ -Recurse).PSPath | ForEach-Object { $_.Substring("ProcFs\ProcFs::$capture/".Length) }
        $paths | Should -Contain 'sys/kernel/random/boot_id'
        $paths | Should -Contain '9/fd'
        $paths | Should -Contain '9/fd/12'
        $paths | Should -Contain '20/task/20'
        $paths | Should -Contain '20/root'
        $paths | Should -Contain 'kallsyms'
        $paths | Where-Object { $_ -match '^(self|kallsyms|20/root|20/cwd)/' } | Should -BeNullOrEmpty
        ($paths | Select-Object -Unique).Count | Should -Be $paths.Count
    }

    It 'counts the depth from the folder' {
        (Get-ChildItem Cap:/sys -Depth 0).Name | Should -Be 'kernel', 'vm'
        (Get-ChildItem Cap:/sys -Depth 1).Name | Should -Be 'kernel', 'vm', 'random', 'swappiness'
        (Get-ChildItem Cap:/sys -Recurse -Depth 1).Name | Should -Be 'kernel', 'vm', 'random', 'swappiness'
        (Get-ChildItem Cap:/sys -Depth 2).Name | Should -Contain 'boot_id'
    }

    It 'ends on the live /proc' {
        (Get-ChildItem Proc:/sys/vm -Recurse -ErrorAction SilentlyContinue).Name | Should -Contain 'swappiness'
        $deep = Get-ChildItem Proc:/sys -Recurse -Depth 1 -ErrorAction SilentlyContinue
        $deep.PSPath | Should -Contain 'ProcFs\ProcFs::/proc/sys/vm/swappiness'
        $deep.PSPath | Where-Object { ($_ -replace '^.*::/proc/sys/').Split('/').Count -gt 2 } | Should -BeNullOrEmpty
    }

    It 'skips processes that end meanwhile' {
        $process = Start-TestProcess
        $found = Get-ChildItem Proc:/ -Depth 1 -ErrorAction SilentlyContinue -ErrorVariable failed -WarningAction SilentlyContinue |
            ForEach-Object { if ($process) { Stop-TestProcess $process; $process = $null }; $_ }
        $found.Count | Should -BeGreaterThan 100
        $failed | Where-Object { $_.CategoryInfo.Category -eq 'ObjectNotFound' } | Should -BeNullOrEmpty
    }
}

Describe '-Include, -Exclude and wildcards' {
    It 'takes wildcards in paths: <Path>' -ForEach @(
        @{ Path = 'Cap:/sys/*/swap*'; Names = 'swappiness' }
        @{ Path = 'Cap:/*s'; Names = 'kallsyms', 'sys' }
        @{ Path = 'Cap:/[0-9]*'; Names = '9', '20', '100' }
        @{ Path = 'Cap:\sys\v*\*'; Names = 'swappiness' }
        @{ Path = 'Cap:/?'; Names = '9' }
    ) {
        (Get-Item $Path).PSChildName | Sort-Object | Should -Be ($Names | Sort-Object)
        (Resolve-Path $Path).Count | Should -Be @($Names).Count
        Test-Path $Path | Should -BeTrue
    }

    It 'takes wildcards on the live /proc' {
        $dirty = Get-ChildItem Proc:/sys/vm/dirty_*
        $dirty.Count | Should -BeGreaterThan 3
        $dirty | ForEach-Object { $_.PSChildName | Should -BeLike 'dirty_*' }
        (Resolve-Path Proc:/self/f*).Path | Should -Be 'Proc:/self/fd', 'Proc:/self/fdinfo'
        (Get-Item Proc:/$id/fd/3?).Number | Should -Be 30, 31, 32
        Get-Content Proc:/$id/c*m -TotalCount 1 | Should -BeExactly 'bash'
        Test-Path Proc:/no-such* | Should -BeFalse
    }

    It 'is silent if a wildcard matches nothing' {
        Get-Item Cap:/no-such* -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'takes -Include and -Exclude with a wildcard path' {
        (Get-ChildItem Cap:/* -Include s*).PSChildName | Should -Contain 'stat'
        (Get-Item Cap:/* -Exclude [0-9]*, s*).PSChildName | Should -Be 'kallsyms', 'version'
        (Get-ChildItem Cap:/9 -Exclude [d-z]*).PSChildName | Should -Be 'cmdline', 'comm'
        (Get-ChildItem Cap:/9/* -Include c*, stat*).PSChildName | Should -Be 'comm', 'stat', 'status'
    }

    It 'takes -Include with -Recurse' {
        (Get-ChildItem Cap:/sys -Recurse -Include swap*, boot*).PSChildName | Sort-Object | Should -Be 'boot_id', 'swappiness'
    }
}

Describe 'A listing that is stopped' {
    It 'ends with Select-Object -First' {
        (Get-ChildItem Proc:/ | Select-Object -First 2).Count | Should -Be 2
        (Get-ChildItem Cap:/kallsyms | Select-Object -First 1).Name | Should -Be 'one'
    }
}
