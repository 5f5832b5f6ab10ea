# Installs the module, the command and its completion scripts in the folders of the user, and removes them.

# The location of each part, according to the variables that the engine and the shells use.
function Get-InstallPath([string] $Version) {
    $data = $env:XDG_DATA_HOME ? $env:XDG_DATA_HOME : (Join-Path $env:HOME .local share)
    $bash = $env:BASH_COMPLETION_USER_DIR ? $env:BASH_COMPLETION_USER_DIR : (Join-Path $data bash-completion)
    [pscustomobject]@{
        Module  = Join-Path $data powershell Modules ProcFs $Version
        Command = Join-Path $env:HOME .local bin procfs
        Bash    = Join-Path $bash completions procfs
        Zsh     = Join-Path $data zsh site-functions _procfs
    }
}

# Whether a program is this command: the published command contains the name of its library.
function Test-OwnCommand([string] $Path) {
    [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($Path)).Contains('ProcFs.Core')
}

function Install-Build([string] $Stage, [string] $Command, [string] $Version) {
    $path = Get-InstallPath $Version
    if ((Test-Path -LiteralPath $path.Command) -and -not (Test-OwnCommand $path.Command)) {
        throw "$($path.Command) is another program. Nothing was installed."
    }

    if (Test-Path -LiteralPath $path.Module) { Remove-Item -Recurse -Force -LiteralPath $path.Module }
    $path.Module, (Split-Path $path.Command), (Split-Path $path.Bash), (Split-Path $path.Zsh) |
        ForEach-Object { $null = New-Item -ItemType Directory -Force $_ }
    Copy-Item -Recurse (Join-Path $Stage *) $path.Module
    # A running program cannot be overwritten, but another file can take its name.
    Copy-Item $Command "$($path.Command).new"
    Move-Item -Force "$($path.Command).new" $path.Command
    foreach ($shell in 'Bash', 'Zsh') {
        $completion = & $path.Command completion $shell.ToLowerInvariant()
        if ($LASTEXITCODE) { throw "procfs wrote no completion script for $shell." }
        Set-Content -LiteralPath $path.$shell $completion
    }

    $path
}

function Uninstall-Build([string] $Version) {
    $path = Get-InstallPath $Version
    if (Test-Path -LiteralPath $path.Module) { Remove-Item -Recurse -Force -LiteralPath $path.Module }
    $versions = Split-Path $path.Module
    if ((Test-Path -LiteralPath $versions) -and -not (Get-ChildItem -Force -LiteralPath $versions)) { Remove-Item -LiteralPath $versions }
    if ((Test-Path -LiteralPath $path.Command) -and -not (Test-OwnCommand $path.Command)) { return }
    $path.Command, $path.Bash, $path.Zsh | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Remove-Item -LiteralPath $_ }
}
