BeforeDiscovery {
    # Where one is, and a spelling of the folder self/fd from there.
    $spellings = @(
        @{ From = '/'; Path = 'Proc:/self/fd' }
        @{ From = '/'; Path = 'Proc:\self\fd' }
        @{ From = '/'; Path = 'proc:/self/fd' }
        @{ From = '/'; Path = 'Proc:/self//fd/' }
        @{ From = '/'; Path = 'Proc:\self\fd\' }
        @{ From = '/'; Path = 'Proc:/self/./fd' }
        @{ From = '/'; Path = 'Proc:/self/task/../fd' }
        @{ From = '/'; Path = 'Proc:/sys/../self/fd/.' }
        @{ From = '/'; Path = 'ProcFs::/proc/self/fd' }
        @{ From = '/'; Path = 'ProcFs\ProcFs::/proc/self/fd' }
        @{ From = '/'; Path = 'procfs::/proc/self/fd/' }
        @{ From = 'Proc:/'; Path = 'self/fd' }
        @{ From = 'Proc:/'; Path = './self/fd' }
        @{ From = 'Proc:/'; Path = '.\self\fd' }
        @{ From = 'Proc:/'; Path = 'Proc:self/fd' }
        @{ From = 'Proc:/self'; Path = 'fd' }
        @{ From = 'Proc:/self'; Path = './fd' }
        @{ From = 'Proc:/self'; Path = 'fd/' }
        @{ From = 'Proc:/self'; Path = '.\fd\' }
        @{ From = 'Proc:/self'; Path = '../self/fd' }
        @{ From = 'Proc:/self/fd'; Path = '.' }
        @{ From = 'Proc:/self/fd'; Path = '../fd' }
        @{ From = 'Proc:/self/task'; Path = '../fd' }
        @{ From = 'Proc:/sys/vm'; Path = '../../self/fd' }
        @{ From = 'Proc:/sys/vm'; Path = '..\..\self\fd' }
    )
    # A spelling of the file self/status.
    $leaves = @(
        @{ From = '/'; Path = 'Proc:/self/status' }
        @{ From = '/'; Path = 'Proc:\self\status' }
        @{ From = '/'; Path = 'ProcFs::/proc/self/status' }
        @{ From = 'Proc:/self'; Path = 'status' }
        @{ From = 'Proc:/self/fd'; Path = '../status' }
        @{ From = 'Proc:/self/fd'; Path = '..\status' }
    )
}

BeforeAll {
    Import-Module ProcFs
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'A folder as <Path>, from <From>' -ForEach $spellings {
    BeforeEach { Set-Location $From }

    It 'is there, and is a container' {
        Test-Path $Path | Should -BeTrue
        Test-Path -LiteralPath $Path | Should -BeTrue
        Test-Path $Path -PathType Container | Should -BeTrue
        Test-Path $Path -PathType Leaf | Should -BeFalse
        Test-Path "$Path/no-such-thing" | Should -BeFalse
    }

    It 'is got by Get-Item' {
        $item = Get-Item $Path
        $item | Should -BeOfType ([ProcFs.ProcEntry])
        $item.Name | Should -Be 'fd'
        $item.Kind | Should -Be 'Directory'
        $item.PSPath | Should -BeExactly 'ProcFs\ProcFs::/proc/self/fd'
        $item.PSParentPath | Should -BeExactly 'ProcFs\ProcFs::/proc/self'
        $item.PSChildName | Should -BeExactly 'fd'
        $item.PSIsContainer | Should -BeTrue
        (Get-Item -LiteralPath $Path).PSPath | Should -BeExactly $item.PSPath
    }

    It 'is listed by Get-ChildItem' {
        $children = Get-ChildItem $Path
        $children[0] | Should -BeOfType ([ProcFs.FileDescriptor])
        $children.Number | Should -Contain 0
        $children[0].PSPath | Should -BeExactly 'ProcFs\ProcFs::/proc/self/fd/0'
        $children[0].PSParentPath | Should -BeExactly 'ProcFs\ProcFs::/proc/self/fd'
        (Get-ChildItem -LiteralPath $Path)[0].PSPath | Should -BeExactly $children[0].PSPath
    }

    It 'resolves, and converts to the real path' {
        # A slash at the end stays, as in the FileSystem drive.
        (Resolve-Path $Path).ProviderPath.TrimEnd('/') | Should -BeExactly '/proc/self/fd'
        (Resolve-Path $Path).Provider.Name | Should -Be 'ProcFs'
        (Convert-Path $Path).TrimEnd('/') | Should -BeExactly '/proc/self/fd'
        (Convert-Path -LiteralPath $Path).TrimEnd('/') | Should -BeExactly '/proc/self/fd'
    }

    It 'is entered and left' {
        Set-Location $Path
        (Get-Location).ProviderPath | Should -BeExactly '/proc/self/fd'
        Test-Path 0 | Should -BeTrue
        Set-Location $From
        Push-Location $Path
        (Get-Location).ProviderPath | Should -BeExactly '/proc/self/fd'
        Pop-Location
        (Get-Location).Path | Should -Be (Resolve-Path $From).Path
    }

    It 'takes children by Join-Path' {
        Test-Path (Join-Path $Path 0) | Should -BeTrue
        (Get-Item (Join-Path $Path 0)).Number | Should -Be 0
    }
}

Describe 'A file as <Path>, from <From>' -ForEach $leaves {
    BeforeEach { Set-Location $From }

    It 'is there, and is a leaf' {
        Test-Path $Path | Should -BeTrue
        Test-Path $Path -PathType Leaf | Should -BeTrue
        Test-Path $Path -PathType Container | Should -BeFalse
    }

    It 'is got, and listed as itself' {
        (Get-Item $Path).ProcessId | Should -Be $PID
        (Get-Item $Path).PSPath | Should -BeExactly 'ProcFs\ProcFs::/proc/self/status'
        (Get-Item $Path).PSIsContainer | Should -BeFalse
        (Get-ChildItem $Path).ProcessId | Should -Be $PID
        Convert-Path $Path | Should -BeExactly '/proc/self/status'
    }

    It 'is read, and has properties' {
        Get-Content $Path -TotalCount 1 | Should -BeLike 'Name:*'
        Get-ItemPropertyValue $Path ProcessId | Should -Be $PID
    }

    It 'cannot be entered' {
        Set-Location $Path -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0].CategoryInfo.Category | Should -BeIn 'InvalidArgument', 'ObjectNotFound'
        (Get-Location).Path | Should -Be (Resolve-Path $From).Path
    }
}

Describe 'Split-Path and Join-Path' {
    It 'Split-Path <Path> gives <Parent> and <Leaf>' -ForEach @(
        @{ Path = 'Proc:/self/fd'; Parent = 'Proc:/self'; Leaf = 'fd' }
        @{ Path = 'Proc:\self\fd'; Parent = 'Proc:/self'; Leaf = 'fd' }
        @{ Path = 'Proc:/self/fd/'; Parent = 'Proc:/self'; Leaf = 'fd' }
        @{ Path = 'Proc:/self'; Parent = 'Proc:/'; Leaf = 'self' }
        @{ Path = 'ProcFs::/proc/self/fd'; Parent = 'ProcFs::/proc/self'; Leaf = 'fd' }
        @{ Path = 'ProcFs\ProcFs::/proc/self/fd'; Parent = 'ProcFs\ProcFs::/proc/self'; Leaf = 'fd' }
    ) {
        Split-Path $Path | Should -BeExactly $Parent
        Split-Path $Path -Leaf | Should -BeExactly $Leaf
    }

    It 'Join-Path <Parent> <Child> gives <Path>' -ForEach @(
        @{ Parent = 'Proc:/'; Child = 'self'; Path = 'Proc:/self' }
        @{ Parent = 'Proc:/self'; Child = 'fd'; Path = 'Proc:/self/fd' }
        @{ Parent = 'Proc:\self\'; Child = '\fd'; Path = 'Proc:/self/fd' }
        @{ Parent = 'ProcFs::/proc/self'; Child = 'fd/0'; Path = 'ProcFs::/proc/self/fd/0' }
        @{ Parent = 'ProcFs\ProcFs::/proc/self'; Child = 'fd\0'; Path = 'ProcFs\ProcFs::/proc/self/fd/0' }
    ) {
        Join-Path $Parent $Child | Should -BeExactly $Path
    }

    It 'separates the qualifier from the rest' {
        Split-Path Proc:/self/fd -Qualifier | Should -BeExactly 'Proc:'
        Split-Path Proc:/self/fd -NoQualifier | Should -BeExactly '/self/fd'
        Split-Path Proc:/self -IsAbsolute | Should -BeTrue
    }
}

Describe 'Set-Location' {
    It 'goes up from each depth' {
        Set-Location Proc:/self/task
        Set-Location (Get-ChildItem -Name | Select-Object -First 1)
        Set-Location fd
        (Get-Location).Path | Should -BeLike 'Proc:/self/task/*/fd'
        $seen = 1..6 | ForEach-Object { Set-Location ..; (Get-Location).Path }
        $seen[0] | Should -BeLike 'Proc:/self/task/?*'
        $seen[1..5] | Should -BeExactly 'Proc:/self/task', 'Proc:/self', 'Proc:/', 'Proc:/', 'Proc:/'
    }

    It 'goes up several at once' {
        Set-Location Proc:/sys/net/ipv4
        Set-Location ../..
        (Get-Location).Path | Should -BeExactly 'Proc:/sys'
        Set-Location ../self/fd
        (Get-Location).Path | Should -BeExactly 'Proc:/self/fd'
        Set-Location ../../sys
        (Get-Location).Path | Should -BeExactly 'Proc:/sys'
    }

    It 'goes to the drive by its name, and returns to the previous location' {
        Set-Location Proc:/sys/vm
        Set-Location $PSScriptRoot
        Set-Location Proc:
        (Get-Location).Path | Should -BeExactly 'Proc:/sys/vm'
        Set-Location Proc:/
        (Get-Location).Path | Should -BeExactly 'Proc:/'
    }

    It 'explains how to follow a link out of the drive' {
        Set-Location Proc:/self
        $said = Set-Location Proc:/self/cwd -ErrorAction SilentlyContinue 3>&1
        "$said" | Should -BeLike '*Set-Location (Convert-Path /proc/self/cwd) to go there.'
        (Get-Location).Path | Should -BeExactly 'Proc:/self'
    }

    It 'goes to the root of the drive by ~' {
        Set-Location Proc:/sys/vm
        Set-Location ~
        (Get-Location).Path | Should -BeExactly 'Proc:/'
        (Get-Item ~/self).ProcessId | Should -Be $PID
    }

    It 'goes back and forth by - and +' {
        Set-Location Proc:/sys/vm
        Set-Location Proc:/self
        Set-Location -
        (Get-Location).Path | Should -BeExactly 'Proc:/sys/vm'
        Set-Location +
        (Get-Location).Path | Should -BeExactly 'Proc:/self'
    }

    It 'reports missing items: <_>' -ForEach 'Proc:/no-such', 'Proc:/self/no-such', 'Proc:/2147483647', 'Proc:/self/cwd/etc', 'Proc:/self/cwd', 'ProcFs::/proc/no-such' {
        Set-Location Proc:/self
        Set-Location $_ -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        (Get-Location).Path | Should -BeExactly 'Proc:/self'
    }
}

Describe 'What a path is' {
    BeforeAll { Set-Location / }

    It '<Path> is a <Kind>' -ForEach @(
        @{ Path = 'Proc:/sys'; Kind = 'Directory' }
        @{ Path = 'Proc:/net'; Kind = 'Directory' }
        @{ Path = 'Proc:/self/ns'; Kind = 'Directory' }
        @{ Path = 'Proc:/devices'; Kind = 'Table' }
        @{ Path = 'Proc:/net/fib_trie'; Kind = 'Table' }
        @{ Path = 'Proc:/self/exe'; Kind = 'Link' }
        @{ Path = 'Proc:/self/cwd'; Kind = 'Link' }
        @{ Path = 'Proc:/self/root'; Kind = 'Link' }
        @{ Path = 'Proc:/self/auxv'; Kind = 'Table' }
        @{ Path = 'Proc:/'; Kind = 'Directory' }
    ) {
        (Get-Item $Path).Kind | Should -Be $Kind
    }

    It '<Path> gives a <Type>' -ForEach @(
        @{ Path = 'Proc:/self'; Type = 'ProcessInfo' }
        @{ Path = "Proc:/$PID"; Type = 'ProcessInfo' }
        @{ Path = 'Proc:/thread-self'; Type = 'ThreadInfo' }
        @{ Path = "Proc:/self/task/$PID"; Type = 'ThreadInfo' }
        @{ Path = 'Proc:/self/status'; Type = 'ProcessStatus' }
        @{ Path = 'Proc:/self/stat'; Type = 'ProcessStat' }
        @{ Path = 'Proc:/self/fd/0'; Type = 'FileDescriptor' }
        @{ Path = 'Proc:/self/oom_score_adj'; Type = 'KernelParameter' }
        @{ Path = 'Proc:/sys/vm/swappiness'; Type = 'KernelParameter' }
    ) {
        (Get-Item $Path).PSObject.TypeNames[0] | Should -Be "ProcFs.$Type"
    }

    It 'is the same process by its id, self and the cmdlet' {
        (Get-Item Proc:/self).ProcessId | Should -Be $PID
        (Get-Item Proc:/$PID).StartTime | Should -Be (Get-ProcStatus $PID).StartTime
        (Get-Item Proc:/self/status).VmRss | Should -BeGreaterThan 1MB
    }

    It 'does not follow a link out of /proc' {
        Test-Path Proc:/self/root/etc | Should -BeFalse
        Get-Item Proc:/self/root/etc -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'shows the target of a link' {
        (Get-Item Proc:/self/cwd).Value | Should -BeExactly ([IO.FileInfo]::new('/proc/self/cwd').LinkTarget)
        (Get-Item Proc:/self/cwd).IsLink | Should -BeTrue
    }

    It 'reports missing items, and processes the others' {
        $found = Get-Item Proc:/no-such, Proc:/devices, Proc:/2147483647 -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Name | Should -Be 'devices'
        $failed | Should -HaveCount 2
        $failed.CategoryInfo.Category | Sort-Object -Unique | Should -Be 'ObjectNotFound'
        "$($failed[0])" | Should -BeLike '*no-such*'
    }

    It 'is not resolved if it does not exist: <_>' -ForEach 'Proc:/no-such', 'Proc:/2147483647/fd', 'ProcFs::/proc/no-such' {
        Resolve-Path $_ -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Convert-Path $_ -ErrorAction SilentlyContinue -ErrorVariable +failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 2
    }

    It 'takes Convert-Path to other tools' {
        [IO.File]::ReadAllText((Convert-Path Proc:/version)) | Should -Be (Get-Content Proc:/version -Raw)
    }

    It 'finds rows of kallsyms by name' -Tag 'needs a kernel that shows symbols' -Skip:(-not [IO.File]::Exists('/proc/kallsyms')) {
        Test-Path Proc:/kallsyms -PathType Container | Should -BeTrue
        Test-Path Proc:/kallsyms/no_such_symbol_at_all | Should -BeFalse
    }
}

Describe 'The root' {
    It 'has a name and a description' {
        $root = Get-Item Proc:/
        $root.Name | Should -BeExactly '/'
        $root.Description | Should -Not -BeNullOrEmpty
        $root.PSIsContainer | Should -BeTrue
        (Get-Item 'ProcFs::/proc').Name | Should -BeExactly '/'
    }
}

Describe 'A trailing slash on an item without children' {
    It 'leads nowhere: <_>' -ForEach 'Proc:/self/status/', 'Proc:/version/', 'Proc:/self/fd/0/', 'Proc:\version\' {
        Test-Path $_ | Should -BeFalse
        Get-Item $_ -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        @((TabExpansion2 "Get-Item $_" "Get-Item $_".Length).CompletionMatches).Count | Should -Be 0
    }

    It 'is that of a folder: <_>' -ForEach 'Proc:/self/', 'Proc:/self/fd/', 'Proc:\sys\' {
        Test-Path $_ | Should -BeTrue
        @((TabExpansion2 "Get-Item $_" "Get-Item $_".Length).CompletionMatches).Count | Should -BeGreaterThan 2
    }
}
