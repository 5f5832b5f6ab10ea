BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/OwnDescriptor.ps1"
    Import-Module ProcFs
    Set-Location /
    $folder = (Get-Item $TestDrive).FullName

    # A process that has ended takes no more.
    function Send-Word([Diagnostics.Process] $Process, [switch] $Last) {
        try {
            $Last ? $Process.StandardInput.Close() : $Process.StandardInput.WriteLine()
        }
        catch [IO.IOException] { Write-Debug "$_" }
    }

    # Follows what a process writes: it does the next of its lines each time one of its words has come.
    function Read-Followed([string] $Script, [scriptblock] $Read) {
        $start = [Diagnostics.ProcessStartInfo]::new('bash')
        '--norc', '-c', "cd '$folder'; next() { read -r _; }; $Script" | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardInput = $true
        $process = [Diagnostics.Process]::Start($start)
        $seen = [System.Collections.Generic.List[string]]::new()
        try {
            while (-not (Get-ProcFd -Id $process.Id -Number 20 -ErrorAction Ignore)) { Start-Sleep -Milliseconds 20 }
            & $Read $process.Id | ForEach-Object {
                $seen.Add($_)
                Send-Word $process
            }
        }
        finally {
            Send-Word $process -Last
            $process.WaitForExit()
        }
        $seen
    }
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'Following with <Name>' -ForEach @(
    @{ Name = 'Read-ProcFd -Wait'; Read = { Read-ProcFd -Id $args[0] -Number 20 -Wait } }
    @{ Name = 'Get-Content Proc:/<pid>/fd/20 -Wait'; Read = { Get-Content "Proc:/$($args[0])/fd/20" -Wait } }
) {
    It 'continues after the file was renamed, and another has its name' {
        Read-Followed 'exec 20>>renamed; echo one >&20; next; mv renamed old; echo other > renamed; echo two >&20; next' $Read |
            Should -Be 'one', 'two'
    }

    It 'continues after the file was deleted' {
        Read-Followed 'exec 20>>deleted; echo one >&20; next; rm deleted; echo two >&20; next' $Read | Should -Be 'one', 'two'
    }

    It 'starts over if the file was truncated' {
        Read-Followed 'exec 20>>cut; echo a longer first line >&20; next; : > cut; echo two >&20; next' $Read | Should -Be 'a longer first line', 'two'
    }

    It 'ends when the process closes the descriptor' {
        Read-Followed 'exec 20>>closed; echo one >&20; next; echo two >&20; exec 20>&-; read -r -t 60 _; read -r -t 60 _' $Read | Should -Be 'one', 'two'
    }

    It 'ends when the number leads to another file' {
        Read-Followed 'exec 20>>moved; echo one >&20; next; exec 20>>elsewhere; echo two >&20; read -r -t 60 _' $Read | Should -Be 'one'
    }

    It 'gives a last line without an end when the process ends' {
        Read-Followed 'exec 20>>unended; echo one >&20; next; printf two >&20' $Read | Should -Be 'one', 'two'
    }
}

Describe 'Read-ProcFd -Tail -Wait' {
    It 'begins with the last lines, and goes on' {
        Read-Followed 'seq 1 9 > tailed; exec 20>>tailed; next; next; echo ten >&20; next' { Read-ProcFd -Id $args[0] -Number 20 -Tail 2 -Wait } |
            Should -Be '8', '9', 'ten'
    }

    It 'ends at once when it is stopped' {
        $holder = Start-TestProcess "cd '$folder'; echo one > still; exec 20<still"
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule((Get-Module ProcFs).Path)
        $shell = [powershell]::Create($state).AddScript("Read-ProcFd -Id $($holder.Id) -Number 20 -Wait")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        try {
            $run = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
            while ($output.Count -eq 0 -and -not $run.IsCompleted) { Start-Sleep -Milliseconds 10 }
            $run.IsCompleted | Should -BeFalse
            $shell.Stop()
            $output | Should -Be 'one'
            Test-HeldHere "$folder/still" | Should -BeFalse
        }
        finally {
            $shell.Dispose()
            Stop-TestProcess $holder
        }
    }
}
