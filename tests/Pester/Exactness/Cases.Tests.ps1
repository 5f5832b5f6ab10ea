# What others have reported of programs that read /proc, with the values that are right.

BeforeAll {
    . "$PSScriptRoot/../Setup/Page.ps1"
    Import-Module ProcFs
    function Get-Case([string] $Name) { Join-Path $repository tests fixtures cases $Name proc }
}

AfterAll { Get-PSDrive -PSProvider ProcFs | Where-Object Name -EQ Case | Remove-PSDrive }

Describe 'A status with an odd value' {
    It 'is whole but for a queue without limit' {
        $root = Get-Case status-sigq-unlimited
        $status = Get-ProcStatus 4242 -Root $root -WarningVariable warned
        $status.Name, $status.VmRss, $status.SignalsQueued, $status.SignalQueueLimit | Should -Be 'sleep', 1409024, 0, $null
        $warned | Should -BeNullOrEmpty
        (Get-ProcProcess 4242 -Root $root).Name | Should -Be sleep
        (Get-ProcTree 4242 -Root $root).ProcessId | Should -Be 4242
        (Get-ProcOom 4242 -Root $root).ProcessId | Should -Be 4242
        @(Get-ProcStatus -Root $root).Count | Should -Be 1
    }

    It 'is whole but for the size that a kernel before 4.20 counted below zero, with one warning' {
        $root = Get-Case status-vmlib-negative
        $status = Get-ProcStatus 4242 -Root $root -WarningVariable warned -WarningAction SilentlyContinue
        $status.VmRss, $status.VmExe, $status.VmLib | Should -Be 1409024, 301383680, $null
        $status.Unavailable['VmLib'] | Should -Be Malformed
        @($warned) | Should -HaveCount 1
        (Get-ProcProcess 4242 -Root $root -WarningAction SilentlyContinue).Name | Should -Be sleep
    }
}

Describe 'mountstats of older kernels' {
    It 'gives every operation, whatever its sums are' {
        $null = New-PSDrive Case ProcFs -Root (Get-Case mountstats-wrapped-queue) -Scope Local
        $operations = (Get-ChildItem Case:/4242/mountstats)[0].Operations
        $operations.Name | Should -Be READ, ACCESS, GETATTR, LOOKUP
        $operations[1].Operations | Should -Be 2927395007
        $operations[1].ResponseTime | Should -Be ([timespan]'19.07:09:29.4470000')
        $operations[1].QueueTime.Ticks | Should -BeLessThan 0 -Because "the kernel adds up differences"
    }

    It 'gives every mount where a time is beyond any time span' {
        $null = New-PSDrive Case ProcFs -Root (Get-Case mountstats-overflow-crash) -Scope Local
        $mounts = Get-ChildItem Case:/4242/mountstats
        $mounts.Target | Should -Be /c, /y
        $mounts[0].Operations[0].Operations, $mounts[0].Operations[0].QueueTime | Should -Be 1, ([timespan]::MaxValue)
    }
}

Describe 'kallsyms of older kernels' {
    It 'has symbols at address 0, however that is written' {
        $symbols = Get-KernelSymbol -Root (Get-Case kallsyms-null) -ErrorVariable failed -WarningVariable warned
        $symbols.Name | Should -Be irq_stack_union, __per_cpu_start, cpu_debug_store, startup_64, _text, secondary_startup_64, last
        $symbols[0..1] | ForEach-Object Address | Should -Be 0, 0
        "$(Get-KernelSymbol -Address 0xffffffff81000031 -Root (Get-Case kallsyms-null) -ErrorVariable +failed)" | Should -Be secondary_startup_64+0x1
        $failed | Should -BeNullOrEmpty
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'numa_maps of older kernels' {
    It 'counts in pages of the machine' {
        $null = New-PSDrive Case ProcFs -Root (Get-Case numa-maps-without-page-size) -Scope Local
        $rows = Get-ChildItem Case:/4242/numa_maps -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
        $rows | Should -HaveCount 3
        $rows[0].Mapped, $rows[0].Nodes[0], $rows[0].PageSize | Should -Be 28672, 28672, $null
        $rows[1].Anonymous, $rows[1].Nodes[0], $rows[1].Nodes[1] | Should -Be 12288, 4096, 8192
    }
}
