#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

Describe 'Save-ProcSnapshot' {
    BeforeAll {
        $script:folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "procfs-$([guid]::NewGuid())")).FullName
        $script:child = Start-Process sleep 600 -PassThru
        $script:archive = Join-Path $folder a.tar.gz
        $script:taken = Save-ProcSnapshot $archive
    }

    AfterAll {
        Get-PSDrive -Name Then -ErrorAction Ignore | Remove-PSDrive
        $child | Stop-Process
        Remove-Item -Recurse -Force $folder
    }

    It 'returns what was taken' {
        $taken | Should -BeOfType ProcFs.ProcSnapshot
        $taken.Capture | Should -Be $archive
        $taken.Processes | Should -BeGreaterThan 1
        $taken.Size | Should -Be (Get-Item $archive).Length
        $taken.Manifest.BootId | Should -Be (Get-Content /proc/sys/kernel/random/boot_id)
        (Get-Item $archive).UnixMode | Should -Be '-rw-------'
    }

    It 'gives <Name> of a process that stands still as it was live' -ForEach @(
        @{ Name = 'Get-ProcStatus'; Do = { param($r) Get-ProcStatus -Id $child.Id -Root $r } }
        @{ Name = 'Get-ProcStat'; Do = { param($r) Get-ProcStat -Id $child.Id -Root $r } }
        # What others write to its output moves the position there.
        @{ Name = 'Get-ProcFd'; Do = { param($r) Get-ProcFd -Id $child.Id -Detailed -Root $r | Select-Object * -ExcludeProperty Position, Size } }
        @{ Name = 'Get-ProcMap'; Do = { param($r) Get-ProcMap -Id $child.Id -Root $r } }
        @{ Name = 'Get-ProcMount'; Do = { param($r) Get-ProcMount -Id $child.Id -Root $r } }
        @{ Name = 'Get-ProcNamespace'; Do = { param($r) Get-ProcNamespace -Id $child.Id -Root $r } }
        @{ Name = 'Get-ProcCgroup'; Do = { param($r) Get-ProcCgroup -Id $child.Id -Root $r } }
        @{ Name = 'Get-ProcIO'; Do = { param($r) Get-ProcIO -Id $child.Id -Root $r } }
        @{ Name = 'Get-ProcThread'; Do = { param($r) Get-ProcThread -Id $child.Id -Root $r | Select-Object * -ExcludeProperty CpuPercent } }
        @{ Name = 'Get-ProcWait'; Do = { param($r) Get-ProcWait -Id $child.Id -Root $r } }
        @{ Name = 'Get-ProcProcess'; Do = { param($r) Get-ProcProcess -Id $child.Id -Detailed -Root $r | Select-Object * -ExcludeProperty CpuPercent } }
        @{ Name = 'Get-KernelSymbol'; Do = { param($r) Get-KernelSymbol schedule -Root $r } }
        @{ Name = 'Get-KernelCpu'; Do = { param($r) Get-KernelCpu -Root $r | Select-Object * -ExcludeProperty *MHz*, *Frequency* } }
        @{ Name = 'Get-KernelRoute'; Do = { param($r) Get-KernelRoute -Root $r } }
        @{ Name = 'Get-KernelParameter'; Do = { param($r) Get-KernelParameter vm.swappiness, kernel.hostname -Root $r | Select-Object * -ExcludeProperty ProcPath } }
    ) {
        $live = & $Do '/proc' | ConvertTo-Json -Depth 4
        $then = & $Do $archive | ConvertTo-Json -Depth 4
        $live | Should -Not -BeNullOrEmpty
        $then | Should -Be $live
    }

    It 'is a drive' {
        New-PSDrive Then -PSProvider ProcFs -Root $archive -Scope Script | Out-Null
        (Get-Item "Then:/$($child.Id)/status").Name | Should -Be sleep
        Get-Content Then:/sys/kernel/ostype | Should -Be Linux
        (Get-ChildItem "Then:/$($child.Id)/fd").Count | Should -BeGreaterThan 2
        (Get-ProcProcess -Root Then -Id $child.Id).User | Should -Be (Get-ProcProcess -Id $child.Id).User
        { Set-Item Then:/sys/vm/swappiness 1 -ErrorAction Stop } | Should -Throw
    }

    It 'says that the environment is not in it' {
        Get-ProcEnvironment -Id $child.Id -Root $archive -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems | Should -Match 'capture'
    }

    It 'does nothing with -WhatIf, and does not replace without -Force' {
        Save-ProcSnapshot (Join-Path $folder no.tar) -WhatIf
        Join-Path $folder no.tar | Should -Not -Exist
        { Save-ProcSnapshot $archive -ErrorAction Stop } | Should -Throw '*-Force*'
        (Save-ProcSnapshot $archive -Force).Processes | Should -BeGreaterThan 1
    }

    It 'takes only what comes through the pipeline' {
        ($child | Save-ProcSnapshot (Join-Path $folder one.tar)).Processes | Should -Be 1
        $child | Where-Object { $false } | Save-ProcSnapshot (Join-Path $folder none.tar) | Should -BeNullOrEmpty
        Join-Path $folder none.tar | Should -Not -Exist
    }

    It 'names the archive and the member of a hostile one' {
        $hostile = Join-Path $folder bad.tar
        New-Item -ItemType Directory (Join-Path $folder proc) | Out-Null
        Set-Content (Join-Path $folder proc/stat) x
        & tar -C $folder --transform 's,proc/stat,proc/../../stat,' -P -cf $hostile proc/stat
        { Get-ProcProcess -Root $hostile -ErrorAction Stop } | Should -Throw '*bad.tar*stat*leads out*'
        { New-PSDrive Bad -PSProvider ProcFs -Root $hostile -ErrorAction Stop } | Should -Throw '*bad.tar*'
    }
}
