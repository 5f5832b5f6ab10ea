BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Native.ps1"
    Import-Module ProcFs
    Set-Location /
    $isRoot = (id -u) -eq '0'
    $folder = (Get-Item $TestDrive).FullName
}

AfterAll {
    # A name that is no UTF-8 is beyond what clears the test drive.
    rm -rf "$folder/named"
    Set-Location $PSScriptRoot
}

Describe 'What Restore-ProcFile keeps of a file' {
    It 'includes extended attributes, even of a read-only file' {
        Set-Content "$folder/marked" content -NoNewline
        if (-not (Set-ExtendedAttribute "$folder/marked" user.origin 'where it came from')) {
            Set-ItResult -Skipped -Because 'this file system has no extended attributes'
            return
        }

        $holder = Start-TestProcess "cd '$folder'; chmod 400 marked; exec 20<marked; rm marked"
        try { $restored = Restore-ProcFile -Id $holder.Id -Number 20 -Destination "$folder/out" }
        finally { Stop-TestProcess $holder }
        Get-ExtendedAttribute $restored.To user.origin | Should -BeExactly 'where it came from'
        stat -c %a $restored.To | Should -Be 400
        $restored.NotKept | Should -BeNullOrEmpty
    }

    Context 'a program of another that runs with its rights' {
        BeforeAll {
            $ids = $isRoot ? '65534:65533' : "$(id -u):$(id -g)"
            $holder = Start-TestProcess "cd '$folder'; echo x > owned; chown $ids owned; chmod 6711 owned
                touch -a -d '2002-03-04 05:06:07.123456789' owned; touch -m -d '2001-02-03 04:05:06.987654321' owned
                stat -c '%u:%g %a %x %y' owned > facts; exec 20<owned; rm owned"
            $facts = Get-Content "$folder/facts"
            $times = $facts.Split(' ', 3)[2]
            $own = "$(id -u):$(id -g)"
            function Restore-Owned([hashtable] $Keep = @{}) { Restore-ProcFile -Id $holder.Id -Number 20 -Destination "$folder/out" @Keep }
        }

        AfterAll { Stop-TestProcess $holder }

        It 'belongs to the caller, and gives no one its privileges' {
            $restored = Restore-Owned
            stat -c '%u:%g %a %x %y' $restored.To | Should -Be "$own 600 $times"
            $restored.NotKept | Should -Be @(if ($isRoot) { 'owner' }; 'mode'; 'set-id')
            ($restored | Format-Table | Out-String -Width 160) | Should -BeLike '*reduced*'
        }

        It 'keeps <Keep>' -ForEach @(
            @{ Keep = 'KeepMode'; Mode = 711; NotKept = 'owner', 'set-id' }
            @{ Keep = 'KeepOwner'; Mode = 600; NotKept = 'mode', 'set-id' }
            @{ Keep = 'KeepPrivilege'; Mode = 600; NotKept = 'owner', 'mode', 'set-id' }
            @{ Keep = 'KeepMode KeepPrivilege'; Mode = 711; NotKept = 'owner', 'set-id' }
            @{ Keep = 'KeepOwner KeepMode KeepPrivilege'; Mode = 6711; NotKept = @() }
        ) -Tag 'needs root' -Skip:(-not $isRoot) {
            $switches = @{}
            $Keep.Split(' ') | ForEach-Object { $switches[$_] = $true }
            $restored = Restore-Owned $switches
            stat -c '%u:%g %a' $restored.To | Should -Be "$($Keep -like '*KeepOwner*' ? $ids : $own) $Mode"
            @($restored.NotKept) | Should -Be $NotKept
        }

        It 'is all of it with all of them, to the nanosecond' {
            $restored = Restore-Owned @{ KeepOwner = $true; KeepMode = $true; KeepPrivilege = $true }
            stat -c '%u:%g %a %x %y' $restored.To | Should -Be $facts
            $restored.NotKept | Should -BeNullOrEmpty
            ($restored | Format-Table | Out-String -Width 160) | Should -BeLike '*whole*'
        }
    }

    It 'includes capabilities only with -KeepPrivilege' -Tag 'needs root' -Skip:(-not $isRoot) {
        Copy-Item -LiteralPath /bin/true "$folder/capable"
        $value = [byte[]](1, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        if ([ProcFsTest.Native]::setxattr("$folder/capable", 'security.capability', $value, $value.Length, 0)) {
            Set-ItResult -Skipped -Because 'this file system has no capabilities'
            return
        }

        $holder = Start-TestProcess "cd '$folder'; exec 20<capable; rm capable"
        try {
            $plain = Restore-ProcFile -Id $holder.Id -Number 20 -Destination "$folder/out"
            $kept = Restore-ProcFile -Id $holder.Id -Number 20 -Destination "$folder/out" -KeepPrivilege
        }
        finally { Stop-TestProcess $holder }
        Get-ExtendedAttribute $plain.To security.capability | Should -BeNullOrEmpty
        $plain.NotKept | Should -Contain 'security.capability'
        ($plain | Format-Table | Out-String -Width 160) | Should -BeLike '*reduced*'
        Get-ExtendedAttribute $kept.To security.capability | Should -BeExactly ([Text.Encoding]::UTF8.GetString($value))
        $kept.NotKept | Should -Not -Contain 'security.capability'
    }
}

Describe 'The folder that Restore-ProcFile writes to' {
    BeforeAll {
        $holder = Start-TestProcess "cd '$folder'; echo x > safe; exec 20<safe"
        function Restore-Into([string] $Name) {
            $null = Restore-ProcFile -Id $holder.Id -Number 20, 20 -Destination "$folder/$Name" -WarningVariable warnings -WarningAction SilentlyContinue
            $warnings
        }
    }

    AfterAll { Stop-TestProcess $holder }

    It 'is private if it is created' {
        Restore-Into made/deep | Should -BeNullOrEmpty
        stat -c %a "$folder/made" "$folder/made/deep" | Should -Be '700', '700'
    }

    It 'is warned of once if others can write to it: mode <Mode>' -ForEach @(
        @{ Mode = '777'; Says = '* is writable by other users, who can replace the restored files. Choose a folder of your own.' }
        @{ Mode = '1777'; Says = '* is writable by other users. They cannot replace the restored files, but can create files of their own there.' }
    ) {
        $null = New-Item -ItemType Directory "$folder/open$Mode"
        chmod $Mode "$folder/open$Mode"
        $warnings = Restore-Into "open$Mode"
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "$folder/open$Mode$($Says.Substring(1))"
    }

    It 'is warned of if it belongs to another user, or is group-writable: <Owner> <Mode>' -ForEach @(
        @{ Owner = '65534:0'; Mode = '755'; Says = '* belongs to another user (65534), who can replace the restored files.' }
        @{ Owner = '0:65534'; Mode = '775'; Says = '* is writable by other users, who can replace*' }
    ) -Tag 'needs root' -Skip:(-not $isRoot) {
        $null = New-Item -ItemType Directory "$folder/$Owner"
        chown $Owner "$folder/$Owner"
        chmod $Mode "$folder/$Owner"
        Restore-Into $Owner | Should -BeLike $Says
    }

    It 'may be a folder that its own group may write to' {
        $null = New-Item -ItemType Directory "$folder/shared"
        chmod 775 "$folder/shared"
        Restore-Into shared | Should -BeNullOrEmpty
    }
}

Describe 'The names that Restore-ProcFile gives' {
    It 'match the files, byte for byte, whatever their content' {
        $names = "`e[31mred", "two`nlines", '..x', '-rf', 'a;b $c `d`', 'x (deleted)'
        $quoted = $names | ForEach-Object { "'" + $_.Replace("'", "'\''") + "'" }
        $opened = for ($i = 0; $i -lt $names.Count; $i++) { "printf $i > ./$($quoted[$i]); exec 2$i<./$($quoted[$i]); rm ./$($quoted[$i])" }
        $holder = Start-TestProcess "mkdir '$folder/names'; cd '$folder/names'; $($opened -join "`n")
            exec 26> `$'\xff\xfe'; rm `$'\xff\xfe'"
        try { $restored = Get-ProcFd -Id $holder.Id -Deleted | Where-Object Target -Like "$folder/names/*" | Restore-ProcFile -Destination "$folder/named" }
        finally { Stop-TestProcess $holder }
        $restored | Should -HaveCount ($names.Count + 1)
        for ($i = 0; $i -lt $names.Count; $i++) { [IO.File]::ReadAllText("$folder/named/$($names[$i])") | Should -Be "$i" }
        bash -c 'test -f "$0"/$''\xff\xfe''' "$folder/named"
        $LASTEXITCODE | Should -Be 0
        find "$folder/named" -mindepth 1 -printf . | Should -Be ('.' * ($names.Count + 1))
    }

    It 'stay in the destination: a memory file called <Name> becomes <Becomes>' -ForEach @(
        @{ Name = 'plain'; Becomes = 'memfd:plain' }
        @{ Name = '../../etc/passwd'; Becomes = 'passwd' }
        @{ Name = 'a/..'; Becomes = 'file' }
        @{ Name = 'a/'; Becomes = 'file' }
        @{ Name = '..'; Becomes = 'memfd:..' }
    ) {
        $number = [ProcFsTest.Native]::memfd_create($Name, 1)
        $number | Should -BeGreaterThan 0
        try {
            [IO.File]::WriteAllText("/proc/self/fd/$number", 'in memory')
            $restored = Restore-ProcFile -Id $PID -Number $number -Destination "$folder/memory/deep" -Force
        }
        finally { $null = [ProcFsTest.Native]::close($number) }
        $restored.To | Should -BeExactly "$folder/memory/deep/$Becomes"
        [IO.File]::ReadAllText($restored.To) | Should -Be 'in memory'
        find "$folder/memory" -type f | Should -Be $restored.To
        rm -r "$folder/memory"
    }

    It 'leave room for a number behind the longest name' {
        $name = 'n' * 250 + [char]0xE9 + [char]0xE9
        $holder = Start-TestProcess "cd '$folder'; : > '$name'; exec 20<'$name'; rm '$name'"
        try { $restored = 1..2 | ForEach-Object { Restore-ProcFile -Id $holder.Id -Number 20 -Destination "$folder/long" } }
        finally { Stop-TestProcess $holder }
        $restored.To | Should -BeExactly "$folder/long/$name", "$folder/long/$('n' * 250 + [char]0xE9).1"
    }

    It 'are those of live files that look deleted' {
        $holder = Start-TestProcess "cd '$folder'; printf live > 'y (deleted)'; exec 20<'y (deleted)'"
        try { $restored = Restore-ProcFile -Id $holder.Id -Number 20 -Destination "$folder/looks" }
        finally { Stop-TestProcess $holder }
        $restored.From | Should -BeExactly "$folder/y (deleted)"
        $restored.To | Should -BeExactly "$folder/looks/y (deleted)"
    }
}
