BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
    $canStepDown = $isRoot -and [bool](Get-Command setpriv -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $folder = (Get-Item $TestDrive).FullName
    $holder = Start-TestProcess "cd '$folder'; exec 20</dev/null 21</dev/null"
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'Get-ProcProcess' {
    It 'has the data of stat, status and cmdline' {
        $process = Get-ProcProcess $id
        $process.ProcessId | Should -Be $id
        $process.Name | Should -BeExactly 'bash'
        $process.ParentProcessId | Should -Be $PID
        $process.User | Should -BeExactly (id -un)
        $process.Group | Should -BeExactly (id -gn)
        $process.CommandLine[0..2] | Should -BeExactly 'bash', '--norc', '-c'
        $process.CommandLine | Should -HaveCount 4
        $process.Threads | Should -Be 1
        $process.ThreadId | Should -BeNullOrEmpty
        $process.IsKernelThread | Should -BeFalse
        $process.Unavailable.Count | Should -Be 0
        [Math]::Abs(($process.StartTime.LocalDateTime - (Get-Process -Id $id).StartTime).TotalSeconds) | Should -BeLessThan 2
    }

    It 'reads all, by id, by name, by parent, by user, and from the pipeline' {
        (Get-ProcProcess).ProcessId | Should -Contain $PID
        (Get-ProcProcess $id, $PID).ProcessId | Should -Be $id, $PID
        (Get-ProcProcess -Name bas?).ProcessId | Should -Contain $id
        (Get-ProcProcess -Parent $PID).ProcessId | Should -Contain $id
        (Get-ProcProcess $id -Parent 0) | Should -BeNullOrEmpty
        (Get-ProcProcess $id -User (id -un)).ProcessId | Should -Be $id
        (Get-ProcProcess $id -User 'no-such-*') | Should -BeNullOrEmpty
        (Get-Process -Id $id | Get-ProcProcess).ProcessId | Should -Be $id
    }

    It 'reports missing items, and returns the others' -Tag 'needs a /proc without hidepid' {
        $rows = Get-ProcProcess 4194303, $id -ErrorAction SilentlyContinue -ErrorVariable failed
        $rows.ProcessId | Should -Be $id
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly 'No process has the id 4194303.'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        $null = Get-ProcProcess no-such-name -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($failed[0])" | Should -BeLike 'No process is named "no-such-name".*'
        $null = Get-ProcProcess $id -User no-such-user -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($failed[0])" | Should -BeLike 'No process belongs to a user named*no-such-user*'
    }
}

Describe 'Get-ProcProcess -Detailed' {
    It 'includes the data of exe, cwd, root, cgroup, ns, io and fd' {
        $detail = Get-ProcProcess $id -Detailed
        $detail | Should -BeOfType ProcFs.ProcessDetail
        $detail | Should -BeOfType ProcFs.ProcessInfo
        $detail.Executable | Should -BeExactly (readlink /proc/$id/exe)
        $detail.WorkingDirectory | Should -BeExactly $folder
        $detail.RootDirectory | Should -BeExactly (readlink /proc/$id/root)
        $detail.Cgroup | Should -BeIn (Get-Content /proc/$id/cgroup).ForEach({ ($_ -split ':', 3)[2] })
        $detail.DescriptorCount | Should -Be @(Get-ChildItem -LiteralPath /proc/$id/fd).Count
        $detail.Namespaces.Target | Should -Contain (readlink /proc/$id/ns/net)
        $detail.ReadChars | Should -BeGreaterThan 0
        $detail.WriteCalls | Should -BeGreaterThan 0
        $detail.CommandLine | Should -BeExactly (Get-ProcProcess $id).CommandLine
    }

    It 'marks a deleted executable and a deleted directory' {
        $null = New-Item -ItemType Directory "$folder/left"
        Copy-Item (Get-Command sleep -CommandType Application)[0].Source "$folder/left/sleeper"
        chmod +x "$folder/left/sleeper"
        $start = [Diagnostics.ProcessStartInfo]::new("$folder/left/sleeper", '600')
        $start.WorkingDirectory = "$folder/left"
        $sleeper = [Diagnostics.Process]::Start($start)
        try {
            while ((Get-ProcProcess $sleeper.Id).Name -ne 'sleeper') { Start-Sleep -Milliseconds 10 }
            Remove-Item -Recurse "$folder/left"
            $detail = Get-ProcProcess $sleeper.Id -Detailed
            $detail.Executable, $detail.IsExecutableDeleted | Should -Be "$folder/left/sleeper", $true
            $detail.WorkingDirectory, $detail.IsWorkingDirectoryDeleted | Should -Be "$folder/left", $true
        } finally {
            $sleeper.Kill()
            $sleeper.WaitForExit()
        }
    }

    It 'gives the reason for the nulls of a zombie' {
        # cat never asks what became of the child that it inherits; the child ends once there is cat.
        $parent = Start-TestProcess '(until [ "$(< /proc/$$/comm)" = cat ]; do :; done) & echo ready; exec cat > /dev/null'
        try {
            $zombie = $null
            $patience = [Diagnostics.Stopwatch]::StartNew()
            while (-not $zombie -and $patience.Elapsed.TotalSeconds -lt 60) { $zombie = Get-ProcProcess -Parent $parent.Id -Detailed | Where-Object State -EQ Zombie }
            $zombie.Executable | Should -BeNullOrEmpty
            $zombie.Unavailable.Executable | Should -Be 'Gone'
            $zombie.Unavailable['CommandLine'] | Should -Be 'Gone'
            $zombie.Unavailable.ResidentSize | Should -Be 'Gone'
            $zombie | Format-List | Out-String -Width 200 | Should -Match 'Unavailable\s+: .*Gone: '
        } finally {
            Stop-TestProcess $parent
        }
    }

    It 'reports denied items to an unprivileged user, and returns the rest' -Tag 'needs root and setpriv' -Skip:(-not $canStepDown) {
        $null = New-Item -ItemType Directory "$TestDrive/shared"
        chmod 0755 $TestDrive
        New-SharedModule "$TestDrive/shared"
        $seen = Invoke-Engine "$TestDrive/shared" @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups') @"
$describeError
`$detail = Get-ProcProcess $id -Detailed -ErrorVariable failed -ErrorAction SilentlyContinue
`$stat = Get-ProcStat $id
@{
    Name = `$detail.Name; Executable = `$detail.Executable; Errors = @(`$failed).Count; Cgroup = `$detail.Cgroup
    Denied = @(`$detail.Unavailable.Keys.Where({ `$detail.Unavailable[`$_] -eq 'Denied' }) | Sort-Object)
    Own = @((Get-ProcProcess `$PID -Detailed).Unavailable.Values -eq 'Denied').Count
    Stat = "`$(`$stat.Unavailable.StartCode)"; Code = `$stat.StartCode
    Files = "`$((Get-ProcLimit $id -Limit NOFILE).Unavailable.Used)"
}
"@
        $seen.Errors | Should -Be 0
        $seen.Name | Should -BeExactly 'bash'
        $seen.Cgroup | Should -Not -BeNullOrEmpty
        $seen.Executable | Should -BeNullOrEmpty
        foreach ($field in 'Executable', 'WorkingDirectory', 'RootDirectory', 'Namespaces', 'ReadBytes', 'WriteBytes') { $seen.Denied | Should -Contain $field }
        $seen.Own | Should -Be 0
        $seen.Stat | Should -BeExactly 'Denied'
        $seen.Code | Should -BeNullOrEmpty
    }
}

Describe 'Get-ProcProcess -IncludeThread' {
    It 'gives the threads behind their process' {
        $rows = @(Get-ProcProcess $PID -IncludeThread)
        $rows[0].ThreadId | Should -BeNullOrEmpty
        $rows.ThreadId | Should -Contain $PID
        $rows.Count | Should -BeGreaterThan 3
        $rows[1..($rows.Count - 1)].ThreadId | Should -Be @($rows[1..($rows.Count - 1)].ThreadId | Sort-Object)
        $rows | ForEach-Object ProcessId | Select-Object -Unique | Should -Be $PID
        $rows[2].Name | Should -BeExactly (Get-ProcThread $PID | Where-Object ThreadId -EQ $rows[2].ThreadId).Name
    }

    It 'gives them in detail too' {
        $rows = @(Get-ProcProcess $id -IncludeThread -Detailed)
        $rows | Should -HaveCount 2
        $rows[1].ThreadId | Should -Be $id
        $rows[1].Executable | Should -BeExactly $rows[0].Executable
    }

    It 'has a column for the thread' {
        (Get-ProcProcess $PID -IncludeThread | Out-String -Width 120) -split "`n" | Where-Object { $_ -match '^ProcessId\s+ThreadId\s+Name\s+User' } | Should -HaveCount 1
    }
}

Describe 'Get-ProcProcess, as people know ps and pgrep' {
    BeforeAll {
        . "$PSScriptRoot/../Setup/TestProcess.ps1"
        $marked = Start-TestProcess ': procfs-marked-line'
    }

    AfterAll { Stop-TestProcess $marked }

    It 'finds by the command line: <_>' -ForEach 'procfs-marked-line', 'PROCFS-MARKED', '*bash*procfs-marked-line*' {
        (Get-ProcProcess -CommandLine $_ | Where-Object ProcessId -NE $PID).ProcessId | Should -Be $marked.Id
    }

    It 'finds by the state' {
        (Get-ProcProcess -State Sleeping).ProcessId | Should -Contain $marked.Id
        (Get-ProcProcess -State Zombie).ProcessId | Should -Not -Contain $marked.Id
    }

    It 'has the percentages since the start' -Tag 'needs all of /proc' {
        $own = Get-ProcProcess $PID
        $age = ([DateTimeOffset]::Now - $own.StartTime).TotalSeconds
        $own.CpuPercent | Should -BeGreaterThan 0
        [math]::Abs($own.CpuPercent - 100 * $own.CpuTime.TotalSeconds / $age) | Should -BeLessThan (5 + 200 / $age)
        $total = 1024 * ((Get-Content /proc/meminfo) -match '^MemTotal' -replace '\D')[0]
        [math]::Abs($own.MemoryPercent - 100 * $own.ResidentSize / $total) | Should -BeLessThan 0.01
    }

    It 'has the columns of the plain table in the detailed one' {
        $plain = [ProcFs.Views.View]::Of([ProcFs.ProcessInfo]) | Where-Object { -not $_.Variant } | ForEach-Object Columns | Select-Object -SkipLast 1
        ([ProcFs.Views.View]::Of([ProcFs.ProcessDetail]) | Where-Object { -not $_.Variant }).Columns[0..($plain.Count - 1)].Property | Should -Be $plain.Property
    }

    It 'reports the number of processes read with -Verbose' {
        $said = Get-ProcProcess -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$($said[0])" | Should -Match '^\d+ processes were read in '
    }
}
