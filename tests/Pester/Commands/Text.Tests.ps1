BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $holder = Start-TestProcess "cd '$TestDrive'; printf a > one; printf b > two; exec 20<one 21<two"
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'The messages of the module' {
    BeforeAll {
        $steering = "`e(0x`a"
        $raw = '[\x00-\x08\x0b-\x1f\x7f-\x9f]'
    }

    It 'cannot steer a terminal: <What>' -ForEach @(
        @{ What = 'a name that no process has'; Script = { Get-ProcStatus $steering } }
        @{ What = 'an argument of which nothing can be made'; Script = { Get-KernelSymbol -Address $steering } }
        @{ What = 'an encoding'; Script = { Read-ProcFd $id -Number 20 -Encoding $steering } }
        @{ What = 'a span of time'; Script = { Set-ProcTunable $id -TimerSlack $steering } }
        @{ What = 'an interval'; Script = { Measure-ProcUsage $id -Interval $steering } }
        @{ What = 'a range of addresses'; Script = { Get-ProcPage $id -Range $steering } }
        @{ What = 'a type'; Script = { Get-ProcFd $id -Type $steering } }
        @{ What = 'a variable'; Script = { Get-ProcEnvironment $id -Variable $steering } }
        @{ What = 'a root'; Script = { Get-ProcStatus -Root "/$steering" } }
        @{ What = 'a folder to restore into'; Script = { Restore-ProcFile $id -Destination "Env:/$steering" } }
        @{ What = 'a path of the drive'; Script = { New-Item "Proc:/self/$steering" } }
        @{ What = 'a property of the drive'; Script = { Get-ItemProperty Proc:/self/status -Name $steering } }
        @{ What = 'a value that the kernel refuses'; Script = { Set-Item "Proc:/$id/oom_score_adj" $steering } }
    ) {
        $errors = @(try { & $Script 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ })
        $errors | Should -Not -BeNullOrEmpty
        foreach ($record in $errors) {
            $words = $record.Exception.Message
            # What the engine itself says of an argument comes before what the module says of it.
            $words | Should -Not -Match $raw
            $words | Should -Match '\\x1b'
        }
    }
}

Describe 'The text of an object' {
    It 'is its key, in a string' {
        "$(Get-ProcFd $id -Number 20)" | Should -BeExactly "${id}:20 -> $((Get-Item $TestDrive).FullName)/one"
        "$(Get-ProcProcess $id)" | Should -BeExactly "$id bash"
        "$(Get-ProcStatus $id)" | Should -BeExactly "$id bash"
        "$(Get-ProcThread $id)" | Should -BeExactly "$id/$id bash"
        "$(Get-Item Proc:/sys/kernel/ostype)" | Should -BeExactly 'kernel.ostype = Linux'
    }

    It 'is compared by Compare-Object' {
        $before = Get-ProcFd $id -Number 20, 21
        Compare-Object $before (Get-ProcFd $id -Number 20, 21) | Should -BeNullOrEmpty
        $difference = Compare-Object $before (Get-ProcFd $id -Number 20)
        $difference.InputObject.Number | Should -Be 21
        $difference.SideIndicator | Should -Be '<='
    }

    It 'is used by Group-Object, Select-Object -Unique and Sort-Object -Unique' {
        $twice = @(Get-ProcFd $id -Number 20, 21) + @(Get-ProcFd $id -Number 20)
        $twice | Group-Object | Sort-Object Count | ForEach-Object Count | Should -Be 1, 2
        ($twice | Select-Object -Unique).Number | Should -Be 20, 21
    }

    It 'is not a path of a file of the host' {
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

    It 'writes the value of a parameter read elsewhere' {
        $value = Get-Item "Proc:/$id/oom_score_adj"
        Set-Item "Proc:/$id/oom_score_adj" $value
        (Get-Item "Proc:/$id/oom_score_adj").Value | Should -Be $value.Value
    }
}
