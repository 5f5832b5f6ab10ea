BeforeDiscovery {
    # Those that give rows as they read; the others have to see all processes first, to sort or to join them.
    $streaming = @(
        'Get-ProcProcess', 'Get-ProcStatus', 'Get-ProcStat', 'Get-ProcThread', 'Get-ProcFd', 'Get-ProcMap', 'Get-ProcMemory', 'Get-ProcIO', 'Get-ProcLimit'
        'Get-ProcEnvironment', 'Get-ProcNamespace', 'Get-ProcCgroup', 'Get-ProcMount', 'Get-ProcWait', 'Get-ChildItem Proc:/'
    )
    $whole = 'Get-ProcTree', 'Get-ProcOom', 'Get-ChildItem Proc:/*/status', 'Get-Content Proc:/*/comm'
    $isRoot = (id -u) -eq '0'
    $canMount = $isRoot -and (Get-Command unshare -CommandType Application -ErrorAction Ignore)
    if ($canMount) {
        unshare --mount mount -t tmpfs none /mnt *> $null
        $canMount = $LASTEXITCODE -eq 0
    }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Crowd.ps1"
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    Set-Location /

    # The objects of a command, and when the first came: the better of two tries, since what runs first is compiled first.
    function Measure-Rows([string] $Command) {
        $script = [scriptblock]::Create($Command)
        $tries = foreach ($try in 1, 2) {
            $first = $null
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $rows = @(& $script 3>$null | ForEach-Object { if ($null -eq $first) { $first = $watch.ElapsedMilliseconds }; $_ })
            [pscustomobject]@{ Rows = $rows; First = $first }
        }

        $tries | Sort-Object First | Select-Object -First 1
    }
}

AfterAll { Set-Location $PSScriptRoot }

Describe 'Thousands of processes' {
    BeforeAll {
        $count = $isLong ? 10000 : 1000
        $crowd = Start-Crowd $count
        $children = (Get-Content "/proc/$($crowd.Id)/task/$($crowd.Id)/children").Trim() -split ' '
    }

    AfterAll { Stop-Crowd $crowd }

    It 'are there' { $children | Should -HaveCount $count }

    It 'are all read, and the first object comes within 100 ms: <_>' -ForEach $streaming {
        $found = Measure-Rows $_
        $ids = [Collections.Generic.HashSet[string]]::new([string[]]$found.Rows.ProcessId)
        @($children).Where{ -not $ids.Contains($_) } | Should -BeNullOrEmpty
        $found.First | Should -BeLessThan 100
    }

    It 'are all read: <_>' -ForEach $whole {
        $found = Measure-Rows $_
        $found.Rows.Count | Should -BeGreaterOrEqual $count
        $found.First | Should -BeLessThan 10000
    }
}

Describe 'A large process' {
    BeforeAll {
        $count = $isLong ? 20000 : 4000
        $arguments = $isLong ? 1048576 : 262144
        $python = Get-Command python3 -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if (-not $python) { return }
        # Each argument may have 128 KB; pages that are writable by turns are mappings of their own.
        $start = [Diagnostics.ProcessStartInfo]::new($python.Path, [string[]](@("$PSScriptRoot/../Setup/large.py", $count) + @('x' * 1023) * ($arguments / 1024)))
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $large = [Diagnostics.Process]::Start($start)
        $said = $large.StandardOutput.ReadLine() | ConvertFrom-Json
    }

    AfterAll { Stop-TestProcess $large }

    It 'has all its descriptors' -Tag 'needs python3' -Skip:(-not (Get-Command python3 -CommandType Application -ErrorAction Ignore)) {
        $found = Measure-Rows "Get-ProcFd -Id $($large.Id)"
        @($found.Rows).Where{ $_.Target -eq '/dev/null' }.Count | Should -BeGreaterOrEqual $said.descriptors
        $found.Rows.Count | Should -Be @(Get-ChildItem "/proc/$($large.Id)/fd").Count
        $found.First | Should -BeLessThan 100
        (Measure-Rows "Get-ChildItem Proc:/$($large.Id)/fd").First | Should -BeLessThan 100
        (Get-ProcFd -Id $large.Id -CountOnly).Count | Should -Be $found.Rows.Count
        if ($said.descriptors -lt $count) { Set-ItResult -Skipped -Because "this machine allows a process $($said.descriptors) descriptors; all of them were read" }
    }

    It 'has all its mappings' -Tag 'needs python3' -Skip:(-not (Get-Command python3 -CommandType Application -ErrorAction Ignore)) {
        $found = Measure-Rows "Get-ProcMap -Id $($large.Id)"
        $found.Rows.Count | Should -Be (Get-Content "/proc/$($large.Id)/maps").Count
        $found.Rows.Count | Should -BeGreaterOrEqual $said.mappings
        $found.First | Should -BeLessThan 100
        $detailed = Measure-Rows "Get-ProcMap -Id $($large.Id) -Detailed"
        $detailed.Rows.Count | Should -Be $found.Rows.Count
        $detailed.First | Should -BeLessThan 1000
    }

    It 'has all of its command line' -Tag 'needs python3' -Skip:(-not (Get-Command python3 -CommandType Application -ErrorAction Ignore)) {
        $found = Measure-Rows "Get-ProcProcess -Id $($large.Id)"
        $found.Rows.CommandLine.Count | Should -Be ($arguments / 1024 + 3)
        ($found.Rows.CommandLine | Select-Object -Last ($arguments / 1024) | Measure-Object Length -Sum).Sum | Should -Be ($arguments / 1024 * 1023)
        $found.First | Should -BeLessThan 100
        ($found.Rows | Out-String -Width 120).Length | Should -BeLessThan 2000
    }
}

