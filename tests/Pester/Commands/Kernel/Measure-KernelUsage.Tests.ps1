BeforeAll {
    Import-Module ProcFs
    $capture = (Resolve-Path "$PSScriptRoot/../../../fixtures/6.18-x86_64/proc").Path
}

Describe 'Measure-KernelUsage' {
    It 'returns one object for each round, an interval apart' {
        $rounds = Measure-KernelUsage -Interval 0.05 -Count 3
        $rounds | Should -HaveCount 3
        $rounds | ForEach-Object { $_.Interval.TotalMilliseconds | Should -BeGreaterOrEqual 45 }
        $rounds[1].Time | Should -BeGreaterThan $rounds[0].Time
    }

    It 'divides the time of the CPUs among its parts' {
        $cpu = (Measure-KernelUsage -Interval 0.3).Cpu
        $parts = 'User', 'Nice', 'System', 'IoWait', 'Irq', 'SoftIrq', 'Steal', 'Guest', 'Idle' | ForEach-Object { $cpu."${_}Percent" }
        ($parts | Measure-Object -Sum).Sum | Should -BeGreaterThan 95
        ($parts | Measure-Object -Sum).Sum | Should -BeLessThan 105
    }

    It 'has the counts of the kernel' {
        $before = [long]((Get-Content /proc/stat | Where-Object { $_ -match '^ctxt' }) -split ' ')[1]
        $usage = Measure-KernelUsage -Interval 0.5
        $after = [long]((Get-Content /proc/stat | Where-Object { $_ -match '^ctxt' }) -split ' ')[1]
        $usage.ContextSwitchesPerSecond * $usage.Interval.TotalSeconds | Should -BeGreaterThan 0
        $usage.ContextSwitchesPerSecond * $usage.Interval.TotalSeconds | Should -BeLessOrEqual ($after - $before)
    }

    It 'has every CPU' {
        @(Measure-KernelUsage -Cpu -Interval 0.3).Cpu | Should -Be @(Get-Content /proc/stat | Where-Object { $_ -match '^cpu(\d+)' } | ForEach-Object { [int]$Matches[1] })
    }

    It 'has every network device and disk' {
        @(Measure-KernelUsage -NetDevice -Interval 0.05).Name | Sort-Object | Should -Be @(Get-ChildItem Proc:/net/dev | ForEach-Object Name | Sort-Object)
        @(Measure-KernelUsage -Disk -Interval 0.05).Name | Should -Be @(Get-KernelDisk).Name
    }

    It 'does not measure a capture' {
        { Measure-KernelUsage -Root $capture } | Should -Throw -ErrorId 'ProcFs.NotSupported*'
    }

    It 'rejects an interval out of range' {
        { Measure-KernelUsage -Interval 0.001 } | Should -Throw '*between 10 ms and 24 days*'
    }
}
