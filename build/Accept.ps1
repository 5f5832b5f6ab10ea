# What is compared with what was accepted: the public API, by the analyzer, and the fixtures as JSON, by a test.
function Update-PublicApi {
    $core = Join-Path $PSScriptRoot .. src ProcFs.Core
    $accepted = Join-Path $core PublicAPI.Unshipped.txt
    $first = '#nullable enable'
    Set-Content $accepted $first

    # The analyzer's own correction leaves out what is generated; its complaints name everything.
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
