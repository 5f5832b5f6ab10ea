BeforeAll {
    Import-Module ProcFs
    $child = Start-Process sleep 600 -PassThru -RedirectStandardOutput /dev/null
}

AfterAll {
    Stop-Process -Id $child.Id
}

Describe 'Get-ProcStat' {
    It 'takes ids by position and by the pipeline' {
        (Get-ProcStat $child.Id).ThreadId | Should -Be $child.Id
        (Get-Process -Id $child.Id | Get-ProcStat).ProcessId | Should -Be $child.Id
    }

    It 'takes names, with wildcards' {
        (Get-ProcStat -Name slee*).ProcessId | Should -Contain $child.Id
    }

    It 'gets every process without parameters' {
        $ids = (Get-ProcStat).ProcessId
        $ids | Should -Contain $PID
        $ids | Should -Contain 1
    }

    It 'gives every field as the file has it' {
        $stat = Get-ProcStat $child.Id
        $line = [IO.File]::ReadAllText("/proc/$($child.Id)/stat").TrimEnd("`n")
        $fields = $line.Substring($line.LastIndexOf(')') + 2).Split(' ')
        $ticks = [int](getconf CLK_TCK)
        $page = [int](getconf PAGESIZE)
        "$($stat.State)"[0] | Should -Be $fields[0][0]
        $numbers = [ordered]@{
            4 = 'ParentProcessId'; 5 = 'ProcessGroupId'; 6 = 'SessionId'; 7 = 'TtyNumber'; 8 = 'TtyProcessGroupId'
            10 = 'MinorFaults'; 11 = 'ChildrenMinorFaults'; 12 = 'MajorFaults'; 13 = 'ChildrenMajorFaults'; 18 = 'Priority'; 19 = 'Nice'
            20 = 'Threads'; 22 = 'StartTicks'; 23 = 'VirtualSize'; 31 = 'SignalsPending'; 32 = 'SignalsBlocked'; 33 = 'SignalsIgnored'
            34 = 'SignalsCaught'; 38 = 'ExitSignal'; 40 = 'RealTimePriority'
        }
        foreach ($entry in $numbers.GetEnumerator()) {
            "$($stat.($entry.Value))" | Should -Be $fields[$entry.Key - 3] -Because $entry.Value
        }

        [long]$stat.Flags | Should -Be $fields[6]
        [int]$stat.Policy | Should -Be $fields[38]
        $stat.UserTime.TotalSeconds * $ticks | Should -Be $fields[11]
        $stat.SystemTime.TotalSeconds * $ticks | Should -Be $fields[12]
        $stat.ResidentSize / $page | Should -Be $fields[21]
        $stat.Additional.Count | Should -Be ([Math]::Max($fields.Count - 50, 0))
    }

    It 'agrees with ps' -Tag 'needs ps' -Skip:(-not (Get-Command ps -CommandType Application -ErrorAction Ignore)) {
        $words = (ps -o ppid=, -o pgid=, -o sid=, -o ni=, -o nlwp=, -o vsz=, -o comm= -p $child.Id).Trim() -split '\s+'
        $stat = Get-ProcStat $child.Id
        $stat.ParentProcessId, $stat.ProcessGroupId, $stat.SessionId, $stat.Nice, $stat.Threads, ($stat.VirtualSize / 1KB), $stat.Comm | Should -Be $words
    }

    It 'reports that no process has an id, and continues' {
        $stat = Get-ProcStat 2147483647, $PID -ErrorAction SilentlyContinue -ErrorVariable failed
        $stat.ProcessId | Should -Be $PID
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'reads a capture that has fewer fields' {
        $null = New-Item -ItemType Directory TestDrive:/proc/5
        Set-Content TestDrive:/proc/5/stat ('5 (a) b) S ' + ((1..41) -join ' '))
        $stat = Get-ProcStat 5 -Root (Join-Path $TestDrive proc)
        $stat.Comm | Should -BeExactly 'a) b'
        $stat.ExitCode | Should -BeNullOrEmpty
        $stat.StartTime | Should -BeNullOrEmpty
    }

    It 'gives an error and no object for a file that was cut off: "<_>"' -ForEach '', '100 (short) S 1 100' {
        . "$PSScriptRoot/../Setup/Capture.ps1"
        $cut = New-Capture "$TestDrive/cut$($_.Length)"
        Add-CapturedProcess $cut 100 short
        [IO.File]::WriteAllText("$cut/100/stat", $_)

        Get-ProcStat -Root $cut -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.Malformed,*'
        "$($failed[0])" | Should -BeLike "$cut/100/stat, line 1: *"
    }
}
