# Processes that have little left, or never had it, are told apart and read as far as they can be.

BeforeDiscovery {
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
    $commands = 'Get-ProcFd', 'Get-ProcMap', 'Get-ProcEnvironment', 'Get-ProcMemory', 'Get-ProcNamespace', 'Get-ProcMount', 'Get-ProcIO', 'Get-ProcLimit', 'Get-ProcCgroup', 'Get-ProcThread'
    $canMount = (id -u) -eq 0 -and [bool](Get-Command unshare -CommandType Application -ErrorAction Ignore) -and
        $(unshare -m sh -c 'mount -t proc -o subset=pid proc /proc' *> $null; $LASTEXITCODE -eq 0)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/HeldProcess.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'

    # A program that asks nobody for its exit code takes the place of the shell that started another.
    $start = [Diagnostics.ProcessStartInfo]::new('bash', [string[]]('--norc', '-c', '(until read -r name < /proc/$$/comm && [ "$name" = cat ]; do :; done; exit 3) & echo $!; exec cat'))
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $parent = [Diagnostics.Process]::Start($start)
    $zombie = [int]$parent.StandardOutput.ReadLine()
    foreach ($round in 1..600) {
        if ((Get-ProcStat $zombie).State -eq 'Zombie' -and (Get-ProcStat $parent.Id).Comm -eq 'cat') { break }
        Start-Sleep -Milliseconds 50
    }
}

AfterAll {
    Stop-TestProcess $parent
}

Describe 'A zombie' {
    It 'has its name, its parent and its times' {
        $found = Get-ProcProcess $zombie
        $found.State, $found.Name, $found.ParentProcessId, $found.HasExitedLeader | Should -Be 'Zombie', 'bash', $parent.Id, $false
        $found.CommandLine.Count | Should -Be 0
        $null -eq $found.ResidentSize | Should -BeTrue
        $found.StartTime | Should -Not -BeNullOrEmpty
        (Get-ProcStatus $zombie).VmSize | Should -BeNullOrEmpty
        if ((Get-ProcStat $zombie).StartCode -or (id -u) -eq 0) { (Get-ProcStat $zombie).ExitCode -in $null, 768 | Should -BeTrue }
    }

    It 'has no error by <_> except that it has none, or that access is denied' -ForEach $commands {
        $null = & $_ $zombie -ErrorAction SilentlyContinue -ErrorVariable failed
        foreach ($record in $failed) {
            $record.FullyQualifiedErrorId | Should -Match '^ProcFs\.(NotFound|AccessDenied),'
            "$record" | Should -Match 'zombie|permission denied'
        }
    }

    It 'is passed over while all are read' {
        $null = foreach ($command in 'Get-ProcFd', 'Get-ProcMap', 'Get-ProcEnvironment', 'Get-ProcMount') { & $command -ErrorVariable +failed -ErrorAction SilentlyContinue }
        $failed | Where-Object { "$_" -like "*$zombie*" } | Should -BeNullOrEmpty
    }

    It 'is listed on the drive' {
        (Get-Item "Proc:/$zombie").State | Should -Be 'Zombie'
        (Get-ChildItem Proc:/).Name | Should -Contain "$zombie"
        Get-ChildItem "Proc:/$zombie" -ErrorAction SilentlyContinue | Should -Not -BeNullOrEmpty
    }
}

Describe 'A thread of the kernel' {
    BeforeAll {
        $thread = Get-ProcProcess | Where-Object IsKernelThread | Select-Object -First 1
    }

    It 'is recognized, and has neither arguments nor memory' {
        if (-not $thread) { Set-ItResult -Skipped -Because 'no thread of the kernel is seen here'; return }
        $thread.CommandLine.Count | Should -Be 0
        $null -eq $thread.VirtualSize | Should -BeTrue
        (Get-ProcStat $thread.ProcessId).Flags.HasFlag([ProcFs.ProcessFlags]::KernelThread) | Should -BeTrue
        (Get-ChildItem Proc:/ | Where-Object Name -EQ $thread.ProcessId).Description | Should -Be 'kernel thread'
    }

    It 'has no error by <_> except that it has none, or that access is denied' -ForEach $commands {
        if (-not $thread) { Set-ItResult -Skipped -Because 'no thread of the kernel is seen here'; return }
        $null = & $_ $thread.ProcessId -ErrorAction SilentlyContinue -ErrorVariable failed
        foreach ($record in $failed) {
            $record.FullyQualifiedErrorId | Should -Match '^ProcFs\.(NotFound|AccessDenied),'
            "$record" | Should -Match 'kernel thread|permission denied'
        }
    }

    It 'may have a name longer than 15 bytes, whole' {
        $long = Get-ProcStat | Where-Object { $_.Flags.HasFlag([ProcFs.ProcessFlags]::KernelThread) -and $_.Comm.Length -gt 15 } | Select-Object -First 1
        if (-not $long) { Set-ItResult -Skipped -Because 'no thread of the kernel has such a name'; return }
        $long.Name | Should -BeExactly $long.Comm
    }
}

