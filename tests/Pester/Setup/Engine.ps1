# Further engines that a test runs, with the module alone on their module path.

# The engine that runs this test: pwsh, or dotnet with the engine's assembly where it came as a tool.
function Get-Engine {
    $path = [Environment]::ProcessPath
    if ([IO.Path]::GetFileName($path) -eq 'dotnet') { return $path, "$PSHOME/pwsh.dll" }
    $path
}

# Whether any user may go to a path: each folder on the way lets others through.
function Test-OpenToAll([string] $Path) {
    for ($folder = [IO.Path]::GetFullPath($Path); $folder; $folder = [IO.Path]::GetDirectoryName($folder)) {
        if (-not ([IO.File]::GetUnixFileMode($folder) -band [IO.UnixFileMode]::OtherExecute)) { return $false }
    }

    $true
}

# A folder that every user may read, with a copy of the module, and of the engine where others cannot reach that.
function New-SharedModule([string] $Path) {
    $null = New-Item -ItemType Directory "$Path/modules/ProcFs", "$Path/home"
    Copy-Item -Recurse (Get-Module ProcFs).ModuleBase "$Path/modules/ProcFs/"
    chmod -R a+rX $Path
    chmod 0777 "$Path/home"
    if (-not (Test-OpenToAll $PSHOME)) {
        # Hard links where the file system allows them: the engine is large.
        cp -al $PSHOME "$Path/engine" 2>$null
        if ($LASTEXITCODE) { rm -rf "$Path/engine"; cp -a $PSHOME "$Path/engine" }
    }
}

# The engine as every user can start it.
function Get-SharedEngine([string] $Shared) {
    if (-not (Test-Path "$Shared/engine")) { return Get-Engine }
    $path = [Environment]::ProcessPath
    if ([IO.Path]::GetFileName($path) -eq 'dotnet') { return $path, "$Shared/engine/pwsh.dll" }
    "$Shared/engine/$([IO.Path]::GetFileName($path))"
}

# Runs a script in a further engine, behind the words of -As (setpriv and the like), and returns what it sends as JSON.
function Invoke-Engine([string] $Shared, [string[]] $As, [string] $Script) {
    $file = "$Shared/$([guid]::NewGuid()).ps1"
    Set-Content $file "`$ErrorActionPreference = 'Continue'`nImport-Module ProcFs`n& {`n$Script`n} | ConvertTo-Json -Depth 4 -Compress"
    chmod a+r $file
    $variables = "HOME=$Shared/home", "PSModulePath=$Shared/modules", 'POWERSHELL_TELEMETRY_OPTOUT=1', 'POWERSHELL_UPDATECHECK=Off', 'NO_COLOR=1'
    $words = @($As) + @('env', '-u', 'XDG_CACHE_HOME', '-u', 'XDG_CONFIG_HOME', '-u', 'XDG_DATA_HOME') + $variables + (Get-SharedEngine $Shared) + @('-NoProfile', '-NonInteractive', '-File', $file) | Where-Object { $_ }
    $first, $rest = $words
    Push-Location /
    try { $text = & $first @rest } finally { Pop-Location }
    ($text | Select-Object -Last 1) | ConvertFrom-Json
}

# An error in a form that survives JSON.
$describeError = 'filter Show-Error { @{ Id = $_.FullyQualifiedErrorId; Category = "$($_.CategoryInfo.Category)"; Message = "$_" } }'
