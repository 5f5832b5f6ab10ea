# Many processes at once: those that stay, and those that are born and die all the time. All of them end when their input is closed.

# A process with that many children, which wait; with fewer where the machine allows no more.
function Start-Crowd([int] $Count) {
    Start-Shell "exec 3<&0; i=0; while [ `$i -lt $Count ]; do (read -r _) <&3 & i=`$((i + 1)); done; echo ready; wait"
}

# A process with children that are born and die, some 200 a second.
function Start-Churn {
    $churn = Start-Shell 'while ! read -r -t 0.02 _; do for i in 1 2 3 4 5 6 7 8; do /bin/true & done; wait; echo 8; done' -Shell bash
    $null = $churn.StandardOutput.ReadToEndAsync()
    $churn
}

# Runs lines of a shell, and returns once it has written a first line.
function Start-Shell([string] $Script, [string] $Shell = 'sh') {
    $start = [Diagnostics.ProcessStartInfo]::new($Shell, [string[]]('-c', $Script))
    $start.Environment.Clear()
    $start.Environment['PATH'] = '/usr/bin:/bin'
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    if (-not $process.StandardOutput.ReadLine()) { throw "The process did not start: $Script" }
    $process
}

function Stop-Crowd([Diagnostics.Process] $Crowd) {
    if ($Crowd) {
        $Crowd.StandardInput.Close()
        $Crowd.WaitForExit()
        $Crowd.Dispose()
    }
}

# How large the tests are: the long form is what build.ps1 -Task Soak runs.
$isLong = [bool]$env:PROCFS_SOAK
