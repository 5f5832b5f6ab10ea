# One process that holds all that is hard to read, seen through the cmdlets and the drive.

BeforeDiscovery {
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'

    # A byte that is no UTF-8, as the module keeps it.
    function Get-Byte([int] $Value) { [string][char](0xDC00 + $Value) }

    $folder = (Get-Item $TestDrive).FullName
    $name = "a) R 1 (`nb\x$(Get-Byte 0xFF)"
    $arguments = '', "two`nlines", "$(Get-Byte 0xFF)$(Get-Byte 0xFE) byte", '--last', ''
    $environment = 'TWICE=first', 'NO_EQUALS_SIGN', '', 'TWICE=second', "LINES=a`nb", "BYTE=$(Get-Byte 0xFF)", 'EMPTY=', 'EQUALS=a=b'
    $mountPoint = "$folder/a b`tc`nd\e"
    $mappings = 20000
}

Describe 'A process that is hard to read' -Tag 'needs python3' -Skip:(-not $hasPython) {
    BeforeAll {
        $start = [Diagnostics.ProcessStartInfo]::new('python3', [string[]]("$PSScriptRoot/../Setup/torture.py", 'start', $folder))
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $starter = [Diagnostics.Process]::Start($start)
        $word, $kind = $starter.StandardOutput.ReadLine() -split ' '
        $starter.StandardOutput.ReadLine() | Should -Be 'ready'
        $id = [int]$word
        $isOwn = $kind -eq 'own'
        $shared = 'A user namespace is forbidden here.'
    }

    AfterAll {
        Stop-TestProcess $starter
        # .NET cannot delete a name that is no UTF-8.
        bash -c 'rmdir "$0"/at*' $folder
    }

    It 'has a working folder of any name' {
        $entry = Get-Item "Proc:/$id/cwd"
        $entry.Value | Should -BeExactly "$folder/at$(Get-Byte 0xFE)`n\"
        $entry.Kind | Should -Be 'Link'
    }

    It 'has its name by <_>' -ForEach 'Get-ProcProcess', 'Get-ProcStat', 'Get-ProcStatus' {
        $found = & $_ $id
        $found.Name | Should -BeExactly $name
        $found.ProcessId | Should -Be $id
        $found.State | Should -Be 'Sleeping'
        $found.ParentProcessId | Should -Be $starter.Id
        $found.Threads | Should -Be 1
        (& $_ -Name ([WildcardPattern]::Escape($name))).ProcessId | Should -Be $id
    }

    It 'has its name on the drive' {
        (Get-Item "Proc:/$id").Name | Should -BeExactly $name
        (Get-Item "Proc:/$id/stat").Comm | Should -BeExactly $name
        (Get-Item "Proc:/$id/status").Comm | Should -BeExactly $name
        (Get-Item "Proc:/$id/comm").Value | Should -BeExactly $name
        (Get-ChildItem "Proc:/$id/task").Name | Should -BeExactly $name
        (Get-Content "Proc:/$id/comm" -Raw) | Should -BeExactly "$name`n"
        Get-ItemPropertyValue "Proc:/$id/status" Comm | Should -BeExactly $name
    }

    It 'has the fields of stat behind its name' {
        $line = [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes("/proc/$id/stat"))
        $fields = $line.Substring($line.LastIndexOf(')') + 2).TrimEnd("`n").Split(' ')
        $stat = Get-ProcStat $id
        $stat.ProcessGroupId, $stat.SessionId, $stat.StartTicks, $stat.Policy.value__ | Should -Be $fields[2], $fields[3], $fields[19], $fields[38]
        (Get-ProcProcess $id).StartTime | Should -Be $stat.StartTime
    }

    It 'is shown without control characters or invalid bytes' {
        $shown = @{ 'a) R 1 (\nb\x\xff' = { Format-List -InputObject $args[0] }; 'two\nlines' = { Format-Table -InputObject $args[0] } }
        foreach ($part in $shown.Keys) {
            $text = & $shown[$part] (Get-ProcProcess $id) | Out-String -Width 400
            $text | Should -Match ([regex]::Escape($part))
            $text -replace '\e\[[\d;]*m|[\r\n]' | Should -Not -Match '\p{Cc}|\p{Cs}'
        }
    }

    It 'has each argument, the empty ones too' {
        $found = (Get-ProcProcess $id).CommandLine
        $found | Should -HaveCount 10
        $found[5..9] | Should -BeExactly $arguments
        (Get-Item "Proc:/$id").CommandLine | Should -BeExactly $found
        Get-Content "Proc:/$id/cmdline" | Should -BeExactly $found
        $bytes = [ProcFs.Text.LosslessText]::Encode(($found -join "`0") + "`0")
        [Convert]::ToHexString($bytes) | Should -BeExactly ([Convert]::ToHexString([IO.File]::ReadAllBytes("/proc/$id/cmdline")))
        [Convert]::ToHexString((Get-Content "Proc:/$id/cmdline" -AsByteStream)) | Should -BeExactly ([Convert]::ToHexString($bytes))
    }

    It 'has each entry of its environment, in order' {
        $found = @(Get-ProcEnvironment $id)
        "$($found.ForEach{ $null -eq $_.Value ? $_.Name : "$($_.Name)=$($_.Value)" })" | Should -BeExactly "$environment"
        $found.Index | Should -Be (0..7)
        $found.Name | Should -BeExactly 'TWICE', 'NO_EQUALS_SIGN', '', 'TWICE', 'LINES', 'BYTE', 'EMPTY', 'EQUALS'
        $found[0].Value, $found[3].Value, $found[4].Value, $found[7].Value | Should -BeExactly 'first', 'second', "a`nb", 'a=b'
        $null -eq $found[1].Value | Should -BeTrue
        $null -eq $found[2].Value | Should -BeTrue
        $found[6].Value | Should -BeExactly ''
        Get-Content "Proc:/$id/environ" | Should -BeExactly $environment
        (Get-ChildItem "Proc:/$id/environ").Value | Should -BeExactly $found.Value
        (Get-Item "Proc:/$id/environ/TWICE").Value | Should -BeExactly 'first'
        (Get-Item "Proc:/$id/environ/TWICE~2").Value | Should -BeExactly 'second'
    }

    It 'maps files with any names, and distinguishes deleted files from files with such a name' {
        $expected = "$folder/gone", "$folder/m (deleted)", "$folder/x`ny \040z"
        $found = Get-ProcMap $id | Where-Object { "$($_.Target)".StartsWith("$folder/") -and $_.Target -cne "$folder/many" } | Sort-Object Target
        $found.Target | Should -BeExactly $expected
        $found.IsDeleted | Should -Be $true, $false, $false
        (Get-ProcMap $id -Path "$folder/m (deleted)").Range | Should -Be $found[1].Range
        foreach ($mapping in $found) {
            $link = Get-Item "Proc:/$id/map_files/$($mapping.Range)"
            $link.Target, $link.IsDeleted | Should -BeExactly $mapping.Target, $mapping.IsDeleted
        }
    }

    It 'holds files of any name' {
        $found = Get-ProcFd $id | Where-Object { $_.Target.StartsWith("$folder/") } | Sort-Object Target
        $found.Target | Should -BeExactly "$folder/gone", "$folder/m (deleted)", "$folder/x`ny \040z"
        $found.IsDeleted | Should -Be $true, $false, $false
        $found.Type | Sort-Object -Unique | Should -Be 'File'
        foreach ($descriptor in $found) {
            (Get-Item "Proc:/$id/fd/$($descriptor.Number)").Target | Should -BeExactly $descriptor.Target
        }
    }

    It 'has each of its many mappings, as maps writes them' {
        $lines = @([IO.File]::ReadAllLines("/proc/$id/maps", [Text.Encoding]::Latin1) | ForEach-Object { $_.Substring(0, $_.IndexOf(' ', $_.IndexOf(':'))) })
        $found = @(Get-ProcMap $id)
        $text = foreach ($mapping in $found) {
            $rights = "$($mapping.Protection -band 1 ? 'r' : '-')$($mapping.Protection -band 2 ? 'w' : '-')$($mapping.Protection -band 4 ? 'x' : '-')$($mapping.IsShared ? 's' : 'p')"
            '{0:x8}-{1:x8} {2} {3:x8} {4:x2}:{5:x2}' -f $mapping.Start, $mapping.End, $rights, $mapping.Offset, $mapping.DeviceMajor, $mapping.DeviceMinor
        }
        $text -join "`n" | Should -BeExactly ($lines -join "`n")
        $many = @(Get-ProcMap $id -Path "$folder/many")
        $many | Should -HaveCount $mappings
        ($many.Offset | Sort-Object -Unique).Count | Should -Be $mappings
        $many.Inode | Sort-Object -Unique | Should -Be $many[0].Inode
        ($many | Measure-Object Size -Sum).Sum | Should -Be ($mappings * [Environment]::SystemPageSize)
    }

    It 'has a mount point with a space, a tab, a newline and a backslash, and a mount without a source' {
        if (-not $isOwn) { Set-ItResult -Skipped -Because $shared; return }
        $found = Get-ProcMount $id | Where-Object { $_.Target.StartsWith($folder) }
        $found.Target | Should -BeExactly $mountPoint, "$folder/empty source"
        $found.Source | Should -BeExactly "so ur`tce`n\x", ''
        $found.Type | Should -Be 'tmpfs', 'tmpfs'
        $found[1].SuperOptions | Should -Contain 'size=4k'
        (Get-ProcMount $id -Source '').Target | Should -Contain "$folder/empty source"
        foreach ($file in 'mountinfo', 'mounts', 'mountstats') {
            $rows = Get-ChildItem "Proc:/$id/$file" | Where-Object { $_.Target.StartsWith($folder) }
            $rows.Target | Should -BeExactly $found.Target -Because $file
            $rows.Source | Should -BeExactly $found.Source -Because $file
        }

        (Get-ProcMount $PID).Target | Should -Not -Contain $mountPoint
    }

    It 'lives in namespaces of its own' {
        if (-not $isOwn) { Set-ItResult -Skipped -Because $shared; return }
        $theirs = @{}
        $ours = @{}
        Get-ProcNamespace $id | ForEach-Object { $theirs[$_.Name] = $_ }
        Get-ProcNamespace $PID | ForEach-Object { $ours[$_.Name] = $_ }
        foreach ($own in 'user', 'mnt', 'pid') {
            $theirs[$own].Inode | Should -Not -Be $ours[$own].Inode -Because $own
            (Get-Item "Proc:/$id/ns/$own").Inode | Should -Be $theirs[$own].Inode
        }

        $theirs['uts'].Inode | Should -Be $ours['uts'].Inode
        $status = Get-ProcStatus $id
        $status.NamespaceProcessIds[-1] | Should -Be 1
        $status.NamespaceProcessIds.Count | Should -Be ((Get-ProcStatus $PID).NamespaceProcessIds.Count + 1)
        $status.NamespaceProcessIds | Should -Contain $id
        "$((Get-Item "Proc:/$id/uid_map").Value)" | Should -Be "0 $(id -u) 1"
        (Get-ProcProcess $id).User | Should -Be (Get-ProcProcess $PID).User
    }

    It 'survives Export-Clixml' {
        Get-ProcProcess $id | Export-Clixml "$TestDrive/process.xml"
        $read = Import-Clixml "$TestDrive/process.xml"
        $read.CommandLine[5..9] | Should -BeExactly $arguments
        $read.Name | Should -BeExactly $name
    }
}
