BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $folder = (Get-Item $TestDrive).FullName
    [IO.File]::WriteAllBytes("$folder/large.iso", [byte[]]::new(4000000))
    [IO.File]::WriteAllBytes("$folder/small.iso", [byte[]]::new(4000000))

    # Runs the cmdlet in a runspace of its own; the stream of progress is what it shows.
    function Start-Progress([hashtable] $Parameter) {
        $shell = [powershell]::Create()
        # Not one batch: when that is stopped, the engine may still write to streams that are closed.
        $null = $shell.AddCommand('Import-Module').AddArgument('ProcFs').Invoke()
        $shell.Commands.Clear()
        $null = $shell.AddCommand('Show-ProcProgress').AddParameters($Parameter)
        $in = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $in.Complete()
        $out = [System.Management.Automation.PSDataCollection[psobject]]::new()
        [pscustomobject]@{ Shell = $shell; Out = $out; Run = $shell.BeginInvoke($in, $out); Shown = $shell.Streams.Progress }
    }

    function Wait-Until([scriptblock] $Test) {
        for ($i = 0; $i -lt 600 -and -not (& $Test); $i++) { Start-Sleep -Milliseconds 50 }
        & $Test | Should -BeTrue
    }

    # A shell that moves through two files when it is told to, one of them faster.
    function Start-Mover {
        $start = [Diagnostics.ProcessStartInfo]::new('bash', [string[]]('--norc', '-c', @"
cd '$folder'; exec 20<small.iso 21<large.iso; echo ready; read -r _
dd bs=100 count=1 status=none <&20 >/dev/null; dd bs=1240000 count=1 status=none <&21 >/dev/null; read -r _
"@))
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        $null = $process.StandardOutput.ReadLine()
        $process
    }
}

Describe 'Show-ProcProgress' {
    It 'draws the file that moves fastest, and ends its bar with the process' {
        $process = Start-Mover
        $progress = Start-Progress @{ Id = $process.Id; Interval = 0.02 }
        Wait-Until { $progress.Shown.Count -gt 0 }
        $progress.Shown[0].Activity | Should -BeExactly "bash ($($process.Id))"
        $progress.Shown[0].PercentComplete | Should -Be -1
        $process.StandardInput.WriteLine()
        Wait-Until { @($progress.Shown | Where-Object StatusDescription -Like "$folder/large.iso 31 %*").Count -gt 0 }
        $moving = $progress.Shown | Where-Object StatusDescription -Like "$folder/large.iso 31 %*" | Select-Object -First 1
        $moving.StatusDescription | Should -Match '/large\.iso 31 % of 3\.8 MB, [\d.]+ [KM]?B/s$'
        $moving.PercentComplete | Should -Be 31
        $moving.SecondsRemaining | Should -BeGreaterThan 0
        $moving.RecordType | Should -Be 'Processing'
        $process.StandardInput.WriteLine()
        $progress.Shell.EndInvoke($progress.Run)
        $progress.Shown[-1].RecordType | Should -Be 'Completed'
        $progress.Out | Should -BeNullOrEmpty
        $progress.Shell.Streams.Error | Should -BeNullOrEmpty
        $progress.Shell.Dispose()
        Stop-TestProcess $process
    }

    It 'has a bar of its own for each process' {
        $first = Start-Mover
        $second = Start-Mover
        $progress = Start-Progress @{ Id = $first.Id, $second.Id; Interval = 0.02 }
        Wait-Until { @($progress.Shown.ActivityId | Select-Object -Unique).Count -eq 2 }
        Stop-TestProcess $first
        Wait-Until { @($progress.Shown | Where-Object RecordType -EQ 'Completed').Count -eq 1 }
        Stop-TestProcess $second
        $progress.Shell.EndInvoke($progress.Run)
        @($progress.Shown | Where-Object RecordType -EQ 'Completed').ActivityId | Sort-Object | Should -Be 1, 2
        $progress.Shell.Dispose()
    }

    It 'ends on Ctrl-C, long before the next look' {
        $progress = Start-Progress @{ Id = $PID; Interval = 3600 }
        Wait-Until { $progress.Shown.Count -gt 0 }
        $progress.Shell.Stop()
        $progress.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $progress.Shell.Dispose()
    }

    It 'takes processes by name and from the pipeline' {
        $process = Start-TestProcess 'printf procfs-progress > /proc/self/comm'
        $progress = Start-Progress @{ Name = 'procfs-progress'; Interval = 0.02 }
        Wait-Until { $progress.Shown.Count -gt 0 }
        $progress.Shown[0].Activity | Should -BeExactly "procfs-progress ($($process.Id))"
        Stop-TestProcess $process
        $progress.Shell.EndInvoke($progress.Run)
        $progress.Shell.Dispose()
    }

    It 'reports missing items' {
        Show-ProcProgress -Id 2147483646 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Show-ProcProgress -Name no-such-process-name -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        { Show-ProcProgress -ErrorAction Stop } | Should -Throw '*-Id or -Name*'
    }
}

Describe 'What the bars say' {
    It '<Seconds> seconds are <Shown>' -ForEach @(
        @{ Seconds = 0.2; Shown = '1 s' }, @{ Seconds = 1.4; Shown = '2 s' }, @{ Seconds = 99; Shown = '99 s' }, @{ Seconds = 130; Shown = '2 min' }
        @{ Seconds = 7200; Shown = '2 h' }, @{ Seconds = 864000; Shown = '10 d' }, @{ Seconds = $null; Shown = '' }
    ) {
        [ProcFs.Views.Display]::Left($null -eq $Seconds ? $null : [timespan]::FromSeconds($Seconds)) | Should -BeExactly $Shown
    }

    It 'a position is a percentage if it is known, and 100 % only at the end' {
        [ProcFs.Views.Display]::Position(5, 99.99) | Should -BeExactly '99 %'
        [ProcFs.Views.Display]::Position(5, 100) | Should -BeExactly '100 %'
        [ProcFs.Views.Display]::Position(5, $null) | Should -BeExactly '5 B'
        [ProcFs.Views.Display]::Position($null, $null) | Should -BeExactly ''
        [ProcFs.Views.Display]::Speed(432013312) | Should -BeExactly '412 MB/s'
    }
}
