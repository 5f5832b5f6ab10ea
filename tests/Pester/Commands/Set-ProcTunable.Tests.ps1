BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
    $hasSetpriv = [bool](Get-Command setpriv -CommandType Application -ErrorAction Ignore)
    $hasAutogroup = [IO.File]::Exists('/proc/self/autogroup') -and [IO.File]::ReadAllText('/proc/self/autogroup')
    $hasSetsid = [bool](Get-Command setsid -CommandType Application -ErrorAction Ignore)

    # But for the thread that writes, it needs CAP_SYS_NICE, which root may lack too.
    $canSetSlack = try { [IO.File]::WriteAllText('/proc/self/timerslack_ns', '0'); $true } catch { $false }

    # Whether root may choose the next id of a namespace of its own.
    $canChooseId = $isRoot -and [bool](Get-Command unshare -CommandType Application -ErrorAction Ignore)
    if ($canChooseId) {
        unshare --pid --fork --mount-proc sh -c 'echo 100 > /proc/sys/kernel/ns_last_pid' *> $null
        $canChooseId = $LASTEXITCODE -eq 0
    }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/HeldProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    $isRoot = (id -u) -eq '0'
    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared
    chmod 0755 $TestDrive
    New-SharedModule $shared
}

Describe 'Set-ProcTunable' {
    BeforeEach {
        $target = Start-TestProcess
        $id = $target.Id
        $start = [int][IO.File]::ReadAllText("/proc/$id/oom_score_adj")
        # To raise it takes no privilege; where it starts is the parent's affair.
        $value = [Math]::Min($start + 100, 1000)
        function Get-Adjustment { [int][IO.File]::ReadAllText("/proc/$id/oom_score_adj") }
    }

    AfterEach {
        Stop-TestProcess $target
    }

    Context 'A process' {
        It 'sets several things at once, and is silent without -PassThru' {
            Set-ProcTunable $id -OomScoreAdj $value -CoredumpFilter AnonymousPrivate, ElfHeaders | Should -BeNullOrEmpty
            Get-Adjustment | Should -Be $value
            Get-Content /proc/$id/coredump_filter | Should -BeExactly '00000011'
        }

        It 'returns the new settings with -PassThru' {
            $now = Set-ProcTunable $id -OomScoreAdj $value -CoredumpFilter 0x12 -PassThru
            $now | Should -BeOfType ([ProcFs.ProcessTunables])
            $now.ProcessId | Should -Be $id
            $now.ProcessName | Should -BeExactly 'bash'
            $now.ThreadName | Should -BeExactly 'bash'
            $now.StartTime | Should -Be (Get-ProcStatus $id).StartTime
            $now.OomScoreAdj | Should -Be $value
            $now.CoredumpFilter | Should -Be ([ProcFs.CoreDumpFilter]'AnonymousShared, ElfHeaders')
        }

        It 'takes processes by name' {
            $name = "n$([guid]::NewGuid().ToString('n').Substring(0, 12))"
            $named = Start-TestProcess "printf $name > /proc/self/comm"
            try {
                (Set-ProcTunable -Name "$name*" -OomScoreAdj $value -PassThru).ProcessId | Should -Be $named.Id
                Get-Adjustment | Should -Be $start
            }
            finally { Stop-TestProcess $named }
        }

        It 'takes <What> from the pipeline' -ForEach @(
            @{ What = 'a status'; Script = { Get-ProcStatus $id } }
            @{ What = 'a process'; Script = { Get-ProcProcess $id } }
            @{ What = 'a stat'; Script = { Get-ProcStat $id } }
            @{ What = 'the item of the drive'; Script = { Get-Item Proc:/$id } }
            @{ What = 'a thread'; Script = { Get-ProcThread $id } }
            @{ What = 'System.Diagnostics.Process'; Script = { Get-Process -Id $id } }
            @{ What = 'what was exported'; Script = { Get-ProcStatus $id | Export-Clixml "$TestDrive/s.xml"; Import-Clixml "$TestDrive/s.xml" } }
            @{ What = 'JSON'; Script = { Get-ProcStatus $id | Select-Object ProcessId, StartTime | ConvertTo-Json | ConvertFrom-Json } }
            @{ What = 'an id'; Script = { [pscustomobject]@{ Id = $id } } }
        ) {
            (& $Script | Set-ProcTunable -OomScoreAdj $value -PassThru).OomScoreAdj | Should -Be $value
            Get-Adjustment | Should -Be $value
        }

        It 'writes nothing with -WhatIf' {
            Set-ProcTunable $id -OomScoreAdj $value -CoredumpFilter None -PassThru -WhatIf | Should -BeNullOrEmpty
            Get-Adjustment | Should -Be $start
        }

        It 'reports values that the kernel rejects, and writes the rest' {
            $now = Set-ProcTunable $id -OomScoreAdj 5000 -CoredumpFilter FileShared -ThreadName other -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed | Should -HaveCount 2
            "$($failed[0])" | Should -BeLike "/proc/$id/oom_score_adj: the kernel rejected ""5000"" (invalid argument). The value must be from -1000 to 1000*The current value is $start."
            "$($failed[1])" | Should -BeLike "/proc/$id/comm: *A process can only name its own threads. The current value is bash."
            $failed.FullyQualifiedErrorId | Should -Be (@('ProcFs.ValueRejected,ProcFs.Commands.SetProcTunableCommand') * 2)
            $failed.TargetObject | Should -Be $id, $id
            $now.CoredumpFilter | Should -Be 'FileShared'
        }

        It 'names its own threads' {
            $name = [IO.File]::ReadAllText('/proc/self/comm').TrimEnd("`n")
            try {
                (Set-ProcTunable $PID -ThreadName 'one two' -PassThru).ThreadName | Should -BeExactly 'one two'
                Set-ProcTunable $PID -ThreadName 'more than fifteen bytes' -WarningVariable warned -WarningAction SilentlyContinue
                $warned | Should -HaveCount 1
                Get-Content /proc/self/comm | Should -BeExactly 'more than fifte'
                $thread = Get-ProcThread $PID | Where-Object ThreadId -NE $PID | Select-Object -First 1
                $thread | Set-ProcTunable -ThreadName 'a worker'
                Get-Content "/proc/$PID/task/$($thread.ThreadId)/comm" | Should -BeExactly 'a worker'
            }
            finally { [IO.File]::WriteAllText('/proc/self/comm', $name) }
        }

        It 'sets the slack of timers by <Slack>' -Tag 'needs a kernel that lets its user set timerslack_ns' -Skip:(-not $canSetSlack) -ForEach @(
            @{ Slack = '60us'; Expected = 60000 }
            @{ Slack = '0.5 ms'; Expected = 500000 }
            @{ Slack = '1s'; Expected = 1000000000 }
            @{ Slack = '700ns'; Expected = 700 }
            @{ Slack = '00:00:00.00007'; Expected = 70000 }
        ) {
            try {
                (Set-ProcTunable $PID -TimerSlack $Slack -PassThru).TimerSlackNanoseconds | Should -Be $Expected
                (Set-ProcTunable $PID -TimerSlack 60us -PassThru).TimerSlack | Should -Be ([timespan]::FromMicroseconds(60))
            }
            finally { Set-ProcTunable $PID -TimerSlack 0 }
        }

        It 'refuses a slack without a unit: <_>' -ForEach 50, '50', '1ns', '5 parsecs' {
            { Set-ProcTunable $id -TimerSlack $_ } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        }

        It 'clears marks of pages: <_>' -ForEach 'All', 'Anonymous', 'Mapped', 'SoftDirty', 'PeakResident' {
            if (-not (Test-Path /proc/$id/clear_refs)) { Set-ItResult -Skipped -Because 'this kernel does not have clear_refs' }
            Set-ProcTunable $id -ClearReferenced $_ -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed | Should -BeNullOrEmpty
        }

        It 'sets the nice value of an autogroup' -Tag 'needs autogroups and setsid' -Skip:(-not ($hasAutogroup -and $hasSetsid)) {
            $group = Start-HeldProcess setsid
            try {
                $now = Set-ProcTunable $group.Id -Autogroup 5 -PassThru
                $now.AutogroupNice | Should -Be 5
                Get-Content "/proc/$($group.Id)/autogroup" | Should -BeExactly "/autogroup-$($now.AutogroupId) nice 5"
                # One behind the other: the kernel takes one change in a tenth of a second.
                $now = 6, 7, 8 | ForEach-Object { Set-ProcTunable $group.Id -Autogroup $_ -PassThru }
                $now.AutogroupNice | Should -Be 6, 7, 8
            }
            finally { Stop-HeldProcess $group }
        }

        It 'reports that the kernel has no autogroups' -Tag 'needs a kernel without autogroups' -Skip:([IO.File]::Exists('/proc/self/autogroup')) {
            Set-ProcTunable $id -Autogroup 5 -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
        }

        It 'reports missing items, and processes the others' {
            $done = Set-ProcTunable 2147483646, $id -OomScoreAdj $value -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed
            $done.ProcessId | Should -Be $id
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
            Set-ProcTunable -Name no-such-process -OomScoreAdj 1 -ErrorAction SilentlyContinue -ErrorVariable failed
            "$failed" | Should -BeExactly 'No process is named "no-such-process".'
            Set-ProcTunable $id -ThreadId 2147483646 -ThreadName x -ErrorAction SilentlyContinue -ErrorVariable failed
            "$failed" | Should -BeLike '*has no such thread.'
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        }

        It 'requires a setting and a process' {
            { Set-ProcTunable $id } | Should -Throw 'Specify a setting*' -ErrorId 'ProcFs.ValueRejected,*'
            { Set-ProcTunable -OomScoreAdj $value } | Should -Throw 'Specify the processes*' -ErrorId 'ProcFs.ValueRejected,*'
            { @{} | Set-ProcTunable -OomScoreAdj $value -ErrorAction Stop } | Should -Throw
            @() | Set-ProcTunable -OomScoreAdj $value
            Get-Adjustment | Should -Be $start
        }

        It 'sets nothing in a capture' {
            $capture = New-Capture "$TestDrive/capture"
            Add-CapturedProcess $capture 4242 one
            Set-Content "$capture/4242/oom_score_adj" 0
            { Set-ProcTunable 4242 -OomScoreAdj 7 -Root $capture } | Should -Throw -ErrorId 'ProcFs.NotSupported,*'
            Get-Content "$capture/4242/oom_score_adj" | Should -BeExactly '0'
        }
    }

    Context 'A process that is not the one that was meant' {
        It 'is not changed if it started <Apart> later' -ForEach @(
            @{ Apart = [timespan]::FromMilliseconds(-10) }
            @{ Apart = [timespan]::FromSeconds(1) }
            @{ Apart = [timespan]::FromSeconds(-3.1415926) }
            @{ Apart = [timespan]::FromDays(1) }
        ) {
            $other = (Get-ProcStatus $id).StartTime + $Apart
            Set-ProcTunable $id -StartTime $other -OomScoreAdj $value -CoredumpFilter None -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
            "$failed" | Should -BeLike "Process $id, which started at *, has ended. The id now belongs to bash, which started at *. Nothing was written."
            Get-Adjustment | Should -Be $start
        }

        It 'is not changed if its start time is unknown' {
            [pscustomobject]@{ Id = $id; StartTime = $null } | Set-ProcTunable -OomScoreAdj $value -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed | Should -HaveCount 1
            Get-Adjustment | Should -Be $start
        }

        It 'does not exist after it ended' {
            $ended = Start-TestProcess
            $seen = Get-ProcStatus $ended.Id
            Stop-TestProcess $ended
            $seen | Set-ProcTunable -OomScoreAdj $value -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        }

        It 'is not changed if it reuses the id of another' -Tag 'needs root and unshare' -Skip:(-not $canChooseId) {
            $seen = Invoke-Engine $shared @('unshare', '--pid', '--fork', '--mount-proc') @"
$describeError
function Start-Sleeper { [Diagnostics.Process]::Start('sleep', '600') }
`$first = Start-Sleeper
`$old = Get-ProcStatus `$first.Id
`$first.Kill()
`$first.WaitForExit()
Start-Sleep -Milliseconds 100
# A thread of the engine may take the id first.
foreach (`$attempt in 1..100) {
    [IO.File]::WriteAllText('/proc/sys/kernel/ns_last_pid', "`$(`$old.ProcessId - 1)")
    `$second = Start-Sleeper
    if (`$second.Id -eq `$old.ProcessId) { break }
    `$second.Kill()
    `$second.WaitForExit()
}
`$file = "/proc/`$(`$second.Id)/oom_score_adj"
`$before = [IO.File]::ReadAllText(`$file).Trim()
`$wanted = [Math]::Min([int]`$before + 100, 1000)
`$old | Set-ProcTunable -OomScoreAdj `$wanted -ErrorAction SilentlyContinue -ErrorVariable failed
`$after = [IO.File]::ReadAllText(`$file).Trim()
Get-ProcStatus `$second.Id | Set-ProcTunable -OomScoreAdj `$wanted
`$own = [IO.File]::ReadAllText(`$file).Trim()
`$ids = `$old.ProcessId, `$second.Id
`$second.Kill()
`$second.WaitForExit()
@{ Ids = `$ids; Before = `$before; After = `$after; Own = `$own; Wanted = "`$wanted"; Errors = @(`$failed | Show-Error) }
"@
            $seen.Ids[1] | Should -Be $seen.Ids[0]
            $seen.After | Should -Be $seen.Before
            $seen.Own | Should -Be $seen.Wanted
            $seen.Errors | Should -HaveCount 1
            $seen.Errors[0].Id | Should -BeLike 'ProcFs.NotFound,*'
            $seen.Errors[0].Message | Should -BeLike "Process $($seen.Ids[0]), * has ended. The id now belongs to sleep, which started at *. Nothing was written."
        }
    }

    Context 'A user without privilege' {
        It 'is denied the processes of others, and sets their own' -Tag 'needs root and setpriv' -Skip:(-not ($isRoot -and $hasSetpriv)) {
            $seen = Invoke-Engine $shared @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups') @"
$describeError
Set-ProcTunable $id -OomScoreAdj $value -CoredumpFilter None -TimerSlack 1ms -ErrorAction SilentlyContinue -ErrorVariable failed
Set-ProcTunable `$PID -OomScoreAdj 1000
@{ Errors = @(`$failed | Show-Error); Own = (Get-Content /proc/self/oom_score_adj) }
"@
            @($seen.Errors.Message -like "/proc/$id/oom_score_adj: permission denied. *") | Should -HaveCount 1
            @($seen.Errors.Message -like "/proc/$id/coredump_filter: permission denied. *") | Should -HaveCount 1
            $seen.Errors.Id | Sort-Object -Unique | Should -BeLike 'ProcFs.AccessDenied,*'
            $seen.Errors.Category | Sort-Object -Unique | Should -Be 'PermissionDenied'
            Get-Adjustment | Should -Be $start
            $seen.Own | Should -Be 1000
        }
    }
}
