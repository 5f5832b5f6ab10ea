#!/usr/bin/env pwsh
#requires -Version 7.6
<#
.SYNOPSIS
    Builds, tests and packages ProcFs.
.DESCRIPTION
    Build    compiles everything and stages the module in out/ProcFs/<version>, ready to install; -Fast compiles only the module, without the analyzers
    Test     builds, and runs all tests; the last line gives the counts; -Coverage instead runs the tests of the library and reports the lines and branches of ProcFs.Core that they reach
    Fuzz     builds, and feeds ten million altered files (or the number in PROCFS_FUZZ) to every reader
    Soak     builds, and runs the tests of size, churn, interruption and privilege in their long form, and the reading tests for each reader that lacks something (an hour)
    Accept   accepts the current public API of ProcFs.Core and the current objects of the fixtures; the difference is for review
    Docs     builds, and regenerates docs/coverage.md, docs/types.md, docs/safety.md, the units in the help and, if PlatyPS is installed, the built help
    Try      builds, and demonstrates the module on this machine's /proc
    Package  creates the package for the PowerShell Gallery in out/package, and that of the library ProcFs.Core in out/package/library
    Install  builds, and copies the module, procfs and its completion scripts into the user's folders; -Uninstall removes them
    Clean    removes out
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Fuzz', 'Soak', 'Accept', 'Docs', 'Try', 'Package', 'Install', 'Clean')]
    [string] $Task = 'Build',

    [switch] $Fast,

    [switch] $Coverage,

    [switch] $Uninstall
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$manifest = Import-PowerShellDataFile (Join-Path $PSScriptRoot ProcFs.psd1)
$out = Join-Path $PSScriptRoot out
$stage = Join-Path $out ProcFs $manifest.ModuleVersion
$localModules = Join-Path $out modules
. (Join-Path $PSScriptRoot build Help.ps1)
. (Join-Path $PSScriptRoot build Command.ps1)
. (Join-Path $PSScriptRoot build Coverage.ps1)
. (Join-Path $PSScriptRoot build Install.ps1)
. (Join-Path $PSScriptRoot build Accept.ps1)
. (Join-Path $PSScriptRoot build Soak.ps1)

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE) { throw "dotnet $($args[0]) failed." }
}

# The engine that runs this build: pwsh, or dotnet with the engine's assembly if it was restored as a tool.
function Get-Engine([string] $Path = [Environment]::ProcessPath) {
    $Path
    if ([IO.Path]::GetFileName($Path) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll }
}

function Invoke-Engine {
    $first, $rest = @(Get-Engine) + $args
    & $first @rest
}

function Build-Everything {
    Invoke-DotNet build (Join-Path $PSScriptRoot ProcFsPS.sln) --configuration Release --verbosity quiet
    Set-Stage (Join-Path $out build)
}

# Without the analyzers, which take longer than the compiler. The output goes to a folder of its own, so that it does not pass for analyzed.
function Build-Fast {
    $artifacts = Join-Path $out fast
    Invoke-DotNet build (Join-Path $PSScriptRoot src ProcFs) --configuration Release --verbosity quiet '-p:RunAnalyzers=false' "-p:ArtifactsPath=$artifacts"
    Set-Stage $artifacts
}

function Set-Stage([string] $Artifacts) {
    if (Test-Path $stage) { Remove-Item -Recurse -Force $stage }
    $null = New-Item -ItemType Directory -Force $stage
    $built = Join-Path $Artifacts bin ProcFs release
    Copy-Item (Join-Path $built ProcFs.dll), (Join-Path $built ProcFs.Core.dll) $stage
    Copy-Item (Join-Path $PSScriptRoot ProcFs.psd1), (Join-Path $PSScriptRoot LICENSE) $stage
    Invoke-Engine -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot build Views.ps1) -Stage $stage
    if ($LASTEXITCODE) { throw 'The views were not written.' }
    Copy-Help $stage
}

# The pages generated from the declarations, and the built help.
function Write-Reference {
    Invoke-Engine -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot build Reference.ps1) -Core (Join-Path $out build bin ProcFs.Core release ProcFs.Core.dll) -Destination (Join-Path $PSScriptRoot docs)
    if ($LASTEXITCODE) { throw 'The reference was not written.' }
    Update-BuiltHelp -SaveIn $localModules -WorkFolder (Join-Path $out staging help)
    Copy-Help $stage
}

# Runs the assembly of a test project, and returns its counts and the reasons for skipped tests.
function Invoke-UnitTest([string] $Name, [string] $Report = $Name, [string[]] $Select = @()) {
    $path = Join-Path $out test "$Report.xml"
    & dotnet (Join-Path $out build bin $Name release "$Name.dll") -noColor -result-xml $path @Select | Out-Host
    if (-not (Test-Path $path)) { throw "$Name did not run." }
    foreach ($assembly in ([xml](Get-Content -Raw $path)).assemblies.assembly) {
        [pscustomobject]@{
            Passed  = [int]$assembly.passed
            Failed  = [int]$assembly.failed + [int]$assembly.errors
            Skipped = [int]$assembly.skipped
            Reasons = @($assembly.SelectNodes('.//test[@result="Skip"]/reason') | ForEach-Object InnerText)
        }
    }
}

# The tests of the command, on each program built from it.
function Invoke-CommandTest {
    $made = @(Publish-Command (Join-Path $out procfs))
    if ($made -and $made.IsNative) { $made += @(Publish-Command (Join-Path $out procfs-ready) -Ready) }
    if (-not $made) { return Invoke-UnitTest ProcFs.Cli.Tests }
    try {
        foreach ($command in $made) {
            $env:PROCFS_COMMAND = $command.Path
            Invoke-UnitTest ProcFs.Cli.Tests "ProcFs.Cli.Tests-$($command.IsNative ? 'native' : 'ready')"
        }
    }
    finally { $env:PROCFS_COMMAND = $null }
}