Describe 'A process whose first thread has exited' -Tag 'needs python3' -Skip:(-not $hasPython) {
    BeforeAll {
        $start = [Diagnostics.ProcessStartInfo]::new('python3', [string[]]("$PSScriptRoot/../Setup/leaderless.py"))
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $living = [Diagnostics.Process]::Start($start)
        $word = $living.StandardOutput.ReadLine()
        $id = $word -eq 'unknown' ? 0 : [int]$word
        $unknown = 'the number of the call is not known for this processor'
    }

    AfterAll {
        Stop-TestProcess $living
    }

    It 'is not a zombie' {
        if (-not $id) { Set-ItResult -Skipped -Because $unknown; return }
        $found = Get-ProcProcess $id
        $found.HasExitedLeader | Should -BeTrue
        $found.Threads | Should -Be 2
        "$($found.CommandLine)" | Should -BeLike '*leaderless.py'
        (Get-Item "Proc:/$id").HasExitedLeader | Should -BeTrue
        "$((Get-Item "Proc:/$id").CommandLine)" | Should -BeLike '*leaderless.py'
    }

    It 'has the data of its live thread, by <_>' -ForEach 'Get-ProcFd', 'Get-ProcMap', 'Get-ProcEnvironment', 'Get-ProcNamespace', 'Get-ProcMount', 'Get-ProcMemory' {
        if (-not $id) { Set-ItResult -Skipped -Because $unknown; return }
        $found = @(& $_ $id -ErrorAction SilentlyContinue -ErrorVariable failed)
        $failed | Should -BeNullOrEmpty
        $found.Count | Should -BeGreaterThan 0
        $found.ProcessId | Sort-Object -Unique | Should -Be $id
        @(& $_ -ErrorAction SilentlyContinue).ProcessId | Should -Contain $id
    }

    It 'has the same rows on the drive: <_>' -ForEach 'fd', 'maps', 'environ', 'ns', 'mountinfo' {
        if (-not $id) { Set-ItResult -Skipped -Because $unknown; return }
        $command = @{ fd = 'Get-ProcFd'; maps = 'Get-ProcMap'; environ = 'Get-ProcEnvironment'; ns = 'Get-ProcNamespace'; mountinfo = 'Get-ProcMount' }[$_]
        @(Get-ChildItem "Proc:/$id/$_").Count | Should -Be @(& $command $id).Count
    }

    It 'has its links and records on the drive' {
        if (-not $id) { Set-ItResult -Skipped -Because $unknown; return }
        $thread = Get-ChildItem "/proc/$id/task" -Name | Where-Object { $_ -ne $id }
        foreach ($link in 'exe', 'cwd', 'root') {
            (Get-Item "Proc:/$id/$link").Value | Should -BeExactly (Get-Item "/proc/$id/task/$thread/$link").LinkTarget
        }

        (Get-Item "Proc:/$id/smaps_rollup").Rss | Should -BeGreaterThan 0
    }

    It 'has both threads, each with its state' {
        if (-not $id) { Set-ItResult -Skipped -Because $unknown; return }
        (Get-ProcThread $id).State | Should -Be 'Zombie', 'Sleeping'
    }
}

Describe 'A /proc with subset=pid' -Tag 'needs root and a mount of /proc' -Skip:(-not $canMount) {
    BeforeAll {
        $folder = (New-Item -ItemType Directory "$TestDrive/alone").FullName
        $holder = Start-HeldProcess unshare, '-m' "mount -t proc -o subset=pid proc '$folder'"
        $root = "/proc/$($holder.Id)/root$folder"
    }

    AfterAll {
        Stop-HeldProcess $holder
    }

    It 'is read, and the start of the machine is taken from its clock' {
        $found = Get-ProcProcess $holder.Id -Root $root
        $found.Name | Should -Be 'bash'
        ($found.StartTime - (Get-ProcProcess $holder.Id).StartTime).Duration() | Should -BeLessThan ([timespan]'0:0:1')
        (Get-ProcStat $holder.Id -Root $root).StartTicks | Should -Be (Get-ProcStat $holder.Id).StartTicks
        (Get-ProcMount $holder.Id -Root $root).Target | Should -Contain $folder
        (Get-ProcTree $holder.Id -Root $root).ProcessId | Should -Be $holder.Id
    }

    It 'is a drive of processes' {
        $null = New-PSDrive Alone -PSProvider ProcFs -Root $root
        $kinds = (Get-ChildItem Alone:/).Kind | Sort-Object -Unique
        $kinds | Should -Be 'Process', 'Thread'
        Test-Path Alone:/meminfo | Should -BeFalse
        Get-Item Alone:/meminfo -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
    }
}
