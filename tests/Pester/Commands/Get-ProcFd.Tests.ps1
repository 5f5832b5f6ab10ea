BeforeDiscovery {
    $hasFind = [bool](Get-Command find -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
    $folder = (Get-Item $TestDrive).FullName
    $holder = Start-TestProcess "cd '$folder'
        exec 20>plain.txt 21>gone.txt 22>'live (deleted)' 23>`$'new\nline' 24>`$'byte\xfe' 25</ 26</dev/null
        rm gone.txt
        printf 'holder one' > /proc/self/comm"
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
    # The engine cannot name this file.
    bash -c 'rm -f "$0"/byte*' $folder
}

Describe 'Get-ProcFd' {
    It 'takes an id at position 0' {
        $found = Get-ProcFd $id
        $found.ProcessId | Sort-Object -Unique | Should -Be $id
        $found.Number | Should -Contain 20
        $found[0] | Should -BeOfType ([ProcFs.FileDescriptor])
    }

    It 'takes a name at position 0' {
        $found = Get-ProcFd 'holder one'
        $found.ProcessId | Should -Contain $id
        $found.ProcessName | Sort-Object -Unique | Should -Be 'holder one'
    }

    It 'accepts wildcards in names, in any case' {
        (Get-ProcFd -Name 'HOLDER*').ProcessId | Should -Contain $id
        (Get-ProcFd -Name 'hold[a-f]r?one').ProcessId | Should -Contain $id
    }

    It 'takes several ids, in their order' {
        (Get-ProcFd -Id $PID, $id -Number 0).ProcessId | Should -Be $PID, $id
    }

    It 'reads all processes without id or name' {
        $found = Get-ProcFd -Number 0
        $found.ProcessId | Should -Contain $id
        $found.ProcessId | Should -Contain $PID
    }

    It 'takes processes from Get-Process' {
        (Get-Process -Id $id | Get-ProcFd -Number 20).Target | Should -Be "$folder/plain.txt"
    }

    It 'takes <_> by property name' -ForEach 'Id', 'ProcessId', 'Pid' {
        ([pscustomobject]@{ $_ = $id } | Get-ProcFd -Number 20).ProcessId | Should -Be $id
    }

    It 'has the alias Fd for -Number' {
        (Get-ProcFd $id -Fd 20, 21).Number | Should -Be 20, 21
    }

    It 'gives numbers in rising order' {
        $numbers = (Get-ProcFd $id).Number
        $numbers | Should -Be ($numbers | Sort-Object)
    }

    It 'filters by -Target, with wildcards and without regard to case' {
        (Get-ProcFd $id -Target "$folder/PLAIN*").Number | Should -Be 20
        $numbers = (Get-ProcFd $id -Target "$folder/plain.txt", '/dev/null').Number
        $numbers | Should -Contain 20
        $numbers | Should -Contain 26
        $numbers | Should -Not -Contain 25
    }

    It 'takes the target that it shows, brackets and all' {
        $pipe = Get-ProcFd $id -Number 0
        $pipe.Target | Should -Match '^pipe:\[\d+\]$'
        (Get-ProcFd $id -Target ([WildcardPattern]::Escape($pipe.Target))).Number | Should -Contain 0
    }

    It 'filters by -Type, with wildcards' {
        (Get-ProcFd $id -Type Directory).Number | Should -Be 25
        (Get-ProcFd $id -Type dev*).Number | Should -Contain 26
        (Get-ProcFd $id -Type Pipe).Number | Should -Contain 0
        Get-ProcFd $id -Type Nothing* | Should -BeNullOrEmpty
    }

    It 'rejects an unknown type, and lists the types' {
        { Get-ProcFd $id -Type Fil } | Should -Throw '"Fil" is not a type of descriptor. The types are: *File*' -ErrorId 'ProcFs.ValueRejected,*'
    }

    It 'filters by -Deleted' {
        (Get-ProcFd $id -Deleted).Number | Should -Be 21
    }

    It 'has the former path of a deleted file' {
        $found = Get-ProcFd $id -Number 21
        $found.Target | Should -BeExactly "$folder/gone.txt"
        $found.IsDeleted | Should -BeTrue
        $found.Type | Should -Be 'File'
    }

    It 'recognizes a live file named "(deleted)"' {
        $found = Get-ProcFd $id -Number 22
        $found.Target | Should -BeExactly "$folder/live (deleted)"
        $found.IsDeleted | Should -BeFalse
    }

    It 'keeps a newline in a target' {
        (Get-ProcFd $id -Number 23).Target | Should -BeExactly "$folder/new`nline"
    }

    It 'keeps a byte that is not valid UTF-8' {
        (Get-ProcFd $id -Number 24).Target | Should -BeExactly "$folder/byte$([char]0xDCFE)"
    }

    It 'distinguishes folders and devices from files' {
        "$((Get-ProcFd $id -Number 20, 25, 26).Type)" | Should -Be 'File Directory Device'
    }
}

Describe 'Get-ProcFd, for missing items' {
    It 'names an id that no process has, and does the others' -Tag 'needs a /proc without hidepid' {
        $found = Get-ProcFd -Id 2147483647, $id -Number 20 -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.ProcessId | Should -Be $id
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No process has the id 2147483647.'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'reports a missing process name, and processes the others' -Tag 'needs a /proc without hidepid' {
        $found = Get-ProcFd -Name 'no such name', 'holder one' -Number 20 -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.ProcessId | Should -Contain $id
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No process is named "no such name".'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'names a number that a named process has not' {
        $found = Get-ProcFd $id -Number 20, 9999 -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Number | Should -Be 20
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly "Process $id has no descriptor 9999."
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        $failed[0].TargetObject | Should -Be 9999
    }

    It 'reports a missing process once, not its numbers too' {
        Get-ProcFd 2147483647 -Number 0, 1 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
    }

    It 'is silent about a number that some of all processes lack' {
        Get-ProcFd -Number 9999 -ErrorAction SilentlyContinue -ErrorVariable failed | Where-Object ProcessId -EQ $id | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'names an exact target that nothing leads to' {
        Get-ProcFd $id -Target /no/such/file -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No descriptor leads to "/no/such/file".'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'is silent if a wildcard matches nothing' {
        Get-ProcFd -Name 'no such name*' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-ProcFd $id -Target '/no/such/*' -ErrorAction SilentlyContinue -ErrorVariable +failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'goes on with the pipeline behind an error' {
        $found = 2147483647, $id | ForEach-Object { [pscustomobject]@{ Id = $_ } } | Get-ProcFd -Number 20 -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.ProcessId | Should -Be $id
        $failed | Should -HaveCount 1
    }

    It 'refuses a negative number' {
        { Get-ProcFd $id -Number -1 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe 'What Get-ProcFd emits' {
    It 'is complete: it outlives the process and Export-Clixml' {
        $process = Start-TestProcess "exec 9>'$folder/nine'"
        $ended = $process.Id
        $found = Get-ProcFd $ended
        Stop-TestProcess $process

        $found | Export-Clixml "$TestDrive/fd.xml"
        $read = Import-Clixml "$TestDrive/fd.xml"
        $read[0].PSObject.TypeNames[0] | Should -Be 'Deserialized.ProcFs.FileDescriptor'
        $nine = $read | Where-Object Number -EQ 9
        $nine.ProcessId | Should -Be $ended
        $nine.ProcessName | Should -Be 'bash'
        $nine.Target | Should -Be "$folder/nine"
        [ProcFs.FileDescriptorType]$nine.Type | Should -Be 'File'
        $nine.IsDeleted | Should -BeFalse
    }

    It 'has properties of its own type, and escaped counterparts of them' {
        (Get-ProcFd $id | Get-Member -MemberType Properties | Where-Object Name -NotLike Display*).MemberType | Sort-Object -Unique | Should -Be 'AliasProperty', 'Property'
    }

    It 'comes the same in ForEach-Object -Parallel' {
        $counts = 1..4 | ForEach-Object -Parallel {
            Import-Module ProcFs
            @(Get-ProcFd $using:id).Count
        } -ThrottleLimit 2
        $counts | Should -HaveCount 4
        $counts | Sort-Object -Unique | Should -Be @(Get-ProcFd $id).Count
    }

    It 'is grouped by target' {
        $groups = Get-ProcFd $id -Type File | Group-Object Target
        $groups.Name | Should -Contain "$folder/plain.txt"
    }
}

Describe 'Get-ProcFd beside the links themselves' {
    BeforeAll {
        # Every descriptor as find sees it: path and target, each ended by a NUL.
        function Read-Links {
            $file = "$TestDrive/links"
            bash -c 'find /proc/[0-9]*/fd -mindepth 1 -maxdepth 1 -type l -printf "%p\t%l\0" 2>/dev/null > "$0"; true' $file
            $text = [ProcFs.Text.LosslessText]::Decode([IO.File]::ReadAllBytes($file))
            $links = [System.Collections.Generic.HashSet[string]]::new()
            foreach ($link in $text.Split("`0")) {
                # Root may list what it may not read; find shows such a link without a target.
                if ($link -and -not $link.EndsWith("`t")) { $null = $links.Add($link) }
            }
            , $links
        }

        function Read-Fd {
            $links = [System.Collections.Generic.HashSet[string]]::new()
            foreach ($fd in Get-ProcFd -ErrorAction SilentlyContinue) {
                $null = $links.Add("/proc/$($fd.ProcessId)/fd/$($fd.Number)`t$($fd.Target)$($fd.IsDeleted -or $fd.Type -in 'MemFd', 'Aio' ? ' (deleted)' : '')")
            }
            , $links
        }
    }

    It 'finds every descriptor that was there before and after, and no other' -Tag 'needs find' -Skip:(-not $hasFind) {
        # A descriptor of another process may close and open again between two looks. What is wrong is wrong every time.
        $missed = $invented = $null
        foreach ($attempt in 1..5) {
            $before = Read-Links
            $found = Read-Fd
            $after = Read-Links
            $lasting = [System.Collections.Generic.HashSet[string]]::new($before)
            $lasting.IntersectWith($after)
            $lasting.Count | Should -BeGreaterThan 5

            # The roots of drives, which the module itself holds open.
            $null = $lasting.RemoveWhere({ $args[0] -clike "/proc/$PID/fd/*`t/proc*" })
            $missed = @($lasting | Where-Object { -not $found.Contains($_) -and ($null -eq $missed -or $_ -in $missed) })

            $again = Read-Fd
            $found.IntersectWith($again)
            $invented = @($found | Where-Object { -not $after.Contains($_) -and ($null -eq $invented -or $_ -in $invented) })
            if ($missed.Count + $invented.Count -eq 0) { break }
        }

        $missed | Should -BeNullOrEmpty
        $invented | Should -BeNullOrEmpty
    }
}

Describe 'Get-ProcFd -Detailed' {
    BeforeAll {
        $holder = Start-TestProcess "exec 20>'$TestDrive/written' 21<>/dev/null 22<'$TestDrive' 23>>'$TestDrive/written'; printf 'twelve bytes' >&20"
        $found = @{}
        Get-ProcFd $holder.Id -Detailed | ForEach-Object { $found[$_.Number] = $_ }
    }

    AfterAll { Stop-TestProcess $holder }

    It 'has access, flags, position, size and links' {
        $found[20].Access, $found[21].Access, $found[22].Access | Should -Be 'Write', 'ReadWrite', 'Read'
        $found[20].Position | Should -Be 12
        $found[20].Size | Should -Be 12
        $found[20].Links | Should -Be 1
        $found[23].Flags | Should -Match 'Append'
        $found[20].User | Should -Be (id -un)
    }

    It 'has the file itself: device, inode and mount' {
        $found[20].Inode | Should -Be (stat -c %i "$TestDrive/written")
        $found[22].Inode | Should -Be (stat -c %i $TestDrive)
        $device = [long](stat -c %d "$TestDrive/written")
        $found[20].Device | Should -BeExactly "$(($device -shr 8) -band 0xfff):$(($device -band 0xff) -bor (($device -shr 12) -band 0xfff00))"
        $found[20].MountId | Should -BeIn (Get-ProcMount $holder.Id).MountId
        (Get-ProcMount $holder.Id | Where-Object MountId -EQ $found[20].MountId).Target | Should -BeExactly $found[20].MountPoint
    }

    It 'has the driver of a device' -Tag 'needs all of /proc' {
        $found[21].DeviceNumber | Should -BeExactly '1:3'
        $found[21].Driver | Should -BeExactly 'mem'
    }

    It 'looks at neither fdinfo nor the files unless it is asked' {
        Get-ProcFd $holder.Id | ForEach-Object { $_.GetType().Name | Should -BeExactly 'FileDescriptor' }
    }

    It 'is read by the other cmdlets like any descriptor' {
        ($found[20] | Read-ProcFd) | Should -BeExactly 'twelve bytes'
        ($found[20] | Get-ProcStatus).ProcessId | Should -Be $holder.Id
    }

    It 'agrees with lsof about access, device and inode' -Tag 'needs lsof', 'needs all of /proc' -Skip:(-not (Get-Command lsof -CommandType Application -ErrorAction Ignore)) {
        $letters = @{ Read = 'r'; Write = 'w'; ReadWrite = 'u' }
        $number = $null
        $seen = @{}
        foreach ($line in lsof -p $holder.Id -F faiD 2>$null) {
            if ($line -cmatch '^f(\d+)$') { $number = [int]$Matches[1]; $seen[$number] = @{} }
            elseif ($line -cmatch '^f') { $number = $null }
            elseif ($null -ne $number) { $seen[$number]["$($line[0])"] = $line.Substring(1) }
        }
        $seen.Count | Should -BeGreaterThan 3
        foreach ($number in $seen.Keys) {
            $letters["$($found[$number].Access)"] | Should -BeExactly $seen[$number].a -Because "of $number"
            "$($found[$number].Inode)" | Should -BeExactly $seen[$number].i -Because "of $number"
        }
    }
}

Describe 'Get-ProcFd -CountOnly' {
    BeforeAll { $holder = Start-TestProcess "ulimit -Sn 100; for i in {20..45}; do eval `"exec `$i</dev/null`"; done" }

    AfterAll { Stop-TestProcess $holder }

    It 'counts what is there, beside the soft limit' {
        $counted = Get-ProcFd $holder.Id -CountOnly
        $counted | Should -HaveCount 1
        $counted.ProcessId | Should -Be $holder.Id
        $counted.Count | Should -Be @(Get-ProcFd $holder.Id).Count
        $counted.Count | Should -BeGreaterOrEqual 29
        $counted.SoftLimit | Should -Be 100
        $counted.Share | Should -Be $counted.Count
        "$counted" | Should -BeExactly "$($holder.Id) bash: $($counted.Count)"
    }

    It 'counts all processes, those without any too' {
        $all = Get-ProcFd -CountOnly -WarningAction SilentlyContinue
        $all.ProcessId | Should -Contain $holder.Id
        $all.ProcessId | Should -Contain $PID
        ($all | Where-Object ProcessId -EQ $holder.Id).Count | Should -Be @(Get-ProcFd $holder.Id).Count
    }

    It 'takes no other filter' {
        { Get-ProcFd -CountOnly -Number 1 } | Should -Throw '*takes no other filter*'
        { Get-ProcFd -CountOnly -Detailed } | Should -Throw '*takes no other filter*'
    }

    It 'counts the links of a capture' {
        $capture = "$TestDrive/counted"
        $null = New-Item -ItemType Directory "$capture/7/fd"
        Set-Content "$capture/7/comm" holder
        ln -s /dev/null "$capture/7/fd/0"
        ln -s /dev/null "$capture/7/fd/1"
        $counted = Get-ProcFd 7 -CountOnly -Root $capture
        $counted.Count | Should -Be 2
        $counted.SoftLimit | Should -BeNullOrEmpty
    }
}