Describe 'Thousands of mounts' -Tag 'needs root and mounts' -Skip:(-not $canMount) {
    BeforeAll {
        $count = $isLong ? 5000 : 500
        # In a mount namespace of its own.
        $start = [Diagnostics.ProcessStartInfo]::new('unshare', [string[]]('--mount', 'sh', '-c',
            "mount -t tmpfs none /mnt && mkdir /mnt/a && i=0; while [ `$i -lt $count ]; do mkdir /mnt/`$i; i=`$((i + 1)); done; mount -t tmpfs crowd /mnt/0; i=1; while [ `$i -lt $count ]; do mount --bind /mnt/0 /mnt/`$i; i=`$((i + 1)); done; echo ready; read -r _"))
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $holder = [Diagnostics.Process]::Start($start)
        $holder.StandardOutput.ReadLine() | Should -Be ready
    }

    AfterAll { Stop-TestProcess $holder }

    It 'are all read' {
        $found = Measure-Rows "Get-ProcMount -Id $($holder.Id)"
        @($found.Rows).Where{ $_.Source -eq 'crowd' }.Count | Should -Be $count
        $found.Rows.Count | Should -Be (Get-Content "/proc/$($holder.Id)/mountinfo").Count
        $found.First | Should -BeLessThan 100
        @(Get-ChildItem "Proc:/$($holder.Id)/mounts").Count | Should -Be $found.Rows.Count
    }
}

Describe 'A machine of 1152 CPUs' {
    BeforeAll {
        . "$PSScriptRoot/../Setup/Capture.ps1"
        $machine = New-Capture "$TestDrive/machine"
        $cpus = 0..1151
        [IO.File]::WriteAllText("$machine/stat", "cpu  1152 0 1152 0 0 0 0 0 0 0`
$(-join ($cpus | ForEach-Object { "cpu$_ 1 0 1 $_ 0 0 0 0 0 0`
" }))intr 5 0 5`
ctxt 9`
btime 1700000000`
processes 100`
")
        [IO.File]::WriteAllText("$machine/interrupts", "     $(-join ($cpus | ForEach-Object { '{0,11}' -f "CPU$_" }))`
 24:$(-join ($cpus | ForEach-Object { '{0,11}' -f $_ }))  IO-APIC   5-edge      eth0`
")
        [IO.File]::WriteAllText("$machine/softirqs", "     $(-join ($cpus | ForEach-Object { '{0,11}' -f "CPU$_" }))`
  TIMER:$(-join ($cpus | ForEach-Object { '{0,11}' -f 2 }))`
")
        [IO.File]::WriteAllText("$machine/cpuinfo", -join ($cpus | ForEach-Object { "processor`	: $_`
vendor_id`	: GenuineIntel`
flags`	`	: $('fpu vme sse ' * 60)`
`
" }))
        Add-CapturedProcess $machine 42 worker
        [IO.File]::AppendAllText("$machine/42/status", "Cpus_allowed:`	$(@('ffffffff') * 36 -join ',')`
Cpus_allowed_list:`	0-1151`
")
    }

    It 'is read in full: <_>' -ForEach 'Get-KernelCpu', 'Get-KernelInterrupt', 'Get-KernelInterrupt -Soft', 'Get-ProcStatus' {
        (Measure-Rows "$_ -Root '$machine'").First | Should -BeLessThan 100
    }

    It 'has each CPU once' {
        (Get-KernelCpu -Root $machine).Number | Should -Be $cpus
        $interrupt = Get-KernelInterrupt -Root $machine
        $interrupt.Counts.Count | Should -Be 1152
        $interrupt.Counts[1151] | Should -Be 1151
        $interrupt.Total | Should -Be ($cpus | Measure-Object -Sum).Sum
        (Get-KernelInterrupt -Soft -Root $machine).Total | Should -Be 2304
        $null = New-PSDrive Large ProcFs $machine
        $stat = Get-ItemProperty Large:/stat
        $stat.Cpus.Count | Should -Be 1152
        (Get-ProcStatus 42 -Root $machine).CpusAllowed.Count | Should -Be 1152
        (Get-KernelInterrupt -Root $machine | Out-String -Width 120).Split("`
") | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
    }

    AfterAll { Remove-PSDrive Large -ErrorAction Ignore }
}
