BeforeDiscovery {
    $isRoot = (id -u) -eq '0'

    # Root steps down to another user; any other user is denied the first process, unless it is their own.
    $isDenied = $isRoot ? [bool](Get-Command setpriv -CommandType Application -ErrorAction Ignore) : -not [bool](Get-ChildItem -LiteralPath /proc/1/fd -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared
    chmod 0755 $TestDrive
    New-SharedModule $shared
    $isRoot = (id -u) -eq '0'
    $holder = $isRoot ? (Start-TestProcess) : $null
    $other = $isRoot ? $holder.Id : 1
}

AfterAll {
    Stop-TestProcess $holder
}

Describe "A user without privilege who measures another user's process" {
    BeforeAll {
        if ($isRoot -and -not (Get-Command setpriv -CommandType Application -ErrorAction Ignore)) { return }
        $stepDown = $isRoot ? @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups') : @()
        $seen = Invoke-Engine $shared $stepDown @"
`$usage = Measure-ProcUsage -Id $other, `$PID -Interval 0.1 -ErrorVariable failed | Sort-Object { `$_.ProcessId -eq `$PID }
`$wait = Get-ProcWait $other -ErrorVariable +failed | Select-Object -First 1
`$own = Get-ProcWait `$PID -ErrorVariable +failed | Select-Object -First 1
@{ Ids = `$usage.ProcessId; Cpu = `$usage.CpuPercent; Read = `$usage.BytesReadPerSecond; Written = `$usage.BytesWrittenPerSecond
   Switches = `$usage.VoluntarySwitchesPerSecond; Own = `$PID; Errors = @(`$failed).Count
   State = "`$(`$wait.State)"; Channel = `$wait.WaitChannel; Call = `$wait.SystemCall; NoArguments = `$null -eq `$wait.Arguments
   WhyRead = "`$(`$usage[0].Unavailable.BytesReadPerSecond)"; WhyOwnRead = "`$(`$usage[1].Unavailable.BytesReadPerSecond)"
   WhyCall = "`$(`$wait.Unavailable.SystemCall)"; WhyChannel = "`$(`$wait.Unavailable.WaitChannel)"; WhyStack = "`$(`$own.Unavailable.Stack)"
   NoStack = `$null -eq `$wait.Stack; NoOwnStack = `$null -eq `$own.Stack; Target = `$wait.Target }
"@
    }

    It 'gets the public properties, null for the rest, and no error' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.Errors | Should -Be 0
        $seen.Ids | Should -Be $other, $seen.Own
        $seen.Cpu[0] | Should -BeGreaterOrEqual 0
        $seen.Switches[0] | Should -BeGreaterOrEqual 0
        $null -eq $seen.Read[0] | Should -BeTrue
        $null -eq $seen.Written[0] | Should -BeTrue
        $seen.Read[1] | Should -BeGreaterOrEqual 0
        $seen.WhyRead | Should -BeExactly 'Denied'
        $seen.WhyOwnRead | Should -BeNullOrEmpty
    }

    It 'gets the state of its threads, and null for their waits' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.State | Should -Not -BeNullOrEmpty
        "$($seen.Channel)$($seen.Call)$($seen.Target)" | Should -BeNullOrEmpty
        $seen.NoArguments | Should -BeTrue
        $seen.NoStack | Should -BeTrue
        $seen.NoOwnStack | Should -BeTrue
        $seen.WhyCall | Should -BeExactly 'Denied'
        $seen.WhyStack | Should -BeExactly 'Denied'
        if ($seen.State -eq 'Sleeping') { $seen.WhyChannel | Should -BeExactly 'Denied' }
    }
}
