# Starts what is measured, takes the time, and puts both sides beside each other.
Set-StrictMode -Version Latest

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

function Start-Load([string] $Program, [int] $Processes, [int] $Descriptors, [string] $Folder) {
    $load = Start-Coprocess $Program $Processes, $Descriptors, $Folder
    $answer = $load.StandardOutput.ReadLine()
    if ($answer -ne 'ready') {
        Stop-Coprocess $load
        throw "The load of $Processes processes could not be made."
    }
    $load
}

# One pass of the C program: rows and milliseconds, without the start of a process.
function Invoke-Walk([System.Diagnostics.Process] $Walk, [string] $Mode) {
    $Walk.StandardInput.WriteLine($Mode)
    $rows, $nanoseconds = $Walk.StandardOutput.ReadLine() -split ' '
    [pscustomobject]@{ Rows = [long]$rows; Ms = [long]$nanoseconds / 1e6 }
}

function Measure-Block([scriptblock] $Block) {
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $Block
    $watch.Elapsed.TotalMilliseconds
}

# A whole process, from its start to its end. What it prints goes to a file, since grep reads no further once it prints to /dev/null.
function Measure-Program([string] $CommandLine, [string] $Output) {
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $process = [System.Diagnostics.Process]::Start('/bin/sh', [string[]]('-c', "exec $CommandLine > '$Output' 2> /dev/null"))
    $process.WaitForExit()
    $watch.Elapsed.TotalMilliseconds
    $process.Dispose()
}

function Get-Median([double[]] $Values) {
    $sorted = @($Values | Sort-Object)
    $middle = [int][Math]::Floor($sorted.Count / 2)
    $sorted.Count % 2 ? $sorted[$middle] : ($sorted[$middle - 1] + $sorted[$middle]) / 2
}

# Runs both sides in turn, after rounds that do not count, and gives the median of each.
function Measure-Pair([hashtable] $Pair, [int] $Rounds) {
    $rounds = $Pair.ContainsKey('Rounds') ? [Math]::Min($Pair.Rounds, $Rounds) : $Rounds
    $ours = [System.Collections.Generic.List[double]]::new()
    $theirs = [System.Collections.Generic.List[double]]::new()

    # The runtime compiles once more what it has run for a while.
    foreach ($round in 1..($Pair.ContainsKey('Warm') ? $Pair.Warm : 5)) { $null = & $Pair.Ours }
    foreach ($round in 1..$rounds) {
        $ours.Add((& $Pair.Ours))
        $theirs.Add((& $Pair.Theirs))
    }

    $ratio = (Get-Median $ours) / (Get-Median $theirs)
    $reach = $Pair.ContainsKey('Reach') ? $Pair.Reach : [double]::PositiveInfinity
    $isTimes = $reach -lt 0.3 -and -not $Pair.ContainsKey('ShowsRatio')
    [pscustomobject]@{
        Work    = $Pair.Work
        Against = $Pair.Against
        Ours    = Get-Median $ours
        Theirs  = Get-Median $theirs
        Figure  = $isTimes ? ('{0:n0} × faster' -f (1 / $ratio)) : ('{0:n2} ×' -f $ratio)
        Reach   = $isTimes ? "≥ $([Math]::Round(1 / $reach)) × faster" : [double]::IsFinite($reach) ? "≤ $reach ×" : ''
        Held    = $ratio -le $reach
        Rows    = & $Pair.OursRows
        Other   = & $Pair.TheirsRows
    }
}

# A figure that stands by itself: no other side was run.
function New-Figure([string] $Work, [string] $Against, [string] $Figure, [string] $Reach, [bool] $Held, [double] $Ms = [double]::NaN) {
    [pscustomobject]@{
        Work = $Work; Against = $Against; Ours = $Ms; Theirs = [double]::NaN
        Figure = $Figure; Reach = $Reach; Held = $Held; Rows = $null; Other = $null
    }
}

# Runs a script in a PowerShell of its own, with nothing but the engine loaded, and gives what it prints.
function Invoke-Fresh([string] $Script, [string[]] $Arguments) {
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File $Script @Arguments
}

# The page of the figures: ratios only, and what they were taken on in the widest words.
function Export-Performance([object[]] $Results, [string] $Path, [int] $Processes, [int] $Descriptors, [int] $Rounds) {
    $kernel = (Get-Content /proc/sys/kernel/osrelease) -replace '^(\d+\.\d+).*', '$1'
    $page = @(
        '# Performance'
        ''
        'Absolute times mean little on shared machines, so each figure is a ratio: both sides are measured alternately in one run, warm;'
        'the median counts, and the rows of both sides are compared. The baseline is a single-threaded C program that makes only the necessary system calls'
        'and discards the bytes: the lower bound for any single-threaded tool that reads /proc. Restoring a file is measured until the data'
        'is on disk, on both sides: `cp` alone would stop at the page cache, so `sync -d` follows it.'
        ''
        'To measure on your own machine (you need a C compiler): `./build.sh Build`, then'
        '`pwsh tests/ProcFs.Benchmarks/compare.ps1 -Update`.'
        ''
        "Measured on Linux $kernel, $([Environment]::ProcessorCount) cores, $Processes processes with $Descriptors descriptors each, median of $Rounds rounds:"
        ''
        '| operation | compared with | rows | measured | target |'
        '| --- | --- | --- | --- | --- |'
    )
    foreach ($result in $Results) {
        $rows = @($result.Rows, $result.Other | Where-Object { $null -ne $_ }) -join ' / '
        $page += "| $(Format-Cell $result.Work) | $(Format-Cell $result.Against) | $rows | $($result.Figure) | $($result.Reach) |"
    }
    Set-Content $Path $page
}

function Format-Cell([string] $Text) { $Text.Replace('|', '\|') }

Export-ModuleMember -Function *
