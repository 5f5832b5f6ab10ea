BeforeAll {
    Import-Module ProcFs
    $child = Start-Process sleep 600 -PassThru -RedirectStandardOutput /dev/null
}

AfterAll {
    Stop-Process -Id $child.Id
}

Describe 'Get-ProcIO' {
    It 'gives every field as the file has it' {
        $io = Get-ProcIO $child.Id
        $fields = @{}
        foreach ($line in [IO.File]::ReadAllLines("/proc/$($child.Id)/io")) { $fields[$line.Split(': ')[0]] = $line.Split(': ')[1] }
        $io.ReadChars, $io.WriteChars, $io.ReadCalls, $io.WriteCalls, $io.ReadBytes, $io.WriteBytes, $io.CancelledWriteBytes |
            Should -Be $fields['rchar', 'wchar', 'syscr', 'syscw', 'read_bytes', 'write_bytes', 'cancelled_write_bytes']
        $io.ProcessName | Should -Be sleep
        $io.StartTime | Should -Be (Get-ProcStat $child.Id).StartTime
    }

    It 'counts written bytes' {
        $before = (Get-ProcIO $PID).WriteChars
        [IO.File]::WriteAllBytes((Join-Path $TestDrive written), [byte[]]::new(1MB))
        (Get-ProcIO $PID).WriteChars - $before | Should -BeGreaterOrEqual 1MB
    }

    It 'takes names, with wildcards, and the pipeline' {
        (Get-ProcIO -Name slee*).ProcessId | Should -Contain $child.Id
        (Get-Process -Id $child.Id | Get-ProcIO).ProcessId | Should -Be $child.Id
    }

    It 'gets every process without parameters, and counts denied ones' {
        $warnings = $null
        (Get-ProcIO -WarningVariable warnings -WarningAction SilentlyContinue).ProcessId | Should -Contain $PID
        @($warnings).Count | Should -BeLessOrEqual 2
    }

    It 'reports a denied process' {
        $io = Get-ProcIO 1 -ErrorAction SilentlyContinue -ErrorVariable failed
        if ($io) { Set-ItResult -Skipped -Because 'this user may read every process' }
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProcFs.AccessDenied,*'
    }

    It 'leaves unreadable properties null, with the reason' {
        $null = New-Item -ItemType Directory TestDrive:/proc/5
        Set-Content TestDrive:/proc/5/io 'rchar: 1', 'wchar: much'
        $io = Get-ProcIO 5 -Root (Join-Path $TestDrive proc) -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
        $io.ReadChars | Should -Be 1
        $io.WriteChars | Should -BeNullOrEmpty
        $io.Unavailable['WriteChars'] | Should -Be 'Malformed'
    }
}
