BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    # Two children of its own, which end with it: cat reads what the shell reads.
    $parent = Start-TestProcess 'exec 3< <(cat); exec 4< <(cat)'
    $id = $parent.Id
}

AfterAll {
    Stop-TestProcess $parent
}

Describe 'Get-ProcTree' {
    It 'puts children behind their parent, one level deeper, by their ids' {
        $rows = @(Get-ProcTree $id)
        $rows[0].ProcessId, $rows[0].Depth, $rows[0].Branch | Should -Be $id, 0, ''
        $children = @($rows | Where-Object ParentProcessId -EQ $id)
        $children | Should -HaveCount 2
        $children.Depth | Should -Be 1, 1
        $children.ProcessId | Should -Be @($children.ProcessId | Sort-Object)
        $children[-1].Branch | Should -BeExactly '└─'
        $children[0].Branch | Should -BeExactly '├─'
    }

    It 'has each process once, and each below its parent' {
        $rows = @(Get-ProcTree -WarningAction Ignore)
        ($rows.ProcessId | Sort-Object -Unique).Count | Should -Be $rows.Count
        $rows.ProcessId | Should -Contain $id
        $place = @{}
        for ($i = 0; $i -lt $rows.Count; $i++) { $place[$rows[$i].ProcessId] = $i }
        foreach ($row in $rows | Where-Object Depth -GT 0) {
            $above = $rows[$place[$row.ParentProcessId]]
            $above.Depth | Should -Be ($row.Depth - 1)
            $place[$row.ParentProcessId] | Should -BeLessThan $place[$row.ProcessId]
        }
    }

    It 'gives the trees below named processes' {
        (Get-ProcTree -Name bas?).ProcessId | Should -Contain $id
        (Get-Process -Id $id | Get-ProcTree)[0].ProcessId | Should -Be $id
    }

    It 'reports missing items' -Tag 'needs a /proc without hidepid' {
        $null = Get-ProcTree 4194303 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No process has the id 4194303.'
        $null = Get-ProcTree -Name no-such-name -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($failed[0])" | Should -BeLike 'No process is named "no-such-name".*'
    }

    It 'draws the branches' {
        $lines = (Get-ProcTree $id | Out-String -Width 120) -split "`n"
        $lines -match '├─' | Should -Not -BeNullOrEmpty
        $lines -match '└─' | Should -Not -BeNullOrEmpty
    }
}
