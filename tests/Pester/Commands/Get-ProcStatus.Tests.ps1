BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
    $started = [DateTimeOffset]::UtcNow
    $holder = Start-TestProcess "umask 027; printf 'status one' > /proc/self/comm; trap '' USR1"
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'Get-ProcStatus' {
    It 'takes an id at position 0' {
        $status = Get-ProcStatus $id
        $status | Should -BeOfType ([ProcFs.ProcessStatus])
        $status.ProcessId | Should -Be $id
        $status.Name | Should -BeExactly 'status one'
    }

    It 'takes a name at position 0, and wildcards' {
        (Get-ProcStatus 'status one').ProcessId | Should -Contain $id
        (Get-ProcStatus -Name 'STATUS*').ProcessId | Should -Contain $id
    }

    It 'takes processes from Get-Process, and descriptors' {
        (Get-Process -Id $id | Get-ProcStatus).ProcessId | Should -Be $id
        (Get-ProcFd $id -Number 0 | Get-ProcStatus).ProcessId | Should -Be $id
    }

    It 'takes <_> by property name' -ForEach 'Id', 'ProcessId', 'Pid' {
        ([pscustomobject]@{ $_ = $id } | Get-ProcStatus).ProcessId | Should -Be $id
    }

    It 'reads all processes without id or name' {
        $ids = (Get-ProcStatus).ProcessId
        $ids | Should -Contain $id
        $ids | Should -Contain $PID
    }

    It 'returns typed properties' {
        $status = Get-ProcStatus $id
        $status.State | Should -Be 'Sleeping'
        $status.ParentProcessId | Should -Be $PID
        $status.Umask | Should -Be 23
        $status.Threads | Should -Be 1
        $status.IsKernelThread | Should -BeIn $null, $false
        "$($status.SigIgn)" | Should -Match '\bSIGUSR1\b'
        "$($status.CpusAllowed)" | Should -Be "$($status.CpusAllowedList)"
        $status.VmRss | Should -BeOfType ([long])
        $status.VmPeak | Should -BeGreaterOrEqual $status.VmSize
    }

    It 'knows when the process started' {
        $start = (Get-ProcStatus $id).StartTime
        $start | Should -BeGreaterThan $started.AddSeconds(-10)
        $start | Should -BeLessThan $started.AddSeconds(60)
        $byEngine = [DateTimeOffset](Get-Process -Id $id).StartTime
        [Math]::Abs(($start - $byEngine).TotalSeconds) | Should -BeLessThan 2
    }

    It 'returns the properties selected in the picture of the README' {
        $picked = Get-ProcStatus $id | Select-Object Name, VmPeak, VmSize, VmRss, Threads, CpusAllowedList, Groups
        $picked.Name | Should -Be 'status one'
        $picked.VmSize | Should -BeGreaterThan 4096
    }
}

