BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Conversation.ps1"
    . "$PSScriptRoot/../Setup/OwnDescriptor.ps1"
    Import-Module ProcFs
    Set-Location /
    $folder = (Get-Item $TestDrive).FullName

    # A file of 8 TB in which nothing is stored, one that has a line in front of the hole and one behind it, and one that is stored but has no line end.
    $holder = Start-TestProcess "cd '$folder'
        truncate -s 8T hole 2>/dev/null || echo no > nohole
        printf 'first\n' > ends; truncate -s 8T ends 2>/dev/null; printf '\nsecond\nlast\n' >> ends
        head -c 100000000 /dev/zero | tr '\0' x > stored; printf '\nlast\n' | cat stored - > tailed
        exec 20<hole 21<ends 22<stored 23<tailed"
    $id = $holder.Id
    $canHold = -not (Test-Path "$folder/nohole")
    $tooLong = "*: a line is longer than 64 MB, so this is not text. Read it as bytes with -AsByteStream."

    # The largest that this process grew to meanwhile, in MB above what it had.
    function Measure-Growth([scriptblock] $Action) {
        $ErrorActionPreference = 'SilentlyContinue'
        [GC]::Collect()
        $before = [int64](Get-ProcStatus $PID).VmRSS
        [IO.File]::WriteAllText('/proc/self/clear_refs', '5')
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = & $Action
        $watch.Stop()
        @{ Megabytes = ([int64](Get-ProcStatus $PID).VmHWM - $before) / 1MB; Seconds = $watch.Elapsed.TotalSeconds }
    }
}

AfterAll {
    Stop-TestProcess $holder
    Set-Location $PSScriptRoot
}

Describe 'Text without an end' {
    It 'is refused in a second, in little memory: <Name>' -ForEach @(
        @{ Name = 'Read-ProcFd of a hole'; Script = { Read-ProcFd -Id $id -Number 20 } }
        @{ Name = 'Read-ProcFd -Tail of a hole'; Script = { Read-ProcFd -Id $id -Number 20 -Tail 1 } }
        @{ Name = 'Read-ProcFd -Tail into a hole'; Script = { Read-ProcFd -Id $id -Number 21 -Tail 3 } }
        @{ Name = 'Read-ProcFd of one line'; Script = { Read-ProcFd -Id $id -Number 22 } }
        @{ Name = 'Read-ProcFd -Tail of one line'; Script = { Read-ProcFd -Id $id -Number 22 -Tail 1 } }
        @{ Name = 'Get-Content of a hole'; Script = { Get-Content "Proc:/$id/fd/20" } }
    ) {
        if (-not $canHold) { Set-ItResult -Skipped -Because 'this file system holds no such file'; return }
        $growth = Measure-Growth $Script
        "$($Error[0])" | Should -BeLike $tooLong
        $Error[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
        $growth.Seconds | Should -BeLessThan 2
        $growth.Megabytes | Should -BeLessThan 200
    }

    It 'is refused in one piece' {
        if (-not $canHold) { Set-ItResult -Skipped -Because 'this file system holds no such file'; return }
        $growth = Measure-Growth { Get-Content "Proc:/$id/fd/20" -Raw -ErrorAction SilentlyContinue }
        "$($Error[0])" | Should -BeLike '*: the content is longer than 512 MB, which is too long for one string. Read it without -Raw.'
        $growth.Megabytes | Should -BeLessThan 50
    }

    It 'does not keep the lines before it and behind it from being read' {
        if (-not $canHold) { Set-ItResult -Skipped -Because 'this file system holds no such file'; return }
        Read-ProcFd -Id $id -Number 21 -ErrorAction SilentlyContinue | Should -BeExactly 'first'
        Get-Content "Proc:/$id/fd/21" -ErrorAction SilentlyContinue | Should -BeExactly 'first'
        Read-ProcFd -Id $id -Number 21 -Tail 2 | Should -BeExactly 'second', 'last'
        Read-ProcFd -Id $id -Number 23 -Tail 1 | Should -BeExactly 'last'
    }

    It 'is returned as bytes, from the start of its last line, past any hole' {
        if (-not $canHold) { Set-ItResult -Skipped -Because 'this file system holds no such file'; return }
        $growth = Measure-Growth { Read-ProcFd -Id $id -Number 21 -Tail 3 -AsByteStream | Select-Object -First 3 | Should -Be 0, 0, 0 }
        $growth.Seconds | Should -BeLessThan 2
        $bytes = Read-ProcFd -Id $id -Number 21 -Tail 9 -AsByteStream | Select-Object -First 8
        [Text.Encoding]::ASCII.GetString($bytes) | Should -BeExactly "first`n`0`0"
    }

    It 'ends on Ctrl-C at once: <Name>' -ForEach @(
        @{ Name = 'Read-ProcFd'; Script = 'Read-ProcFd -Id {0} -Number 20 -AsByteStream | Out-Null' }
        @{ Name = 'Get-Content'; Script = 'Get-Content Proc:/{0}/fd/20 -AsByteStream | Out-Null' }
        @{ Name = 'the search for the last lines'; Script = 'while ($true) {{ Read-ProcFd -Id {0} -Number 23 -Tail 1000 -AsByteStream | Select-Object -First 1 }}' }
    ) {
        if (-not $canHold) { Set-ItResult -Skipped -Because 'this file system holds no such file'; return }
        $reading = Start-Pipeline ($Script -f $id)
        try {
            Wait-HeldHere $(if ($Script -like '*23*') { "$folder/tailed" } else { "$folder/hole" })
            Start-Sleep -Milliseconds 200
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $reading.Shell.Stop()
            $watch.Elapsed.TotalMilliseconds | Should -BeLessThan 250
        }
        finally { $reading.Shell.Dispose() }
    }
}
