BeforeDiscovery {
    $hasSymbols = [IO.File]::Exists('/proc/kallsyms') -and [bool](Get-Content -LiteralPath /proc/kallsyms -TotalCount 1 -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    $holder = Start-TestProcess "printf 'tab [1] it'\''s' > /proc/self/comm"
    $id = $holder.Id

    $capture = New-Capture "$TestDrive/capture"
    Add-CapturedProcess $capture 4242 'server'
    Add-CapturedProcess $capture 4300 'client'
    Add-CapturedProcess $capture 4301 '-dash'
    Add-CapturedProcess $capture 4302 "esc`e[31m"
    [IO.File]::WriteAllText("$capture/kallsyms", "ffffffff81000000 T vfs_read`nffffffff81000100 t vfs_readv`nffffffffc0000000 t ext_init`t[ext]`n")

    function Complete([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'Completion of arguments' {
    It 'offers pids, with the name to see and the command line as tooltip' {
        $match = Complete "Get-ProcFd -Id $id" | Where-Object CompletionText -EQ $id
        $match.ListItemText | Should -BeExactly "$id tab [1] it's"
        $match.ToolTip | Should -BeLike 'bash --norc -c *'
        $match.ResultType | Should -Be 'ParameterValue'
    }

    It 'offers pids at position 0, by a part of the name too' {
        (Complete 'Get-ProcFd tab').CompletionText | Should -Contain "$id"
        (Complete 'Get-ProcStatus ').CompletionText.Count | Should -BeGreaterThan 1
        (Complete "Get-ProcStatus $PID").CompletionText | Should -Contain "$PID"
    }

    It 'offers names and their pids at position 0, each with its text: <_>' -ForEach @(
        (Get-Command -Module ProcFs -CommandType Cmdlet).Where{ $_.Parameters.Values.ParameterSets.Values.Position -contains 0 }.Name
    ) {
        foreach ($word in '', 'b', '2', 'tab', 'zz', '4 2', '-', '*') {
            foreach ($match in Complete "$_ $word") {
                # The engine's end mark fails here, as it does in PSReadLine.
                $match.CompletionText | Should -Not -BeNullOrEmpty -Because "something was offered for '$word'"
            }
        }
    }

    It 'offers at position 0 pids for digits, and else names before pids' {
        (Complete 'Get-ProcFd ').CompletionText | Should -Match '^\d+$'
        (Complete "Get-ProcFd $id").CompletionText | Should -Contain "$id"
        $texts = (Complete 'Get-ProcFd tab').CompletionText
        $texts[0] | Should -BeExactly "'tab ``[1``] it''s'"
        $texts[1..9] | Should -Contain "$id"
        Complete 'Get-ProcFd zz' | Should -BeNullOrEmpty
    }

    It 'offers pids behind a comma' {
        (Complete "Get-ProcStatus -Id 1,$id").CompletionText | Should -Contain "$id"
    }

    It 'offers names, quoted and escaped if necessary' {
        $match = Complete 'Get-ProcFd -Name tab' | Where-Object ListItemText -CEQ "tab [1] it's"
        $match.CompletionText | Should -BeExactly "'tab ``[1``] it''s'"
        $found = Invoke-Expression "Get-ProcFd -Name $($match.CompletionText) -Number 0"
        $found.ProcessId | Should -Be $id
    }

    It 'goes on from a quote that is open' {
        (Complete "Get-ProcFd -Name 'tab").CompletionText | Should -Contain "'tab ``[1``] it''s'"
    }

    It 'offers each name once' {
        $names = (Complete 'Get-ProcStatus -Name ').ListItemText
        $names | Should -Be ($names | Select-Object -Unique)
    }

    It 'offers the types of descriptors' {
        (Complete 'Get-ProcFd -Type ').CompletionText | Should -Be ([Enum]::GetNames([ProcFs.FileDescriptorType]) | Sort-Object -CaseSensitive)
        (Complete 'Get-ProcFd -Type EVENT').CompletionText | Should -Be 'EventFd', 'EventPoll'
    }

    It 'offers the kernel''s symbols' -Tag 'needs a kernel that shows symbols' -Skip:(-not $hasSymbols) {
        $names = (Complete 'Get-KernelSymbol vfs_rea').CompletionText
        $names | Should -Contain 'vfs_read'
        $names | Where-Object { $_ -notlike 'vfs_rea*' } | Should -BeNullOrEmpty
        (Complete 'Get-KernelSymbol -Name vfs_rea').CompletionText | Should -Be $names
    }

    It 'offers the mappings of the named process, also by the end of the path' {
        $all = (Complete "Get-ProcMap $id -Path ").CompletionText
        $all | Should -Contain "'``[stack``]'"
        $all | Should -Be ($all | Select-Object -Unique)
        (Complete "Get-ProcMap $id -Path bas").ListItemText | Should -BeLike '*/bash'
        (Complete "Get-ProcMap -Id $id -Path [sta").ListItemText | Should -Be '[stack]'
        (Complete 'Get-ProcMap -Name no-such-name -Path ').CompletionText | Should -BeNullOrEmpty
        (Invoke-Expression "Get-ProcMap $id -Path $(Complete "Get-ProcMap $id -Path [sta" | ForEach-Object CompletionText)").Target | Should -Be '[stack]'
    }

    It 'offers only the variables and mounts of the named process' {
        $own = Start-TestProcess
        try {
            $ours = (Complete "Get-ProcEnvironment $($own.Id) -Variable ").ListItemText | Sort-Object
            $ours | Should -Be ((Get-ProcEnvironment $own.Id).Name | Where-Object { $_ } | Sort-Object -Unique)
            (Complete "Get-ProcMount $($own.Id) -Target /pro").CompletionText | Should -Contain '/proc'
            (Complete 'Get-ProcEnvironment -Name no-such-name -Variable ').CompletionText | Should -BeNullOrEmpty
        }
        finally {
            Stop-TestProcess $own
        }
    }

    It 'offers the types of namespaces, with descriptions' {
        $matches = Complete 'Get-ProcNamespace -Type u'
        $matches.CompletionText | Should -Be 'User', 'Uts'
        $matches.ToolTip | Should -BeLike '*namespace*'
    }

    It 'reads the folder that -Root names' {
        (Complete "Get-ProcFd -Root $capture -Id ").CompletionText | Should -Be '4242', '4300', '4301', '4302'
        (Complete "Get-ProcStatus -Root $capture -Name s").CompletionText | Should -Be 'server'
        (Complete "Get-KernelSymbol -Root $capture -Name vfs").CompletionText | Should -Be 'vfs_read', 'vfs_readv'
        (Complete "Get-KernelSymbol -Root $capture -Module ").CompletionText | Should -Be 'ext'
    }

    It 'reads the drive that -Root names, and a relative folder' {
        $null = New-PSDrive Tab -PSProvider ProcFs -Root $capture -Scope Global
        Push-Location $TestDrive
        try {
            (Complete 'Get-ProcFd -Root Tab -Id ').CompletionText | Should -Contain '4242'
            (Complete 'Get-ProcFd -Root Tab: -Id ').CompletionText | Should -Contain '4242'
            (Complete 'Get-ProcFd -Root ./capture -Id ').CompletionText | Should -Contain '4242'
        }
        finally {
            Pop-Location
            Remove-PSDrive Tab
        }
    }

    It 'quotes a name that would be read as a parameter' {
        (Complete "Get-ProcStatus -Root $capture -Name *dash").CompletionText | Should -Be "'-dash'"
    }

    It 'shows no control characters in the menu' {
        $match = Complete "Get-ProcStatus -Root $capture -Name esc"
        $match.ListItemText | Should -BeExactly 'esc\x1b[31m'
        $match.ToolTip | Should -Not -Match '\p{Cc}'
    }

    It 'has a tooltip without spaces at its ends' {
        (Complete "Get-KernelSymbol -Root $capture -Name vfs_read").ToolTip | Should -Be 'T vfs_read', 't vfs_readv'
        (Complete "Get-KernelSymbol -Root $capture -Name ext").ToolTip | Should -Be 't ext_init [ext]'
    }

    It 'never throws: <_>' -ForEach @(
        'Get-ProcFd -Name [[['
        'Get-ProcFd -Id x'
        'Get-ProcFd -Id -'
        'Get-KernelSymbol [['
        "Get-KernelSymbol '"
        'Get-ProcFd -Root /no/such/folder -Id '
        'Get-ProcFd -Root /no/such/folder -Name '
        'Get-KernelSymbol -Root /no/such/folder -Name '
        'Get-KernelSymbol -Root /no/such/folder -Module '
        'Get-ProcFd -Root "" -Id '
        'Get-ProcFd -Root $null -Id '
        'Get-ProcFd -Type [['
    ) {
        $before = $global:Error.Count
        { Complete $_ } | Should -Not -Throw
        $global:Error.Count | Should -Be $before
    }
}

Describe 'Completion of properties behind the drive' {
    It 'knows the types of all files: <_>' -ForEach 'GetChildItem', 'GetItem' {
        $cmdlet = @{ GetChildItem = 'Get-ChildItem'; GetItem = 'Get-Item' }[$_]
        $named = (Get-PSProvider ProcFs).ImplementingType.GetCustomAttributes([Management.Automation.OutputTypeAttribute], $false) |
            Where-Object ProviderCmdlet -EQ $cmdlet | ForEach-Object { $_.Type.Type }
        $kinds = $_ -eq 'GetItem' ? @('Record', 'Table', 'Directory', 'Process', 'Thread', 'Parameter') : @('Table', 'Directory', 'Thread', 'Parameter')
        $types = [ProcFs.Catalog]::All | Where-Object { $_.ItemType -and $_.Kind -in $kinds } | ForEach-Object ItemType | Select-Object -Unique
        $types | Where-Object { $_ -notin $named } | Should -BeNullOrEmpty
    }

    It 'offers <Text> for <Line>' -ForEach @(
        @{ Line = 'Get-ChildItem Proc:/self/maps | Where-Object Prot'; Text = 'Protection' }
        @{ Line = 'Get-ChildItem Proc:/self/mountinfo | Select-Object SuperO'; Text = 'SuperOptions' }
        @{ Line = 'Get-ChildItem Proc:/self/limits | Sort-Object Res'; Text = 'Resource' }
        @{ Line = 'Get-Item Proc:/self/io | Select-Object Read'; Text = 'ReadBytes' }
        @{ Line = 'Get-Item Proc:/meminfo | Select-Object SwapU'; Text = 'SwapUsed' }
        @{ Line = 'Get-ChildItem Proc:/net/tcp | Where-Object RemoteA'; Text = 'RemoteAddress' }
        @{ Line = '(Get-Item Proc:/self/status).VmR'; Text = 'VmRss' }
    ) {
        (Complete $Line).CompletionText | Should -Contain $Text
    }
}

Describe 'Completion of paths' {
    AfterEach {
        Set-Location $PSScriptRoot
    }

    It 'completes <Line> to <Text>' -ForEach @(
        @{ Line = 'Get-Item Proc:/se'; Text = 'Proc:/self' }
        @{ Line = 'Get-Item Proc:\se'; Text = 'Proc:/self' }
        @{ Line = 'Set-Location Proc:/sys/v'; Text = 'Proc:/sys/vm' }
        @{ Line = 'Set-Location Proc:\sys\v'; Text = 'Proc:/sys/vm' }
        @{ Line = 'Get-Content ProcFs::/proc/versio'; Text = 'ProcFs::/proc/version' }
        @{ Line = "Get-Item 'Proc:/se"; Text = "'Proc:/self'" }
        @{ Line = 'Get-Item "Proc:/se'; Text = '"Proc:/self"' }
    ) {
        (Complete $Line).CompletionText | Should -Contain $Text
    }

    It 'offers all that begins so' {
        $matches = Complete 'Get-Item Proc:/self/sta'
        $matches.CompletionText | Should -Contain 'Proc:/self/status'
        $matches.CompletionText | Should -Contain 'Proc:/self/stat'
        ($matches | Where-Object ListItemText -EQ 'status').ToolTip | Should -Be '/proc/self/status'
        ($matches | Where-Object ListItemText -EQ 'status').ResultType | Should -Be 'ProviderItem'
    }

    It 'offers only containers to Set-Location' {
        $all = Complete 'Set-Location Proc:/self/'
        $all.ListItemText | Should -Contain 'fd'
        $all.ListItemText | Should -Not -Contain 'status'
        $all.ResultType | Sort-Object -Unique | Should -Be 'ProviderContainer'
    }

    It 'completes relative to the current location' {
        Set-Location Proc:/self
        (Complete 'Get-Item statu').CompletionText | Should -Be './status'
        (Complete 'Get-Item ./statu').CompletionText | Should -Be './status'
        (Complete 'Get-Item ../versio').CompletionText | Should -Be '../version'
        (Complete 'Get-Item task/../statu').ListItemText | Should -Contain 'status'
    }

    It 'offers the descriptors of a process' {
        (Complete "Get-Content Proc:/$id/fd/").ListItemText | Should -Contain '0'
    }

    It 'offers the rows of a table' {
        # The engine lists a whole folder to complete a name: of the live table that takes seconds.
        $null = New-PSDrive Rows -PSProvider ProcFs -Root $capture -Scope Global
        try { (Complete 'Get-Item Rows:/kallsyms/vfs_rea').ListItemText | Should -Be 'vfs_read', 'vfs_readv' }
        finally { Remove-PSDrive Rows }
    }

    It 'offers nothing, and throws nothing, for <_>' -ForEach 'Get-Item Proc:/no/such/', 'Get-Item Proc:/2147483647/', 'Get-Item Proc:/self/status/no' {
        $before = $global:Error.Count
        Complete $_ | Should -BeNullOrEmpty
        $global:Error.Count | Should -Be $before
    }
}
