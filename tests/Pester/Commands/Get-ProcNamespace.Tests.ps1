BeforeDiscovery {
    $hasLsns = [bool](Get-Command lsns -CommandType Application -ErrorAction Ignore)
    $isRoot = [Environment]::UserName -eq 'root'
    $canUnshare = $(unshare -U true 2>$null; $LASTEXITCODE -eq 0)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/HeldProcess.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
}

Describe 'Get-ProcNamespace' {
    It 'reads the namespaces of a process, by id and through the pipeline' {
        $namespaces = Get-ProcNamespace $PID
        $namespaces | Should -BeOfType ([ProcFs.Namespace])
        $namespaces.ProcessId | Select-Object -Unique | Should -Be $PID
        $namespaces.Name | Should -Be (Get-ChildItem /proc/$PID/ns).Name
        $namespaces.Target | Should -Be (Get-ChildItem /proc/$PID/ns).LinkTarget
        (Get-Process -Id $PID | Get-ProcNamespace).Target | Should -Be $namespaces.Target
    }

    It 'agrees with lsns about a process' -Tag 'needs lsns' -Skip:(-not $hasLsns) {
        $ours = Get-ProcNamespace $PID | Where-Object IsForChildren -EQ $false | ForEach-Object { "$($_.Type) $($_.Inode)" }
        $theirs = (lsns -p $PID -J -o NS,TYPE | ConvertFrom-Json).namespaces | ForEach-Object { "$($_.type) $($_.ns)" }
        $theirs | Should -Not -BeNullOrEmpty
        foreach ($their in $theirs) { $ours | Should -Contain $their }
    }

    It 'agrees with lsns about all that lsns sees' -Tag 'needs lsns' -Skip:(-not $hasLsns) {
        $compared = 0
        foreach ($their in (lsns -J -o NS,TYPE,PID | ConvertFrom-Json).namespaces | Where-Object pid) {
            $our = Get-ProcNamespace $their.pid -Type $their.type -ErrorAction Ignore | Where-Object IsForChildren -EQ $false
            if ($our) {
                $our.Inode | Should -Be $their.ns
                $compared++
            }
        }
        $compared | Should -BeGreaterThan 0
    }

    It 'distinguishes a process in its own namespaces' -Tag 'needs user namespaces' -Skip:(-not $canUnshare) {
        $holder = Start-HeldProcess unshare, '-U'
        try {
            $ours = Get-ProcNamespace $PID -Type user
            $theirs = Get-ProcNamespace $holder.Id -Type user
            $theirs.Inode | Should -Not -Be $ours.Inode
            (Get-ProcNamespace -Type user | Where-Object Inode -EQ $theirs.Inode).ProcessId | Should -Contain $holder.Id
            (Get-ProcNamespace $holder.Id -Type uts).Inode | Should -Be (Get-ProcNamespace $PID -Type uts).Inode
        }
        finally {
            Stop-HeldProcess $holder
        }
    }

    It 'filters by -Type, wildcards too' {
        (Get-ProcNamespace $PID -Type net, UTS).Name | Should -Be 'net', 'uts'
        (Get-ProcNamespace $PID -Type 'u*').Name | Should -Be 'user', 'uts'
        Get-ProcNamespace $PID -Type 'x*' | Should -BeNullOrEmpty
    }

    It 'completes -Type' {
        (TabExpansion2 'Get-ProcNamespace -Type u').CompletionMatches.CompletionText | Should -Be 'User', 'Uts'
    }

    It 'agrees with the drive' {
        (Get-ChildItem Proc:/$PID/ns).Target | Should -Be (Get-ProcNamespace $PID).Target
        (Get-Item Proc:/$PID/ns/net).Inode | Should -Be (Get-ProcNamespace $PID -Type net).Inode
        Get-Content Proc:/$PID/ns/net -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$failed" | Should -BeLike '*a namespace has no content.'
    }
}

Describe 'Get-ProcNamespace, for missing or denied items' {
    It 'reports an unknown type' {
        { Get-ProcNamespace $PID -Type nothing } | Should -Throw '"nothing" is not a type of namespace. The types are: *Net, Pid*'
    }

    It 'names an id that no process has' -Tag 'needs a /proc without hidepid' {
        Get-ProcNamespace 2147483647 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$failed" | Should -BeExactly 'No process has the id 2147483647.'
    }

    It 'names the process of another user' -Tag 'needs a user other than root', 'needs processes that may not be read' -Skip:$isRoot {
        Get-ProcNamespace 1 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.AccessDenied,*'
    }

    It 'counts denied processes when all are read' -Tag 'needs a user other than root', 'needs processes that may not be read' -Skip:$isRoot {
        $null = Get-ProcNamespace -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*permission denied*'
    }
}
