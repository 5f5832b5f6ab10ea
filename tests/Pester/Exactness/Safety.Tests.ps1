# What docs/safety.md says, as the kernel is asked for it: what a listing opens, and that nothing is written unless it was agreed to.

BeforeDiscovery {
    $hasStrace = [bool](Get-Command strace -CommandType Application -ErrorAction Ignore) -and $(strace -qq -o /dev/null true 2> $null; $LASTEXITCODE -eq 0)
    $texts = @(
        'Set-Item Proc:/$id/oom_score_adj 1'
        'Set-Content Proc:/$id/oom_score_adj 1'
        'Set-ItemProperty Proc:/$id/oom_score_adj Value 1'
        'Set-ProcTunable $id -OomScoreAdj 1'
        'Restore-ProcFile $id -Destination $folder/new'
    )
    $cases = 0..($texts.Count - 1) | ForEach-Object { @{ Number = $_; Text = $texts[$_] } }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Engine.ps1"
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared
    New-SharedModule $shared

    # The calls of a further engine that open or change files, while it runs each script: name, path and arguments. What the engine does at its start
    # and end is left out: a file that is not there is asked for before and behind each script.
    function Get-Call([string[]] $Scripts) {
        $trace = "$TestDrive/trace"
        $marked = 0..($Scripts.Count - 1) | ForEach-Object { "`$null = [IO.File]::Exists('/mark/$_'); $($Scripts[$_])" }
        $null = Invoke-Engine $shared 'strace', '-f', '--seccomp-bpf', '-y', '-qq', '-s', '4096', '-e', 'trace=%file,kill,ptrace,execve,socket,connect', '-o', $trace "$($marked -join '; '); `$null = [IO.File]::Exists('/mark/-1'); 'done'"
        $number = -1
        foreach ($line in [IO.File]::ReadAllLines($trace, [Text.Encoding]::Latin1)) {
            if ($line -notmatch '^\d+ +(\w+)\((.*)$') { continue }
            $name, $arguments = $Matches[1, 2]
            # "openat(85</proc/99>, "stat", O_RDONLY|O_CLOEXEC) = 86</proc/99/stat>"
            $path = $arguments -match '= \d+<(.+)>$' ? $Matches[1] : $arguments -match '"((?:[^"\\]|\\.)*)"' ? $Matches[1] : ''
            if ($path -match '^/mark/(-?\d+)$') { $number = [int]$Matches[1] }
            elseif ($number -ge 0) {
                [pscustomobject]@{ Script = $number; Name = $name; Path = $path; Arguments = $arguments; IsOpened = $name -like 'open*' -and $arguments -match '= \d+<' }
            }
        }
    }

    # Those that change a file: opened for writing, made, renamed, removed. The runtime names its own threads.
    filter Select-Change {
        $isWritten = $_.IsOpened -and $_.Arguments -match 'O_WRONLY|O_RDWR|O_CREAT|O_TRUNC' -and $_.Path -notmatch '^/proc/\d+/task/\d+/comm$'
        if ($isWritten -or ($_.Name -match '^(mkdir|rename|unlink|link|symlink|truncate|chmod|chown|utimens)' -and $_.Arguments -match '= 0$')) { $_ }
    }
}

Describe 'A listing' -Tag 'needs strace' -Skip:(-not $hasStrace) {
    BeforeAll {
        $holder = Start-TestProcess 'exec 20</dev/null'
        $calls = @(Get-Call "(Get-ChildItem Proc:/ -Recurse -Depth 2 -WarningAction Ignore | Out-String).Length; (Get-ChildItem Proc:/$($holder.Id) -Recurse -WarningAction Ignore | Out-String).Length; (Get-ProcProcess | Out-String).Length; (Get-ProcFd | Out-String).Length")
        $opened = @($calls | Where-Object { $_.IsOpened -and $_.Path.StartsWith('/proc/') })
    }

    AfterAll { Stop-TestProcess $holder }

    It 'opens no file that is read on request only' {
        $opened.Count | Should -BeGreaterThan 100
        $opened.Path | Should -Contain "/proc/$($holder.Id)/stat"
        $dangerous = $opened | Where-Object {
            $entry = [ProcFs.Catalog]::Find($_.Path.Substring('/proc/'.Length))
            $entry -and $entry.IsReadOnRequest -and $_.Arguments -notmatch 'O_PATH|O_DIRECTORY'
        }
        $dangerous.Path | Should -BeNullOrEmpty
    }

    It 'opens nothing that a link of a process leads to' {
        $opened.Arguments | Where-Object { $_ -match '"(?:\d+/)?(?:fd|map_files)/\d|"(?:\d+/)?(?:exe|cwd|root)"' -and $_ -notmatch 'O_PATH' } | Should -BeNullOrEmpty
    }

    It 'opens nothing for writing' {
        $calls | Select-Change | ForEach-Object Path | Should -BeNullOrEmpty
    }

    It 'signals, traces and starts nothing, and asks no one over the network' {
        # The runtime signals its own threads.
        $calls | Where-Object { $_.Name -in 'kill', 'ptrace', 'execve' } | Should -BeNullOrEmpty
        $calls | Where-Object { $_.Name -in 'socket', 'connect' -and $_.Arguments -match 'AF_INET|AF_NETLINK|AF_PACKET' } | Should -BeNullOrEmpty
    }
}

Describe 'Without agreement' -Tag 'needs strace' -Skip:(-not $hasStrace) -ForEach @{ Texts = $texts } {
    BeforeAll {
        $folder = (Get-Item $TestDrive).FullName
        $holder = Start-TestProcess "echo kept > '$folder/gone'; exec 20<'$folder/gone'; rm '$folder/gone'"
        $id = $holder.Id
        $scripts = $Texts.ForEach{ $_.Replace('$id', "$id").Replace('$folder', $folder) }
        $refused = @(Get-Call $scripts.ForEach{ "$_ -WhatIf" })
        $before = [IO.File]::ReadAllText("/proc/$id/oom_score_adj")
        $isThere = Test-Path "$folder/new"
        $agreed = @(Get-Call $scripts.ForEach{ "`$null = $_ -Confirm:`$false" })
    }

    AfterAll { Stop-TestProcess $holder }

    It 'nothing is written by <Text>' -ForEach $cases {
        $refused | Where-Object Script -EQ $Number | Should -Not -BeNullOrEmpty
        ($refused | Where-Object Script -EQ $Number | Select-Change).Path | Should -BeNullOrEmpty
        $before | Should -BeExactly "0`n"
        $isThere | Should -BeFalse
    }

    It 'is recognized by this test if consent exists: <Text>' -ForEach $cases {
        $opened = $agreed | Where-Object { $_.Script -eq $Number -and $_.IsOpened } | Select-Change
        if ($Text -like 'Set-*') { $opened.Path | Should -BeExactly "/proc/$id/oom_score_adj" }
        else { $opened | ForEach-Object { Split-Path $_.Path } | Should -BeExactly "$folder/new" }
    }
}
