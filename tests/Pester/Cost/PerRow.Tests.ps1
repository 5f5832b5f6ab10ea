# What one more row costs: system calls and allocated bytes, which do not depend on how busy the machine is. A figure that grows by more than 5 % fails; one
# that has become smaller is to be written down here.

BeforeDiscovery { . "$PSScriptRoot/Costs.ps1" }

BeforeAll {
    . "$PSScriptRoot/Costs.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs

    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared
    New-SharedModule $shared
    $open = 'i=10; while [ $i -lt {0} ]; do eval "exec $i</dev/null"; i=$((i + 1)); done'
    $few = Start-TestProcess ($open -f 20)
    $many = Start-TestProcess ($open -f 220)
    $processes = foreach ($number in 1..40) { Start-TestProcess }
    $margin = 1.05

    # The same question about few and about many, of which the second has 200 descriptors or 20 processes more.
    function Get-Question($Cost) {
        if ($Cost.Of -eq 'descriptor') { @{ Less = $few.Id; More = $many.Id; Step = 200 } }
        else { @{ Less = $processes[0..19].Id -join ','; More = $processes.Id -join ','; Step = 20 } }
    }

    # The system calls of each question, in one engine: a search for a file that does not exist marks where the next begins.
    function Get-CallCount {
        $trace = "$TestDrive/calls"
        $lines = foreach ($cost in $costs) {
            $question = Get-Question $cost
            foreach ($side in 'Less', 'More') { "`$null = [IO.File]::Exists('/mark $($cost.Command) $side'); `$null = $($cost.Command) -Id $($question.$side)" }
        }
        $lines = @('$WarningPreference = ''Ignore''') + $lines + "`$null = [IO.File]::Exists('/mark end')"
        $null = Invoke-Engine $shared 'strace', '-f', '-qq', '-e', 'trace=openat,read,pread64,readlinkat,getdents64,stat,lstat,statx,newfstatat,fstat,close,prlimit64', '-o', $trace ($lines -join "`n")
        $counts = @{}
        $mark = ''
        foreach ($line in [IO.File]::ReadLines($trace)) {
            if ($line -match '"/mark ([^"]+)"') { $mark = $Matches[1] }
            elseif ($line -notmatch 'resumed>') { $counts[$mark]++ }
        }
        $counts
    }

    # The allocated bytes of each question. The first calls compile; of the others the one counts beside which nothing else allocated.
    function Get-ByteCount {
        $lines = foreach ($cost in $costs) {
            $question = Get-Question $cost
            foreach ($side in 'Less', 'More') { "`$found['$($cost.Command) $side'] = Measure-Bytes { $($cost.Command) -Id $($question.$side) }" }
        }
        # On one processor there is one reader, whose buffer does not depend on how fast the others are.
        $processor = (taskset -cp $PID) -replace '.*: (\d+).*', '$1'
        Invoke-Engine $shared 'taskset', '-c', $processor @"
            `$WarningPreference = 'Ignore'
            function Measure-Bytes([scriptblock] `$Block) {
                (1..9 | ForEach-Object { `$before = [GC]::GetTotalAllocatedBytes(`$true); `$null = & `$Block; [GC]::GetTotalAllocatedBytes(`$true) - `$before } | Measure-Object -Minimum).Minimum
            }
            `$found = @{}
            $($lines -join "`n")
            `$found
"@
    }

    $calls = $hasStrace ? (Get-CallCount) : $null
    $bytes = Get-ByteCount
}

AfterAll { $few, $many + $processes | ForEach-Object { Stop-TestProcess $_ } }

Describe 'One more <Of> of <Command>' -ForEach $costs {
    BeforeAll { $step = (Get-Question $_).Step }

    It 'takes <MostCalls> system calls' -Tag 'needs strace' -Skip:(-not $hasStrace) {
        ($calls["$Command More"] - $calls["$Command Less"]) / $step | Should -BeLessOrEqual ($MostCalls * $margin)
        $calls["$Command More"] | Should -BeGreaterThan $step
    }

    It 'allocates <MostBytes> bytes' {
        ($bytes."$Command More" - $bytes."$Command Less") / $step | Should -BeLessOrEqual ($MostBytes * $margin)
    }
}
