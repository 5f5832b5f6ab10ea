# Processes that do what they are told while a test goes on, and pipelines that run beside it.

# A process that does one line of bash for each line it is told.
function Start-Writer([string] $Script) {
    $start = [Diagnostics.ProcessStartInfo]::new('bash')
    '--norc', '-c', "cd '$folder'; $Script; echo ready; while read -r line; do eval `"`$line`"; echo done; done" | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $process.StandardOutput.ReadLine() | Should -Be ready
    $process
}

function Send-Line([Diagnostics.Process] $Writer, [string] $Line) {
    $Writer.StandardInput.WriteLine($Line)
    $Writer.StandardOutput.ReadLine() | Should -Be done
}

# A pipeline that runs while the test goes on.
function Start-Pipeline([string] $Script) {
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule((Get-Module ProcFs).Path)
    $shell = [powershell]::Create($state).AddScript($Script)
    @{ Shell = $shell; Run = $shell.BeginInvoke() }
}
