BeforeDiscovery {
    $isRoot = (id -u) -eq '0'
    $hasTools = -not @('setpriv', 'unshare' | Where-Object { -not (Get-Command $_ -CommandType Application -ErrorAction Ignore) })
    $canDrop = $isRoot -and $hasTools
    if ($canDrop) {
        setpriv --bounding-set=-sys_ptrace --inh-caps=-sys_ptrace true *> $null
        $canDrop = $LASTEXITCODE -eq 0
    }

    $canMount = $canDrop
    if ($canMount) {
        unshare --mount --pid --fork sh -c 'mount -t proc -o hidepid=2,gid=12345 proc /proc && mount -t proc -o subset=pid proc /proc' *> $null
        $canMount = $LASTEXITCODE -eq 0
    }

    $canNest = $canDrop
    if ($canNest) {
        unshare --user --map-root-user true *> $null
        $canNest = $LASTEXITCODE -eq 0
    }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    if ((id -u) -ne '0') { return }
    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared
    chmod 0755 $TestDrive
    New-SharedModule $shared
    $stepDown = @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups')

    # A process of another user, who is not root.
    $holder = Start-TestProcess 'exec 20</dev/null'
    $nobody = [Diagnostics.Process]::Start('setpriv', @('--reuid=65533', '--regid=65533', '--clear-groups', 'sleep', '600'))
    $script = @"
$describeError
`$null = Get-ProcFd -WarningVariable warned -WarningAction SilentlyContinue
`$named = Get-ProcFd -Id $($nobody.Id) -ErrorAction SilentlyContinue -ErrorVariable failed
`$null = Get-ChildItem Proc:/*/fd/* -WarningVariable onDrive -WarningAction SilentlyContinue
@{ Warnings = @(`$warned | ForEach-Object { "`$_" }); Errors = @(`$failed | Show-Error); OnDrive = @(`$onDrive | ForEach-Object { "`$_" }) }
"@
}

AfterAll {
    Stop-TestProcess $holder
    if ($nobody) { $nobody.Kill(); $nobody.WaitForExit(); $nobody.Dispose() }
}

