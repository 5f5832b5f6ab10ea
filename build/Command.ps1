# Publishes the command procfs as one file: native code if that can be compiled here, otherwise (and with -Ready) ready-to-run code.
# Prints which; returns nothing if the compiler package is not available.
function Publish-Command([string] $Folder, [switch] $Ready) {
    if (Test-Path $Folder) { Remove-Item -Recurse $Folder }
    $code = $Ready ? @('-p:PublishAot=false') : @()
    $answer = dotnet publish (Join-Path $PSScriptRoot .. src ProcFs.Cli) --output $Folder --verbosity quiet '-getProperty:IsNative,WhyNotNative' @code
    if ($LASTEXITCODE) {
        # NU1101 and similar codes: a package is not available.
        if ("$answer" -notmatch 'NU1\d{3}') { throw "procfs was not published: $answer" }
        Write-Host "SKIPPED: procfs as one file. $($answer | Select-Object -First 1)"
        return
    }

    $made = ("$answer" | ConvertFrom-Json).Properties
    $isNative = $made.IsNative -eq 'true'
    $why = $made.WhyNotNative ? ": $($made.WhyNotNative)" : ''
    Write-Host ($isNative ? 'procfs is native code.' : "procfs is ready-to-run code that needs .NET 10$why.")
    [pscustomobject]@{ IsNative = $isNative; Path = Join-Path $Folder procfs }
}
