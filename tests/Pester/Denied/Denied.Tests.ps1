BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
    $hasSetpriv = [bool](Get-Command setpriv -CommandType Application -ErrorAction Ignore)
    $hasUnshare = [bool](Get-Command unshare -CommandType Application -ErrorAction Ignore)

    # Root steps down to another user; any other user is denied the first process, unless it is their own.
    $isDenied = $isRoot ? $hasSetpriv : -not [bool](Get-ChildItem -LiteralPath /proc/1/fd -ErrorAction Ignore)

    # Whether this machine lets root make a /proc of its own.
    $canUnshare = $isRoot -and $hasSetpriv -and $hasUnshare
    if ($canUnshare) {
        unshare --pid --fork --mount-proc true *> $null
        $canUnshare = $LASTEXITCODE -eq 0
    }

    $canHide = $canUnshare
    if ($canHide) {
        unshare --mount --pid --fork sh -c 'mount -t proc -o hidepid=2 proc /proc' *> $null
        $canHide = $LASTEXITCODE -eq 0
    }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared
    chmod 0755 $TestDrive
    New-SharedModule $shared
    $isRoot = (id -u) -eq '0'
    $stepDown = $isRoot ? @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups') : @()

    # A process of another user.
    $holder = $isRoot ? (Start-TestProcess 'exec 20</dev/null') : $null
    $other = $isRoot ? $holder.Id : 1
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'A user without privilege, beside the processes of others' {
    BeforeAll {
        if ($isRoot -and -not (Get-Command setpriv -CommandType Application -ErrorAction Ignore)) { return }
        $seen = Invoke-Engine $shared $stepDown @"
`$other = $other
$describeError
`$found = @{}
`$r = Get-ProcFd -Id `$other, `$PID -ErrorAction SilentlyContinue -ErrorVariable failed -WarningVariable warned -WarningAction SilentlyContinue
`$found.NamedRows = @(`$r | Where-Object ProcessId -EQ `$PID).Count
`$found.NamedErrors = @(`$failed | Show-Error)
`$found.NamedWarnings = @(`$warned | ForEach-Object { "`$_" })
Get-ProcFd -Id `$other -Number 0, 1 -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.NumberErrors = @(`$failed | Show-Error)
`$r = Get-ProcFd -ErrorAction SilentlyContinue -ErrorVariable failed -WarningVariable warned -WarningAction SilentlyContinue
`$found.AllIds = @(`$r.ProcessId | Select-Object -Unique)
`$found.AllErrors = @(`$failed | Show-Error)
`$found.AllWarnings = @(`$warned | ForEach-Object { "`$_" })
`$found.Own = `$PID
`$r = Get-ProcStatus -Id `$other -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.Status = `$r.ProcessId
`$found.StatusStart = "`$(`$r.StartTime)"
`$null = Get-ProcStatus -WarningVariable warned -WarningAction SilentlyContinue
`$found.StatusWarnings = @(`$warned | ForEach-Object { "`$_" })
`$null = Get-ChildItem Proc:/`$other/fd -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.ListErrors = @(`$failed | Show-Error)
`$null = Get-Item Proc:/`$other/fd/0 -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.ItemErrors = @(`$failed | Show-Error)
`$null = Get-Item Proc:/`$other/fdinfo/0 -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.InfoErrors = @(`$failed | Show-Error)
`$null = Get-Content Proc:/`$other/environ -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.ContentErrors = @(`$failed | Show-Error)
`$null = Get-Item Proc:/`$other/cwd -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.LinkErrors = @(`$failed | Show-Error)
`$found.Link = "`$((Get-ChildItem Proc:/`$other -Filter cwd -ErrorAction SilentlyContinue -ErrorVariable failed).Value)"
`$found.LinkListErrors = @(`$failed).Count
`$found.ProcessName = (Get-Item Proc:/`$other).Name
`$found.Children = @(Get-ChildItem Proc:/`$other).Count
Watch-ProcFd -Id `$other -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.WatchErrors = @(`$failed | Show-Error)
Set-Content Proc:/sys/vm/swappiness 61 -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.WriteErrors = @(`$failed | Show-Error)
`$deep = Get-ChildItem Proc:/`$other -Recurse -Depth 1 -ErrorAction SilentlyContinue -WarningVariable warned -WarningAction SilentlyContinue
`$found.Deep = @(`$deep).Count
`$found.DeepWarnings = @(`$warned | ForEach-Object { "`$_" })
`$null = Get-ProcProcess -Detailed -WarningVariable warned -WarningAction SilentlyContinue
`$found.DetailWarnings = @(`$warned | ForEach-Object { "`$_" })
`$null = Get-ProcWait -WarningVariable warned -WarningAction SilentlyContinue
`$found.WaitWarnings = @(`$warned | ForEach-Object { "`$_" })
`$limits = Get-ProcLimit -WarningVariable warned -WarningAction SilentlyContinue
`$found.LimitWarnings = @(`$warned | ForEach-Object { "`$_" })
`$found.DeniedLimits = @(`$limits | Where-Object { `$_.Unavailable['Used'] -eq 'Denied' }).Count
`$null = Measure-ProcUsage -All -Interval 0.05 -Count 2 -WarningVariable warned -WarningAction SilentlyContinue
`$found.UsageWarnings = @(`$warned | ForEach-Object { "`$_" })
`$found.Wildcards = foreach (`$script in { Get-ChildItem Proc:/*/exe }, { Get-Item Proc:/*/exe }, { Get-ChildItem Proc:/*/fd/* }, { Get-Item Proc:/*/fd/* }, { Get-Content Proc:/*/environ }, { Get-Content Proc:/*/syscall }, { Get-ItemProperty Proc:/*/io }, { Get-Item Proc:/*/task/*/exe }, { Get-Item Proc:/*/exe | ForEach-Object { if (-not `$slept) { `$slept = 1; Start-Sleep 2.2 }; `$_ } }, { Get-Content Proc:/*/environ | ForEach-Object { if (-not `$slept) { `$slept = 1; Start-Sleep 2.2 }; `$_ } }) {
    `$out = @(& `$script 2>&1 3>&1)
    @{
        Script = "`$script"
        Items = @(`$out | Where-Object { `$_ -isnot [System.Management.Automation.ErrorRecord] -and `$_ -isnot [System.Management.Automation.WarningRecord] }).Count
        Errors = @(`$out | Where-Object { `$_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { "`$_" })
        Warnings = @(`$out | Where-Object { `$_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object { "`$_" })
    }
}
Get-Item Proc:/`$other/exe -ErrorAction SilentlyContinue -ErrorVariable failed
`$found.NamedAfterWildcard = @(`$failed | Show-Error)
`$symbols = @(Get-KernelSymbol vfs_* -WarningVariable warned -WarningAction SilentlyContinue -ErrorAction SilentlyContinue)
`$found.Symbols = `$symbols.Count
`$found.SymbolsHidden = @(`$symbols | Where-Object { `$null -eq `$_.Address }).Count
`$found.SymbolWarnings = @(`$warned | ForEach-Object { "`$_" })
`$found.KallsymsHidden = -not (Get-Content /proc/kallsyms -ErrorAction Ignore | Select-String '^0*[1-9a-f]' | Select-Object -First 1)
`$found
"@
    }

    It 'gets PermissionDenied for a named process, and the others still' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.NamedRows | Should -BeGreaterThan 2
        $seen.NamedErrors | Should -HaveCount 1
        $seen.NamedErrors[0].Id | Should -BeLike 'ProcFs.AccessDenied,*'
        $seen.NamedErrors[0].Category | Should -Be 'PermissionDenied'
        $seen.NamedErrors[0].Message | Should -BeExactly "/proc/$other/fd: permission denied. Reading the descriptors of another user's process needs root (CAP_SYS_PTRACE)."
        $seen.NamedWarnings | Should -BeNullOrEmpty
    }

    It 'gets one error for the numbers of a denied process' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.NumberErrors | Should -HaveCount 1
        $seen.NumberErrors[0].Category | Should -Be 'PermissionDenied'
    }

    It 'gets one warning that counts, for all processes' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.AllIds | Should -Contain $seen.Own
        $seen.AllIds | Should -Not -Contain $other
        $seen.AllErrors | Should -BeNullOrEmpty
        @($seen.AllWarnings -match 'left out').Count | Should -Be 1
        $seen.AllWarnings[0] | Should -Match '^(\d+) of (\d+) processes (?:was|were) left out: permission denied\. Run as root to see all of them\.$'
        $null = $seen.AllWarnings[0] -match '^(\d+) of (\d+)'
        [int]$Matches[1] | Should -BeGreaterThan 0
        [int]$Matches[2] | Should -BeGreaterThan ([int]$Matches[1])
    }

    It 'reads the status of others, which is not denied' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.Status | Should -Be $other
        $seen.StatusStart | Should -Not -BeNullOrEmpty
        $seen.StatusWarnings -match 'left out' | Should -BeNullOrEmpty
    }

    It 'gets PermissionDenied on the drive: listing, descriptor, content, link' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        foreach ($errors in $seen.ListErrors, $seen.ItemErrors, $seen.InfoErrors, $seen.ContentErrors, $seen.LinkErrors) {
            @($errors) | Should -HaveCount 1
            @($errors)[0].Category | Should -Be 'PermissionDenied'
            @($errors)[0].Id | Should -BeLike 'ProcFs.AccessDenied,*'
        }
    }

    It 'gets PermissionDenied when it tries to watch' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.WatchErrors | Should -HaveCount 1
        $seen.WatchErrors[0].Id | Should -BeLike 'ProcFs.AccessDenied,*'
        $seen.WatchErrors[0].Message | Should -BeLike "/proc/$other/fd: permission denied.*"
    }

    It 'sees the folder of another process, its name, and its links without targets' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.Children | Should -BeGreaterThan 20
        $seen.ProcessName | Should -BeExactly (Get-ProcStatus $other).Name
        $seen.Link | Should -BeNullOrEmpty
        $seen.LinkListErrors | Should -Be 0
    }

    It 'gets one warning for the folders that a deep listing cannot enter' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.Deep | Should -BeGreaterThan 20
        $seen.DeepWarnings | Should -HaveCount 1
        $seen.DeepWarnings[0] | Should -Match '^\d+ of \d+ folders (was|were) left out: permission denied\.'
    }

    It 'gets one warning that counts, for a wildcard on the drive' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.Wildcards | Should -HaveCount 10
        foreach ($wildcard in $seen.Wildcards) {
            $wildcard.Items | Should -BeGreaterThan 0 -Because $wildcard.Script
            $wildcard.Errors | Should -BeNullOrEmpty -Because $wildcard.Script
            @($wildcard.Warnings) | Should -HaveCount 1 -Because $wildcard.Script
            $wildcard.Warnings[0] | Should -Match '^\d+ of \d+ paths (was|were) left out: permission denied\. Run as root to see all of them\.$'
        }

        $seen.NamedAfterWildcard | Should -HaveCount 1
        $seen.NamedAfterWildcard[0].Category | Should -Be 'PermissionDenied'
    }

    It 'gets one warning for cells that are empty since something was denied' -Skip:(-not $isDenied) {
        $seen.DetailWarnings | Should -HaveCount 1
        $seen.DetailWarnings[0] | Should -Match '^Fields of \d+ process(es)? are empty: permission denied\. '
        # Since Linux 6.2, anyone may count the descriptors of a process.
        @($seen.LimitWarnings) | Should -HaveCount ([Math]::Min(1, $seen.DeniedLimits))
        foreach ($warnings in $seen.WaitWarnings, $seen.UsageWarnings) {
            $warnings | Should -HaveCount 1
            $warnings[0] | Should -Match '^Fields of \d+ process(es)? are empty: permission denied\. '
        }
    }

    It 'may not write a parameter of the machine' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        $seen.WriteErrors | Should -HaveCount 1
        $seen.WriteErrors[0].Category | Should -Be 'PermissionDenied'
        $seen.WriteErrors[0].Message | Should -BeLike '/proc/sys/vm/swappiness: permission denied.*'
    }

    It 'gets null for addresses that the kernel hides, and one warning' -Tag 'needs processes that may not be read' -Skip:(-not $isDenied) {
        if ($seen.Symbols -eq 0) { Set-ItResult -Skipped -Because 'this kernel shows no symbols' }
        $seen.SymbolsHidden | Should -Be ($seen.KallsymsHidden ? $seen.Symbols : 0)
        @($seen.SymbolWarnings).Count | Should -Be ($seen.KallsymsHidden ? 1 : 0)
    }
}

