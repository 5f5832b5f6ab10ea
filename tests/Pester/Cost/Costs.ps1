# What each further descriptor or process takes.
$costs = @(
    @{ Command = 'Get-ProcFd'; Of = 'descriptor'; MostCalls = 0.97; MostBytes = 298 }
    @{ Command = 'Get-ProcFd -Detailed'; Of = 'descriptor'; MostCalls = 4.83; MostBytes = 1900 }
    @{ Command = 'Get-ProcFd -Number 0'; Of = 'process'; MostCalls = 6.9; MostBytes = 1060 }
    @{ Command = 'Get-ProcFd -CountOnly'; Of = 'process'; MostCalls = 7.8; MostBytes = 650 }
    @{ Command = 'Get-ProcStat'; Of = 'process'; MostCalls = 5.9; MostBytes = 1630 }
    @{ Command = 'Get-ProcStatus'; Of = 'process'; MostCalls = 8.55; MostBytes = 2130 }
    @{ Command = 'Get-ProcProcess'; Of = 'process'; MostCalls = 12.5; MostBytes = 3590 }
)

$hasStrace = [bool](Get-Command strace -CommandType Application -ErrorAction Ignore) -and $(strace -qq -o /dev/null true 2> $null; $LASTEXITCODE -eq 0)
