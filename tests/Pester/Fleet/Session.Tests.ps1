BeforeDiscovery {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    $obstacle = Get-SshdObstacle
    if ($obstacle) { Write-Warning "The tests of other machines are skipped: $obstacle." }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Sshd.ps1"
    Import-Module ProcFs
    $path = $env:PATH
    if (-not (Get-SshdObstacle)) {
        $client = New-SshClient "$TestDrive/ssh"
        # Each machine has a home of its own.
        $one, $two = foreach ($name in 'one', 'two') {
            $null = New-Item -ItemType Directory "$TestDrive/home-$name"
            Start-Sshd $client $name -Environment "HOME=$TestDrive/home-$name", 'XDG_CACHE_HOME='
        }
        $cache = '.cache/procfs-module'
    }
}

AfterAll {
    Get-PSSession | Remove-PSSession
    foreach ($server in $one, $two) { if ($server) { Stop-Sshd $server } }
    $env:PATH = $path
}

Describe 'The parameters for other machines' {
    It 'are those of every cmdlet that reads, and of no other' {
        foreach ($command in Get-Command -Module ProcFs -CommandType Cmdlet) {
            $command.Parameters.ContainsKey('Session') | Should -Be ($command.Verb -in 'Get', 'Measure', 'Watch') -Because $command
        }
    }

    It 'are completed' {
        (TabExpansion2 'Get-ProcFd -HostN').CompletionMatches.CompletionText | Should -Contain '-HostName'
        (TabExpansion2 'Get-KernelLoad -Sess').CompletionMatches.CompletionText | Should -Contain '-Session'
    }

    It 'refuse the host <_>' -ForEach '-oProxyCommand=x', 'a@-b', '', 'a b', 'a:0', 'a:70000', "a`nb" {
        { Get-KernelLoad -HostName $_ } | Should -Throw
    }
}

Describe 'A cmdlet for other machines' -Tag 'needs sshd and ssh' -Skip:([bool] $obstacle) {
    It 'brings the module once, and has the same rows with the name of the machine' {
        $rows = @(Get-ProcStatus -Id $PID -HostName $one.Address, $two.Address)
        $rows.PSComputerName | Sort-Object | Should -Be ($one.Address, $two.Address | Sort-Object)
        $rows.ProcessId | Should -Be $PID, $PID
        $rows[0].PSTypeNames[0] | Should -Be 'Deserialized.ProcFs.ProcessStatus'
        $rows[0].UserIds | Should -Be (Get-ProcStatus -Id $PID).UserIds
        foreach ($name in 'one', 'two') {
            $folder = Get-ChildItem "$TestDrive/home-$name/$cache"
            $folder.Count | Should -Be 1
            $folder.UnixMode | Should -Be 'drwx------'
            (Get-Item "$folder/ProcFs.Core.dll").Length | Should -Be (Get-Item "$((Get-Module ProcFs).ModuleBase)/ProcFs.Core.dll").Length
        }
    }

    It 'shows the tables it shows here' {
        $session = New-PSSession -HostName 127.0.0.1 -Port $one.Port
        $here = (Get-ProcFd -Id $PID -Number 0, 1 | Out-String -Width 120).Trim() -split '\r?\n' | Select-Object -First 1
        (Get-ProcFd -Id $PID -Number 0, 1 -Session $session | Out-String -Width 120) | Should -BeLike "*$($here.Trim())*"
        Remove-PSSession $session
    }

    It 'sends the filters and the input of the pipeline' {
        $session = New-PSSession -HostName 127.0.0.1 -Port $one.Port
        @(Get-ProcFd -Id $PID -Number 2 -Session $session).Number | Should -Be 2
        @($PID, $one.Process.Id | Get-ProcLimit -Resource NOFILE -Session $session).ProcessId | Should -Be $PID, $one.Process.Id
        (Get-Process -Id $PID | Get-ProcStat -Session $session).ProcessId | Should -Be $PID
        @(Get-KernelParameter kernel.ostype, vm.swappiness -Session $session).Name | Should -Be 'kernel.ostype', 'vm.swappiness'
        @(@() | Get-ProcFd -Session $session).Count | Should -Be 0
        @(Get-ProcSocket -State Listen -LocalPort $one.Port -Session $session).Count | Should -BeGreaterThan 0
        @(Measure-KernelUsage -Interval 0.05 -Session $session).Count | Should -BeGreaterThan 0
        Remove-PSSession $session
    }

    It 'sends the rows as they come, and ends with the pipeline' {
        $session = New-PSSession -HostName 127.0.0.1 -Port $one.Port
        $watch = [Diagnostics.Stopwatch]::StartNew()
        @(Measure-KernelUsage -Interval 0.1 -Count 0 -Session $session | Select-Object -First 1).Count | Should -Be 1
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
        (Get-KernelLoad -Session $session).Cpus | Should -Be (Get-KernelLoad).Cpus
        (Get-KernelNetStatistic TcpInSegs -Session $session).Name | Should -BeExactly 'TcpInSegs'
        Remove-PSSession $session
    }

    It 'has the errors and warnings of the machine, with its name' {
        $session = New-PSSession -HostName 127.0.0.1 -Port $one.Port
        $rows = @(Get-ProcStatus -Id 4194305, $PID -Session $session -ErrorVariable failed -ErrorAction SilentlyContinue)
        $rows.ProcessId | Should -Be $PID
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound*'
        "$($failed[0])" | Should -BeLike '127.0.0.1: No process has the id 4194305*'
        Get-ProcFd -CountOnly -Number 3 -Session $session -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.ValueRejected*'
        { Get-KernelLoad -Session $session -HostName a } | Should -Throw '*cannot be combined*'
        Remove-PSSession $session
    }

    It 'removes what it brought with -Clean, and goes on working' {
        $session = New-PSSession -HostName 127.0.0.1 -Port $two.Port
        Get-KernelLoad -Session $session -Clean | Should -Not -BeNullOrEmpty
        "$TestDrive/home-two/$cache" | Should -Not -Exist
        Get-KernelLoad -Session $session | Should -Not -BeNullOrEmpty
        "$TestDrive/home-two/$cache" | Should -Not -Exist
        Remove-PSSession $session
    }

    It 'brings it anew where its files were changed' {
        $null = Get-KernelLoad -HostName $one.Address
        $file = "$(Get-ChildItem "$TestDrive/home-one/$cache")/ProcFs.psd1"
        Add-Content $file '# changed'
        Get-KernelLoad -HostName $one.Address | Should -Not -BeNullOrEmpty
        Get-Content -Raw $file | Should -Not -BeLike '*# changed*'
    }
}
