# The tools that others read /proc with, beside this module on the same live machine, field by field. Processes come and go, and
# go on running: what a tool says has to lie between what is read before it and behind it.

BeforeDiscovery {
    $has = @{}
    foreach ($tool in 'ps', 'pmap', 'pstree', 'lsns', 'prlimit', 'findmnt') {
        $has[$tool] = [bool](Get-Command $tool -CommandType Application -ErrorAction Ignore)
    }

    # busybox has tools of these names that know less.
    $hasPs = $has.ps -and "$(ps --version 2>&1)" -match 'procps'
    $hasPmap = $has.pmap -and "$(pmap --version 2>&1)" -match 'procps'
    $hasPstree = $has.pstree -and "$(pstree --version 2>&1)" -match 'PSmisc'

    # Column of ps, property, and how ps writes it.
    $columns = @(
        'pid', 'ProcessId', { "$_" }
        'ppid', 'ParentProcessId', { "$_" }
        'pgid', 'ProcessGroupId', { "$_" }
        'sid', 'SessionId', { "$_" }
        'user:64', 'User', { $_ }
        'group:64', 'Group', { $_ }
        'tty', 'Tty', { $_ ?? '?' }
        'nice', 'Nice', { "$_" }
        'nlwp', 'Threads', { "$_" }
        'cls', 'Policy', { @{ Other = 'TS'; Fifo = 'FF'; RoundRobin = 'RR'; Batch = 'B'; Idle = 'IDL'; Deadline = 'DLN'; Iso = 'ISO'; Ext = 'EXT' }["$_"] }
        'vsz', 'VirtualSize', { "$([long]$_ / 1kb)" }
        'rss', 'ResidentSize', { "$([long]$_ / 1kb)" }
        'times', 'CpuTime', { "$([Math]::Floor($_.TotalSeconds))" }
    )
    $cases = for ($i = 0; $i -lt $columns.Count; $i += 3) { @{ Column = $columns[$i]; Property = $columns[$i + 1]; Write = "$($columns[$i + 2])" } }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'

    # The processes as they are, by id and start.
    function Get-Snapshot {
        $all = @{}
        foreach ($process in Get-ProcProcess) { $all[$process.ProcessId] = $process }
        $all
    }
}

