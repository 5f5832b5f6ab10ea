BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    Set-Location /
    $folder = (Get-Item $TestDrive).FullName
    $holder = Start-TestProcess "cd '$folder'
        printf 'one\ntwo\nthree\n' > gone; printf 'caf\351\n' > latin; printf 'a\376b' > odd; : > empty
        exec 20<gone 21<latin 22<odd 23<empty 24</dev/null; rm gone"
    $id = $holder.Id
}

AfterAll {
    Set-Location $PSScriptRoot
    Stop-TestProcess $holder
}

Describe 'Read-ProcFd' {
    It 'reads a deleted file, all of it' {
        Read-ProcFd -Id $id -Number 20 | Should -BeExactly 'one', 'two', 'three'
    }

    It 'reads the last <Tail> lines' -ForEach @{ Tail = 0; Lines = @() }, @{ Tail = 1; Lines = @('three') }, @{ Tail = 2; Lines = @('two', 'three') }, @{ Tail = 99; Lines = @('one', 'two', 'three') } {
        @(Read-ProcFd -Id $id -Number 20 -Tail $Tail) | Should -BeExactly $Lines
    }

    It 'finds the last lines across the steps of its reading' {
        $long = Start-TestProcess "cd '$folder'; seq 1 50000 > many; exec 20<many"
        Read-ProcFd -Id $long.Id -Number 20 -Tail 20000 | Select-Object -First 1 | Should -Be '30001'
        @(Read-ProcFd -Id $long.Id -Number 20 -Tail 20000).Count | Should -Be 20000
        Stop-TestProcess $long
    }

    It 'gives bytes' {
        Read-ProcFd -Id $id -Number 22 -AsByteStream | Should -Be ([byte[]](0x61, 0xFE, 0x62))
    }

    It 'takes an encoding, and loses nothing without one' {
        Read-ProcFd -Id $id -Number 21 -Encoding latin1 | Should -BeExactly "caf$([char]0xE9)"
        [int](Read-ProcFd -Id $id -Number 22)[1] | Should -Be 0xDCFE
    }

    It 'takes descriptors from the pipeline' {
        Get-ProcFd -Id $id -Number 20 | Read-ProcFd | Should -BeExactly 'one', 'two', 'three'
    }

    It 'follows a file that is deleted and cut, until its process ends' {
        $writer = [Diagnostics.ProcessStartInfo]::new('bash')
        $writer.RedirectStandardInput = $true
        '--norc', '-c', 'cd "$0"; exec 20>>log; echo first of all >&20; rm log; read -r _; : > /proc/self/fd/20; echo again >&20; read -r _; echo last >&20', $folder | ForEach-Object { $writer.ArgumentList.Add($_) }
        $process = [Diagnostics.Process]::Start($writer)
        $seen = [System.Collections.Generic.List[string]]::new()
        while (-not (Get-ProcFd -Id $process.Id -Number 20 -Deleted -ErrorAction Ignore)) { Start-Sleep -Milliseconds 20 }
        Read-ProcFd -Id $process.Id -Number 20 -Wait | ForEach-Object {
            $seen.Add($_)
            if ($_ -ne 'last') { $process.StandardInput.WriteLine() }
        }
        $seen | Should -Be 'first of all', 'again', 'last'
        $process.WaitForExit()
    }

    It 'refuses descriptor <_>, which is no file' -ForEach 0, 24 {
        Read-ProcFd -Id $id -Number $_ -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
    }

    It 'names what is not there' {
        Read-ProcFd -Id 2147483646 -Number 1 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Read-ProcFd -Id $id -Number 999 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }
}
