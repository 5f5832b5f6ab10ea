# What each further descriptor or process takes.
$costs = @(
    @{ Command = 'Get-ProcFd'; Of = 'descriptor'; MostCalls = 0.97; MostBytes = 298 }
    @{ Command = 'Get-ProcFd -Detailed'; Of = 'descriptor'; MostCalls = 5.78; MostBytes = 1900 }
    @{ Command = 'Get-ProcFd -Number 0'; Of = 'process'; MostCalls = 7.9; MostBytes = 1215 }
    @{ Command = 'Get-ProcFd -CountOnly'; Of = 'process'; MostCalls = 11.9; MostBytes = 812 }
    @{ Command = 'Get-ProcStat'; Of = 'process'; MostCalls = 6.9; MostBytes = 1772 }
    @{ Command = 'Get-ProcStatus'; Of = 'process'; MostCalls = 10.55; MostBytes = 2268 }
    @{ Command = 'Get-ProcProcess'; Of = 'process'; MostCalls = 14.5; MostBytes = 3700 }
)

$hasStrace = [bool](Get-Command strace -CommandType Application -ErrorAction Ignore) -and $(strace -qq -o /dev/null true 2> $null; $LASTEXITCODE -eq 0)
