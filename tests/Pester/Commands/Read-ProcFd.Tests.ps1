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

    It 'reads the encoding <Encoding>, as Get-Content does' -ForEach @(
        @{ Encoding = 'unicode' }, @{ Encoding = 'bigendianunicode' }, @{ Encoding = 'utf32' }, @{ Encoding = 'bigendianutf32' }
        @{ Encoding = 'utf8BOM' }, @{ Encoding = 'utf8NoBOM' }, @{ Encoding = 'ansi' }, @{ Encoding = 'oem' }, @{ Encoding = 'ascii' }
        @{ Encoding = 'windows-1252' }, @{ Encoding = 1252 }, @{ Encoding = 'iso-8859-15' }, @{ Encoding = [Text.Encoding]::Latin1 }
    ) {
        $lines = 'first', "caf$([char]0xE9)", "$([char]0x0A0A)-$([char]0x200A)", '', 'last'
        Set-Content "$folder/encoded" $lines -Encoding $Encoding
        $expected = Get-Content "$folder/encoded" -Encoding $Encoding
        $encoded = Start-TestProcess "cd '$folder'; exec 20<encoded"
        try {
            Read-ProcFd -Id $encoded.Id -Number 20 -Encoding $Encoding | Should -BeExactly $expected
            Read-ProcFd -Id $encoded.Id -Number 20 -Encoding $Encoding -Tail 4 | Should -BeExactly $expected[-4..-1]
            Get-Content "Proc:/$($encoded.Id)/fd/20" -Encoding $Encoding | Should -BeExactly $expected
            Get-Content "Proc:/$($encoded.Id)/fd/20" -Encoding $Encoding -Raw | Should -BeExactly (Get-Content "$folder/encoded" -Encoding $Encoding -Raw)
        }
        finally { Stop-TestProcess $encoded }
    }

    It 'rejects an unknown encoding' {
        { Read-ProcFd -Id $id -Number 20 -Encoding nosuch } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
    }

    It 'finds the last of long lines of wide characters' {
        $lines = 1..9000 | ForEach-Object { "line $_ of many" }
        Set-Content "$folder/wide" $lines -Encoding unicode
        $wide = Start-TestProcess "cd '$folder'; exec 20<wide"
        try { Read-ProcFd -Id $wide.Id -Number 20 -Encoding unicode -Tail 8000 | Should -BeExactly $lines[-8000..-1] }
        finally { Stop-TestProcess $wide }
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

    It 'refuses descriptor <_>, which is not a file' -ForEach 0, 24 {
        Read-ProcFd -Id $id -Number $_ -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
    }

    It 'refuses a socket and a terminal, and takes nothing from them' {
        $listener = [Net.Sockets.Socket]::new('Unix', 'Stream', 'Unspecified')
        $terminal = [IO.FileStream]::new('/dev/ptmx', 'Open', 'ReadWrite')
        try {
            $listener.Bind([Net.Sockets.UnixDomainSocketEndPoint]::new("$folder/socket"))
            $numbers = @(Get-ProcFd -Id $PID -Type Socket, Device | Where-Object { $_.Type -eq 'Socket' -or $_.Target -like '/dev/*ptmx' }).Number
            $numbers.Count | Should -BeGreaterOrEqual 2
            foreach ($number in $numbers) {
                Read-ProcFd -Id $PID -Number $number -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
                $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
                "$failed" | Should -BeLike '*would take data away from the process.'
                Get-Content "Proc:/$PID/fd/$number" -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
                "$($failed[0])" | Should -BeLike '*would take data away from the process.'
            }
        }
        finally {
            $terminal.Dispose()
            $listener.Dispose()
        }
    }

    It 'reports missing items' {
        Read-ProcFd -Id 2147483646 -Number 1 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Read-ProcFd -Id $id -Number 999 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }
}
