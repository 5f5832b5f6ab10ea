# Runs the module's tests in this process, which holds nothing but the staged module and Pester, and writes the counts and why tests were skipped.
param([Parameter(Mandatory)] [string] $Report, [string[]] $Path = $PSScriptRoot, [string[]] $ExcludeTag = @())

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Filter.ExcludeTag = $ExcludeTag
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$configuration.TestRegistry.Enabled = $false

# What the test itself said, or what it or a block around it needs.
function Get-Reason([Pester.Test] $Test) {
    if ("$($Test.ErrorRecord)" -match '^is skipped, because (?<reason>.+)$') { return $Matches['reason'] }
    for ($part = $Test; $part; $part = $part -is [Pester.Test] ? $part.Block : $part.Parent) {
        $needs = @($part.Tag) -like 'needs *'
        if ($needs) { return $needs[0] }
    }
}

$result = Invoke-Pester -Configuration $configuration
$left = $ExcludeTag ? @() : @($result.NotRun)
$reasons = foreach ($test in @($result.Skipped) + $left + @($result.Inconclusive)) { (Get-Reason $test) ?? "NO REASON GIVEN: $test" }
$silent = @($reasons) -like 'NO REASON GIVEN*'
@{
    Passed  = $result.PassedCount
    Failed  = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount + $silent.Count
    Skipped = @($reasons).Count - $silent.Count
    Reasons = @($reasons)
} | ConvertTo-Json | Set-Content $Report
