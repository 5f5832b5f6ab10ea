BeforeAll {
    Import-Module ProcFs
    $child = Start-Process sleep 600 -PassThru -RedirectStandardOutput /dev/null
}

AfterAll {
    Stop-Process -Id $child.Id
}

Describe 'Get-ProcLimit' {
    It 'agrees with prlimit' -Tag 'needs prlimit' -Skip:(-not (Get-Command prlimit -CommandType Application -ErrorAction Ignore)) {
        $limits = @{}
        foreach ($limit in Get-ProcLimit $child.Id) { $limits[$limit.Resource] = $limit }
        $lines = prlimit --pid $child.Id --raw --noheadings --output RESOURCE,SOFT,HARD
        $lines.Count | Should -Be $limits.Count
        foreach ($line in $lines) {
            $resource, $soft, $hard = $line -split '\s+'
            "$($limits[$resource].Soft ?? 'unlimited')" | Should -Be $soft -Because $resource
            "$($limits[$resource].Hard ?? 'unlimited')" | Should -Be $hard -Because $resource
        }
    }

    It 'has the usage, matching status' {
        $limits = @{}
        foreach ($limit in Get-ProcLimit $child.Id) { $limits[$limit.Resource] = $limit }
        $status = Get-ProcStatus $child.Id
        $limits.AS.Used | Should -Be $status.VmSize
        $limits.STACK.Used | Should -Be $status.VmStk
        $limits.DATA.Used | Should -Be $status.VmData
        $limits.MEMLOCK.Used | Should -Be $status.VmLck
        $limits.FSIZE.Used | Should -BeNullOrEmpty
    }

    It 'counts the open files' {
        (Get-ProcLimit $child.Id -Limit NOFILE).Used | Should -Be @(Get-ProcFd $child.Id).Count
    }

    It 'counts the tasks of the user as ps does' -Tag 'needs ps', 'needs a /proc without hidepid' -Skip:(-not (Get-Command ps -CommandType Application -ErrorAction Ignore)) {
        $user = id -u
        for ($i = 0; $i -lt 50; $i++) {
            $before, $used, $after = @(ps -eLo ruid=).Trim().Where({ $_ -eq $user }).Count,
            (Get-ProcLimit $child.Id -Limit NPROC).Used,
            @(ps -eLo ruid=).Trim().Where({ $_ -eq $user }).Count
            # ps counts itself, and tasks come and go.
            if ($used -ge [Math]::Min($before, $after) - 5 -and $used -le [Math]::Max($before, $after) + 5) { break }
        }
        $used | Should -BeGreaterOrEqual ([Math]::Min($before, $after) - 5)
        $used | Should -BeLessOrEqual ([Math]::Max($before, $after) + 5)
    }

    It 'finds <_>' -ForEach 'open files', 'NOFILE', 'nofile', 'open*', '*FILE' {
        (Get-ProcLimit $child.Id -Limit $_).Resource | Should -Contain NOFILE
    }

    It 'reports a missing limit, but not a pattern' {
        Get-ProcLimit $child.Id -Limit bogus -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        "$failed" | Should -Be 'No limit is named "bogus".'
        Get-ProcLimit $child.Id -Limit bogus* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'reports only the id if no process has it' -Tag 'needs a /proc without hidepid' {
        Get-ProcLimit 2147483647 -Limit NOFILE -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        @($failed).Count | Should -Be 1
        "$failed" | Should -Be 'No process has the id 2147483647.'
    }

    It 'names the line that cannot be read, and gives the others' {
        $null = New-Item -ItemType Directory TestDrive:/proc/5
        Set-Content TestDrive:/proc/5/limits ('{0,-25} {1,-20} {2,-20} {3}' -f 'Max open files', 'many', '1', 'files'), ('{0,-25} {1,-20} {2,-20} {3}' -f 'Max file locks', '3', 'unlimited', 'locks')
        $limit = Get-ProcLimit 5 -Root (Join-Path $TestDrive proc) -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.Malformed,*'
        "$failed" | Should -BeLike '*limits, line 1:*many*'
        $limit.Resource, $limit.Soft, $limit.Hard | Should -Be 'LOCKS', 3, $null
    }

    It 'takes the pipeline and names' {
        (Get-Process -Id $child.Id | Get-ProcLimit -Limit CORE).ProcessId | Should -Be $child.Id
        (Get-ProcLimit -Name slee* -Limit CORE).ProcessId | Should -Contain $child.Id
    }

    It 'matches the drive' {
        (Get-Item "Proc:/$($child.Id)/limits/NOFILE").Hard | Should -Be (Get-ProcLimit $child.Id -Limit NOFILE).Hard
        (Get-ChildItem "Proc:/$($child.Id)/limits").Resource | Should -Be (Get-ProcLimit $child.Id).Resource
    }

    It 'completes limits' {
        $found = (TabExpansion2 'Get-ProcLimit -Limit op').CompletionMatches
        $found.CompletionText | Should -Be "'open files'"
        (TabExpansion2 'Get-ProcLimit -Limit nof').CompletionMatches.CompletionText | Should -Be NOFILE
    }
}

Describe 'Files of scheduling, limits and security on the drive' {
    It 'reads <_> as an object' -ForEach 'sched', 'schedstat', 'arch_status', 'io', 'personality', 'syscall' {
        if (-not (Test-Path "Proc:/$($child.Id)/$_")) { Set-ItResult -Skipped -Because "this kernel has no $_" }
        $item = Get-Item "Proc:/$($child.Id)/$_"
        $item.ProcessId | Should -Be $child.Id
        $item.ProcessName | Should -Be sleep
        $item.StartTime | Should -Be (Get-ProcStat $child.Id).StartTime
    }

    It 'names the call that a process waits in' {
        if (-not (Test-Path "Proc:/$($child.Id)/syscall")) { Set-ItResult -Skipped -Because 'this kernel has no syscall' }
        if ((uname -m) -notin 'x86_64', 'aarch64') { Set-ItResult -Skipped -Because 'the calls of this processor have no names' }
        (Get-Item "Proc:/$($child.Id)/syscall").Name | Should -Match 'nanosleep$'
    }

    It 'keeps a name that looks like a number as text' {
        $start = [Diagnostics.ProcessStartInfo]::new('bash')
        '--norc', '-c', 'printf 007 > /proc/self/comm; echo ready; read -r _' | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
        $shell = [Diagnostics.Process]::Start($start)
        try {
            $shell.StandardOutput.ReadLine() | Should -Be ready
            $value = Get-ItemPropertyValue "Proc:/$($shell.Id)/comm" Value
            $value | Should -BeOfType string
            $value | Should -BeExactly '007'
        }
        finally {
            $shell.StandardInput.Close()
            $shell.WaitForExit()
            $shell.Dispose()
        }
    }

    It 'gives each thread its own record' {
        $thread = Get-ChildItem "Proc:/$PID/task" | Select-Object -Last 1
        (Get-Item "Proc:/$PID/task/$($thread.ThreadId)/sched").ThreadId | Should -Be $thread.ThreadId
        (Get-Item "Proc:/$PID/task/$($thread.ThreadId)/schedstat").ThreadId | Should -Be $thread.ThreadId
    }
}