Describe 'Get-ProcStatus, for missing processes' {
    It 'names an id that no process has, and does the others' -Tag 'needs a /proc without hidepid' {
        $found = Get-ProcStatus -Id 2147483647, $id -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.ProcessId | Should -Be $id
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No process has the id 2147483647.'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'reports a missing process name, and processes the others' -Tag 'needs a /proc without hidepid' {
        $found = Get-ProcStatus -Name 'no such name', 'status one' -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.ProcessId | Should -Contain $id
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No process is named "no such name".'
    }

    It 'shows a name without its escape sequences in the message' -Tag 'needs a /proc without hidepid' {
        Get-ProcStatus -Name "a`eb`u{9b}" -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($failed[0])" | Should -BeExactly 'No process is named "a\x1bb\x9b".'
    }

    It 'is silent if a wildcard matches nothing' {
        Get-ProcStatus -Name 'no such name*' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'names a process that ended' -Tag 'needs a /proc without hidepid' {
        $process = Start-TestProcess
        $ended = $process.Id
        Stop-TestProcess $process
        Get-ProcStatus $ended -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$($failed[0])" | Should -BeExactly "No process has the id $ended."
    }
}

Describe 'Get-ProcStatus -Root' {
    BeforeAll {
        $capture = New-Capture "$TestDrive/capture"
        Add-CapturedProcess $capture 100 'one'
        Add-CapturedProcess $capture 200 'two'
        Add-CapturedProcess $capture 300 'three'
    }

    It 'reads a folder' {
        $found = Get-ProcStatus -Root $capture
        $found.ProcessId | Should -Be 100, 200, 300
        $found[0].VmRss | Should -Be 524288
        "$($found[0].CpusAllowedList)" | Should -Be '0-3'
        $found[0].Groups | Should -Be 4, 24
        $found[0].VmSwap | Should -BeNullOrEmpty
    }

    It 'counts the start from the boot of the captured machine' {
        (Get-ProcStatus 100 -Root $capture).StartTime | Should -BeGreaterThan ([DateTimeOffset]::FromUnixTimeSeconds(1700000000))
        (Get-ProcStatus 100 -Root $capture).StartTime | Should -BeLessThan ([DateTimeOffset]::FromUnixTimeSeconds(1700000100))
    }

    It 'gives an error and no object for a file that was cut off: <_> lines are left' -ForEach 0, 2 {
        $cut = New-Capture "$TestDrive/cut$_"
        Add-CapturedProcess $cut 100 short
        [IO.File]::WriteAllText("$cut/100/status", "Name:`tshort`nUmask:`t0022`n".Substring(0, $_ ? 24 : 0))

        Get-ProcStatus -Root $cut -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.Malformed,*'
        "$($failed[0])" | Should -BeLike "$cut/100/status, line $($_ + 1): *"
    }

    It 'leaves unreadable properties null, with the reason, and has the rest' {
        $lines = [IO.File]::ReadAllLines("$capture/200/status")
        $lines[12] = "VmPeak:`tmuch"
        [IO.File]::WriteAllLines("$capture/200/status", $lines)

        $found = Get-ProcStatus -Root $capture -ErrorVariable failed
        $found.ProcessId | Should -Be 100, 200, 300
        $failed | Should -BeNullOrEmpty
        $found[1].VmPeak | Should -BeNullOrEmpty
        $found[1].Unavailable['VmPeak'] | Should -Be 'Malformed'
        $found[1].VmSize | Should -Be $found[0].VmSize
        $found[0].Unavailable.Values | Should -Not -Contain 'Malformed'
    }

    It 'keeps a field that it does not know' {
        [IO.File]::AppendAllText("$capture/300/status", "Brand_new:`t42 things`n")
        (Get-ProcStatus 300 -Root $capture).Additional['Brand_new'] | Should -BeExactly '42 things'
    }
}

Describe 'What Get-ProcStatus emits' {
    It 'is complete: it outlives the process and Export-Clixml' {
        $process = Start-TestProcess
        $status = Get-ProcStatus $process.Id
        Stop-TestProcess $process
        $status | Export-Clixml "$TestDrive/status.xml"
        $read = Import-Clixml "$TestDrive/status.xml"
        $read.PSObject.TypeNames[0] | Should -Be 'Deserialized.ProcFs.ProcessStatus'
        foreach ($name in 'ProcessId', 'Name', 'VmRss', 'Threads', 'User', 'Umask') {
            $read.$name | Should -Be $status.$name -Because $name
        }
        # The engine serialises a DateTimeOffset as an object with properties.
        $read.StartTime.UtcDateTime | Should -Be $status.StartTime.UtcDateTime
        "$($read.SigCgt)" | Should -Be "$($status.SigCgt)"
        "$($read.CpusAllowed)" | Should -Be "$($status.CpusAllowed)"
    }

    It 'has properties of its own type, and escaped counterparts of them' {
        $members = Get-ProcStatus $id | Get-Member -MemberType Properties | Where-Object Name -NotLike Display*
        # Lists are properties of the type that have a text for CSV.
        $lists = $members | Where-Object MemberType -EQ CodeProperty
        $lists.Name | Should -Contain UserIds
        $lists.Name | Where-Object { $_ -notin [ProcFs.ProcessStatus].GetProperties().Name } | Should -BeNullOrEmpty
        ($members | Where-Object MemberType -NE CodeProperty).MemberType | Sort-Object -Unique | Should -Be 'AliasProperty', 'Property'
    }
}

Describe 'Get-ProcStatus beside the file itself' {
    BeforeDiscovery {
        # Key of the file, property, and how the file writes what the property holds.
        $fields = @(
            'Name', 'Comm', { $_ }
            'Umask', 'Umask', { [Convert]::ToString($_, 8).PadLeft(4, '0') }
            'Tgid', 'ProcessId', { "$_" }
            'Ngid', 'NumaGroupId', { "$_" }
            'Pid', 'ThreadId', { "$_" }
            'PPid', 'ParentProcessId', { "$_" }
            'TracerPid', 'TracerProcessId', { "$_" }
            'Uid', 'UserIds', { $_ -join "`t" }
            'Gid', 'GroupIds', { $_ -join "`t" }
            'FDSize', 'FdSize', { "$_" }
            'Groups', 'Groups', { $_ -join ' ' }
            'NStgid', 'NamespaceThreadGroupIds', { $_ -join "`t" }
            'NSpid', 'NamespaceProcessIds', { $_ -join "`t" }
            'NSpgid', 'NamespaceGroupIds', { $_ -join "`t" }
            'NSsid', 'NamespaceSessionIds', { $_ -join "`t" }
            'Kthread', 'IsKernelThread', { "$([int]$_)" }
            foreach ($size in 'VmPeak', 'VmSize', 'VmLck', 'VmPin', 'VmHWM', 'VmRSS', 'RssAnon', 'RssFile', 'RssShmem', 'VmData', 'VmStk', 'VmExe', 'VmLib', 'VmPTE', 'VmSwap', 'HugetlbPages') {
                $size, $size, { "$($_ / 1024) kB" }
            }
            'CoreDumping', 'IsDumpingCore', { "$([int]$_)" }
            'THP_enabled', 'ThpEnabled', { "$([int]$_)" }
            'untag_mask', 'UntagMask', { "0x$($_.ToString('x'))" }
            'Threads', 'Threads', { "$_" }
            foreach ($mask in 'SigPnd', 'ShdPnd', 'SigBlk', 'SigIgn', 'SigCgt', 'CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb') {
                $mask, $mask, { $_.Mask.ToString('x16') }
            }
            'NoNewPrivs', 'NoNewPrivileges', { "$([int]$_)" }
            'Seccomp', 'Seccomp', { "$([int]$_)" }
            'Seccomp_filters', 'SeccompFilters', { "$_" }
            'Speculation_Store_Bypass', 'SpeculationStoreBypass', { $_ }
            'SpeculationIndirectBranch', 'SpeculationIndirectBranch', { $_ }
            'Cpus_allowed_list', 'CpusAllowedList', { "$_" }
            'Mems_allowed_list', 'MemsAllowedList', { "$_" }
            'voluntary_ctxt_switches', 'VoluntarySwitches', { "$_" }
            'nonvoluntary_ctxt_switches', 'InvoluntarySwitches', { "$_" }
        )
        $cases = for ($i = 0; $i -lt $fields.Count; $i += 3) { @{ Key = $fields[$i]; Property = $fields[$i + 1]; Write = "$($fields[$i + 2])" } }
    }

    BeforeAll {
        # The process sleeps in read: what it says of itself stands still.
        $file = @{}
        foreach ($line in Get-Content -LiteralPath "/proc/$id/status") {
            $key, $value = $line -split ":\s*", 2
            $file[$key] = $value.TrimEnd()
        }
        $status = Get-ProcStatus $id
    }

    It 'reads <Key> as <Property>' -ForEach $cases {
        if (-not $file.ContainsKey($Key)) {
            $status.$Property | Should -BeNullOrEmpty
            return
        }

        $text = ForEach-Object -InputObject $status.$Property -Process ([scriptblock]::Create($Write))
        $text | Should -BeExactly $file[$Key]
    }

    It 'reads SigQ, State and the masks of CPUs' {
        "$($status.SignalsQueued)/$($status.SignalQueueLimit)" | Should -Be $file['SigQ']
        $file['State'] | Should -BeLike "S (*"
        "$($status.MemsAllowed)" | Should -Be "$($status.MemsAllowedList)"
    }

    It 'leaves no key of the file out' {
        $known = 'Name Umask State Tgid Ngid Pid PPid TracerPid Uid Gid FDSize Groups NStgid NSpid NSpgid NSsid Kthread VmPeak VmSize VmLck VmPin VmHWM VmRSS RssAnon RssFile RssShmem VmData VmStk VmExe VmLib VmPTE VmSwap HugetlbPages CoreDumping THP_enabled untag_mask Threads SigQ SigPnd ShdPnd SigBlk SigIgn SigCgt CapInh CapPrm CapEff CapBnd CapAmb NoNewPrivs Seccomp Seccomp_filters Speculation_Store_Bypass SpeculationIndirectBranch Cpus_allowed Cpus_allowed_list Mems_allowed Mems_allowed_list voluntary_ctxt_switches nonvoluntary_ctxt_switches x86_Thread_features x86_Thread_features_locked' -split ' '
        $others = $file.Keys | Where-Object { $_ -notin $known } | Sort-Object
        $status.Additional.Keys | Sort-Object | Should -Be $others
    }

    It 'returns a size for every process whose file has one' {
        foreach ($each in Get-ProcStatus) {
            $text = [IO.File]::Exists("/proc/$($each.ProcessId)/status") ? (Get-Content -LiteralPath "/proc/$($each.ProcessId)/status" -ErrorAction Ignore) : $null
            # A process may end, or end its memory, in between.
            if (-not $text -or ($text -match '^State:\s+[ZX]')) { continue }
            ($null -ne $each.VmSize) | Should -Be ([bool]($text -match '^VmSize:')) -Because "of process $($each.ProcessId)"
        }
    }
}
