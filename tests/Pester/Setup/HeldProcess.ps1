# Processes that a test starts with a program and arguments of its choice, and ends by closing their input.

# Starts the program, which has to run bash lines from its last argument, and returns once these are done.
function Start-HeldProcess([string[]] $Program, [string] $Script = ':') {
    $start = [Diagnostics.ProcessStartInfo]::new($Program[0])
    foreach ($argument in @($Program | Select-Object -Skip 1) + '/bin/bash', '--norc', '-c', "$Script`necho ready`nread -r _`nexit 0") {
        $start.ArgumentList.Add($argument)
    }

    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    if ($process.StandardOutput.ReadLine() -ne 'ready') { throw "The process did not start: $Program" }
    $process
}

function Stop-HeldProcess([Diagnostics.Process] $Process) {
    if ($Process) {
        $Process.StandardInput.Close()
        $Process.WaitForExit()
        $Process.Dispose()
    }
}
