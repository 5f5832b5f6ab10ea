BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    Set-Location /
    $capture = New-LinkedCapture
    Add-CapturedProcess $capture 9 'nine'
    Add-CapturedProcess $capture 20 'twenty'
    $null = New-PSDrive Cap -PSProvider ProcFs -Root $capture

    # A kernel whose symbols are numbered, from an address on.
    function Set-Symbol([int] $Count, [string] $Start) {
        [IO.File]::WriteAllLines("$capture/kallsyms", [string[]](1..$Count | ForEach-Object { '{0}{1:x6}0 t symbol_{2}' -f $Start, $_, $_ }))
    }

    function Get-BytesRead {
        [long]([IO.File]::ReadAllLines('/proc/self/io')[0] -replace '\D')
    }
}

AfterAll {
    Set-Location $PSScriptRoot
    Remove-LinkedCapture $capture
}

Describe 'A wildcard in a table' {
    It 'does not read the table once for each match' {
        Set-Symbol 1000 ffffffff8
        $size = [IO.FileInfo]::new("$capture/kallsyms").Length
        $start = Get-BytesRead
        (Get-Item Cap:/kallsyms/*).Count | Should -Be 1000
        (Get-BytesRead) - $start | Should -BeLessThan (200 * $size)
    }

    It 'gets a fresh row each time' {
        Set-Symbol 20 ffffffff8
        $first = @(Get-Item Cap:/kallsyms/symbol_1*)
        $first.Count | Should -Be 11
        Set-Symbol 20 ffffffff9
        (Get-Item Cap:/kallsyms/symbol_1).Address | Should -Be 0xffffffff90000010ul
        $again = @(Get-Item Cap:/kallsyms/symbol_1*)
        $again.Count | Should -Be 11
        foreach ($row in $again) { $row.Address | Should -BeGreaterThan 0xffffffff90000000ul }
    }

    It 'returns no stale row' {
        Set-Symbol 20 ffffffff8
        Get-ChildItem Cap:/kallsyms -Name | Should -HaveCount 20
        Set-Symbol 20 ffffffff9
        Start-Sleep -Milliseconds 1200
        (Get-Item Cap:/kallsyms/symbol_7).Address | Should -Be 0xffffffff90000070ul
    }

    It 'does not find a row that is gone' {
        Set-Symbol 20 ffffffff8
        Get-ChildItem Cap:/kallsyms -Name | Should -HaveCount 20
        Set-Symbol 5 ffffffff8
        Start-Sleep -Milliseconds 1200
        Get-Item Cap:/kallsyms/symbol_7 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        Test-Path Cap:/kallsyms/symbol_7 | Should -BeFalse
    }

    It 'matches as PowerShell matches: <Path>' -ForEach @(
        @{ Path = 'Cap:/kallsyms/SYMBOL_1?'; Count = 10 }
        @{ Path = 'Cap:/kallsyms/symbol_[2-4]'; Count = 3 }
        @{ Path = 'Cap:/kallsyms/*_2*'; Count = 2 }
        @{ Path = 'ProcFs::{0}/kallsyms/symbol_1?'; Count = 10 }
        @{ Path = 'Cap:/kall*/symbol_3'; Count = 1 }
    ) {
        Set-Symbol 20 ffffffff8
        @(Get-Item ($Path -f $capture)).Count | Should -Be $Count
        @(Resolve-Path ($Path -f $capture)).Count | Should -Be $Count
    }
}

Describe 'A wildcard that leads through processes' {
    It 'finds the file of each: <Path>' -ForEach @(
        @{ Path = 'Cap:/*/comm'; Names = 'nine', 'twenty' }
        @{ Path = 'Cap:/[0-9]/comm'; Names = 'nine' }
        @{ Path = 'Cap:/2*/c?mm'; Names = 'twenty' }
    ) {
        Get-Content $Path | Should -BeExactly $Names
        (Get-Item $Path).Value | Should -BeExactly $Names
    }

    It 'is not ended by processes that end meanwhile' {
        $start = [Diagnostics.ProcessStartInfo]::new('bash')
        '--norc', '-c', 'while read -r -t 0.01 _; (($? > 128)); do (:) & (:) & (:) & wait; done' | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardInput = $true
        $busy = [Diagnostics.Process]::Start($start)
        try {
            foreach ($try in 1..2) {
                $items = Get-Item Proc:/*/comm -ErrorAction SilentlyContinue -ErrorVariable failed
                $items.ProcessId | Should -Contain $PID
                $failed | Should -BeNullOrEmpty
                (Resolve-Path Proc:/*/comm).ProviderPath | Should -Contain "/proc/$PID/comm"
                Get-Content Proc:/*/comm -ErrorAction SilentlyContinue -ErrorVariable failed | Should -Contain ([IO.File]::ReadAllText('/proc/self/comm').TrimEnd("`n"))
                $failed | Should -BeNullOrEmpty
                $null = Get-ChildItem Proc:/*/exe -ErrorAction SilentlyContinue -ErrorVariable failed
                $failed | Should -BeNullOrEmpty
            }
        }
        finally {
            $busy.StandardInput.Close()
            $busy.WaitForExit()
            $busy.Dispose()
        }
    }

    It 'does not keep an ended process alive' {
        $process = Start-TestProcess
        $id = $process.Id
        (Get-Content Proc:/*/comm -ErrorAction SilentlyContinue).Count | Should -BeGreaterThan 0
        Stop-TestProcess $process
        Test-Path Proc:/$id | Should -BeFalse
        Get-Item Proc:/$id/comm -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}
