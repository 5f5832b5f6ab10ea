# The command procfs, published as one file.
$commandProject = Join-Path $PSScriptRoot .. src ProcFs.Cli

# Publishes what can be made here, native or ready-to-run code, and says which.
function Publish-Command([string] $Folder) {
    $answer = dotnet publish $commandProject --output $Folder --verbosity quiet '-getProperty:IsNative,WhyNotNative'
    if ($LASTEXITCODE) { throw "procfs was not published: $answer" }
    $code = ("$answer" | ConvertFrom-Json).Properties
    $isNative = $code.IsNative -eq 'true'
    Write-Host ($isNative ? 'procfs is native code.' : "procfs is ready-to-run code that needs .NET 10: $($code.WhyNotNative).")
    [pscustomobject]@{ IsNative = $isNative; Path = Join-Path $Folder procfs }
}

# Publishes ready-to-run code; nothing where its compiler is not to be had.
function Publish-ReadyCommand([string] $Folder) {
    $answer = dotnet publish $commandProject --output $Folder --verbosity quiet '-p:PublishAot=false'
    if ($LASTEXITCODE) {
        Write-Host "LEFT OUT: procfs as ready-to-run code. $($answer | Select-Object -First 1)"
        return
    }

    [pscustomobject]@{ IsNative = $false; Path = Join-Path $Folder procfs }
}
