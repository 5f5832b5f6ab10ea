# Starts what is measured, takes the time, and compares both sides.
Set-StrictMode -Version Latest

# The engine that runs this script: pwsh, or dotnet with the engine's assembly if it was restored as a tool.
function Get-Engine([string] $Path = [Environment]::ProcessPath) {
    $Path
    if ([System.IO.Path]::GetFileName($Path) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll }
}

function Start-Coprocess([string] $File, [string[]] $Arguments) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($File, $Arguments)
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    [System.Diagnostics.Process]::Start($start)
}

# It ends by itself once its standard input does.
function Stop-Coprocess([System.Diagnostics.Process] $Process) {
    $Process.StandardInput.Close()
    $Process.WaitForExit()
    $Process.Dispose()
}

function Build-Yardstick([string] $Source, [string] $Folder) {
    $program = Join-Path $Folder ([System.IO.Path]::GetFileNameWithoutExtension($Source))
    & cc -O2 -o $program $Source
    if ($LASTEXITCODE) { throw "$Source did not compile." }
    $program
}

# A program of the load, once it has said that all is there; with what it said besides.
function Start-Load([string] $Program, [string[]] $Arguments) {
    $load = Start-Coprocess $Program $Arguments
    $answer = $load.StandardOutput.ReadLine()
    if ("$answer" -notlike 'ready*') {
        Stop-Coprocess $load
        throw "The load $Program $Arguments could not be made."
    }
    $load | Add-Member -NotePropertyName Answer -NotePropertyValue $answer -PassThru
}

# A session of its own with the module, which runs what it is sent.
function Start-Session([string] $Module) {
    $first, $rest = @(Get-Engine) + '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot fresh session.ps1), $Module
    $session = Start-Coprocess $first $rest
    if ($session.StandardOutput.ReadLine() -ne 'ready') { throw "The session with $Module did not start." }
    $session
}

# One run of a script in a session: milliseconds, and the last that it printed.
function Invoke-Session([System.Diagnostics.Process] $Session, [string] $Script) {
    $Session.StandardInput.WriteLine([Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($Script)))
    $ms, $printed = "$($Session.StandardOutput.ReadLine())" -split ' ', 2
    [pscustomobject]@{ Ms = [double]::Parse($ms, [cultureinfo]::InvariantCulture); Printed = $printed }
}

# One pass of the C program: rows and milliseconds, without the start of a process.
function Invoke-Walk([System.Diagnostics.Process] $Walk, [string] $Mode) {
    $Walk.StandardInput.WriteLine($Mode)
    $rows, $nanoseconds = $Walk.StandardOutput.ReadLine() -split ' '
    [pscustomobject]@{ Ms = [long]$nanoseconds / 1e6; Printed = $rows }
}

# A whole process, from its start to its end. What it prints goes to a file, since grep reads no further once it prints to /dev/null.
function Invoke-Program([string] $CommandLine, [string] $Output, [string] $Pattern) {
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $process = [System.Diagnostics.Process]::Start('/bin/sh', [string[]]('-c', "{ $CommandLine; } > '$Output' 2> /dev/null"))
    $process.WaitForExit()
    $ms = $watch.Elapsed.TotalMilliseconds
    $process.Dispose()
    [pscustomobject]@{ Ms = $ms; Printed = $Pattern ? @(Select-String -LiteralPath $Output -Pattern $Pattern).Count : $null }
}

function Get-Median([double[]] $Values) {
    $sorted = @($Values | Sort-Object)
    $middle = [int][Math]::Floor($sorted.Count / 2)
    $sorted.Count % 2 ? $sorted[$middle] : ($sorted[$middle - 1] + $sorted[$middle]) / 2
}

# Runs a script in an engine of its own, with nothing but the engine loaded, and returns what it prints.
function Invoke-Fresh([string] $Script, [string[]] $Arguments) {
    $first, $rest = @(Get-Engine) + '-NoProfile', '-NonInteractive', '-File', $Script + $Arguments
    & $first @rest
}

# Both sides alternately, after rounds that do not count; the median of each, the ratio, and between which ratios the middle half of the rounds lies.
function Measure-Pair([string] $Work, [string] $Against, [scriptblock] $Ours, [scriptblock] $Theirs, [int] $Rounds, [int] $Warm, [double] $Reach, [switch] $IsFaster) {
    foreach ($round in 1..$Warm) { $null = & $Ours }
    $pairs = foreach ($round in 1..$Rounds) {
        $one = & $Ours
        $other = & $Theirs
        [pscustomobject]@{ Ours = $one.Ms; Theirs = $other.Ms; Ratio = $one.Ms / $other.Ms; Rows = $one.Printed; Other = $other.Printed }
    }

    $mine = Get-Median $pairs.Ours
    $ratio = $mine / (Get-Median $pairs.Theirs)
    $ratios = @($pairs.Ratio | Sort-Object)
    $quarter = [int][Math]::Floor($ratios.Count / 4)
    $show = { param($value) $IsFaster ? '{0:n0} × faster' -f (1 / $value) : '{0:n2} ×' -f $value }
    [pscustomobject]@{
        Work    = $Work
        Against = $Against
        Ours    = $mine
        Theirs  = Get-Median $pairs.Theirs
        Figure  = & $show $ratio
        Spread  = '{0} – {1}' -f (& $show $ratios[$quarter]), (& $show $ratios[$ratios.Count - 1 - $quarter])
        First   = [double]::NaN
        Reach   = [double]::IsFinite($Reach) ? ($IsFaster ? "≥ $([Math]::Round(1 / $Reach)) × faster" : "≤ $Reach ×") : ''
        Held    = $ratio -le $Reach
        Rows    = $pairs[-1].Rows
        Other   = $pairs[-1].Other
    }
}

# A figure that has no other side.
function New-Figure([string] $Work, [string] $Against, [string] $Figure, [string] $Reach, [bool] $Held, [double] $Ms = [double]::NaN) {
    [pscustomobject]@{
        Work = $Work; Against = $Against; Ours = $Ms; Theirs = [double]::NaN; Figure = $Figure; Spread = ''
        First = [double]::NaN; Reach = $Reach; Held = $Held; Rows = $null; Other = $null
    }
}

Export-ModuleMember -Function *