Describe 'The reason why something is not seen' {
    It 'is the capability that root lacks, not that it is not root' -Tag 'needs root and setpriv' -Skip:(-not $canDrop) {
        $lacks = Invoke-Engine $shared @('setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace') $script
        $lacks.Errors | Should -HaveCount 1
        $lacks.Errors[0].Message | Should -BeExactly "/proc/$($nobody.Id)/fd: permission denied. It needs CAP_SYS_PTRACE, which this process lacks although it is root."
        $lacks.Warnings | Should -HaveCount 1
        $lacks.Warnings[0] | Should -Match '^\d+ of \d+ processes (was|were) left out: permission denied\. It needs CAP_SYS_PTRACE, which this process lacks although it is root\.$'
        $lacks.OnDrive | Should -HaveCount 1
        $lacks.OnDrive[0] | Should -Match '^\d+ of \d+ paths (was|were) left out: permission denied\. It needs CAP_SYS_PTRACE, which this process lacks although it is root\.$'
    }

    It 'is the user namespace that root is root of' -Tag 'needs root, setpriv and unshare' -Skip:(-not $canNest) {
        $nested = Invoke-Engine $shared ($stepDown + @('unshare', '--user', '--map-root-user')) $script
        $nested.Errors | Should -HaveCount 1
        $nested.Errors[0].Message | Should -BeExactly "/proc/$($nobody.Id)/fd: permission denied. This process has CAP_SYS_PTRACE only in its own user namespace, which has no effect here."
        $nested.Warnings | Should -HaveCount 1
        $nested.Warnings[0] | Should -BeLike '*This process has CAP_SYS_PTRACE only in its own user namespace, which has no effect here.'
    }

    It 'is never that root is not root, and nothing is hidden from it' -Tag 'needs root and setpriv' -Skip:(-not $canDrop) {
        $root = Invoke-Engine $shared @() $script
        $root.Errors | Should -BeNullOrEmpty
        $root.Warnings | Should -BeNullOrEmpty
        $root.OnDrive | Should -BeNullOrEmpty
    }

    Context 'on a /proc that is mounted so' {
        BeforeAll {
            # Mounts it so in a namespace of its own, where the shell of root is there beside the engine.
            function Invoke-Mounted([string] $Options, [string[]] $As, [string] $Script) {
                $mounting = "mount -t proc -o $Options proc /proc && `"`$@`"; exit 0"
                Invoke-Engine $shared (@('unshare', '--mount', '--pid', '--fork', 'sh', '-c', $mounting, 'sh') + $As) $Script
            }

            $all = @"
$describeError
`$rows = Get-ProcFd -WarningVariable warned -WarningAction SilentlyContinue
`$null = Get-ProcFd -Id 1 -ErrorAction SilentlyContinue -ErrorVariable failed
`$statuses = Get-ProcStatus -WarningVariable +warned -WarningAction SilentlyContinue
@{ Ids = @(`$rows.ProcessId | Select-Object -Unique); Statuses = @(`$statuses).Count; Own = `$PID; Errors = @(`$failed | Show-Error); Warnings = @(`$warned | ForEach-Object { "`$_" }) }
"@
        }

        It 'is hidepid=<_>, said once a command' -ForEach 2, 4 -Tag 'needs root, setpriv and a mount of /proc' -Skip:(-not $canMount) {
            $hidden = Invoke-Mounted "hidepid=$_" $stepDown $all
            $hidden.Ids | Should -Be $hidden.Own
            $hidden.Warnings | Should -HaveCount 2
            $hidden.Warnings | Should -BeExactly (@('/proc is mounted with hidepid, which hides the processes of other users. Run as root to see them.') * 2)
            $hidden.Errors[0].Message | Should -BeExactly 'No process has the id 1. /proc is mounted with hidepid, which hides the processes of other users. Run as root to see them.'
        }

        It 'is not hidepid=2 for the group that the mount names, but that their files may not be read' -Tag 'needs root, setpriv and a mount of /proc' -Skip:(-not $canMount) {
            $member = @('setpriv', '--reuid=65534', '--regid=65534', '--groups=12345')
            $inGroup = Invoke-Mounted 'hidepid=2,gid=12345' $member $all
            $inGroup.Statuses | Should -BeGreaterThan 1
            $inGroup.Warnings | Should -HaveCount 1
            $inGroup.Warnings[0] | Should -BeLike '* left out: permission denied. Run as root to see all of them.'
            $inGroup.Errors[0].Category | Should -Be 'PermissionDenied'
            $outside = Invoke-Mounted 'hidepid=2,gid=12345' $stepDown $all
            $outside.Warnings[0] | Should -BeLike '*Run as root, or in the group 12345, to see them.'
        }

        It 'is hidepid=4 for root without the capability' -Tag 'needs root, setpriv and a mount of /proc' -Skip:(-not $canMount) {
            $lacks = Invoke-Mounted 'hidepid=4' @('setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace') $all
            $lacks.Warnings | Should -HaveCount 2
            $lacks.Warnings[0] | Should -BeLike '*mounted with hidepid*It needs CAP_SYS_PTRACE, which this process lacks although it is root.'
        }

        It 'is hidepid=1 for files, not for processes' -Tag 'needs root, setpriv and a mount of /proc' -Skip:(-not $canMount) {
            $closed = Invoke-Mounted 'hidepid=1' $stepDown $all
            $closed.Warnings | Should -HaveCount 2
            $closed.Warnings | ForEach-Object { $_ | Should -BeLike '* left out: permission denied. Run as root to see all of them.' }
            $closed.Errors[0].Category | Should -Be 'PermissionDenied'
        }

        It 'is subset=pid for paths other than processes' -Tag 'needs root, setpriv and a mount of /proc' -Skip:(-not $canMount) {
            $alone = Invoke-Mounted 'subset=pid' @() @"
$describeError
`$null = Get-Item Proc:/meminfo -ErrorAction SilentlyContinue -ErrorVariable failed
`$null = Get-KernelSymbol vfs_read -ErrorAction SilentlyContinue -ErrorVariable +failed
@{ Errors = @(`$failed | Show-Error); Own = `$PID; Status = (Get-ProcStatus `$PID).ProcessId }
"@
            $alone.Status | Should -Be $alone.Own
            $alone.Errors[1].Message | Should -BeExactly '/proc/kallsyms: /proc is mounted with subset=pid, which shows only processes.'
            $alone.Errors | ForEach-Object { $_.Category | Should -Be 'ObjectNotFound' }
        }
    }
}
