# Accepts the public API, which the analyzer checks, and the JSON of the fixtures, which a test checks.
function Update-PublicApi {
    $core = Join-Path $PSScriptRoot .. src ProcFs.Core
    $accepted = Join-Path $core PublicAPI.Unshipped.txt
    $first = '#nullable enable'
    Set-Content $accepted $first

    # The analyzer's code fix omits generated members; its diagnostics name all.
    $complaints = & dotnet build $core --configuration Release --no-incremental '-tl:off' '-p:TreatWarningsAsErrors=false' '-p:WarningsNotAsErrors=RS0016'
    [string[]] $symbols = $complaints | Select-String "RS0016: Symbol '(.+)' is not part of" | ForEach-Object { $_.Matches[0].Groups[1].Value } | Sort-Object -Unique -CaseSensitive
    if (-not $symbols) { $complaints | Write-Host; throw 'ProcFs.Core was not built.' }
    [Array]::Sort($symbols, [StringComparer]::Ordinal)
    Set-Content $accepted (@($first) + $symbols)
}

function Update-Golden {
    $env:PROCFS_ACCEPT_GOLDEN = 1
    try { $null = Invoke-UnitTest ProcFs.Cli.Tests -Select '-class', 'ProcFs.Cli.GoldenTests' }
    finally { Remove-Item Env:PROCFS_ACCEPT_GOLDEN }
}
