BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $holder = Start-TestProcess "cd '$TestDrive'; printf a > one; printf b > two; exec 20<one 21<two"
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'The text of an object' {
    It 'is its key, in a string' {
        "$(Get-ProcFd $id -Number 20)" | Should -BeExactly "${id}:20 -> $((Get-Item $TestDrive).FullName)/one"
        "$(Get-ProcProcess $id)" | Should -BeExactly "$id bash"
        "$(Get-ProcStatus $id)" | Should -BeExactly "$id bash"
        "$(Get-ProcThread $id)" | Should -BeExactly "$id/$id bash"
        "$(Get-Item Proc:/sys/kernel/ostype)" | Should -BeExactly 'kernel.ostype = Linux'
    }

    It 'is what Compare-Object compares' {
        $before = Get-ProcFd $id -Number 20, 21
        Compare-Object $before (Get-ProcFd $id -Number 20, 21) | Should -BeNullOrEmpty
        $difference = Compare-Object $before (Get-ProcFd $id -Number 20)
        $difference.InputObject.Number | Should -Be 21
        $difference.SideIndicator | Should -Be '<='
    }

    It 'is what Group-Object groups by, and Select-Object -Unique and Sort-Object -Unique tell apart' {
        $twice = @(Get-ProcFd $id -Number 20, 21) + @(Get-ProcFd $id -Number 20)
        $twice | Group-Object | Sort-Object Count | ForEach-Object Count | Should -Be 1, 2
        ($twice | Select-Object -Unique).Number | Should -Be 20, 21
    }

    It 'is no path that leads to a file of the host' {
        $hostile = Start-TestProcess "printf '/../../victi*' > /proc/self/comm; cd '$TestDrive'; exec 21<one"
        $null = New-Item -ItemType Directory "$TestDrive/a"
        Set-Content "$TestDrive/victim" x
        Push-Location "$TestDrive/a"
        try {
            (Get-ProcStatus $hostile.Id).Name | Should -BeExactly '/../../victi*'
            foreach ($row in (Get-ProcStatus $hostile.Id), (Get-ProcThread $hostile.Id), (Get-ProcFd $hostile.Id), (Get-ProcEnvironment $hostile.Id)) {
                $row | Remove-Item -ErrorAction SilentlyContinue -Confirm:$false
            }
            "$TestDrive/victim" | Should -Exist
            "$TestDrive/one" | Should -Exist
        }
        finally { Pop-Location; Stop-TestProcess $hostile }
    }

    It 'writes a parameter that was read elsewhere by its value' {
        $value = Get-Item "Proc:/$id/oom_score_adj"
        Set-Item "Proc:/$id/oom_score_adj" $value
        (Get-Item "Proc:/$id/oom_score_adj").Value | Should -Be $value.Value
    }
}