Describe 'Get-ProcProcess beside ps' -Tag 'needs ps of procps' -Skip:(-not $hasPs) {
    It 'agrees about <Column>' -ForEach $cases {
        $text = [scriptblock]::Create($Write)
        $compared = 0
        $wrong = @()
        foreach ($round in 1..5) {
            $before = Get-Snapshot
            $lines = ps -eo "pid=,$Column="
            $after = Get-Snapshot
            $found = foreach ($line in $lines) {
                $word, $value = $line.Trim() -split '\s+', 2
                $id = [int]$word
                $first, $last = $before[$id], $after[$id]
                if (-not $first -or -not $last -or $first.StartTime -ne $last.StartTime -or $id -eq $PID) { continue }
                # ps gives no nice value to what is not scheduled by it.
                if ($value -ceq '-') { continue }
                $one = ForEach-Object -InputObject $first.$Property -Process $text
                $other = ForEach-Object -InputObject $last.$Property -Process $text
                if ($one -ne $other) { continue }
                $compared++
                # The resident size is kept for each processor apart, and not added up the same way everywhere.
                if ($Column -eq 'rss' -and [Math]::Abs([long]$value - [long]$one) -le [Math]::Max(1024, [long]$one / 10)) { continue }
                if ("$value" -cne $one) { "${id}: $one, $value" }
            }
            # What changes there and back is missed once, not each time.
            $wrong = $round -eq 1 ? @($found) : @($wrong | Where-Object { $_ -in $found })
            if (-not $wrong) { break }
        }

        $compared | Should -BeGreaterThan 3
        $wrong | Should -BeNullOrEmpty
    }

    It 'agrees on stat: the state, and the columns of ps from the other fields' {
        $letters = @{ Running = 'R'; Sleeping = 'S'; DiskSleep = 'D'; Stopped = 'T'; TracingStop = 't'; Dead = 'X'; Zombie = 'Z'; Parked = 'P'; Idle = 'I' }
        $wrong = @()
        foreach ($round in 1..5) {
            $before = Get-Snapshot
            $lines = ps -eo 'pid=,stat='
            $after = Get-Snapshot
            $found = foreach ($line in $lines) {
                $word, $state = $line.Trim() -split '\s+'
                $id = [int]$word
                $first, $last = $before[$id], $after[$id]
                if (-not $first -or -not $last -or $first.StartTime -ne $last.StartTime -or $first.State -ne $last.State) { continue }
                $marks = "$($first.Nice -lt 0 ? '<' : $first.Nice -gt 0 ? 'N' : '')"
                $more = "$($first.SessionId -eq $id ? 's' : '')$($first.Threads -gt 1 ? 'l' : '')"
                # L is locked memory, + the foreground, which the object does not have.
                $theirs = $state -creplace '[L+]'
                if ($theirs -cne "$($letters["$($first.State)"])$marks$more") { "${id}: $state" }
            }
            $wrong = $round -eq 1 ? @($found) : @($wrong | Where-Object { $_ -in $found })
            if (-not $wrong) { break }
        }

        $wrong | Should -BeNullOrEmpty
    }

    It 'agrees about lstart, to the second' {
        $env:TZ, $zone = 'UTC', $env:TZ
        $env:LC_ALL, $locale = 'C', $env:LC_ALL
        try { $lines = ps -eo 'pid=,lstart=' }
        finally { $env:TZ = $zone; $env:LC_ALL = $locale }
        $all = Get-Snapshot
        $compared = 0
        foreach ($line in $lines) {
            $word, $value = $line.Trim() -split '\s+', 2
            $process = $all[[int]$word]
            if (-not $process) { continue }
            $theirs = [DateTime]::ParseExact(($value -replace '\s+', ' '), 'ddd MMM d HH:mm:ss yyyy', [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal')
            # ps takes the boot from the time of day less the uptime, which moves a second either way.
            [Math]::Abs(($process.StartTime.UtcDateTime - $theirs).TotalSeconds) | Should -BeLessThan 2.5 -Because $line
            $compared++
        }

        $compared | Should -BeGreaterThan 3
    }

    It 'agrees about args' {
        $compared = 0
        $all = Get-Snapshot
        $lines = ps -ww -eo 'pid=,args='
        $after = Get-Snapshot
        foreach ($line in $lines) {
            $word, $theirs = $line.TrimStart() -split ' ', 2
            $process = $all[[int]$word]
            # A process that ends or becomes another program meanwhile has other arguments then.
            if (-not $after[[int]$word] -or "$($after[[int]$word].CommandLine)" -cne "$($process.CommandLine)") { continue }
            # ps writes what no terminal should get as question marks, and the name of what has no arguments in brackets.
            if (-not $process -or $process.State -eq 'Zombie' -or "$($process.CommandLine)" -match '[^\x20-\x7e]|^ *$') { continue }
            $theirs.Trim() | Should -BeExactly ($process.CommandLine -join ' ').Trim() -Because "of process $word"
            $compared++
        }

        $compared | Should -BeGreaterThan 0
    }
}

Describe 'Get-ProcThread beside ps' -Tag 'needs ps of procps' -Skip:(-not $hasPs) {
    It 'agrees about the threads of a process' {
        $theirs = ps -Lo 'lwp=,nice=,cls=' -p $PID | ForEach-Object { $_.Trim() -replace '\s+', ' ' }
        $letters = @{ Other = 'TS'; Fifo = 'FF'; RoundRobin = 'RR'; Batch = 'B'; Idle = 'IDL'; Deadline = 'DLN' }
        $ours = Get-ProcThread $PID | ForEach-Object { "$($_.ThreadId) $($_.Nice) $($letters["$($_.Policy)"])" }
        $again = ps -Lo 'lwp=,nice=,cls=' -p $PID | ForEach-Object { $_.Trim() -replace '\s+', ' ' }
        $same = @($theirs | Where-Object { $_ -in $again })
        $same.Count | Should -BeGreaterThan 3
        $same | Where-Object { $_ -notin $ours } | Should -BeNullOrEmpty
    }
}

Describe 'Get-ProcMap -Detailed beside pmap -XX' -Tag 'needs pmap' -Skip:(-not $hasPmap) {
    BeforeAll {
        $holder = Start-TestProcess
        $id = $holder.Id
        $theirs = pmap -XX -p $id
        $found = @(Get-ProcMap $id -Detailed)
    }

    AfterAll {
        Stop-TestProcess $holder
    }

    It 'has every column of every mapping' {
        $names = $theirs[1].Trim() -split '\s+'
        $rows = @($theirs | Select-Object -Skip 2 | Where-Object { $_ -match '^\s*[0-9a-f]+ [r-][w-][x-][sp]' })
        $rows | Should -HaveCount $found.Count
        $sizes = @{
            Size = 'Size'; KernelPageSize = 'KernelPageSize'; MMUPageSize = 'MmuPageSize'; Rss = 'Rss'; Pss = 'Pss'; Pss_Dirty = 'PssDirty'
            Shared_Clean = 'SharedClean'; Shared_Dirty = 'SharedDirty'; Private_Clean = 'PrivateClean'; Private_Dirty = 'PrivateDirty'
            Referenced = 'Referenced'; Anonymous = 'Anonymous'; KSM = 'Ksm'; LazyFree = 'LazyFree'; AnonHugePages = 'AnonHugePages'
            ShmemPmdMapped = 'ShmemPmdMapped'; FilePmdMapped = 'FilePmdMapped'; Shared_Hugetlb = 'SharedHugetlb'
            Private_Hugetlb = 'PrivateHugetlb'; Swap = 'Swap'; SwapPss = 'SwapPss'; Locked = 'Locked'
        }
        # What other processes do meanwhile moves these between each other.
        $moving = 'Pss', 'Pss_Dirty', 'Shared_Clean', 'Shared_Dirty', 'Private_Clean', 'Private_Dirty', 'Referenced', 'Swap', 'SwapPss', 'Rss'
        $compared = @{}
        for ($i = 0; $i -lt $rows.Count; $i++) {
            $words = $rows[$i].Trim() -split '\s+'
            '{0:x}' -f $found[$i].Start | Should -Be $words[0].TrimStart('0')
            for ($c = 0; $c -lt $names.Count; $c++) {
                $property = $sizes[$names[$c]]
                if (-not $property -or $names[$c] -in $moving) { continue }
                "$($found[$i].$property / 1kb)" | Should -Be $words[$c] -Because "$($names[$c]) of $($words[0])"
                $compared[$names[$c]] = 1
            }

            $rights = "$($found[$i].Protection -band 1 ? 'r' : '-')$($found[$i].Protection -band 2 ? 'w' : '-')$($found[$i].Protection -band 4 ? 'x' : '-')$($found[$i].IsShared ? 's' : 'p')"
            $rights | Should -BeExactly $words[1]
            [Convert]::ToInt64($words[2], 16) | Should -Be $found[$i].Offset
            '{0:x2}:{1:x2}' -f $found[$i].DeviceMajor, $found[$i].DeviceMinor | Should -Be $words[3]
            $words[4] | Should -Be $found[$i].Inode
            if ($found[$i].Path -match '^\S+$' -and -not $found[$i].IsDeleted) { $words[-1] | Should -BeExactly ($found[$i].Path -replace '^\[(\w+):.*', '[$1') }
        }

        $compared.Count | Should -BeGreaterThan 5
    }

    It 'has their sums within the expected variation' {
        $total = [long](($theirs[-1].Trim() -split '\s+')[0])
        ($found | Measure-Object Size -Sum).Sum / 1kb | Should -Be $total
        $rss = [Array]::IndexOf(($theirs[1].Trim() -split '\s+'), 'Rss')
        $rssBehind = [Array]::IndexOf(($theirs[1].Trim() -split '\s+'), 'Size')
        $sum = [long](($theirs[-1].Trim() -split '\s+')[$rss - $rssBehind])
        ($found | Measure-Object Rss -Sum).Sum / 1kb | Should -BeGreaterThan ($sum / 2)
        ($found | Measure-Object Rss -Sum).Sum / 1kb | Should -BeLessThan ($sum * 2)
    }
}

Describe 'Get-ProcTree beside pstree' -Tag 'needs pstree' -Skip:(-not $hasPstree) {
    It 'has the children of each process below it' {
        # All of them wait for the one standard input, and end with it.
        $holder = Start-TestProcess '(bash -c "read -r _; :" <&0; :) <&0 & bash -c "read -r _; :" <&0 &'
        try {
            $theirs = @(foreach ($round in 1..50) {
                $found = [regex]::Matches("$(pstree -pT $($holder.Id))", '\((\d+)\)') | ForEach-Object { [int]$_.Groups[1].Value }
                if ($found.Count -ge 4) { $found; break }
                Start-Sleep -Milliseconds 100
            })
            $theirs.Count | Should -BeGreaterThan 3
            $ours = @(Get-ProcTree $holder.Id)
            $ours.ProcessId | Sort-Object | Should -Be ($theirs | Sort-Object)
            $ours[0].ProcessId | Should -Be $holder.Id
            $ours | ForEach-Object { if ($_.ParentProcessId -in $ours.ProcessId) { ($ours | Where-Object ProcessId -EQ $_.ParentProcessId).Depth | Should -Be ($_.Depth - 1) } }
        }
        finally {
            Stop-TestProcess $holder
        }
    }
}
