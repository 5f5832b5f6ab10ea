BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Conversation.ps1"
    Import-Module ProcFs
    Set-Location /
    $folder = (Get-Item $TestDrive).FullName

    # What reads the file behind a descriptor, each in its own words.
    $ways = [ordered]@{
        'Read-ProcFd'          = { param($Id, $Number) Read-ProcFd -Id $Id -Number $Number }
        'Read-ProcFd -Tail'    = { param($Id, $Number) Read-ProcFd -Id $Id -Number $Number -Tail 1 -Wait }
        'Get-Content'          = { param($Id, $Number) Get-Content "Proc:/$Id/fd/$Number" }
        'Restore-ProcFile'     = { param($Id, $Number) Restore-ProcFile -Id $Id -Number $Number -Destination "$folder/out" }
        'Get-ProcFd | Read'    = { param($Id, $Number) Get-ProcFd -Id $Id -Number $Number | Read-ProcFd }
        'Get-ProcFd | Restore' = { param($Id, $Number) Get-ProcFd -Id $Id -Number $Number | Restore-ProcFile -Destination "$folder/out" }
    }
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'What reads the file behind a descriptor' {
    It 'refuses <What>, which has the mode of a regular file' -ForEach @(
        @{ What = 'procfs: mem'; Path = '/proc/self/mem'; FileSystem = 'proc' }
        @{ What = 'procfs: pagemap'; Path = '/proc/self/pagemap'; FileSystem = 'proc' }
        @{ What = 'procfs: kmsg'; Path = '/proc/kmsg'; FileSystem = 'proc' }
        @{ What = 'sysfs'; Path = '/sys/kernel/uevent_seqnum'; FileSystem = 'sysfs' }
        @{ What = 'a namespace'; Path = '/proc/self/ns/net'; FileSystem = 'nsfs' }
    ) {
        if (-not (Test-Path -LiteralPath $Path) -or ($Path -eq '/proc/kmsg' -and (id -u) -ne '0')) {
            Set-ItResult -Skipped -Because "$Path cannot be opened here"
            return
        }

        $holder = Start-TestProcess "exec 20<'$Path'"
        try {
            foreach ($way in $ways.Keys) {
                & $ways[$way] $holder.Id 20 -ErrorAction SilentlyContinue -ErrorVariable failed 2>$null | Should -BeNullOrEmpty -Because $way
                $Error[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*' -Because $way
                "$($Error[0])" | Should -BeLike "/proc/$($holder.Id)/fd/20: it is *open on a*" -Because $way
                if ($FileSystem -in 'proc', 'sysfs') { "$($Error[0])" | Should -BeLike "*a kernel file ($FileSystem)*" -Because $way }
            }
        }
        finally { Stop-TestProcess $holder }
        Test-Path "$folder/out" | Should -BeFalse
    }

    It 'neither hangs nor takes the pipe for the file, however fast the process swaps them' -Tag 'needs python3' -Skip:(-not $hasPython) {
        $start = [Diagnostics.ProcessStartInfo]::new('python3')
        "$PSScriptRoot/../Setup/swap.py", $folder | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $swapper = [Diagnostics.Process]::Start($start)
        $id = [int]$swapper.StandardOutput.ReadLine()
        $reading = Start-Pipeline @"
`$seen = for (`$i = 0; `$i -lt 300; `$i++) {
    try { (Read-ProcFd -Id $id -Number 20 -ErrorAction Stop) -join '|' } catch { `$_.FullyQualifiedErrorId -replace ',.*' }
    try { (Get-Content Proc:/$id/fd/20 -ErrorAction Stop) -join '|' } catch { `$_.FullyQualifiedErrorId -replace ',.*' }
    try { (Restore-ProcFile -Id $id -Number 20 -Destination '$folder/swapped' -Force -ErrorAction Stop).Length } catch { `$_.FullyQualifiedErrorId -replace ',.*' }
}
`$seen | Group-Object -NoElement
"@
        try {
            $reading.Run.AsyncWaitHandle.WaitOne(60000) | Should -BeTrue
            $groups = $reading.Shell.EndInvoke($reading.Run)
            $groups.Name | Where-Object { $_ -notin 'content', '8', 'ProcFs.NotSupported', 'ProcFs.NotFound' } | Should -BeNullOrEmpty
            $groups.Name | Should -Contain 'content'
            $groups.Name | Should -Contain 'ProcFs.NotSupported'
        }
        finally {
            $swapper.StandardInput.Close()
            $swapper.WaitForExit()
            $reading.Shell.Dispose()
        }
    }

    It 'reads the listed file, not another one that has its number now' {
        $writer = Start-Writer "cd '$folder'; echo old > first; echo new > second; exec 20<first"
        try {
            $listed = Get-ProcFd -Id $writer.Id -Number 20
            $listed | Read-ProcFd | Should -Be old
            Send-Line $writer 'exec 20<second'
            $listed | Read-ProcFd -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            Read-ProcFd -Id $writer.Id -Number 20 | Should -Be new
        }
        finally { Stop-TestProcess $writer }
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        "$failed" | Should -BeLike "*: it now leads to $folder/second, not to $folder/first."
    }

    It 'reads the listed process, not another one that has its id now' -Tag 'needs root' -Skip:(-not $isRoot) {
        $giver = Start-Writer @"
cd '$folder'; echo same > same
exec unshare --pid --fork --kill-child --mount-proc bash --norc -c 'give() { echo 399 > /proc/sys/kernel/ns_last_pid || exit; sleep 600 20<same & }
    give; echo ready; while read -r line; do eval "`$line"; echo done; done'
"@
        try {
            $inner = [int](Get-Content "/proc/$($giver.Id)/task/$($giver.Id)/children").Trim().Split(' ')[0]
            $root = "/proc/$inner/root/proc"
            $listed = Get-ProcFd -Id 400 -Number 20 -Root $root
            $listed | Read-ProcFd -Root $root | Should -Be same
            Send-Line $giver 'kill $!; wait; sleep 0.1; give'
            $listed | Read-ProcFd -Root $root -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            $listed | Restore-ProcFile -Root $root -Destination "$folder/recycled" -ErrorAction SilentlyContinue -ErrorVariable +failed | Should -BeNullOrEmpty
            Get-ProcFd -Id 400 -Number 20 -Root $root | Read-ProcFd -Root $root | Should -Be same
        }
        finally { Stop-TestProcess $giver }
        $failed | Should -HaveCount 2
        foreach ($one in $failed) {
            $one.FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
            "$one" | Should -BeLike "*the id 400 now belongs to another process*which started after the listing."
        }
        Test-Path "$folder/recycled" | Should -BeFalse
    }
}
