# Runs the module's tests in this process, which holds nothing but the staged module and Pester, and writes the counts.
param([Parameter(Mandatory)] [string] $Report)

$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$configuration.TestRegistry.Enabled = $false

$result = Invoke-Pester -Configuration $configuration
@{
    Passed  = $result.PassedCount
    Failed  = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    Skipped = $result.SkippedCount + $result.NotRunCount + $result.InconclusiveCount
} | ConvertTo-Json | Set-Content $Report
