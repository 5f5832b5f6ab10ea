BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    Set-Location /
    $folder = (Get-Item $TestDrive).FullName
    $holder = Start-TestProcess "cd '$folder'
        truncate -s 3G sparse; printf 'the end' >> sparse; chmod 640 sparse; touch -d '2001-02-03 04:05:06' sparse
        mkdir a b; printf one > a/same; printf two > b/same; printf 'still here' > live; printf 'hard' > link; ln link other
        exec 20<sparse 21<a/same 22<b/same 23<live 24</dev/null 25<link
        rm sparse a/same b/same link"
    $id = $holder.Id

    function Get-Held([int[]] $Number) { Get-ProcFd -Id $id -Number $Number }
}

AfterAll {
    Set-Location $PSScriptRoot
    Stop-TestProcess $holder
}

Describe 'Restore-ProcFile' {
    It 'takes a process for all that is deleted and open in it: <What>' -ForEach @(
        @{ What = 'an id'; Script = { Restore-ProcFile $one.Id -Destination "$TestDrive/all" } }
        @{ What = 'an id as text'; Script = { "$($one.Id)" | Restore-ProcFile -Destination "$TestDrive/all" } }
        @{ What = 'a name'; Script = { Restore-ProcFile -Name procfs-keeps -Destination "$TestDrive/all" } }
        @{ What = 'a process'; Script = { Get-Process -Id $one.Id | Restore-ProcFile -Destination "$TestDrive/all" } }
    ) {
        $one = Start-TestProcess "printf procfs-keeps > /proc/self/comm; echo one > '$TestDrive/one'; echo two > '$TestDrive/two'; exec 13<'$TestDrive/one' 14<'$TestDrive/two'; rm '$TestDrive/one' '$TestDrive/two'"
        try { $restored = & $Script } finally { Stop-TestProcess $one }
        $restored.Number | Should -Be 13, 14
        Get-Content $restored.To | Should -Be one, two
    }

    It 'reports a process without any' {
        $one = Start-TestProcess
        try { Restore-ProcFile $one.Id -Destination "$TestDrive/none" -ErrorAction SilentlyContinue -ErrorVariable failed } finally { Stop-TestProcess $one }
        "$failed" | Should -BeLike 'No deleted file is open in process*'
    }

    It 'restores a sparse deleted file, and keeps its holes and times' {
        $restored = Get-Held 20 | Restore-ProcFile -Destination "$folder/sparse-out"
        $restored.IsWhole | Should -BeTrue
        $restored.Length | Should -Be (3GB + 7)
        $restored.From | Should -Be "$folder/sparse"
        $restored.To | Should -Be "$folder/sparse-out/sparse"
        tail -c 7 $restored.To | Should -Be 'the end'
        [long](stat -c '%b' $restored.To) * 512 | Should -BeLessThan 1MB
        stat -c '%a' $restored.To | Should -Be '600'
        (Get-Item -LiteralPath $restored.To).LastWriteTime | Should -Be ([datetime]'2001-02-03 04:05:06')
    }

    It 'gives two files of one name two names' {
        $restored = Get-Held 21, 22 | Restore-ProcFile -Destination "$folder/two"
        $restored.To | Should -Be "$folder/two/same", "$folder/two/same.1"
        Get-Content -LiteralPath "$folder/two/same", "$folder/two/same.1" | Should -Be 'one', 'two'
    }

    It 'never overwrites without -Force' {
        $null = New-Item -ItemType Directory "$folder/kept"
        Set-Content "$folder/kept/same" 'mine' -NoNewline
        (Get-Held 21 | Restore-ProcFile -Destination "$folder/kept").To | Should -Be "$folder/kept/same.1"
        Get-Content "$folder/kept/same" | Should -Be 'mine'
        (Get-Held 21 | Restore-ProcFile -Destination "$folder/kept" -Force).To | Should -Be "$folder/kept/same"
        Get-Content "$folder/kept/same" | Should -Be 'one'
    }

    It 'copies a file once that several descriptors are open on' {
        @(Get-Held 21, 21 | Restore-ProcFile -Destination "$folder/once") | Should -HaveCount 1
        Get-ChildItem "$folder/once" -Force | Should -HaveCount 1
    }

    It 'takes a process and a number' {
        (Restore-ProcFile -Id $id -Number 23 -Destination "$folder/live-out").Length | Should -Be 10
        Get-Content "$folder/live-out/live" | Should -Be 'still here'
    }

    It 'brings back the program that a process runs' {
        $restored = Restore-ProcFile -Id $id -Executable -Destination "$folder/program"
        cmp $restored.To "/proc/$id/exe" | Should -BeNullOrEmpty
        stat -c '%a' $restored.To | Should -Be 600
        $kept = Restore-ProcFile -Id $id -Executable -Destination "$folder/program" -KeepMode
        stat -c '%a' $kept.To | Should -Be (stat -L -c '%a' "/proc/$id/exe")
    }

    It 'writes nothing with -WhatIf, and reports each file and its size once' {
        $shell = [powershell]::Create()
        try {
            $said = $shell.AddScript("Import-Module ProcFs; Start-Transcript '$folder/said' | Out-Null
                Get-ProcFd -Id $id -Number 20, 20, 21 | Restore-ProcFile -Destination '$folder/nothing' -WhatIf; Stop-Transcript | Out-Null").Invoke()
        }
        finally { $shell.Dispose() }
        $said | Should -BeNullOrEmpty
        Test-Path "$folder/nothing" | Should -BeFalse
        $lines = Get-Content "$folder/said" | Where-Object { $_ -match '^What if' }
        $lines | Should -HaveCount 2
        $lines[0] | Should -BeLike "*`"Restore to $folder/nothing`"*`"$folder/sparse (3.0 GB, * stored)`"*"
        $lines[1] | Should -BeLike "*`"$folder/a/same (3 B)`"*"
    }

    It 'copies nothing if the number now has another target' {
        $stale = Get-Held 21
        $other = Start-TestProcess "exec 21</dev/null"
        $moved = Get-ProcFd -Id $other.Id -Number 21
        Stop-TestProcess $other
        $moved | Restore-ProcFile -Destination "$folder/stale" -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        @($stale) | Should -HaveCount 1
    }

    It 'refuses a device, and restores the others' {
        $restored = Get-Held 24, 21 | Restore-ProcFile -Destination "$folder/mixed" -ErrorAction SilentlyContinue -ErrorVariable failed
        $restored.From | Should -Be "$folder/a/same"
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported,*'
    }

    It 'leaves no partial file if the disk is full, and restores the files that fit' -Tag 'needs root' -Skip:(-not $isRoot) {
        $tiny = "$folder/tiny"
        $null = New-Item -ItemType Directory $tiny
        $full = Start-TestProcess "cd '$folder'; head -c 3000000 /dev/zero | tr '\0' x > big; printf small > small; exec 20<big 21<small; rm big small"
        mount -t tmpfs -o size=1m,mode=755 tmpfs $tiny
        try {
            $restored = Get-ProcFd -Id $full.Id -Number 20, 21 | Restore-ProcFile -Destination $tiny -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.Io,*'
            $failed[0].CategoryInfo.Category | Should -Be 'WriteError'
            "$failed" | Should -BeLike "$tiny/big: no space left*"
            $restored.To | Should -Be "$tiny/small"
            (Get-ChildItem $tiny -Force).Name | Should -Be 'small'
        }
        finally {
            umount $tiny
            Stop-TestProcess $full
        }
    }

    It 'reports missing items' {
        Restore-ProcFile -Id 2147483646 -Number 1 -Destination "$folder/none" -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Restore-ProcFile -Id $id -Number 999 -Destination "$folder/none" -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
        Test-Path "$folder/none" | Should -BeFalse
    }

    It 'never sees its own writes' {
        $own = Start-TestProcess "cd '$folder'; for i in {20..60}; do printf data > own; eval `"exec `$i<own`"; rm own; done"
        try {
            # The listing goes on, over this process too, while the first files are brought back.
            foreach ($round in 1..5) {
                $restored = Get-ProcFd -Id $own.Id, $PID, $own.Id, $PID -Deleted -Type File | Where-Object Target -NotLike '/tmp/*.dll' | Restore-ProcFile -Destination "$folder/own-$round" -ErrorVariable failed
                $failed | Should -BeNullOrEmpty
                $restored | Should -HaveCount 41
                $restored.From | Sort-Object -Unique | Should -Be "$folder/own"
                (Get-ProcFd $PID).Target | Where-Object { $_ -like "$folder/own*" -or $_ -like '/proc*' } | Should -BeNullOrEmpty
            }
        }
        finally { Stop-TestProcess $own }
    }
}
