BeforeAll {
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
}

Describe 'Get-ProcFd -Root' {
    BeforeAll {
        $capture = New-Capture "$TestDrive/capture"
        Add-CapturedProcess $capture 4242 'server' (@{ 11 = 'socket:[1]'; 2 = '/var/log/server.log'; 1 = '/dev/null'; 10 = '/tmp/x (deleted)'; 3 = 'anon_inode:[eventpoll]' })
        Add-CapturedProcess $capture 4300 'client' @{ 0 = '/dev/pts/3' }
        $null = New-PSDrive Then -PSProvider ProcFs -Root $capture -Scope Global
    }

    AfterAll {
        Remove-PSDrive Then
    }

    It 'reads a folder' {
        $found = Get-ProcFd -Root $capture
        $found.Count | Should -Be 6
        $found.ProcessName | Sort-Object -Unique | Should -Be 'client', 'server'
    }

    It 'reads a folder by its relative path' {
        Push-Location $TestDrive
        try { (Get-ProcFd 4300 -Root ./capture).Target | Should -Be '/dev/pts/3' }
        finally { Pop-Location }
    }

    It 'reads a drive by its name, <_>' -ForEach 'Then', 'then:', 'Then:/' {
        (Get-ProcFd 4300 -Root $_).Target | Should -Be '/dev/pts/3'
    }

    It 'returns numbers in ascending order, whatever the order on disk' {
        (Get-ProcFd 4242 -Root $capture).Number | Should -Be 1, 2, 3, 10, 11
    }

    It 'knows types by the text of a link' {
        "$((Get-ProcFd 4242 -Root $capture | Sort-Object Number).Type)" | Should -Be 'Device File EventPoll File Socket'
        (Get-ProcFd -Root $capture -Deleted).Target | Should -Be '/tmp/x'
    }

    It 'names a folder that is not there' {
        { Get-ProcFd -Root "$TestDrive/nowhere" } | Should -Throw '*nowhere*' -ErrorId 'ProcFs.NotFound,*'
    }

    It 'refuses the path of another provider' {
        { Get-ProcFd -Root Env: } | Should -Throw 'Env: is not a file system folder.' -ErrorId 'ProcFs.NotFound,*'
    }
}

Describe 'Get-ProcFd, as a stream' {
    BeforeAll {
        $capture = New-Capture "$TestDrive/stream"
        10..60 | ForEach-Object { Add-CapturedProcess $capture $_ "of $_" @{ 0 = '/dev/null' } }
    }

    It 'gives the first descriptor before the last is read, and Select-Object -First ends the reading' {
        (Get-ProcFd -Root $capture | Select-Object -First 1).ProcessId | Should -Be 10
    }

    It 'ends at once on Ctrl-C' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($root) Import-Module ProcFs; Get-ProcFd -Root $root | ForEach-Object { $_; Start-Sleep -Milliseconds 200 }').AddArgument($capture)
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        $deadline = [DateTime]::UtcNow.AddSeconds(30)
        while ($output.Count -eq 0 -and [DateTime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 20 }
        $output.Count | Should -BeGreaterThan 0

        $stopping = $shell.BeginStop($null, $null)
        $stopping.AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $running.IsCompleted | Should -BeTrue
        $output.Count | Should -BeLessThan 50
        $shell.Dispose()
    }
}
