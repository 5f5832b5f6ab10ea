BeforeDiscovery {
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
    $hasLsof = [bool](Get-Command lsof -CommandType Application -ErrorAction Ignore)
}

Describe 'Get-ProcFd -Detailed, peers' -Tag 'needs python3' -Skip:(-not $hasPython) {
    BeforeAll {
        . "$PSScriptRoot/../Setup/TestProcess.ps1"
        Import-Module ProcFs
        $WarningPreference = 'SilentlyContinue'
        $folder = (Get-Item $TestDrive).FullName
        Set-Content "$folder/peers.py" @'
import os, pty, socket, sys
def at(number, one):
    os.dup2(one, number)
    os.close(one)
one, other = socket.socketpair()
at(20, one.detach()); at(21, other.detach())
reading, writing = os.pipe()
at(22, reading); at(23, writing)
at(24, os.eventfd(3))
master, slave = pty.openpty()
at(25, master); at(26, slave)
listener = socket.socket()
listener.bind(('127.0.0.1', 0)); listener.listen()
at(27, listener.detach())
os.mkfifo('named')
at(28, os.open('named', os.O_RDWR))
at(29, os.eventfd(0))
workers = []
for index in range(5):
    worker = os.fork()
    if worker == 0:
        # Each worker has every second descriptor of the ends, and the listener.
        os.close(20 if index % 2 else 21)
        os.close(22 if index % 2 else 23)
        os.close(26); os.close(29)
        if index == 4:
            at(40, os.open('named', os.O_WRONLY))
        os.read(0, 1)
        os._exit(0)
    workers.append(worker)
open('workers', 'w').write(' '.join(str(worker) for worker in workers))
open('parent', 'w').write(str(os.getpid()))
print('started', flush=True)
for worker in workers:
    os.waitpid(worker, 0)
'@
        $starter = Start-TestProcess "cd '$folder'
            exec 9<&0
            exec 8< <(exec python3 peers.py <&9)
            read -r _ <&8"
        $workers = [int[]]((Get-Content "$folder/workers") -split ' ')
        $parent = [int](Get-Content "$folder/parent")
        for ($try = 0; $try -lt 200 -and -not (Get-ProcFd $workers[4] | Where-Object Number -EQ 40); $try++) { Start-Sleep -Milliseconds 20 }
        $found = @{}
        Get-ProcFd $parent -Detailed | ForEach-Object { $found[$_.Number] = $_ }

        function Format-Peer([int] $Number, [bool] $IsOtherEnd) {
            ($found[$Number].Peers | Where-Object IsOtherEnd -EQ $IsOtherEnd | ForEach-Object {
                "$($_.ProcessId -eq $parent ? 'parent' : $workers.IndexOf($_.ProcessId)):$($_.Number)"
            } | Sort-Object) -join ' '
        }
    }

    AfterAll {
        Stop-TestProcess $starter
    }

    It 'shows all five workers that share a listening socket' {
        $found[27].Peers.ProcessId | Sort-Object | Should -Be ($workers | Sort-Object)
        Format-Peer 27 $false | Should -Be '0:27 1:27 2:27 3:27 4:27'
        $found[27].Peers[0].ToString() | Should -Match '^\d+:27 python3$'
    }

    It 'knows both ends of a Unix socket pair' {
        Format-Peer 20 $true | Should -Be '1:21 3:21 parent:21'
        Format-Peer 20 $false | Should -Be '0:20 2:20 4:20'
        Format-Peer 21 $true | Should -Be '0:20 2:20 4:20 parent:20'
    }

    It 'knows both ends of a pipe, by access' {
        Format-Peer 22 $true | Should -Be '1:23 3:23 parent:23'
        Format-Peer 22 $false | Should -Be '0:22 2:22 4:22'
        Format-Peer 23 $true | Should -Be '0:22 2:22 4:22 parent:22'
    }

    It 'distinguishes eventfds by their id' {
        Format-Peer 24 $false | Should -Be '0:24 1:24 2:24 3:24 4:24'
        $found[29].Peers | Should -BeNullOrEmpty
        $found[29].Type | Should -Be 'EventFd'
    }

    It 'knows the other side of a pseudoterminal' {
        Format-Peer 25 $true | Should -Be 'parent:26'
        Format-Peer 25 $false | Should -Be '0:25 1:25 2:25 3:25 4:25'
        Format-Peer 26 $true | Should -Be '0:25 1:25 2:25 3:25 4:25 parent:25'
        Format-Peer 26 $false | Should -Be ''
    }

    It 'knows who else has a named pipe open' {
        Format-Peer 28 $true | Should -Be '0:28 1:28 2:28 3:28 4:28 4:40'
        ($found[28].Peers | Where-Object Number -EQ 40).Access | Should -Be 'Write'
    }

    It 'has the ends in the summary, and none for files' {
        $found[22].Summary | Should -Match '^-> \d+/python3 \+2$'
        $found[27].Summary | Should -Match '^shared with \d+/python3 \+4$'
        $found[24].Summary | Should -Match '^count 3 shared with '
        (Get-ProcFd $parent -Detailed | Where-Object Type -EQ File).Peers | Should -BeNullOrEmpty
    }

    It 'agrees with lsof +E about the ends of <number>' -ForEach @{ number = 20 }, @{ number = 22 }, @{ number = 23 } -Tag 'needs lsof' -Skip:(-not $hasLsof) {
        $line = lsof -w -n -P -p $parent +E 2>$null | Where-Object { ($_ -split '\s+')[1] -eq $parent -and ($_ -split '\s+')[3] -match "^$number\D" }
        $theirs = [regex]::Matches($line, '\b(\d+),python3,(\d+)[rwu]') | ForEach-Object { "$($_.Groups[1].Value):$($_.Groups[2].Value)" } | Sort-Object -Unique
        $ours = $found[$number].Peers | ForEach-Object { "$($_.ProcessId):$($_.Number)" }
        $theirs.Count | Should -BeGreaterThan 2
        $theirs | Where-Object { $_ -ne "${parent}:$number" } | ForEach-Object { $_ | Should -BeIn $ours }
        ($found[$number].Peers | Where-Object IsOtherEnd | ForEach-Object { "$($_.ProcessId):$($_.Number)" }) | ForEach-Object { $_ | Should -BeIn $theirs }
    }
}
