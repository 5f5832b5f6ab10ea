#!/usr/bin/env pwsh
#requires -Version 7.6
<#
.SYNOPSIS
    Compares the staged module with the tools that read /proc, in one run, and prints one table.
.DESCRIPTION
    Starts processes that hold descriptors open, measures both sides alternately, and takes the median of each. Figures are
    ratios, because absolute times mean little on a shared machine. Build the module first: ./build.sh Build
.EXAMPLE
    tests/ProcFs.Benchmarks/compare.ps1 -Update
    Writes the table into docs/performance.md.
.EXAMPLE
    tests/ProcFs.Benchmarks/compare.ps1 -Only Get-ProcFd*
    Measures only some of the rows.
#>
[CmdletBinding()]
param(
    [ValidateRange(10, 10000)] [int] $Processes = 1000,
    [ValidateRange(1, 10000)] [int] $Descriptors = 100,
    [ValidateRange(1, 60000)] [int] $Mappings = 20000,
    [ValidateRange(1, 99)] [int] $Rounds = 7,
    [SupportsWildcards()] [string] $Only = '*',
    [switch] $Update
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$WarningPreference = 'Ignore'
$ProgressPreference = 'Ignore'

$repository = Split-Path (Split-Path $PSScriptRoot)
$version = (Import-PowerShellDataFile (Join-Path $repository ProcFs.psd1)).ModuleVersion
$module = Join-Path $repository out ProcFs $version ProcFs.psd1
if (-not (Test-Path $module)) { throw "The module is not staged. Run: ./build.sh Build" }
$command = Join-Path $repository out procfs procfs
if (-not (Get-Command cc -ErrorAction Ignore)) { throw 'A C compiler is needed for the yardstick: cc was not found.' }

Import-Module (Join-Path $PSScriptRoot Measurement.psm1)
Import-Module $module

$folder = Join-Path ([System.IO.Path]::GetTempPath()) "procfs-$PID"
$files = Join-Path $folder files
$printed = Join-Path $folder printed
$listed = Join-Path $folder listed
$headerLines = 2
$awk = "awk '`$3 ~ /^tcp_/' /proc/kallsyms"
$null = New-Item -ItemType Directory $folder, $files
$fresh = Join-Path $PSScriptRoot fresh

# Whole processes on both sides: their start counts.
function Get-CommandPair {
    if (-not (Test-Path $command)) {
        Write-Host 'LEFT OUT: the rows of procfs. Run: dotnet publish src/ProcFs.Cli --output out/procfs'
        return
    }
    $rows = { @(Get-Content -LiteralPath $listed).Count - $headerLines }
    if (Get-Command lsof -ErrorAction Ignore) {
        @{
            Work = 'procfs fd'; Against = 'lsof -n -P'; Reach = 0.25; ShowsRatio = $true; Rounds = 5; Warm = 1
            Ours = { Measure-Program "'$command' fd" $listed }; OursRows = $rows
            Theirs = { Measure-Program 'lsof -n -P' $printed }; TheirsRows = { Get-PrintedCount '^\S+ +\d+ (?: *\d+ )? *\S+ +\d+[rwu -]' }
        }
    }
    @{
        Work = "procfs symbol 'tcp_*'"; Against = $awk; Warm = 1
        Ours = { Measure-Program "'$command' symbol 'tcp_*'" $listed }; OursRows = $rows
        Theirs = { Measure-Program $awk $printed }; TheirsRows = { Get-PrintedCount . }
    }
}

function Measure-CommandStart {
    if (-not (Test-Path $command)) { return }
    $times = foreach ($round in 0..($Rounds * 2)) { Measure-Program "'$command' --version" $printed }
    $ms = Get-Median @($times | Select-Object -Skip 1)
    New-Figure 'procfs --version' '' ('{0:n0} ms' -f $ms) '≤ 80 ms' ($ms -le 80) $ms
}

function Get-PrintedCount([string] $Pattern) { @(Select-String -LiteralPath $printed -Pattern $Pattern).Count }

function Get-Pair {
    $fd = { Measure-Block { Get-ProcFd | Out-Null } }
    $fdRows = { (Get-ProcFd | Measure-Object).Count }
    $allProcesses = { (Get-ProcStatus | Measure-Object).Count }
    @{
        Work = 'Get-ProcFd'; Against = 'C walk, readlink of each'; Reach = 0.75
        Ours = $fd; OursRows = $fdRows
        Theirs = { (Invoke-Walk $walk fd).Ms }; TheirsRows = { (Invoke-Walk $walk fd).Rows }
    }
    @{
        Work = 'Get-ProcFd -Number 2'; Against = 'C walk, readlink of fd/2'; Reach = 2; Warm = 40
        Ours = { Measure-Block { Get-ProcFd -Number 2 | Out-Null } }; OursRows = { (Get-ProcFd -Number 2 | Measure-Object).Count }
        Theirs = { (Invoke-Walk $walk fd2).Ms }; TheirsRows = { (Invoke-Walk $walk fd2).Rows }
    }
    @{
        Work = 'Get-ProcStatus'; Against = 'C walk, read of status'; Reach = 2; Warm = 40
        Ours = { Measure-Block { Get-ProcStatus | Out-Null } }; OursRows = $allProcesses
        Theirs = { (Invoke-Walk $walk status).Ms }; TheirsRows = { (Invoke-Walk $walk status).Rows }
    }
    @{
        # Not to Out-Null: to bind that many objects to its parameter alone takes longer than all the rest.
        Work = "Get-ProcMap, $Mappings mappings"; Against = 'C read of maps'; Reach = 2
        Ours = { Measure-Block { $null = Get-ProcMap $mapped.Id } }; OursRows = { (Get-ProcMap $mapped.Id | Measure-Object).Count }
        Theirs = { (Invoke-Walk $walk "$($mapped.Id)/maps").Ms }; TheirsRows = { (Invoke-Walk $walk "$($mapped.Id)/maps").Rows }
    }
    @{
        Work = 'Get-KernelSymbol'; Against = 'C read of kallsyms'; Reach = 3
        Ours = { Measure-Block { Get-KernelSymbol | Out-Null } }; OursRows = { (Get-KernelSymbol | Measure-Object).Count }
        Theirs = { (Invoke-Walk $walk kallsyms).Ms }; TheirsRows = { (Invoke-Walk $walk kallsyms).Rows }
    }
    @{
        Work = 'Get-KernelSymbol tcp_*'; Against = "grep ' tcp_' /proc/kallsyms"; Reach = 1
        Ours = { Measure-Block { Get-KernelSymbol -Name tcp_* | Out-Null } }; OursRows = { (Get-KernelSymbol -Name tcp_* | Measure-Object).Count }
        Theirs = { Measure-Program "grep ' tcp_' /proc/kallsyms" $printed }; TheirsRows = { Get-PrintedCount . }
    }
    @{
        Work = 'Get-ChildItem Proc:/'; Against = 'Get-ChildItem /proc'; Reach = 2
        Ours = { Measure-Block { Get-ChildItem Proc:/ | Out-Null } }; OursRows = { @(Get-ChildItem Proc:/).Count }
        Theirs = { Measure-Block { Get-ChildItem /proc | Out-Null } }; TheirsRows = { @(Get-ChildItem /proc).Count }
    }
    if (Get-Command lsof -ErrorAction Ignore) {
        @{
            Work = 'Get-ProcFd'; Against = 'lsof -n -P'; Reach = 0.1; Rounds = 5; Warm = 1
            Ours = $fd; OursRows = $fdRows
            Theirs = { Measure-Program 'lsof -n -P' $printed }; TheirsRows = { Get-PrintedCount '^\S+ +\d+ (?: *\d+ )? *\S+ +\d+[rwu -]' }
        }
    }
    @{
        Work = 'Get-ProcFd'; Against = 'Get-ChildItem /proc/*/fd'; Reach = 0.04; Rounds = 1; Warm = 1
        Ours = $fd; OursRows = $fdRows
        Theirs = { Measure-Block { Get-ChildItem /proc/*/fd -ErrorAction Ignore | Out-Null } }; TheirsRows = { }
    }
}

# Addresses to symbols, beyond what the loading of the symbols costs.
function Measure-AddressRate {
    $known = @(Get-KernelSymbol -Type T, t | Where-Object Address | Select-Object -First 10000 | ForEach-Object Address)
    if (-not $known) { return }
    $addresses = [ulong[]]($known * [Math]::Ceiling(200000 / $known.Count))
    $one = [ulong[]]$known[0]
    $rates = foreach ($round in 0..$Rounds) {
        $few = Measure-Block { $null = Get-KernelSymbol -Address $one }
        $many = Measure-Block { $null = Get-KernelSymbol -Address $addresses }
        $addresses.Count / [Math]::Max($many - $few, 0.001) / 1000
    }
    $rate = Get-Median @($rates | Select-Object -Skip 1)
    New-Figure 'Get-KernelSymbol -Address' 'symbols loaded' ('{0:n1} million/s' -f $rate) '≥ 1 million/s' ($rate -ge 1)
}

function Measure-Completion {
    $times = foreach ($round in 0..$Rounds) {
        Measure-Block { [System.Management.Automation.CommandCompletion]::CompleteInput('Get-Item Proc:/se', 17, $null) }
    }
    $ms = Get-Median @($times | Select-Object -Skip 1)
    New-Figure 'completion of Proc:/se' '' ('{0:n0} ms' -f $ms) '≤ 50 ms' ($ms -le 50) $ms
}

function Measure-Import {
    $empty = Join-Path $folder Empty.dll
    Add-Type -OutputAssembly $empty -TypeDefinition 'public class Empty { }'
    $ours = [System.Collections.Generic.List[double]]::new()
    $theirs = [System.Collections.Generic.List[double]]::new()
    foreach ($round in 0..$Rounds) {
        $one = Invoke-Fresh (Join-Path $fresh import.ps1) $module
        $other = Invoke-Fresh (Join-Path $fresh import.ps1) $empty
        if ($round) { $ours.Add($one); $theirs.Add($other) }
    }
    $more = (Get-Median $ours) - (Get-Median $theirs)
    New-Figure 'Import-Module ProcFs' 'an empty binary module' ('{0:n0} ms more' -f $more) '≤ 40 ms more' ($more -le 40) (Get-Median $ours)
}

# The runtime lets young objects fill as much as the processor's cache holds, which says nothing of the module: here 4 MB.
function Measure-Memory([int] $Count) {
    $env:DOTNET_GCgen0size = '400000'
    try { $bytes = foreach ($round in 1..[Math]::Min($Rounds, 3)) { [long](Invoke-Fresh (Join-Path $fresh memory.ps1) $module) } }
    finally { Remove-Item Env:DOTNET_GCgen0size }
    $peak = (Get-Median $bytes) / 1MB
    New-Figure "Get-ProcFd | Where-Object, $Count descriptors" 'the idle process' ('{0:n0} MB more' -f $peak) '≤ 40 MB more' ($peak -le 40)
}

function Measure-Watch {
    $load = Start-Load $loadProgram 1 100 $files
    try {
        $id = (Get-ProcStatus -Name worker-0 | Where-Object ParentProcessId -EQ $load.Id).ProcessId
        $share = [double](Invoke-Fresh (Join-Path $fresh watch.ps1) $module, $id, 10)
        New-Figure 'Watch-ProcFd, 100 descriptors' 'one core' ('{0:n2} %' -f $share) '≤ 1 %' ($share -le 1)
    }
    finally { Stop-Coprocess $load }
}

function Measure-Scale([int[]] $Counts) {
    $times = foreach ($count in $Counts) {
        $load = Start-Load $loadProgram $count 10 $files
        try {
            $ours = foreach ($round in 0..$Rounds) { Measure-Block { Get-ProcFd | Out-Null } }
            Get-Median @($ours | Select-Object -Skip 1)
        }
        finally { Stop-Coprocess $load }
    }
    for ($i = 2; $i -lt $Counts.Count; $i++) {
        $first = ($times[$i - 1] - $times[$i - 2]) / ($Counts[$i - 1] - $Counts[$i - 2])
        $then = ($times[$i] - $times[$i - 1]) / ($Counts[$i] - $Counts[$i - 1])
        $change = $then / $first
        New-Figure "Get-ProcFd, a further process at $($Counts[$i])" "one at $($Counts[$i - 1])" ('{0:n2} ×' -f $change) '≤ 1.15 ×' ($change -le 1.15)
    }
}

# A deleted file that is still open comes back. Both sides wait until the copy is on the disk; cp alone would not.
function Measure-Restore([string] $What, [string] $Make) {
    $copies = Join-Path $folder copies
    $holder = Start-Coprocess /bin/sh '-c', "cd '$files' && $Make && sync && exec 9<held && rm held && echo ready && read _"
    try {
        if ($holder.StandardOutput.ReadLine() -ne 'ready') { throw "The file of $What could not be made." }
        $held = "/proc/$($holder.Id)/fd/9"
        Measure-Pair -Rounds $Rounds @{
            Work = "Restore-ProcFile, $What"; Against = 'cp --sparse=always; sync -d'; Reach = 1; Rounds = 5; Warm = 1
            Ours = {
                Clear-Folder $copies
                Measure-Block { Restore-ProcFile -Id $holder.Id -Number 9 -Destination $copies }
            }
            OursRows = {
                Clear-Folder $copies
                Measure-Copy $held (Restore-ProcFile -Id $holder.Id -Number 9 -Destination $copies).FullName
            }
            Theirs = {
                Clear-Folder $copies
                Measure-Block { sh -c "cp --sparse=always $held '$copies/held' && sync -d '$copies/held'" }
            }
            TheirsRows = {
                Clear-Folder $copies
                cp --sparse=always $held "$copies/held"
                Measure-Copy $held (Join-Path $copies held)
            }
        }
    }
    finally { Stop-Coprocess $holder }
}

function Clear-Folder([string] $Path) {
    if (Test-Path $Path) { Remove-Item -Recurse $Path }
    $null = New-Item -ItemType Directory $Path
}

# The copies that are equal to the file and take no more of the disk than it.
function Measure-Copy([string] $Held, [string] $Copy) {
    cmp -s $Held $Copy
    $isEqual = $LASTEXITCODE -eq 0
    [int]($isEqual -and [long](stat -c %b $Copy) -le [long](stat -L -c %b $Held) + 64)
}

function Measure-All {
    $load = Start-Load $loadProgram $Processes $Descriptors $files
    $walk = Start-Coprocess $walkProgram @()
    $mapped = Start-Coprocess $mappingsProgram $Mappings, (Join-Path $files mapped)
    try {
        if ($mapped.StandardOutput.ReadLine() -ne 'ready') { throw "The process of $Mappings mappings could not be made." }
        foreach ($pair in Get-Pair | Where-Object { $_.Work -like $Only }) { Measure-Pair $pair $Rounds }
        foreach ($pair in Get-CommandPair | Where-Object { $_.Work -like $Only }) { Measure-Pair $pair $Rounds }
        if ('procfs --version' -like $Only) { Measure-CommandStart }
        if ('Get-KernelSymbol -Address' -like $Only) { Measure-AddressRate }
        if ('completion' -like $Only) { Measure-Completion }
        if ('Get-ProcFd memory' -like $Only) { Measure-Memory ($Processes * $Descriptors) }
    }
    finally {
        Stop-Coprocess $mapped
        Stop-Coprocess $walk
        Stop-Coprocess $load
    }

    if ('Get-ProcFd memory' -like $Only) {
        $load = Start-Load $loadProgram ([int]($Processes / 10)) $Descriptors $files
        try { Measure-Memory ($Processes * $Descriptors / 10) }
        finally { Stop-Coprocess $load }
    }
    if ('Restore-ProcFile' -like $Only) {
        Measure-Restore '1 GiB' 'head -c 1G /dev/urandom > held'
        Measure-Restore '3 GiB with 8 MiB of data' 'truncate -s 3G held && for i in 0 1 2 3 4 5 6 7; do dd if=/dev/urandom of=held bs=1M count=1 seek=$((i * 400)) conv=notrunc status=none; done'
    }
    if ('Watch-ProcFd' -like $Only) { Measure-Watch }
    if ('Import-Module' -like $Only) { Measure-Import }
    if ('Get-ProcFd scale' -like $Only) { Measure-Scale 100, 1000, 5000 }
}

try {
    $walkProgram = Build-Yardstick (Join-Path $PSScriptRoot yardstick walk.c) $folder
    $mappingsProgram = Build-Yardstick (Join-Path $PSScriptRoot yardstick mappings.c) $folder
    $loadProgram = Build-Yardstick (Join-Path $PSScriptRoot yardstick load.c) $folder
    $results = @(Measure-All)
    $results | Format-Table -AutoSize @(
        'Work', 'Against'
        @{ Name = 'Ours ms'; Expression = { [double]::IsNaN($_.Ours) ? '' : $_.Ours.ToString('n1') }; Alignment = 'Right' }
        @{ Name = 'Theirs ms'; Expression = { [double]::IsNaN($_.Theirs) ? '' : $_.Theirs.ToString('n1') }; Alignment = 'Right' }
        'Figure', 'Reach', 'Held', 'Rows', 'Other'
    ) | Out-String -Width 160
    if ($Update) { Export-Performance $results (Join-Path $repository docs performance.md) $Processes $Descriptors $Rounds }
}
finally {
    Remove-Item -Recurse -Force $folder
}
