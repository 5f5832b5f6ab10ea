BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Conversation.ps1"
    . "$PSScriptRoot/../Setup/OwnDescriptor.ps1"
    . "$PSScriptRoot/../Setup/Native.ps1"
    Import-Module ProcFs
    Set-Location /
    $folder = (Get-Item $TestDrive).FullName
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'Restore-ProcFile of a file that is still written to' {
    It 'copies the length at the start' {
        $writer = Start-Writer 'exec 20>growing; printf 0123456789 >&20; rm growing'
        try {
            # The file grows between the moment it was seen and the copying.
            $restored = Get-ProcFd -Id $writer.Id -Number 20 | Restore-ProcFile -Destination "$folder/start"
            Send-Line $writer 'printf more >&20'
            $later = Get-ProcFd -Id $writer.Id -Number 20 | Restore-ProcFile -Destination "$folder/start"
        }
        finally { Stop-TestProcess $writer }
        $restored.Length, $restored.SourceLength, $restored.IsWhole | Should -Be 10, 10, $true
        [IO.File]::ReadAllText($restored.To) | Should -Be '0123456789'
        $later.To | Should -Be "$folder/start/growing.1"
        [IO.File]::ReadAllText($later.To) | Should -Be '0123456789more'
    }

    It 'with -Follow waits until the process closes it, and brings back all of it' {
        $writer = Start-Writer 'exec 20>followed; printf first >&20; rm followed'
        $following = Start-Pipeline "Restore-ProcFile -Id $($writer.Id) -Number 20 -Destination '$folder/follow' -Follow"
        try {
            # What the pipeline holds open itself tells that it is waiting.
            Wait-HeldHere "$folder/followed"
            Send-Line $writer 'printf second >&20'
            Test-Path "$folder/follow" | Should -BeFalse
            Send-Line $writer 'printf third >&20; exec 20>&-'
            $restored = $following.Shell.EndInvoke($following.Run)
        }
        finally {
            Stop-TestProcess $writer
            $following.Shell.Dispose()
        }
        $restored.Length, $restored.SourceLength, $restored.IsWhole | Should -Be 16, 16, $true
        [IO.File]::ReadAllText("$folder/follow/followed") | Should -Be 'firstsecondthird'
    }

    It 'with -Follow also restores it if the process ends' {
        $writer = Start-Writer 'exec 20>ended; printf first >&20; rm ended'
        $following = Start-Pipeline "Restore-ProcFile -Id $($writer.Id) -Number 20 -Destination '$folder/end' -Follow"
        try {
            Wait-HeldHere "$folder/ended"
            $writer.StandardInput.WriteLine('printf last >&20; exit')
            $restored = $following.Shell.EndInvoke($following.Run)
        }
        finally {
            Stop-TestProcess $writer
            $following.Shell.Dispose()
        }
        $restored.ProcessName | Should -Be bash
        [IO.File]::ReadAllText("$folder/end/ended") | Should -Be 'firstlast'
    }

    It 'with -Follow leaves nothing behind if it is stopped' {
        $writer = Start-Writer 'exec 20>stopped; printf first >&20; rm stopped'
        $following = Start-Pipeline "Restore-ProcFile -Id $($writer.Id) -Number 20 -Destination '$folder/stop' -Follow"
        try {
            Wait-HeldHere "$folder/stopped"
            $following.Shell.Stop()
            Test-Path "$folder/stop" | Should -BeFalse
            Test-HeldHere "$folder/stopped" | Should -BeFalse
        }
        finally {
            Stop-TestProcess $writer
            $following.Shell.Dispose()
        }
    }
}

Describe 'Restore-ProcFile that is stopped while it copies' {
    It 'leaves nothing behind' {
        $holder = Start-TestProcess "cd '$folder'; head -c 400000000 /dev/zero | tr '\0' x > large; exec 20<large; rm large"
        $copying = Start-Pipeline "Restore-ProcFile -Id $($holder.Id) -Number 20 -Destination '$folder/large-out/deep'"
        try {
            while (-not $copying.Run.IsCompleted -and -not (Get-ChildItem "$folder/large-out/deep" -Force -ErrorAction Ignore)) { Start-Sleep -Milliseconds 1 }
            $copying.Shell.Stop()
            if (Test-Path "$folder/large-out/deep/large") {
                Set-ItResult -Skipped -Because 'the disk was faster than the stop'
            }
            else { Test-Path "$folder/large-out" | Should -BeFalse }
        }
        finally {
            Stop-TestProcess $holder
            $copying.Shell.Dispose()
            Remove-Item -Recurse -Force "$folder/large-out" -ErrorAction Ignore
        }
    }
}

Describe 'Restore-ProcFile, for mappings and executables' {
    It 'brings back a program that runs and was replaced' {
        Copy-Item -LiteralPath (Get-Command sleep -CommandType Application)[0].Source "$folder/tool"
        $sum = (Get-FileHash "$folder/tool").Hash
        $running = [Diagnostics.Process]::Start("$folder/tool", '600')
        try {
            while ((Get-Content -LiteralPath "/proc/$($running.Id)/comm") -ne 'tool') { Start-Sleep -Milliseconds 10 }
            Set-Content "$folder/new" 'another program'
            Move-Item -Force "$folder/new" "$folder/tool"
            $restored = Restore-ProcFile -Id $running.Id -Executable -Destination "$folder/program"
            $piped = Get-Process -Id $running.Id | Restore-ProcFile -Executable -Destination "$folder/program"
        }
        finally {
            $running.Kill()
            $running.WaitForExit()
        }
        $restored.From, $restored.To | Should -Be "$folder/tool", "$folder/program/tool"
        $restored.Number | Should -BeNullOrEmpty
        (Get-FileHash $restored.To).Hash | Should -Be $sum
        $piped.To | Should -Be "$folder/program/tool.1"
    }

    It 'brings back a deleted file that is mapped, with no descriptor open on it' -Tag 'needs root' -Skip:(-not $isRoot) {
        [IO.File]::WriteAllText("$folder/mapped", 'x' * 10000)
        $address = Add-Mapping "$folder/mapped"
        try {
            Remove-Item "$folder/mapped"
            Test-HeldHere "$folder/mapped" | Should -BeFalse
            $restored = Get-ProcMap -Id $PID -Path "$folder/mapped" | Where-Object IsDeleted | Restore-ProcFile -Destination "$folder/maps"
        }
        finally { $null = [ProcFsTest.Native]::munmap($address, 10000) }
        $restored.To | Should -Be "$folder/maps/mapped"
        [IO.File]::ReadAllText($restored.To) | Should -Be ('x' * 10000)
    }

    It 'copies nothing if the name leads to another file that is not deleted' {
        $writer = Start-Writer 'printf old > again; exec 20<again; rm again'
        try {
            $listed = Get-ProcFd -Id $writer.Id -Number 20
            Send-Line $writer 'printf new > again; exec 20<again'
            $listed | Restore-ProcFile -Destination "$folder/again-out" -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        }
        finally { Stop-TestProcess $writer }
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Test-Path "$folder/again-out" | Should -BeFalse
    }

    It 'is restored to the current folder by default' {
        $holder = Start-TestProcess "cd '$folder'; echo x > here; exec 20<here; rm here"
        $null = New-Item -ItemType Directory "$folder/current"
        Push-Location "$folder/current"
        try { $restored = Restore-ProcFile $holder.Id -Number 20 }
        finally {
            Pop-Location
            Stop-TestProcess $holder
        }
        $restored.To | Should -Be "$folder/current/here"
    }
}
