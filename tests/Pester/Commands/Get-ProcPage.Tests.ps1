BeforeDiscovery {
    $hasPageMap = Test-Path /proc/self/pagemap
    $seesFrames = (id -u) -eq 0
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $holder = Start-TestProcess
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'Get-ProcPage' -Tag 'needs a kernel with pagemap' -Skip:(-not $hasPageMap) {
    It 'gives each page of a range' {
        $heap = Get-ProcMap $id -Path '[heap]'
        $pages = @($heap | Get-ProcPage)
        $pages[0] | Should -BeOfType ([ProcFs.PageMapEntry])
        $pages.Count | Should -Be ($heap.Size / [Environment]::SystemPageSize)
        $pages[0].Address | Should -Be $heap.Start
        $pages[0].ProcessId | Should -Be $id
    }

    It 'counts as many present pages as smaps does' {
        $heap = Get-ProcMap $id -Path '[heap]' -Detailed
        $present = @($heap | Get-ProcPage | Where-Object IsPresent)
        $present.Count * [Environment]::SystemPageSize | Should -Be $heap.Rss
    }

    It 'shows the frame to root' -Tag 'needs root' -Skip:(-not $seesFrames) {
        $page = Get-ProcMap $id -Path '[heap]' | Get-ProcPage | Where-Object IsPresent | Select-Object -First 1
        $page.Frame | Should -BeGreaterThan 0
    }

    It 'takes a range at position 1' {
        $heap = Get-ProcMap $id -Path '[heap]'
        @(Get-ProcPage $id $heap.Range).Count | Should -Be ($heap.Size / [Environment]::SystemPageSize)
        $first = '{0:x}-{1:x}' -f $heap.Start, ($heap.Start + 1)
        (Get-ProcPage $id $first).Address | Should -Be $heap.Start
    }

    It 'returns None for unmapped memory' {
        (Get-ProcPage $id 0-1).Flags | Should -Be 'None'
    }

    It 'rejects an invalid range' -ForEach '7f00', '9f00-7f00', 'x-y' {
        Get-ProcPage $id $_ -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.ValueRejected,*'
    }

    It 'reports a missing process' {
        Get-ProcPage 2147483647 0-1 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }
}
