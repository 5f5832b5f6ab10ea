BeforeAll {
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    Set-Location $PSScriptRoot
    $one = New-LinkedCapture
    Add-CapturedProcess $one 11 'one' @{ 0 = '/tmp/one' }
    $null = [IO.File]::CreateSymbolicLink("$one/self", '11')
    $two = New-LinkedCapture
    Add-CapturedProcess $two 22 'two' @{ 0 = '/tmp/two' }
}

AfterAll {
    Set-Location $PSScriptRoot
    Remove-LinkedCapture $one
    Remove-LinkedCapture $two
}

Describe 'The drive Proc:' {
    It 'shows its root and description' {
        $drive = Get-PSDrive Proc
        $drive.Root | Should -BeExactly '/proc'
        $drive.Description | Should -Not -BeNullOrEmpty
    }

    It 'is made again by Import-Module, after Remove-Module' {
        $engine = "$PSScriptRoot/../Setup/Engine.ps1"
        . $engine
        $first, $rest = @(Get-Engine) + '-NoProfile', '-NonInteractive', '-Command', 'Import-Module ProcFs; Remove-Module ProcFs; "$(Test-Path Proc:/)"; Import-Module ProcFs; "$(Test-Path Proc:/self)"'
        $lines = & $first @rest
        $lines | Should -Be 'False', 'True'
    }
}

Describe 'New-PSDrive' {
    AfterEach {
        Set-Location $PSScriptRoot
        Get-PSDrive -PSProvider ProcFs | Where-Object Name -NE 'Proc' | Remove-PSDrive
    }

    It 'mounts a capture' {
        $drive = New-PSDrive Then -PSProvider ProcFs -Root $one
        $drive.Root | Should -BeExactly $one
        $drive.Provider.Name | Should -Be 'ProcFs'
        (Get-Item Then:/11).Name | Should -Be 'one'
        (Get-Item Then:/11/status).VmRss | Should -Be 524288
        (Get-ChildItem Then:/11/fd).Target | Should -Be '/tmp/one'
        Get-Content Then:/11/comm | Should -BeExactly 'one'
        Convert-Path Then:/11/fd | Should -BeExactly "$one/11/fd"
        (Get-Item Then:/self).ProcessId | Should -Be 11
        Set-Location Then:/self/fd
        Set-Location ../..
        (Get-Location).Path | Should -BeExactly 'Then:/'
    }

    It 'mounts a relative root, and one with a slash at its end' {
        Push-Location ([IO.Path]::GetDirectoryName($one))
        try {
            $null = New-PSDrive Then -PSProvider ProcFs -Root "./$([IO.Path]::GetFileName($one))/"
            (Get-PSDrive Then).Root | Should -BeExactly $one
            (Get-ChildItem Then:/11/fd).Target | Should -Be '/tmp/one'
        }
        finally {
            Pop-Location
        }
    }

    It 'names a root that is not there' {
        New-PSDrive Nowhere -PSProvider ProcFs -Root /no/such/folder -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        "$($failed[0])" | Should -BeLike '/no/such/folder*'
        Get-PSDrive Nowhere -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'refuses a root that is a file' {
        New-PSDrive Nowhere -PSProvider ProcFs -Root $PSCommandPath -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        "$($failed[0])" | Should -BeLike "$PSCommandPath*: it is neither a folder nor an archive*"
        Get-PSDrive Nowhere -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'keeps two drives apart' {
        $null = New-PSDrive One -PSProvider ProcFs -Root $one
        $null = New-PSDrive Two -PSProvider ProcFs -Root $two
        (Get-ChildItem One:/ | Where-Object Kind -EQ 'Process' | Where-Object Name -NE 'self').Name | Should -Be '11'
        (Get-ChildItem Two:/ | Where-Object Kind -EQ 'Process').Name | Should -Be '22'
        Test-Path One:/22 | Should -BeFalse
        (Get-ProcFd -Root One).Target | Should -Be '/tmp/one'
        (Get-ProcFd -Root Two).Target | Should -Be '/tmp/two'
        (Get-Item (Get-Item Two:/22).PSPath).Name | Should -Be 'two'
        Set-Location One:/11/fd
        Set-Location Two:/22
        Set-Location One:
        (Get-Location).Path | Should -BeExactly 'One:/11/fd'
    }

    It 'finds a drive that is local to a function by the path of an item' {
        function Read-Locally {
            $null = New-PSDrive Local -PSProvider ProcFs -Root $two
            (Get-Item (Get-ChildItem Local:/ | Where-Object Name -EQ 22).PSPath).Name
        }
        Read-Locally | Should -Be 'two'
    }

    It 'mounts the same root twice' {
        $null = New-PSDrive Again -PSProvider ProcFs -Root /proc
        (Get-Item Again:/self).ProcessId | Should -Be $PID
        (Get-Item Proc:/self).ProcessId | Should -Be $PID
    }

    It 'mounts a folder within a drive' {
        $null = New-PSDrive One -PSProvider ProcFs -Root $one
        $null = New-PSDrive Inner -PSProvider ProcFs -Root "$one/11"
        Get-Content Inner:/comm | Should -BeExactly 'one'
        (Get-ChildItem One:/11/fd).Target | Should -Be '/tmp/one'
    }
}

Describe 'Remove-PSDrive' {
    It 'unmounts a drive' {
        $null = New-PSDrive Then -PSProvider ProcFs -Root $one
        Remove-PSDrive Then
        Test-Path Then:/ | Should -BeFalse
    }

    It 'leaves the cmdlets at work on /proc without the drive Proc:' {
        Remove-PSDrive Proc -Force
        try {
            (Get-ProcStatus $PID).ProcessId | Should -Be $PID
            (Get-Item ProcFs::/proc/self).ProcessId | Should -Be $PID
            (TabExpansion2 "Get-ProcFd -Id $PID" "Get-ProcFd -Id $PID".Length).CompletionMatches | Should -Not -BeNullOrEmpty
        }
        finally {
            $null = New-PSDrive Proc -PSProvider ProcFs -Root /proc -Scope Global
        }

        (Get-Item Proc:/self).ProcessId | Should -Be $PID
    }
}