# In a child process whose module path contains only the staged module and Pester, so that the tests do not depend on this session or machine.
function Invoke-ModuleTest([string] $Part = '') {
    $report = Join-Path $out test "Pester$Part.json"
    $run = Join-Path $PSScriptRoot tests Pester Invoke-Pester.ps1
    $modulePath = (Split-Path (Split-Path $stage)), $localModules -join [IO.Path]::PathSeparator
    $variables = "PSModulePath=$modulePath", "PROCFS_PLATYPS=$(Find-PlatyPS)", "PROCFS_PACKAGE=$(Join-Path $out package)"
    $command = Join-Path $out procfs procfs
    if (Test-Path $command) { $variables += "PROCFS_COMMAND=$command" }
    & env @variables @(Get-Engine) -NoProfile -NonInteractive -File $run -Report $report -Path (Join-Path $PSScriptRoot tests Pester $Part) | Out-Host
    if (-not (Test-Path $report)) { throw 'Pester did not run.' }
    Get-Content -Raw $report | ConvertFrom-Json
}

function Invoke-Test {
    $reports = Join-Path $out test
    if (Test-Path $reports) { Remove-Item -Recurse $reports }
    $null = New-Item -ItemType Directory -Force $reports
    $names = (Get-ChildItem (Join-Path $PSScriptRoot tests) -Recurse -Filter *.Tests.csproj).BaseName | Where-Object { $_ -ne 'ProcFs.Cli.Tests' }
    New-Package
    $results = @($names | ForEach-Object { Invoke-UnitTest $_ }) + @(Invoke-CommandTest) + @(Invoke-ModuleTest)
    $passed, $failed, $skipped = 'Passed', 'Failed', 'Skipped' | ForEach-Object { ($results | Measure-Object $_ -Sum).Sum }
    $results.Reasons | Group-Object -NoElement | Sort-Object Count -Descending | ForEach-Object { '{0,5} skipped: {1}' -f $_.Count, $_.Name }
    "$passed passed, $failed failed, $skipped skipped"
    if ($failed -or -not $passed) { exit 1 }
}

function Invoke-Fuzz {
    if (-not $env:PROCFS_FUZZ) { $env:PROCFS_FUZZ = 10000000 }
    & dotnet (Join-Path $out build bin ProcFs.Core.Tests release ProcFs.Core.Tests.dll) -noColor -namespace ProcFs.Fuzzing | Out-Host
    if ($LASTEXITCODE) { exit 1 }
}

function Invoke-Try {
    $isTerminal = -not ([Console]::IsInputRedirected -or [Console]::IsOutputRedirected)
    $stay = $isTerminal ? @('-NoExit') : @('-NonInteractive')
    $env:PSModulePath = $out, $env:PSModulePath -join [IO.Path]::PathSeparator
    Invoke-Engine -NoLogo -NoProfile @stay -File (Join-Path $PSScriptRoot docs try.ps1)
}

function New-Package {
    $package = Join-Path $out package
    if (Test-Path $package) { Remove-Item -Recurse $package }
    $null = New-Item -ItemType Directory -Force $package
    $tags = @('PSModule', 'PSIncludes_Cmdlet') + $manifest.PrivateData.PSData.Tags + ($manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" })
    $env:Stage, $env:Version, $env:Description, $env:PackageTags = $stage, $manifest.ModuleVersion, $manifest.Description, ($tags -join ' ')
    Invoke-DotNet pack (Join-Path $PSScriptRoot src ProcFs.Package) --output $package --verbosity quiet
    Invoke-DotNet pack (Join-Path $PSScriptRoot src ProcFs.Core) --no-build --configuration Release --output (Join-Path $package library) --verbosity quiet
}

function Install-Everything {
    Build-Everything
    $command = Publish-Command (Join-Path $out procfs)
    if (-not $command) { throw 'The command procfs was not published.' }
    $path = Install-Build $stage $command.Path $manifest.ModuleVersion
    $path.PSObject.Properties.Value | Write-Host
    if ((Split-Path $path.Command) -notin ($env:PATH -split ':')) { Write-Host "$(Split-Path $path.Command) is not on the PATH." }
    Write-Host "zsh completes procfs once $(Split-Path $path.Zsh) is in its fpath."
}

if ($Fast -and $Task -ne 'Build') { throw 'Use -Fast only with Build.' }
if ($Coverage -and $Task -ne 'Test') { throw 'Use -Coverage only with Test.' }
if ($Uninstall -and $Task -ne 'Install') { throw 'Use -Uninstall only with Install.' }
switch ($Task) {
    'Build' { if ($Fast) { Build-Fast } else { Build-Everything }; Write-Host "ProcFs $($manifest.ModuleVersion) is in $(Resolve-Path -Relative $stage)" }
    'Test' { if ($Coverage) { Invoke-Coverage } else { Build-Everything; Invoke-Test } }
    'Fuzz' { Build-Everything; Invoke-Fuzz }
    'Soak' { Build-Everything; Invoke-Soak }
    'Accept' { Update-PublicApi; Build-Everything; Update-Golden }
    'Docs' { Build-Everything; Write-Reference }
    'Try' { Build-Fast; Invoke-Try }
    'Package' { Build-Everything; New-Package; Get-ChildItem (Join-Path $out package) }
    'Install' { if ($Uninstall) { Uninstall-Build $manifest.ModuleVersion } else { Install-Everything } }
    'Clean' { if (Test-Path $out) { Remove-Item -Recurse -Force $out } }
}
