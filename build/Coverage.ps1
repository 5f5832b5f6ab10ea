# The lines and branches of ProcFs.Core that its own tests reach. The floor is the figure reached, rounded down: raise it with the tests, never lower it.
$coverageFloor = @{ Line = 90; Branch = 83 }

function Invoke-Coverage {
    # Built apart: an instrumented assembly must not pass for the shipped one, and mapped source paths would leave every file out of the figures.
    $artifacts = Join-Path $out coverage
    $results = Join-Path $artifacts results
    if (Test-Path $results) { Remove-Item -Recurse $results }
    Invoke-DotNet build (Join-Path $PSScriptRoot .. tests ProcFs.Core.Tests) --configuration Release --verbosity quiet "-p:ArtifactsPath=$artifacts" '-p:UseMicrosoftTestingPlatformRunner=true' '-p:RunAnalyzers=false' '-p:PathMap='
    # Instrumenting adds a reference, so the test of the references is left out here.
    & dotnet (Join-Path $artifacts bin ProcFs.Core.Tests release ProcFs.Core.Tests.dll) --no-ansi --results-directory $results --filter-not-class ProcFs.AssemblyTests --coverlet --coverlet-output-format cobertura --coverlet-include '[ProcFs.Core]*' | Out-Host
    $failed = $LASTEXITCODE
    $report = @(Get-ChildItem $results -Filter *.xml -ErrorAction Ignore)
    if ($report.Count -ne 1) { throw 'The coverage was not reported.' }
    $coverage = ([xml](Get-Content -Raw $report[0])).coverage
    $line, $branch = 'lines', 'branches' | ForEach-Object { 100 * [int]$coverage."$_-covered" / [int]$coverage."$_-valid" }
    'ProcFs.Core: {0:n1} % of lines ({1} of {2}), {3:n1} % of branches ({4} of {5})' -f $line, $coverage.'lines-covered', $coverage.'lines-valid', $branch, $coverage.'branches-covered', $coverage.'branches-valid'
    if ($line -lt $coverageFloor.Line -or $branch -lt $coverageFloor.Branch) { Write-Host "Below the floor of $($coverageFloor.Line) % of lines and $($coverageFloor.Branch) % of branches."; exit 1 }
    if ($failed) { exit 1 }
}
