# Every cmdlet that reads, by a reader who lacks something: its own process is read in full, the others cost at most one warning, and nothing is an error.

BeforeDiscovery {
    . "$PSScriptRoot/../Setup/Condition.ps1"
    $conditions = Get-ReaderCondition | ForEach-Object { @{ Name = $_.Name; Condition = $_; CanRun = Test-Condition $_ } }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    . "$PSScriptRoot/../Setup/Condition.ps1"
    Import-Module ProcFs
    if ((id -u) -ne '0') { return }
    $shared = "$TestDrive/shared"
    $null = New-Item -ItemType Directory $shared
    chmod 0755 $TestDrive
    New-SharedModule $shared
    $script = @'
$ofAProcess = 'Get-ProcProcess', 'Get-ProcStatus', 'Get-ProcStat', 'Get-ProcThread', 'Get-ProcTree', 'Get-ProcFd', 'Get-ProcFd -Detailed', 'Get-ProcMap', 'Get-ProcMemory', 'Get-ProcIO',
    'Get-ProcLimit', 'Get-ProcEnvironment', 'Get-ProcNamespace', 'Get-ProcCgroup', 'Get-ProcMount', 'Get-ProcOom', 'Get-ProcWait', 'Measure-ProcUsage -All -Interval 0.02'
$ofTheMachine = 'Get-KernelSymbol vfs_*', 'Get-ProcSocket', 'Get-KernelMemory', 'Get-KernelMount', 'Get-KernelParameter kernel.*', 'Get-ChildItem Proc:/', 'Get-ChildItem Proc:/*/fd/*'
$found = foreach ($command in $ofAProcess + $ofTheMachine) {
    $rows = @(. ([scriptblock]::Create("$command -ErrorAction SilentlyContinue -ErrorVariable failed -WarningAction SilentlyContinue -WarningVariable warned")))
    @{ Command = $command; OfAProcess = $command -in $ofAProcess; Rows = $rows.Count; Own = @($rows.Where{ $_.ProcessId -eq $PID }).Count; Errors = @($failed | ForEach-Object { "$_" }); Warnings = @($warned | ForEach-Object { "$_" }) }
}
# Without what leads into /proc: the folder that is read, and what the module itself keeps open.
function Get-Open { [IO.Directory]::GetFileSystemEntries('/proc/self/fd') | Where-Object { $target = [IO.FileInfo]::new($_).LinkTarget; $target -and $target -notlike '/proc*' } | ForEach-Object { [int][IO.Path]::GetFileName($_) } }
$before = Get-Open
$listed = (Get-ProcFd -Id $PID).Number
$after = Get-Open
@{
    Found = @($found)
    # The same process, by the files themselves.
    Staying = @($before | Where-Object { $_ -in $after })
    Listed = @($listed)
    Limits = @([IO.File]::ReadAllLines('/proc/self/limits')).Count - 1
    Mounts = @([IO.File]::ReadAllLines('/proc/self/mountinfo')).Count
    Resident = (Get-ProcStatus $PID).Rss -gt 0
    Addresses = @(Get-KernelSymbol vfs_* -ErrorAction Ignore -WarningAction Ignore | Where-Object Address).Count
}
'@
}

Describe 'A reader with <Name>' -ForEach $conditions {
    It 'reads what it may, and is told the rest once' -Tag "needs root, setpriv and unshare, with $Name" -Skip:(-not $CanRun) {
        $folder = "$TestDrive/$([guid]::NewGuid())"
        $null = New-Item -ItemType Directory $folder
        $seen = Invoke-Engine $shared (Expand-Condition $Condition $folder) $script
        foreach ($command in $seen.Found) {
            # Without the files of the machine, what needs one says which.
            $errors = $Name -eq 'subset=pid' ? @($command.Errors -notlike '*/proc is mounted with subset=pid, which shows only processes.') : $command.Errors
            $errors | Should -BeNullOrEmpty -Because $command.Command
            @($command.Warnings).Count | Should -BeLessOrEqual 1 -Because "$($command.Command) warns: $($command.Warnings -join '; ')"
            if ($command.OfAProcess -and -not $command.Errors) { $command.Own | Should -BeGreaterThan 0 -Because $command.Command }
        }

        $own = @{}
        $seen.Found | ForEach-Object { $own[$_.Command] = $_.Own }
        @($seen.Staying).Count | Should -BeGreaterThan 10
        $seen.Staying | Where-Object { $_ -notin $seen.Listed } | Should -BeNullOrEmpty
        $own['Get-ProcLimit'] | Should -Be $seen.Limits
        $own['Get-ProcMount'] | Should -Be $seen.Mounts
        $seen.Resident | Should -BeTrue
        if ($Name -eq 'kptr_restrict=2') {
            $seen.Addresses | Should -Be 0
            ($seen.Found | Where-Object Command -EQ 'Get-KernelSymbol vfs_*').Warnings | Should -BeLike '*kernel.kptr_restrict is 2*'
        }
    }
}
