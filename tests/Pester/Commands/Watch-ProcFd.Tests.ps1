BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    Set-Location /
    $folder = (Get-Item $TestDrive).FullName
    [IO.File]::WriteAllBytes("$folder/a.iso", [byte[]]::new(1000))
    [IO.File]::WriteAllBytes("$folder/b.iso", [byte[]]::new(500))

    # A shell that does the next line each time it is told to go on.
    function Start-Stepped([string[]] $Line) {
        $start = [Diagnostics.ProcessStartInfo]::new('bash', [string[]]('--norc', '-c', "cd '$folder'; $($Line -join '; read -r _; ')"))
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        [Diagnostics.Process]::Start($start)
    }

    # Runs cmdlets in a runspace of their own, and returns at once.
    function Start-Pipeline([string] $Script) {
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module ProcFs; $Script")
        $in = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $in.Complete()
        $out = [System.Management.Automation.PSDataCollection[psobject]]::new()
        [pscustomobject]@{ Shell = $shell; Out = $out; Run = $shell.BeginInvoke($in, $out) }
    }

    function Wait-Until([scriptblock] $Test) {
        for ($i = 0; $i -lt 600 -and -not (& $Test); $i++) { Start-Sleep -Milliseconds 50 }
        & $Test | Should -BeTrue
    }
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'Watch-ProcFd' {
    It 'gives one object for each change, and ends with the process' {
        $process = Start-Stepped 'exec 20<a.iso; echo', 'dd bs=310 count=1 status=none <&20 >/dev/null', 'exec 20<b.iso', 'exec 20<&-', ':'
        $null = $process.StandardOutput.ReadLine()
        $seen = @(Watch-ProcFd -Id $process.Id -Number 20 -Interval 0:0:0.02 | ForEach-Object { $_; $process.StandardInput.WriteLine() })
        $seen.Change | Should -Be 'Opened', 'Advanced', 'Retargeted', 'Closed'
        $seen | ForEach-Object { $_ | Should -BeOfType ([ProcFs.FdChange]) }
        $seen.Target | Should -Be "$folder/a.iso", "$folder/a.iso", "$folder/b.iso", "$folder/b.iso"
        $seen[2].PreviousTarget | Should -BeExactly "$folder/a.iso"
        $seen.Percent | Should -Be 0, 31, 0, 0
        $seen[1].Position | Should -Be 310
        $seen[1].Size | Should -Be 1000
        $seen[1].Speed | Should -BeGreaterThan 0
        $seen[1].TimeLeft | Should -BeGreaterThan ([timespan]::Zero)
        $seen[1].Time | Should -BeOfType ([DateTimeOffset])
        $seen[1].StartTime | Should -Be (@($seen)[0].StartTime)
        $process.WaitForExit()
    }

    It 'reports every descriptor, or those of a type or a target' {
        $process = Start-Stepped 'exec 20<a.iso 21<b.iso 22</dev/null; echo', ':'
        $null = $process.StandardOutput.ReadLine()
        $open = Get-ProcFd $process.Id
        $all = Watch-ProcFd $process.Id | Select-Object -First $open.Count
        $all.Number | Should -Be $open.Number
        $all.Target | Should -Be $open.Target
        $all.Change | Select-Object -Unique | Should -Be 'Opened'
        $files = Watch-ProcFd $process.Id -Type File -Target "$folder/*" | Select-Object -First 2
        $files.Number | Should -Be 20, 21
        (Watch-ProcFd $process.Id -Target "$folder/b.iso" | Select-Object -First 1).Number | Should -Be 21
        (Watch-ProcFd $process.Id -Fd 22 | Select-Object -First 1).Position | Should -BeNullOrEmpty
        Stop-TestProcess $process
    }

    It 'accepts processes by name and from the pipeline' {
        $process = Start-TestProcess "exec 20<'$folder/a.iso' 21<'$folder/b.iso'; printf procfs-watched > /proc/self/comm"
        (Watch-ProcFd -Name procfs-watched -Number 20 | Select-Object -First 1).ProcessId | Should -Be $process.Id
        (Watch-ProcFd procfs-wat?hed -Number 20 | Select-Object -First 1).ProcessName | Should -BeExactly 'procfs-watched'
        (Get-ProcFd $process.Id -Target "$folder/*" | Watch-ProcFd | Select-Object -First 2).Number | Should -Be 20, 21
        (Get-Process -Id $process.Id | Watch-ProcFd -Number 21 | Select-Object -First 1).Target | Should -BeExactly "$folder/b.iso"
        Stop-TestProcess $process
    }

    It 'watches several processes at once' {
        $first = Start-TestProcess
        $second = Start-TestProcess
        $seen = @(Watch-ProcFd $first.Id, $second.Id -Interval 0.02 | ForEach-Object {
                $_
                if ($_.Change -eq 'Opened' -and $_.Number -eq 2) { ($_.ProcessId -eq $first.Id ? $first : $second).StandardInput.Close() }
            })
        foreach ($process in $first, $second) {
            ($seen | Where-Object ProcessId -EQ $process.Id | Where-Object Number -EQ 2).Change | Should -Be 'Opened', 'Closed'
            Stop-TestProcess $process
        }
    }

    It 'keeps sampling while the consumer is busy' {
        $turns = (1..3 | ForEach-Object { 'exec 20<b.iso; sleep 1; exec 20<a.iso; sleep 1' }) -join '; '
        $process = Start-Stepped 'exec 20<a.iso; echo', $turns
        $null = $process.StandardOutput.ReadLine()
        $seen = @(Watch-ProcFd $process.Id -Number 20 -Interval 0.02 | ForEach-Object {
                $_
                if (-not $process.HasExited) {
                    $process.StandardInput.WriteLine()
                    $process.WaitForExit()
                }
            })
        $seen.Change | Should -Be 'Opened', 'Retargeted', 'Retargeted', 'Retargeted', 'Retargeted', 'Retargeted', 'Retargeted', 'Closed'
    }

    It 'ends on Ctrl-C, long before the next look' {
        $pipeline = Start-Pipeline "Watch-ProcFd $PID -Interval 3600"
        Wait-Until { $pipeline.Out.Count -gt 2 }
        $pipeline.Shell.Stop()
        $pipeline.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $pipeline.Shell.Dispose()
    }

    It 'is shown as a table, with the percentage as position' {
        $process = Start-Stepped 'exec 20<a.iso 21>>b.iso; echo', 'dd bs=310 count=1 status=none <&20 >/dev/null', ':'
        $null = $process.StandardOutput.ReadLine()
        $seen = @(Watch-ProcFd -Id $process.Id -Number 20, 21 -Interval 0.02 | ForEach-Object { $_; if (($_.Number -eq 21 -and $_.Change -eq 'Opened') -or $_.Change -eq 'Advanced') { $process.StandardInput.WriteLine() } })
        $lines = @(($seen | Select-Object -First 3 | Out-String -Width 160).Trim() -split "`n").TrimEnd()
        $lines | Where-Object Length -GT 160 | Should -BeNullOrEmpty
        $lines[0] -split '\s+' | Should -Be 'Time', 'ProcessId', 'Fd', 'Change', 'Target', 'Position', 'Speed', 'Left'
        $lines[2] | Should -Match "^\d\d:\d\d:\d\d +$($process.Id) +20 Opened +\S+/a.iso +0 %$"
        $lines[3] | Should -Match "^\d\d:\d\d:\d\d +$($process.Id) +21 Opened +\S+/b.iso +0 B$"
        $lines[4] | Should -Match "^\d\d:\d\d:\d\d +$($process.Id) +20 Advanced +\S+/a.iso +31 % +[\d.]+ K?B/s +\d+ (s|min)$"
        $list = $seen[2] | Format-List | Out-String
        foreach ($property in [ProcFs.FdChange].GetProperties().Name) { $list | Should -Match "(?m)^$property\s+:" }
        $process.WaitForExit()
    }
}

