BeforeDiscovery {
    $hasFindmnt = [bool](Get-Command findmnt -CommandType Application -ErrorAction Ignore)
    $canMount = [Environment]::UserName -eq 'root' -and (Get-Command unshare -CommandType Application -ErrorAction Ignore) -and $(unshare -m true 2>$null; $LASTEXITCODE -eq 0)
    $isRoot = [Environment]::UserName -eq 'root'
}

BeforeAll {
    . "$PSScriptRoot/../Setup/HeldProcess.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
    $capture = Resolve-Path "$PSScriptRoot/../../fixtures/6.18-x86_64-namespace/proc"

    # A mount as findmnt shows it.
    function Get-OptionalField($Mount) {
        $fields = @(
            if ($null -ne $Mount.PeerGroup) { "shared:$($Mount.PeerGroup)" }
            if ($null -ne $Mount.MasterGroup) { "master:$($Mount.MasterGroup)" }
            if ($null -ne $Mount.PropagateFromGroup) { "propagate_from:$($Mount.PropagateFromGroup)" }
            if ($Mount.Propagation -band 'Unbindable') { 'unbindable' }
            $Mount.Additional
        )
        $fields -join ' '
    }

    function Assert-AgreesWithFindmnt([int] $Id) {
        $columns = 'ID,PARENT,TARGET,SOURCE,FSTYPE,FS-OPTIONS,VFS-OPTIONS,FSROOT,MAJ:MIN,OPT-FIELDS'
        $theirs = (findmnt --task $Id -l -v -J -o $columns | ConvertFrom-Json).filesystems
        $ours = @(Get-ProcMount $Id)
        $ours | Should -HaveCount @($theirs).Count
        foreach ($their in $theirs) {
            $our = $ours | Where-Object MountId -EQ $their.id
            $our.ParentId | Should -Be $their.parent
            $our.Target | Should -BeExactly $their.target
            if ($our.Source -ne '/dev/root') { $our.Source | Should -BeExactly "$($their.source)" }
            $our.Type | Should -BeExactly $their.fstype
            $our.Root | Should -BeExactly ($their.fsroot -replace '//deleted$')
            "$($our.DeviceMajor):$($our.DeviceMinor)" | Should -Be $their.'maj:min'.Trim()
            $our.Options -join ',' | Should -BeExactly $their.'vfs-options'
            $options = $our.SuperOptions -join ','
            if ($options -notmatch '[\s\\"]') { $options | Should -BeExactly $their.'fs-options' }
            Get-OptionalField $our | Should -BeExactly "$($their.'opt-fields')"
        }
    }
}

Describe 'Get-ProcMount' {
    It 'reads the mounts of a process, by id and through the pipeline' {
        $mounts = Get-ProcMount $PID
        $mounts | Should -BeOfType ([ProcFs.Mount])
        $mounts.ProcessId | Select-Object -Unique | Should -Be $PID
        $mounts.Target | Should -Contain '/proc'
        @(Get-Process -Id $PID | Get-ProcMount) | Should -HaveCount $mounts.Count
    }

    It 'agrees with findmnt, field by field' -Tag 'needs findmnt' -Skip:(-not $hasFindmnt) {
        Assert-AgreesWithFindmnt $PID
    }

    It 'agrees with the drive' -Tag 'needs all of /proc' {
        $mounts = Get-ProcMount $PID
        (Get-ChildItem Proc:/$PID/mountinfo).MountId | Should -Be $mounts.MountId
        (Get-Item Proc:/$PID/mountinfo/$($mounts[0].MountId)).Target | Should -BeExactly $mounts[0].Target
        (Get-ChildItem Proc:/mounts).Target | Should -Be $mounts.Target
    }

    It 'filters by -Target, -Source and -Type' {
        (Get-ProcMount $PID -Target /proc).Type | Should -Contain 'proc'
        (Get-ProcMount $PID -Type 'PRO?').Target | Should -Contain '/proc'
        Get-ProcMount $PID -Type proc -Target /no* | Should -BeNullOrEmpty
        (Get-ProcMount -Root $capture -Source '/dev/*').Target | Should -Be '/'
        (Get-ProcMount -Root $capture -Source '').Target | Should -Be '/srv/m/empty'
        (Get-ProcMount -Root $capture -Type tmpfs -Target '*slave').Propagation | Should -Be 'Shared, Slave'
    }

    It 'completes <_>' -ForEach '-Type', '-Target', '-Source' {
        (TabExpansion2 "Get-ProcMount $_ ").CompletionMatches | Should -Not -BeNullOrEmpty
    }
}

Describe 'Get-ProcMount, of mounts that are hard to read' {
    It 'decodes <Path>' -ForEach @(
        @{ Path = 'a mount point with a space, a tab, a newline and a backslash'; Id = 64; Target = "/srv/m/a b`tc`nd\e#f"; Source = 'so ur\ce#x' }
        @{ Path = 'an empty source'; Id = 69; Target = '/srv/m/empty'; Source = '' }
    ) {
        $mount = Get-ProcMount -Root $capture | Where-Object MountId -EQ $Id
        $mount.Target | Should -BeExactly $Target
        $mount.Source | Should -BeExactly $Source
        $mount.Type | Should -Be 'tmpfs'
    }

    It 'agrees with findmnt in a namespace that holds them' -Tag 'needs root, unshare and findmnt' -Skip:(-not ($canMount -and $hasFindmnt)) {
        $script = @'
mount -t tmpfs -o size=64k none /mnt
mkdir "$(printf '/mnt/a b\tc\nd\\e#f')" /mnt/shared /mnt/slave /mnt/gone /mnt/goner
mount -t tmpfs -o size=4k 'so ur\ce#x' "$(printf '/mnt/a b\tc\nd\\e#f')"
mount -t tmpfs one /mnt/shared && mount --make-shared /mnt/shared
mount --bind /mnt/shared /mnt/slave && mount --make-slave /mnt/slave
mount --bind /mnt/goner /mnt/gone && rmdir /mnt/goner
'@
        $holder = Start-HeldProcess unshare, '-m', '--propagation', 'private' $script
        try {
            Assert-AgreesWithFindmnt $holder.Id
            $mounts = Get-ProcMount $holder.Id
            ($mounts | Where-Object Source -CEQ 'so ur\ce#x').Target | Should -BeExactly "/mnt/a b`tc`nd\e#f"
            ($mounts | Where-Object Target -EQ /mnt/slave).Propagation | Should -Be 'Slave'
            ($mounts | Where-Object Target -EQ /mnt/gone).IsRootDeleted | Should -BeTrue
            (Get-ProcMount $PID).Source | Should -Not -Contain 'so ur\ce#x'
        }
        finally {
            Stop-HeldProcess $holder
        }
    }
}

Describe 'Get-ProcMount, for missing items' {
    It 'reports it for <Parameter>' -ForEach @(
        @{ Parameter = '-Target'; Arguments = @{ Target = '/no such' }; Message = 'No mount is at "/no such".' }
        @{ Parameter = '-Source'; Arguments = @{ Source = 'no such' }; Message = 'No mount has the source "no such". Try "*no such".' }
        @{ Parameter = '-Type'; Arguments = @{ Type = 'nofs' }; Message = 'No mount has the type "nofs".' }
    ) {
        Get-ProcMount $PID @Arguments -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$failed" | Should -BeExactly $Message
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'is silent if a wildcard matches nothing' {
        Get-ProcMount $PID -Target '/no such*' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'names an id that no process has' -Tag 'needs a /proc without hidepid' {
        Get-ProcMount 2147483647 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$failed" | Should -BeExactly 'No process has the id 2147483647.'
    }
}
