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

Describe 'Get-Content' {
    It 'gives the lines of <_>' -ForEach '/proc/version', '/proc/cmdline', '/proc/filesystems', '/proc/sys/kernel/ostype', '/proc/sys/vm/swappiness', '/proc/sys/kernel/random/boot_id', '/proc/self/limits', '/proc/self/mountinfo' {
        $path = $_ -replace '^/proc', 'Proc:'
        Get-Content $path | Should -BeExactly ([IO.File]::ReadAllLines($_))
    }

    It 'gives all of it by -Raw' {
        Get-Content Proc:/version -Raw | Should -BeExactly ([IO.File]::ReadAllText('/proc/version'))
        Get-Content Proc:/filesystems -Raw | Should -BeExactly ([IO.File]::ReadAllText('/proc/filesystems'))
    }

    It 'gives bytes by -AsByteStream' {
        $bytes = Get-Content Proc:/version -AsByteStream
        $bytes[0] | Should -BeOfType ([byte])
        [byte[]]$bytes | Should -Be ([IO.File]::ReadAllBytes('/proc/version'))
        $raw = Get-Content Proc:/$id/auxv -AsByteStream -Raw
        , $raw | Should -BeOfType ([byte[]])
        $raw | Should -Be ([IO.File]::ReadAllBytes("/proc/$id/auxv"))
    }

    It 'returns the requested number of lines' {
        Get-Content Proc:/filesystems -TotalCount 3 | Should -BeExactly ([IO.File]::ReadAllLines('/proc/filesystems')[0..2])
        Get-Content Proc:/filesystems | Select-Object -First 2 | Should -HaveCount 2
        Get-Content Proc:/filesystems -TotalCount 0 | Should -BeNullOrEmpty
    }

    It 'gives lines in parts by -ReadCount' {
        $parts = @(Get-Content Proc:/filesystems -ReadCount 4)
        $parts[0].Count | Should -Be 4
        @($parts | ForEach-Object { $_ }) | Should -BeExactly ([IO.File]::ReadAllLines('/proc/filesystems'))
    }

    It 'reads several paths, and wildcards' {
        Get-Content Proc:/version, Proc:/sys/kernel/ostype | Should -HaveCount 2
        Get-Content Proc:/sys/kernel/ostyp? | Should -BeExactly 'Linux'
    }

    It 'splits cmdline and environ at NUL, newlines kept' {
        $start = [Diagnostics.ProcessStartInfo]::new('bash')
        '--norc', '-c', 'echo; read -r _; exit', "two`nlines", '', 'last' | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.Environment.Clear()
        $start.Environment['FIRST'] = "a`nb"
        $start.Environment['SECOND'] = 'x=y'
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        $null = $process.StandardOutput.ReadLine()
        try {
            Get-Content "Proc:/$($process.Id)/cmdline" | Should -BeExactly 'bash', '--norc', '-c', 'echo; read -r _; exit', "two`nlines", '', 'last'
            $environ = Get-Content "Proc:/$($process.Id)/environ"
            $environ | Should -Contain "FIRST=a`nb"
            $environ | Should -Contain 'SECOND=x=y'
        }
        finally {
            Stop-TestProcess $process
        }
    }

    It 'reads a deleted file through its descriptor' {
        Get-Content Proc:/$id/fd/20 | Should -BeExactly 'one', 'two', 'three'
        Get-Content Proc:/$id/fd/20 -Raw | Should -BeExactly "one`ntwo`nthree"
    }

    It 'does not open the file that a capture names' {
        . "$PSScriptRoot/../Setup/Capture.ps1"
        $capture = New-Capture "$TestDrive/capture"
        [IO.File]::WriteAllText("$TestDrive/here", 'content of this machine')
        Add-CapturedProcess $capture 9 held @{ 3 = (Get-Item "$TestDrive/here").FullName }
        $null = New-PSDrive -Name Held -PSProvider ProcFs -Root $capture
        try {
            Get-Content Held:/9/fd/3 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            Read-ProcFd -Id 9 -Number 3 -Root $capture -ErrorAction SilentlyContinue -ErrorVariable +failed | Should -BeNullOrEmpty
            Get-ProcFd -Id 9 -Root $capture | Restore-ProcFile -Root $capture -Destination $TestDrive/restored -ErrorAction SilentlyContinue -ErrorVariable +failed | Should -BeNullOrEmpty
        }
        finally {
            Remove-PSDrive Held
        }

        $failed | Should -HaveCount 3
        $failed | ForEach-Object { $_.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*' }
        $failed | ForEach-Object { "$_" | Should -BeExactly "$capture/9/fd/3: a capture contains only the name of an open file, not its content." }
    }

    It 'does not take from a pipe: <Fd> is refused as a <Kind>' -ForEach @{ Fd = 0; Kind = 'Pipe' }, @{ Fd = 22; Kind = 'Directory' }, @{ Fd = 23; Kind = 'Device' } {
        Get-Content Proc:/$id/fd/$Fd -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
        $failed[0].CategoryInfo.Category | Should -Be 'NotImplemented'
        "$($failed[0])" | Should -BeLike "/proc/$id/fd/${Fd}: *$Kind*"
    }

    It 'refuses <_>, which has no content' -ForEach 'Proc:/', 'Proc:/sys', 'Proc:/self', 'Proc:/self/fd', 'Proc:/self/cwd' {
        Get-Content $_ -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
        "$($failed[0])" | Should -BeLike '*has no content.'
    }

    It 'reports an unreadable part as its own error, after the content' {
        $lines = Get-Content Proc:/self/mem, Proc:/sys/kernel/ostype -ErrorAction SilentlyContinue -ErrorVariable failed
        $lines | Should -BeExactly 'Linux'
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.Io,*'
        $failed[0].CategoryInfo.Category | Should -Be 'ReadError'
        "$($failed[0])" | Should -BeLike '/proc/self/mem: *'
        Get-Content Proc:/self/mem -Raw -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.Io,*'
        Get-Content Proc:/self/mem -AsByteStream -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.Io,*'
    }

    It 'reports missing items, and reads the others' {
        $lines = Get-Content Proc:/no-such, Proc:/sys, Proc:/version -ErrorAction SilentlyContinue -ErrorVariable failed
        $lines | Should -HaveCount 1
        $failed | Should -HaveCount 2
    }

    It 'keeps bytes that are no UTF-8' {
        $capture = New-Capture "$TestDrive/bytes"
        [IO.File]::WriteAllBytes("$capture/version", [byte[]](97, 0xfe, 98, 10, 0xc3, 0xa9, 10))
        $null = New-PSDrive Bytes -PSProvider ProcFs -Root $capture
        Get-Content Bytes:/version | Should -BeExactly "a$([char]0xDCFE)b", 'é'
        Get-Content Bytes:/version -Raw | Should -BeExactly "a$([char]0xDCFE)b`né`n"
        Get-Content Bytes:/version -AsByteStream | Should -Be 97, 0xfe, 98, 10, 0xc3, 0xa9, 10
    }

    It 'reads to the end, whatever the size' {
        $capture = New-Capture "$TestDrive/large"
        [IO.File]::WriteAllText("$capture/version", ('x' * 300000) + "`n" + ('line of text' + "`n") * 50000)
        $null = New-PSDrive Large -PSProvider ProcFs -Root $capture
        $lines = Get-Content Large:/version -ReadCount 0
        $lines.Count | Should -Be 50001
        $lines[0].Length | Should -Be 300000
        (Get-Content Large:/version -Raw).Length | Should -Be (300001 + 650000)
    }

    It 'has -Raw, -AsByteStream and -Wait, and reports that -Tail is not supported' {
        $parameters = (Get-Command Get-Content -ArgumentList Proc:/version).Parameters.Keys
        'Raw', 'AsByteStream', 'Wait' | ForEach-Object { $parameters | Should -Contain $_ }
        Get-Content Proc:/version -Tail 1 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
    }

    It 'follows a file that grows by -Wait, until it is stopped' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($path) Import-Module ProcFs; Get-Content $path -Wait').AddArgument("Proc:/$id/fd/21")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        # An open collection is counted and indexed: to enumerate it waits for its end.
        function Wait-Line([int] $Count) {
            $deadline = [DateTime]::UtcNow.AddSeconds(30)
            while ($output.Count -lt $Count -and [DateTime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 20 }
        }

        [IO.File]::AppendAllText("$folder/growing.txt", "first`n")
        Wait-Line 1
        $output[0] | Should -BeExactly 'first'
        [IO.File]::AppendAllText("$folder/growing.txt", 'sec')
        [IO.File]::AppendAllText("$folder/growing.txt", "ond`nthird`n")
        Wait-Line 3
        $output[1] | Should -BeExactly 'second'
        $output[2] | Should -BeExactly 'third'

        $running.IsCompleted | Should -BeFalse
        $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Dispose()
    }
}

Describe 'What the drive cannot do' {
    BeforeDiscovery {
        $refused = @(
            @{ Command = 'New-Item of a file'; Script = { New-Item Proc:/no-such-file } }
            @{ Command = 'New-Item of a folder'; Script = { New-Item Proc:/no-such-folder -ItemType Directory } }
            @{ Command = 'Remove-Item'; Script = { Remove-Item Proc:/version } }
            @{ Command = 'Remove-Item of a folder'; Script = { Remove-Item Proc:/sys/vm -Recurse } }
            @{ Command = 'Remove-Item of a folder, without a question'; Script = { Remove-Item Proc:/sys/vm } }
            @{ Command = 'Rename-Item'; Script = { Rename-Item Proc:/version other } }
            @{ Command = 'Copy-Item'; Script = { Copy-Item Proc:/version Proc:/sys } }
            @{ Command = 'Copy-Item to the disk'; Script = { Copy-Item Proc:/version $TestDrive } }
            @{ Command = 'Move-Item'; Script = { Move-Item Proc:/version Proc:/sys } }
            @{ Command = 'Invoke-Item'; Script = { Invoke-Item Proc:/version } }
            @{ Command = 'Clear-Item'; Script = { Clear-Item Proc:/version } }
            @{ Command = 'Clear-Content'; Script = { Clear-Content Proc:/version } }
            @{ Command = 'Clear-Content of a parameter'; Script = { Clear-Content Proc:/self/comm } }
            @{ Command = 'Clear-ItemProperty'; Script = { Clear-ItemProperty Proc:/self/comm Value } }
            @{ Command = 'New-ItemProperty'; Script = { New-ItemProperty Proc:/self/comm Other -Value 1 } }
        )
    }

    It 'refuses <Command> by a plain error' -ForEach $refused {
        $comm = [IO.File]::ReadAllText('/proc/self/comm')
        $caught = $null
        $ErrorActionPreference = 'Stop'
        try { $null = & $Script } catch { $caught = $_ }
        $caught | Should -Not -BeNullOrEmpty
        $caught.Exception.Message | Should -Match 'not support|not implemented|same provider|cannot be (cleared|removed|renamed|moved)|cannot be invoked|nothing can be (created|copied)'
        [IO.File]::ReadAllText('/proc/self/comm') | Should -BeExactly $comm
        Test-Path Proc:/version | Should -BeTrue
        Test-Path "$TestDrive/version" | Should -BeFalse
    }
}

Describe 'What does the work instead' {
    It 'is said: <Says>' -ForEach @(
        @{ Script = { Remove-Item Proc:/$PID }; Says = '*Stop-Process -Id*' }
        @{ Script = { Invoke-Item Proc:/version }; Says = '*Get-Content*' }
        @{ Script = { Clear-Item Proc:/self/comm }; Says = '*Set-Item*' }
        @{ Script = { Set-Item Proc:/self/oom_score_adj 5000 -ErrorAction Stop }; Says = '*from -1000 to 1000*' }
        @{ Script = { Get-ProcFd $PID -Target no-such.log -ErrorAction Stop }; Says = '*Try "`*no-such.log".' }
        @{ Script = { Read-ProcFd $PID }; Says = '*-Number*' }
        @{ Script = { Get-ProcPage $PID }; Says = '*-Range*' }
        @{ Script = { Restore-ProcFile -Destination $TestDrive }; Says = '*-Id or -Name*' }
    ) {
        $ErrorActionPreference = 'Stop'
        $caught = $null
        $place = $PWD.Path
        try { $null = & $Script } catch { $caught = $_ }
        $caught.Exception.Message | Should -BeLike $Says
        $caught.FullyQualifiedErrorId | Should -BeLike 'ProcFs.*'
        $PWD.Path | Should -Be $place
    }

    It 'names the thing in the error' {
        Get-ProcFd 2147483646 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].TargetObject | Should -Be 2147483646
        Get-ProcFd no-such, no-such -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.TargetObject | Should -Be no-such
    }
}
