# Processes that a test starts, and ends by closing their input: none outlives the test, whatever becomes of it.

# Runs bash lines, and returns once they are done; the process then waits for Stop-TestProcess.
function Start-TestProcess([string] $Script = ':') {
    $start = [Diagnostics.ProcessStartInfo]::new('bash')
    $start.ArgumentList.Add('--norc')
    $start.ArgumentList.Add('-c')
    $start.ArgumentList.Add("$Script`necho ready`nread -r _`nexit 0")
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    if ($process.StandardOutput.ReadLine() -ne 'ready') { throw "The process did not start: $Script" }
    $process
}

function Stop-TestProcess([Diagnostics.Process] $Process) {
    if ($Process) {
        $Process.StandardInput.Close()
        $Process.WaitForExit()
        $Process.Dispose()
    }
}

# Whether a process ends by itself within a generous time.
function Test-Ended([Diagnostics.Process] $Process) {
    $Process.WaitForExit(30000)
}
