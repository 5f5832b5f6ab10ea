BeforeDiscovery {
    # A file that this kernel was built without has no test.
    $all = @(
        @{ Name = 'oom_score_adj'; Value = 5000; ErrorId = 'ProcFs.ValueRejected' }
        @{ Name = 'oom_adj'; Value = 99; ErrorId = 'ProcFs.ValueRejected' }
        @{ Name = 'coredump_filter'; Value = 'NoSuchKind'; ErrorId = 'ProcFs.ValueRejected' }
        @{ Name = 'timerslack_ns'; Value = 'soon'; ErrorId = 'ProcFs.*' }
        @{ Name = 'comm'; Value = 'other'; ErrorId = 'ProcFs.ValueRejected' }
        @{ Name = 'task/<tid>/comm'; Value = 'other'; ErrorId = 'ProcFs.ValueRejected' }
        @{ Name = 'clear_refs'; Value = 9; ErrorId = 'ProcFs.ValueRejected' }
        @{ Name = 'autogroup'; Value = 50; ErrorId = 'ProcFs.ValueRejected' }
        @{ Name = 'loginuid'; Value = 0; ErrorId = 'ProcFs.AccessDenied' }
        @{ Name = 'setgroups'; Value = 'perhaps'; ErrorId = 'ProcFs.*' }
        @{ Name = 'uid_map'; Value = 'nobody'; ErrorId = 'ProcFs.*' }
        @{ Name = 'gid_map'; Value = 'nobody'; ErrorId = 'ProcFs.*' }
        @{ Name = 'projid_map'; Value = 'nobody'; ErrorId = 'ProcFs.*' }
        @{ Name = 'timens_offsets'; Value = 'never'; ErrorId = 'ProcFs.*' }
        @{ Name = 'attr/exec'; Value = 'other'; ErrorId = 'ProcFs.AccessDenied' }
    )
    $refusals = $all | Where-Object { Test-Path -LiteralPath "/proc/self/$($_.Name -replace '<tid>', $PID)" }
    $hasAutogroup = [IO.File]::Exists('/proc/self/autogroup') -and [IO.File]::ReadAllText('/proc/self/autogroup')
    $hasSetsid = [bool](Get-Command setsid -CommandType Application -ErrorAction Ignore)
    $hasFilter = [IO.File]::Exists('/proc/self/coredump_filter')

    # But for the thread that writes, it needs CAP_SYS_NICE, which root may lack too.
    $canSetSlack = try { [IO.File]::WriteAllText('/proc/self/timerslack_ns', '0'); $true } catch { $false }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/HeldProcess.ps1"
    Import-Module ProcFs
    $holder = Start-TestProcess
    $id = $holder.Id

    function Read-File([string] $Name) { [IO.File]::ReadAllText("/proc/$id/$Name").TrimEnd("`n") }
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'What the kernel refuses' {
    It 'is an error with the path, the reason and the value that is there: <Name>' -ForEach $refusals {
        $file = $Name -replace '<tid>', $id
        $present = $file -eq 'clear_refs' ? '' : (Get-Content -LiteralPath "/proc/$id/$file" -Raw -ErrorAction Ignore)
        Set-Item Proc:/$id/$file $Value -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$ErrorId,*"
        $failed[0].CategoryInfo.Category | Should -BeIn 'InvalidArgument', 'PermissionDenied'
        "$($failed[0])" | Should -BeLike "/proc/$id/${file}: *."
        if ($present) {
            $words = ($present.Trim() -split '\s+') -join ' '
            ("$($failed[0])" -replace ';') | Should -BeLike "* The current value is $words."
        }

        $file -eq 'clear_refs' ? '' : (Get-Content -LiteralPath "/proc/$id/$file" -Raw -ErrorAction Ignore) | Should -Be $present
    }

    It 'reports that a process can only name its own threads' {
        Set-Content Proc:/$id/comm other -ErrorAction SilentlyContinue -ErrorVariable failed
        "$failed" | Should -BeExactly "/proc/$id/comm: the kernel rejected ""other"" (invalid argument). A process can only name its own threads. The current value is bash."
    }
}

Describe 'Flags' -Tag 'needs a kernel with core dumps' -Skip:(-not $hasFilter) {
    It 'are written as their number: <Form>' -ForEach @(
        @{ Form = 'the flags themselves'; Value = 'ElfHeaders, AnonymousPrivate'; Type = 'ProcFs.CoreDumpFilter' }
        @{ Form = 'their names'; Value = 'elfheaders,AnonymousPrivate' }
        @{ Form = 'a list of names'; Value = @('ElfHeaders', 'AnonymousPrivate') }
        @{ Form = 'a hexadecimal number'; Value = '0x11' }
        @{ Form = 'a number'; Value = 17 }
        @{ Form = 'what the kernel writes'; Value = '00000011' }
    ) {
        $given = $Type ? ($Value -as [ProcFs.CoreDumpFilter]) : $Value
        foreach ($command in { Set-Item Proc:/$id/coredump_filter $given }, { Set-ItemProperty Proc:/$id/coredump_filter Value $given }) {
            Set-Content Proc:/$id/coredump_filter 0
            Read-File coredump_filter | Should -BeExactly '00000000'
            & $command
            Read-File coredump_filter | Should -BeExactly '00000011'
        }

        if ($given -isnot [array]) {
            Set-Content Proc:/$id/coredump_filter 0
            Set-Content Proc:/$id/coredump_filter $given
            Read-File coredump_filter | Should -BeExactly '00000011'
        }
    }

    It 'are copied from one process to another' {
        Set-Item Proc:/$id/coredump_filter FileShared
        Set-Item Proc:/$id/coredump_filter (Get-Item Proc:/self/coredump_filter).Value
        Read-File coredump_filter | Should -BeExactly ([IO.File]::ReadAllText('/proc/self/coredump_filter').TrimEnd("`n"))
        Set-Item Proc:/$id/coredump_filter FileShared
        Get-Content Proc:/self/coredump_filter | Set-Content Proc:/$id/coredump_filter
        Read-File coredump_filter | Should -BeExactly ([IO.File]::ReadAllText('/proc/self/coredump_filter').TrimEnd("`n"))
    }

    It 'are not written with -WhatIf, and -PassThru gives nothing then' {
        $before = Read-File coredump_filter
        Set-Item Proc:/$id/coredump_filter None -WhatIf -PassThru | Should -BeNullOrEmpty
        Set-Content Proc:/$id/coredump_filter None -WhatIf
        Read-File coredump_filter | Should -BeExactly $before
    }
}

Describe 'Other tunables of a process' {
    It 'take a span of time for the slack of timers' -Tag 'needs a kernel that lets its user set timerslack_ns' -Skip:(-not $canSetSlack) {
        Set-Item Proc:/self/timerslack_ns ([timespan]::FromMicroseconds(60))
        try { Get-Content Proc:/self/timerslack_ns | Should -BeExactly '60000' }
        finally { Set-Content Proc:/self/timerslack_ns 0 }
    }

    It 'take the number or the name of the marks to be cleared' -Tag 'needs a kernel with clear_refs' -Skip:(-not [IO.File]::Exists('/proc/self/clear_refs')) {
        foreach ($value in 1, 'PeakResident', [ProcFs.PageMarks]::Anonymous) {
            Set-Item Proc:/$id/clear_refs $value -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed | Should -BeNullOrEmpty
        }
    }

    It 'take the nice value of an autogroup, and that of another' -Tag 'needs autogroups and setsid' -Skip:(-not ($hasAutogroup -and $hasSetsid)) {
        $one = Start-HeldProcess setsid
        $other = Start-HeldProcess setsid
        try {
            Set-Item "Proc:/$($one.Id)/autogroup" 5
            (Get-Item "Proc:/$($one.Id)/autogroup").Value.Nice | Should -Be 5
            # But for root, the kernel takes a change every tenth of a second.
            Start-Sleep -Milliseconds 300
            Set-Item "Proc:/$($other.Id)/autogroup" (Get-Item "Proc:/$($one.Id)/autogroup").Value
            (Get-Item "Proc:/$($other.Id)/autogroup").Value.Nice | Should -Be 5
        }
        finally {
            Stop-HeldProcess $one
            Stop-HeldProcess $other
        }
    }

    It 'are named by the thread itself' {
        $name = [IO.File]::ReadAllText('/proc/thread-self/comm').TrimEnd("`n")
        try {
            Set-Item Proc:/thread-self/comm 'a worker'
            Get-Content Proc:/thread-self/comm | Should -BeExactly 'a worker'
        }
        finally {
            [IO.File]::WriteAllText('/proc/thread-self/comm', $name)
        }
    }
}