Describe 'A user without privilege, alone' {
    It 'gets no warning and no error' -Tag 'needs root, setpriv and unshare' -Skip:(-not $canUnshare) {
        $alone = Invoke-Engine $shared (@('unshare', '--pid', '--fork', '--mount-proc') + $stepDown) @'
$r = Get-ProcFd -ErrorVariable failed -WarningVariable warned
$s = Get-ProcStatus -ErrorVariable +failed -WarningVariable +warned
@{ Ids = @($r.ProcessId | Select-Object -Unique); Own = $PID; Status = @($s).Count; Errors = @($failed).Count; Warnings = @($warned).Count }
'@
        $alone.Ids | Should -Be $alone.Own
        $alone.Status | Should -Be 1
        $alone.Errors | Should -Be 0
        $alone.Warnings | Should -Be 0
    }
}

Describe 'A /proc that hides the processes of others (hidepid)' {
    It 'is said once, and in the error of a named process' -Tag 'needs root, setpriv and a mount of /proc' -Skip:(-not $canHide) {
        # The shell of root is there, and cannot be seen.
        $script = 'mount -t proc -o hidepid=2 proc /proc && "$@"; exit 0'
        $hiding = Invoke-Engine $shared (@('unshare', '--mount', '--pid', '--fork', 'sh', '-c', $script, 'sh') + $stepDown) @"
$describeError
`$r = Get-ProcFd -WarningVariable warned -WarningAction SilentlyContinue
Get-ProcFd -Id 1 -ErrorAction SilentlyContinue -ErrorVariable failed
Get-ProcFd -Name no-such -ErrorAction SilentlyContinue -ErrorVariable +failed
@{ Ids = @(`$r.ProcessId | Select-Object -Unique); Own = `$PID; Errors = @(`$failed | Show-Error); Warnings = @(`$warned | ForEach-Object { "`$_" }) }
"@
        $hiding.Ids | Should -Be $hiding.Own
        $hiding.Warnings | Should -HaveCount 1
        $hiding.Warnings[0] | Should -BeLike '*hidepid*'
        $hiding.Errors | Should -HaveCount 2
        $hiding.Errors[0].Category | Should -Be 'ObjectNotFound'
        $hiding.Errors[0].Message | Should -BeLike 'No process has the id 1.*hidepid*'
    }
}
