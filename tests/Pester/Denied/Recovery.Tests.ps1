BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
    $hasSetpriv = [bool](Get-Command setpriv -CommandType Application -ErrorAction Ignore)
    $canStepDown = $isRoot -and $hasSetpriv
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $isRoot = (id -u) -eq '0'
    if (-not $isRoot -or -not (Get-Command setpriv -CommandType Application -ErrorAction Ignore)) { return }
    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared, "$shared/closed"
    chmod 0755 $TestDrive
    chmod 0700 "$shared/closed"
    New-SharedModule $shared
    Copy-Item /bin/true "$shared/program"
    chmod 6755 "$shared/program"
    Set-Content "$shared/home/mine" content -NoNewline
    chown 65534:65534 "$shared/home/mine"
    $holder = Start-TestProcess 'exec 20</etc/passwd'
    $stepDown = @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups')

    # The engine holds a file of its own that it deletes, and a program of root.
    $seen = Invoke-Engine $shared $stepDown @"
$describeError
`$found = @{}
`$other = $($holder.Id)
Set-Location '$shared/home'
`$mine = [IO.File]::OpenRead('$shared/home/mine')
Remove-Item '$shared/home/mine'
`$program = [IO.File]::OpenRead('$shared/program')
`$deleted = Get-ProcFd -Id `$PID -Deleted | Where-Object Target -EQ '$shared/home/mine'
`$found.Own = `$deleted | Restore-ProcFile -Destination out | Select-Object To, IsWhole, NotKept
`$found.Program = Get-ProcFd -Id `$PID -Target '$shared/program' | Restore-ProcFile -Destination out -KeepOwner -KeepMode -KeepPrivilege | Select-Object To, IsWhole, NotKept
`$null = Restore-ProcFile -Id `$other -Number 20 -Destination out -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.OtherErrors = @(`$failed | Show-Error)
`$null = Restore-ProcFile -Id `$other -Executable -Destination out -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.ProgramErrors = @(`$failed | Show-Error)
`$null = Read-ProcFd -Id `$other -Number 20 -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.ReadErrors = @(`$failed | Show-Error)
`$null = Get-Content Proc:/`$other/fd/20 -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.ContentErrors = @(`$failed | Show-Error)
`$null = `$deleted | Restore-ProcFile -Destination '$shared/closed' -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.ClosedErrors = @(`$failed | Show-Error)
`$null = `$deleted | Restore-ProcFile -Destination '$shared' -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.SharedErrors = @(`$failed | Show-Error)
`$null = Get-ProcMap -Id `$PID -Path */ProcFs.dll | Select-Object -First 1 | Restore-ProcFile -Destination out -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.MapErrors = @(`$failed | Show-Error)
`$found
"@
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'A user without privilege who restores and reads files' {
    It 'gets their own deleted file, all of it' -Tag 'needs root and setpriv' -Skip:(-not $canStepDown) {
        $seen.Own.IsWhole | Should -BeTrue
        $seen.Own.NotKept | Should -Be 'mode'
        [IO.File]::ReadAllText($seen.Own.To) | Should -Be 'content'
        stat -c '%u' $seen.Own.To | Should -Be 65534
    }

    It 'does not make a program of root one that runs as them' -Tag 'needs root and setpriv' -Skip:(-not $canStepDown) {
        $seen.Program.IsWhole | Should -BeTrue
        $seen.Program.NotKept | Should -Be 'owner', 'set-id'
        stat -c '%u %a' $seen.Program.To | Should -Be '65534 755'
    }

    It 'gets PermissionDenied for the files of others: <_>' -ForEach 'OtherErrors', 'ProgramErrors', 'ReadErrors', 'ContentErrors' -Tag 'needs root and setpriv' -Skip:(-not $canStepDown) {
        $seen.$_ | Should -HaveCount 1
        $seen.$_[0].Id | Should -BeLike 'ProcFs.AccessDenied,*'
        $seen.$_[0].Category | Should -Be 'PermissionDenied'
    }

    It 'gets PermissionDenied for a folder that they may not write to: <_>' -ForEach 'ClosedErrors', 'SharedErrors' -Tag 'needs root and setpriv' -Skip:(-not $canStepDown) {
        $seen.$_ | Should -HaveCount 1
        $seen.$_[0].Category | Should -Be 'PermissionDenied'
        $seen.$_[0].Message | Should -BeLike "$shared*: permission denied. Choose a folder that you can write to."
    }

    It 'leaves nothing in such a folder' -Tag 'needs root and setpriv' -Skip:(-not $canStepDown) {
        Get-ChildItem $shared, "$shared/closed" -Force -Filter *.partial | Should -BeNullOrEmpty
    }

    It 'learns the needs of a mapping' -Tag 'needs root and setpriv' -Skip:(-not $canStepDown) {
        $seen.MapErrors | Should -HaveCount 1
        $seen.MapErrors[0].Category | Should -Be 'PermissionDenied'
        $seen.MapErrors[0].Message | Should -BeLike '*root (CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE).'
    }
}
