BeforeDiscovery {
    $canUnshare = $(unshare -U true 2>$null; $LASTEXITCODE -eq 0)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/HeldProcess.ps1"
    Import-Module ProcFs
}

Describe 'The maps of ids on the drive' {
    It 'are parameters whose value is a list of ranges' {
        $map = Get-Item Proc:/self/uid_map
        $map | Should -BeOfType ([ProcFs.KernelParameter])
        $map.Value | ForEach-Object { "$_" } | Should -Be (Get-Content /proc/self/uid_map | ForEach-Object { $_.Trim() -replace '\s+', ' ' })
    }

    It 'are written once, as <Form>' -Tag 'needs user namespaces', 'needs the user namespace of the machine' -Skip:(-not $canUnshare) -ForEach @(
        @{ Form = 'text'; Lines = 1 }
        @{ Form = 'a list of lines'; Lines = 2 }
    ) {
        $isRoot = [Environment]::UserName -eq 'root'
        if ($Lines -gt 1 -and -not $isRoot) { Set-ItResult -Skipped -Because 'only root maps more than its own id' }
        $user = [int](id -u)
        $holder = Start-HeldProcess unshare, '-U'
        try {
            $value = @("0 $user 1", '1 100001 10')[0..($Lines - 1)]
            Set-Item Proc:/$($holder.Id)/uid_map $value
            (Get-Item Proc:/$($holder.Id)/uid_map).Value | ForEach-Object { "$_" } | Should -Be $value
            Set-Item Proc:/$($holder.Id)/uid_map $value -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed | Should -HaveCount 1
        }
        finally {
            Stop-HeldProcess $holder
        }
    }

    It 'are written from the ranges of another' -Tag 'needs root and user namespaces' -Skip:(-not $canUnshare -or [Environment]::UserName -ne 'root') {
        $one = Start-HeldProcess unshare, '-U'
        $other = Start-HeldProcess unshare, '-U'
        try {
            Set-Item Proc:/$($one.Id)/gid_map '0 0 1', '1 100001 10'
            Set-ItemProperty Proc:/$($other.Id)/gid_map Value (Get-Item Proc:/$($one.Id)/gid_map).Value
            Get-Content Proc:/$($other.Id)/gid_map | Should -Be (Get-Content Proc:/$($one.Id)/gid_map)
        }
        finally {
            Stop-HeldProcess $one
            Stop-HeldProcess $other
        }
    }
}
