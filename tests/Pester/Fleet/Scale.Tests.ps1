# A hundred hosts, simulated: an ssh of the test's own runs what it is sent here, and the command that is sent answers from the capture of the host.

BeforeDiscovery {
    $command = Join-Path $PSScriptRoot ../../../out/build/bin/ProcFs.Cli/release/procfs.dll
    $obstacle = (Test-Path $command) ? '' : 'the command procfs has not been built'
}

BeforeAll {
    Import-Module ProcFs
    $path = $env:PATH
    $hosts = 1..100 | ForEach-Object { "host$_" }
    $descriptors = 500
    if (Test-Path "$PSScriptRoot/../../../out/build/bin/ProcFs.Cli/release/procfs.dll") {
        $built = (Resolve-Path "$PSScriptRoot/../../../out/build/bin/ProcFs.Cli/release/procfs.dll").Path
        $bin = (New-Item -ItemType Directory "$TestDrive/bin").FullName

        # One capture as procfs reads it; those of the hosts differ in the name of their process.
        $capture = "$TestDrive/capture"
        $null = New-Item -ItemType Directory "$capture/100/fd"
        Set-Content "$capture/100/comm" 'HOST'
        Set-Content "$capture/100/stat" ('100 (HOST) S 1 100 100 0 -1 0 10 0 0 0 1 1 0 0 20 0 1 0 1000 8192000 500' + (' 0' * 28))
        1..$descriptors | ForEach-Object { ln -s "/srv/file$_" "$capture/100/fd/$_" }
        dotnet $built fd --jsonl --root $capture | Set-Content "$TestDrive/rows"
        foreach ($name in $hosts) {
            (Get-Content -Raw "$TestDrive/rows").Replace('HOST', $name) | Set-Content "$TestDrive/$name" -NoNewline
        }
        Set-Content "$bin/ssh" "#!/bin/sh`nfor word; do host=`$last; last=`$word; done`nHOST_ROWS='$TestDrive/'`$host`nexport HOST_ROWS`nexec sh -c `"`$last`""
        Set-Content "$bin/procfs" "#!/bin/sh`nexec cat `"`$HOST_ROWS`""
        chmod 755 "$bin/ssh" "$bin/procfs"
        $env:PATH = "${bin}:$env:PATH"
    }
}

AfterAll { $env:PATH = $path }

Describe 'A hundred hosts' -Tag 'needs the built command procfs' -Skip:([bool] $obstacle) {
    It 'send the first row within a second' {
        Get-ProcFd -HostName host1, host2 -Agentless | Out-Null
        # Another program may take the processors for a while; the best of some attempts counts.
        $times = foreach ($attempt in 1..5) {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Get-ProcFd -HostName $hosts -Agentless | ForEach-Object { $watch.Stop(); $_ } | Select-Object -First 1 | Should -Not -BeNullOrEmpty
            $watch.Elapsed.TotalSeconds
            if ($watch.Elapsed.TotalSeconds -lt 0.9) { break }
        }
        $best = ($times | Measure-Object -Minimum).Minimum
        Write-Host ('The first row of {0} hosts came after {1:f2} s.' -f $hosts.Count, $best)
        $best | Should -BeLessThan 1
    }

    It 'send all their rows, and memory stays flat' {
        # What is compiled once is compiled before.
        Get-ProcFd -HostName host1, host2 -Agentless | Out-Null
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $count = 0
        $half = $null
        $seen = [Collections.Generic.Dictionary[string, int]]::new()
        $wrong = 0
        Get-ProcFd -HostName $hosts -Agentless | ForEach-Object {
            $count++
            $seen[$_.PSComputerName]++
            if ($_.ProcessName -ne $_.PSComputerName) { $wrong++ }
            if ($count -eq 10000) { $half = [GC]::GetTotalMemory($true) }
        }
        $grown = [GC]::GetTotalMemory($true) - $half
        $rate = $count / $watch.Elapsed.TotalSeconds
        Write-Host ('{0} rows of {1} hosts: {2:n0} rows/s, {3:f1} MB more at the end.' -f $count, $seen.Count, $rate, ($grown / 1MB))
        $count | Should -Be ($hosts.Count * $descriptors)
        $seen.Count | Should -Be $hosts.Count
        $wrong | Should -Be 0
        $rate | Should -BeGreaterThan 1000
        $grown | Should -BeLessThan 16MB
    }

    It 'fail one by one, and the others finish' {
        Remove-Item "$TestDrive/host7", "$TestDrive/host70"
        $rows = @(Get-ProcFd -HostName $hosts -Agentless -ErrorVariable failed -ErrorAction SilentlyContinue)
        $rows.Count | Should -Be (98 * $descriptors)
        ($failed | ForEach-Object { "$_" -replace ':.*' } | Sort-Object) -join ' ' | Should -Be 'host7 host70'
    }
}
