BeforeAll {
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
    $capture = Resolve-Path "$PSScriptRoot/../../fixtures/6.18-x86_64-namespace/proc"

    # A membership as a line of the file.
    function ConvertTo-Line($Membership) {
        $subsystems = @($Membership.Controllers) + @(if ($Membership.HierarchyName) { "name=$($Membership.HierarchyName)" }) | Where-Object { $_ }
        "$($Membership.HierarchyId):$($subsystems -join ','):$($Membership.Cgroup)$(if ($Membership.IsDeleted) { ' (deleted)' })"
    }
}

Describe 'Get-ProcCgroup' {
    It 'agrees with the file, line by line' {
        $groups = Get-ProcCgroup $PID
        $groups | Should -BeOfType ([ProcFs.CgroupMembership])
        $groups | ForEach-Object { ConvertTo-Line $_ } | Should -BeExactly (Get-Content /proc/$PID/cgroup)
    }

    It 'takes processes from the pipeline, and all without a name' {
        @(Get-Process -Id $PID | Get-ProcCgroup) | Should -HaveCount @(Get-ProcCgroup $PID).Count
        (Get-ProcCgroup).ProcessId | Should -Contain $PID
    }

    It 'distinguishes the versions of a hybrid machine' {
        $groups = Get-ProcCgroup -Root $capture -Id 4242
        $groups.HierarchyId | Should -Be 9, 8, 4, 2, 0
        $groups[0].HierarchyName | Should -Be 'systemd'
        $groups[3].Controllers | Should -Be 'cpu', 'cpuacct'
        $groups[4].Version | Should -Be 2
        $groups[4].Cgroup | Should -BeExactly '/keep.slice/a:b\x2dc'
    }

    It 'agrees with the drive' {
        (Get-ChildItem Proc:/$PID/cgroup).Cgroup | Should -Be (Get-ProcCgroup $PID).Cgroup
        $first = @(Get-ProcCgroup $PID)[0]
        (Get-Item Proc:/$PID/cgroup/$($first.HierarchyId)).Cgroup | Should -BeExactly $first.Cgroup
    }

    It 'names an id that no process has' -Tag 'needs a /proc without hidepid' {
        Get-ProcCgroup 2147483647 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$failed" | Should -BeExactly 'No process has the id 2147483647.'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }
}
