BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    Set-Location /
    $folder = (Get-Item $TestDrive).FullName
    $holder = Start-TestProcess "cd '$folder'
        printf 'one\ntwo\nthree' > gone.txt; printf '' > growing.txt
        exec 20<gone.txt 21<growing.txt 22</ 23</dev/null; rm gone.txt"
    $id = $holder.Id
}

AfterAll {
    Set-Location $PSScriptRoot
    Stop-TestProcess $holder
}

Describe 'Set-Content, Set-Item and Set-ItemProperty' {
    BeforeEach {
        $target = Start-TestProcess
        $path = "Proc:/$($target.Id)/oom_score_adj"
        $file = "/proc/$($target.Id)/oom_score_adj"
        # To raise it takes no privilege; where it starts is the parent's affair.
        $start = [int][IO.File]::ReadAllText($file)
        $value = [Math]::Min($start + 100, 1000)
    }

    AfterEach {
        Stop-TestProcess $target
    }

    It 'writes by Set-Content' {
        Set-Content $path $value
        [int][IO.File]::ReadAllText($file) | Should -Be $value
        Get-Content $path | Should -BeExactly "$value"
    }

    It 'writes by Set-Item' {
        Set-Item $path $value
        (Get-Item $path).Value | Should -Be $value
    }

    It 'writes by Set-ItemProperty' {
        Set-ItemProperty $path -Name Value -Value $value
        Get-ItemPropertyValue $path Value | Should -Be $value
    }

    It 'writes the pipeline input' {
        $value | Set-Content $path
        [int][IO.File]::ReadAllText($file) | Should -Be $value
    }

    It 'writes text with spaces and all' {
        # A process names itself alone.
        $name = [IO.File]::ReadAllText('/proc/self/comm').TrimEnd("`n")
        try {
            Set-Content Proc:/self/comm 'new name)'
            (Get-ProcStatus $PID).Comm | Should -BeExactly 'new name)'
            Set-Item Proc:/self/comm 'other'
            Get-Content Proc:/self/comm | Should -BeExactly 'other'
        }
        finally {
            [IO.File]::WriteAllText('/proc/self/comm', $name)
        }
    }

    It 'writes nothing by -WhatIf' {
        Set-Content $path $value -WhatIf
        Set-Item $path $value -WhatIf
        Set-ItemProperty $path Value $value -WhatIf
        [int][IO.File]::ReadAllText($file) | Should -Be $start
    }

    It 'is silent without -PassThru, and gives the value with it' {
        Set-Item $path $value | Should -BeNullOrEmpty
        (Set-Item $path $value -PassThru).Value | Should -Be $value
        Set-Content $path $value | Should -BeNullOrEmpty
        (Set-ItemProperty $path Value $value -PassThru).Value | Should -Be $value
    }

    It 'reports the rejected value and the current one: <Command>' -ForEach @(
        @{ Command = 'Set-Content'; Script = { Set-Content $path 5000 -ErrorAction SilentlyContinue -ErrorVariable failed; $failed } }
        @{ Command = 'Set-Item'; Script = { Set-Item $path 5000 -ErrorAction SilentlyContinue -ErrorVariable failed; $failed } }
        @{ Command = 'Set-ItemProperty'; Script = { Set-ItemProperty $path Value 5000 -ErrorAction SilentlyContinue -ErrorVariable failed; $failed } }
    ) {
        $errors = @(. $Script)
        $errors | Should -HaveCount 1
        "$($errors[0])" | Should -BeExactly "${file}: the kernel rejected ""5000"" (invalid argument). The value must be from -1000 to 1000. The current value is $start."
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.ValueRejected,*'
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'goes on behind an error' {
        Set-Content "Proc:/$($target.Id)/oom_score", 'Proc:/no-such', $path $value -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 2
        [int][IO.File]::ReadAllText($file) | Should -Be $value
        Set-Item "Proc:/$($target.Id)/oom_score", $path $start -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
    }

    It 'refuses a path that is not a parameter: <Command>' -ForEach @(
        @{ Command = 'Set-Content'; Script = { Set-Content Proc:/version x -ErrorAction SilentlyContinue -ErrorVariable failed; $failed } }
        @{ Command = 'Add-Content'; Script = { Add-Content Proc:/version x -ErrorAction SilentlyContinue -ErrorVariable failed; $failed } }
        @{ Command = 'Set-Item'; Script = { Set-Item Proc:/version x -ErrorAction SilentlyContinue -ErrorVariable failed; $failed } }
        @{ Command = 'Set-ItemProperty'; Script = { Set-ItemProperty Proc:/version Value x -ErrorAction SilentlyContinue -ErrorVariable failed; $failed } }
        @{ Command = 'Set-ItemProperty of another property'; Script = { Set-ItemProperty $path Name x -ErrorAction SilentlyContinue -ErrorVariable failed; $failed } }
    ) {
        $errors = @(. $Script)
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
        $errors[0].CategoryInfo.Category | Should -Be 'NotImplemented'
        [int][IO.File]::ReadAllText($file) | Should -Be $start
    }

    It 'does not add to a value' {
        $comm = "Proc:/$($target.Id)/comm"
        Add-Content $comm 'more' -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
        Get-Content $comm | Should -BeExactly 'bash'
    }

    It 'writes nothing without input' {
        $comm = "Proc:/$($target.Id)/comm"
        @() | Set-Content $comm
        Get-Content $comm | Should -BeExactly 'bash'
    }
}