Describe 'What Watch-ProcFd cannot watch' {
    It 'is <Id>: <What>' -ForEach @(
        @{ What = 'a process that is not there'; Arguments = @{ Id = 2147483646 }; Id = 'ProcFs.NotFound' }
        @{ What = 'a name that no process has'; Arguments = @{ Name = 'no-such-process-name' }; Id = 'ProcFs.NotFound' }
    ) {
        Watch-ProcFd @Arguments -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }

    It 'is silence for a wildcard that no name matches' {
        Watch-ProcFd -Name 'no-such-process-name*' -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'is a capture, in which nothing changes' {
        $capture = New-Capture "$TestDrive/capture"
        Add-CapturedProcess $capture 42 held @{ 3 = '/dev/null' }
        Watch-ProcFd -Id 42 -Root $capture -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
    }

    It 'is all processes' {
        { Watch-ProcFd -ErrorAction Stop } | Should -Throw '*-Id or -Name*'
    }

    It 'is the interval <_>' -ForEach 0, '0:0:0', -1, 100000, 'often', '2.00:00:00' {
        { Watch-ProcFd -Id $PID -Interval $_ } | Should -Throw '*not a*interval*'
    }

    It 'is an unknown type' {
        { Watch-ProcFd -Id $PID -Type Fil -ErrorAction Stop } | Should -Throw '*not a type of descriptor*'
    }
}
