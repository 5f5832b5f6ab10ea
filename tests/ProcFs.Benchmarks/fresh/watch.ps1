# What Watch-ProcFd takes of one core while nothing changes, in percent: the CPU time of the whole engine, less that of one that waits.
param([string] $Module, [int] $Id, [int] $Seconds)

function Measure-Engine {
    $engine = [System.Diagnostics.Process]::GetCurrentProcess()
    $before = $engine.TotalProcessorTime
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    [System.Threading.Thread]::Sleep($Seconds * 1000)
    $engine.Refresh()
    100 * ($engine.TotalProcessorTime - $before).TotalSeconds / $watch.Elapsed.TotalSeconds
}

$none = [System.Management.Automation.PSDataCollection[psobject]]::new()
$none.Complete()
$seen = [System.Management.Automation.PSDataCollection[psobject]]::new()
$shell = [powershell]::Create().AddCommand('Import-Module').AddArgument($Module).AddStatement().AddCommand('Watch-ProcFd').AddParameter('Id', $Id)
$run = $shell.BeginInvoke($none, $seen)
while ($seen.Count -lt 100) { [System.Threading.Thread]::Sleep(100) }

# The runtime compiles once more what it has run for a while, and now and then for longer than a window: the median leaves that out.
[System.Threading.Thread]::Sleep(20000)
$busy = foreach ($window in 1..5) { Measure-Engine }
$shell.Stop()
[System.Threading.Thread]::Sleep(5000)
$idle = foreach ($window in 1..3) { Measure-Engine }
((@($busy | Sort-Object)[2]) - (@($idle | Sort-Object)[1])).ToString([cultureinfo]::InvariantCulture)
