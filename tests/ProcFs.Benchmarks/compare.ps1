#!/usr/bin/env pwsh
#requires -Version 7.6
<#
.SYNOPSIS
    Compares the staged module with the tools that read /proc, in one run, and prints one table.
.DESCRIPTION
    Starts processes that hold descriptors and sockets, measures both sides alternately, and takes the median of each. Figures are
    ratios, because absolute times mean little on a shared machine. Build the module first: ./build.sh Build
.EXAMPLE
    tests/ProcFs.Benchmarks/compare.ps1 -Update
    Writes the table into docs/performance.md.
.EXAMPLE
    tests/ProcFs.Benchmarks/compare.ps1 -Only Get-ProcFd*
    Measures only some of the rows.
.EXAMPLE
    tests/ProcFs.Benchmarks/compare.ps1 -Baseline ../before/out/ProcFs/0.1.0/ProcFs.psd1
    Compares the staged module with another build of it.
#>
[CmdletBinding()]
param(
    [ValidateRange(10, 10000)] [int] $Processes = 1000,
    [ValidateRange(1, 10000)] [int] $Descriptors = 100,
    [ValidateRange(1, 60000)] [int] $Mappings = 20000,
    [ValidateRange(1000, 100000)] [int] $Sockets = 20000,
    [ValidateRange(1, 99)] [int] $Rounds = 7,
    [SupportsWildcards()] [string[]] $Only = '*',
    [string] $Baseline,
    [switch] $Update
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$WarningPreference = 'Ignore'
$ProgressPreference = 'Ignore'

$repository = Split-Path (Split-Path $PSScriptRoot)
$version = (Import-PowerShellDataFile (Join-Path $repository ProcFs.psd1)).ModuleVersion
$module = Join-Path $repository out ProcFs $version ProcFs.psd1
if (-not (Test-Path $module)) { throw 'The module is not staged. Run: ./build.sh Build' }
if ($Baseline) { $Baseline = (Resolve-Path -LiteralPath $Baseline).Path }
if (-not (Get-Command cc -ErrorAction Ignore)) { throw 'A C compiler is needed for the baseline program: cc was not found.' }
$procfs = Join-Path $repository out procfs procfs
if (-not (Test-Path $procfs)) { Write-Host 'LEFT OUT: the rows of procfs. Run: dotnet publish src/ProcFs.Cli --output out/procfs' }

Import-Module (Join-Path $PSScriptRoot Measurement.psm1)
$folder = Join-Path ([System.IO.Path]::GetTempPath()) "procfs-$PID"
$files = Join-Path $folder files
$printed = Join-Path $folder printed
$null = New-Item -ItemType Directory $folder, $files
$headerLines = 2

function Test-Wanted([string] $Work) { [bool]($Only | Where-Object { $Work -like $_ }) }

# The rows that are measured under one load.
function Get-Row([string] $Load, [string] $Elsewhere) {
    & (Join-Path $PSScriptRoot Comparisons.ps1) -Mapped $mapped.Id -Mappings $Mappings -Elsewhere $Elsewhere |
        Where-Object { ($_.ContainsKey('Load') ? $_.Load : 'Descriptors') -eq $Load }
}

function Test-Possible([hashtable] $Row) {
    $lacks = $Row.ContainsKey('Needs') -and -not (Get-Command $Row.Needs -CommandType Application -ErrorAction Ignore)
    if ($lacks) { Write-Host "LEFT OUT: $($Row.Work), because there is no $($Row.Needs)." }
    $isOther = $Row.ContainsKey('Procfs') -and ($Baseline -or -not (Test-Path $procfs))
    -not $lacks -and -not $isOther
}

# A network namespace of their own needs the right to make one.
function Start-Sockets {
    try { Start-Load $programs.sockets $Sockets }
    catch { Write-Host "LEFT OUT: the rows of sockets. $_" }
}

# What a fresh session takes for its first call.
function Measure-First([string] $Script, [string] $Module) {
    Get-Median @(foreach ($round in 1..3) {
        $session = Start-Session $Module
        try { (Invoke-Session $session $Script).Ms } finally { Stop-Coprocess $session }
    })
}

function Measure-Comparison([hashtable] $Row) {
    $times = $Row.ContainsKey('Rounds') ? [Math]::Min($Row.Rounds, $Rounds) : $Rounds
    $warm = $Row.ContainsKey('Warm') ? $Row.Warm : $times -lt $Rounds ? 2 : 6
    $pattern = $Row.ContainsKey('Pattern') ? $Row.Pattern : '.'
    $isProcfs = $Row.ContainsKey('Procfs')
    $ours = $isProcfs ? { Invoke-Program "'$procfs' $($Row.Procfs)" $printed } : { Invoke-Session $session $Row.Ours }
    $theirs = $Baseline ? { Invoke-Session $before $Row.Ours } `
        : $Row.ContainsKey('Walk') ? { Invoke-Walk $walk $Row.Walk } `
        : $Row.ContainsKey('Script') ? { Invoke-Session $session $Row.Script } `
        : { Invoke-Program $Row.Program $printed $pattern }
    if ($Baseline) { foreach ($round in 1..$warm) { $null = & $theirs } }
    $reach = -not $Baseline -and $Row.ContainsKey('Reach') ? $Row.Reach : [double]::PositiveInfinity
    $isFaster = $reach -lt 0.2 -and -not $Row.ContainsKey('IsRatio')
    $result = Measure-Pair $Row.Work ($Baseline ? 'the baseline' : $Row.Against) $ours $theirs $times ($isProcfs ? 1 : $warm) $reach -IsFaster:$isFaster
    if ($isProcfs) {
        $null = & $ours
        $result.Rows = @(Get-Content -LiteralPath $printed).Count - $headerLines
    }
    else {
        $rows = $Row.ContainsKey('Rows') ? $Row.Rows : $Row.Ours -replace ' \| Out-Null$'
        $result.Rows = (Invoke-Session $session "($rows | Measure-Object).Count").Printed
        if ($Row.ContainsKey('OtherRows')) { $result.Other = (Invoke-Session $session "($($Row.OtherRows) | Measure-Object).Count").Printed }
        $result.First = Measure-First $Row.Ours $module
    }
    $result
}

function Measure-Comparisons {
    $mapped = Start-Load $programs.mappings $Mappings, (Join-Path $files mapped)
    $walk = Start-Coprocess $programs.walk @()
    $session = Start-Session $module
    $before = $Baseline ? (Start-Session $Baseline) : $null
    try {
        foreach ($kind in 'Descriptors', 'Sockets') {
            if (-not (Get-Row $kind | Where-Object { Test-Wanted $_.Work })) { continue }
            $load = $kind -eq 'Sockets' ? (Start-Sockets) : (Start-Load $programs.load $Processes, $Descriptors, $files)
            if (-not $load) { continue }
            try {
                $wanted = @(Get-Row $kind ($load.Answer -replace '^ready ?') | Where-Object { (Test-Wanted $_.Work) -and (Test-Possible $_) })
                # The same question to two builds is asked once.
                if ($Baseline) { $wanted = @($wanted | Sort-Object { $_.Ours } -Unique) }
                foreach ($row in $wanted) { Measure-Comparison $row }
            }
            finally { Stop-Coprocess $load }
        }
    }
    finally { foreach ($process in $mapped, $walk, $session, $before) { if ($process) { Stop-Coprocess $process } } }
}

try {
    $programs = @{}
    foreach ($name in 'walk', 'mappings', 'load', 'sockets') { $programs[$name] = Build-Yardstick (Join-Path $PSScriptRoot yardstick "$name.c") $folder }
    $results = @(
        Measure-Comparisons
        if (-not $Baseline) { . (Join-Path $PSScriptRoot Figures.ps1) }
    )
    $results | Format-Table -AutoSize @(
        'Work', 'Against'
        foreach ($name in 'Ours', 'Theirs', 'First') {
            @{ Name = "$name ms"; Expression = [scriptblock]::Create("[double]::IsNaN(`$_.$name) ? '' : `$_.$name.ToString('n1')"); Alignment = 'Right' }
        }
        'Figure', 'Spread', 'Reach', 'Held', 'Rows', 'Other'
    ) | Out-String -Width 200
    if ($Update) { . (Join-Path $PSScriptRoot Page.ps1) $results (Join-Path $repository docs performance.md) }
}
finally {
    Remove-Item -Recurse -Force $folder
}
