# Which files of a process are read, as the kernel is asked for them.

BeforeDiscovery {
    $hasStrace = [bool](Get-Command strace -CommandType Application -ErrorAction Ignore) -and $(strace -qq -o /dev/null true 2> $null; $LASTEXITCODE -eq 0)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Engine.ps1"
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs

    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared
    New-SharedModule $shared

    # The calls with a path that a further engine makes while it runs the script, those on the folder of a process: "openat stat".
    function Get-FileCall([int] $Id, [string] $Script) {
        $trace = "$TestDrive/trace"
        $null = Invoke-Engine $shared 'strace', '-f', '-y', '-qq', '-s', '4096', '-e', 'trace=%file', '-o', $trace $Script
        foreach ($line in [IO.File]::ReadAllLines($trace, [Text.Encoding]::Latin1)) {
            # "12 openat(85</proc/99>, "stat", O_RDONLY) = 86</proc/99/stat>" or "12 readlink("/proc/99/exe", ..."
            if ($line -match "^\d+ +(\w+)\(\d+</proc/$Id>, ""([^""]*)""" -or $line -match "^\d+ +(\w+)\((?:[^,""]*, )?""/?(?:proc/)?$Id/([^""]*)""") {
                "$($Matches[1]) $($Matches[2])"
            }
        }
    }
}

Describe 'The files that are read of a process' -Tag 'needs strace' -Skip:(-not $hasStrace) {
    BeforeAll {
        $plain = Start-TestProcess
        # Its name fills the 15 bytes, and nothing else says how it goes on.
        $cut = Start-TestProcess "printf fifteen-bytes-x > /proc/self/comm"
    }

    AfterAll {
        Stop-TestProcess $plain
        Stop-TestProcess $cut
    }

    It 'are stat, status and cmdline for Get-ProcProcess, of <_>' -ForEach 'plain', 'cut' {
        $id = (Get-Variable $_ -ValueOnly).Id
        $calls = Get-FileCall $id "(Get-ProcProcess $id | Out-String).Length; (Get-ProcProcess $id).CommandLine.Count"
        $calls | Sort-Object -Unique | Should -Be 'openat cmdline', 'openat stat', 'openat status'
    }

    It 'are the same while all processes are listed' {
        $calls = Get-FileCall $cut.Id '(Get-ProcProcess | Out-String).Length'
        $calls | Sort-Object -Unique | Should -Be 'openat cmdline', 'openat stat', 'openat status'
    }

    It 'are read once each by <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Get-ProcStat'; Files = @('openat stat') }
        @{ Cmdlet = 'Get-ProcStatus'; Files = 'openat stat', 'openat status' }
        @{ Cmdlet = 'Get-ProcProcess'; Files = 'openat cmdline', 'openat stat', 'openat status' }
    ) {
        Get-FileCall $plain.Id "($Cmdlet $($plain.Id) | Out-String).Length" | Sort-Object | Should -Be $Files
    }

    It 'are seen by this test: <File> is, for <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Get-ProcLimit'; File = 'openat limits' }
        @{ Cmdlet = 'Get-ProcFd'; File = 'readlinkat fd/0' }
    ) {
        $calls = Get-FileCall $plain.Id "($Cmdlet $($plain.Id) | Out-String).Length"
        if ($Cmdlet -eq 'Get-ProcFd') { $calls -match '^openat fd' | Should -Not -BeNullOrEmpty }
        else { $calls | Should -Contain $File }
    }
}
