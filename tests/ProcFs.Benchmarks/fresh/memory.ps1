# Prints by how many bytes the peak of this process's memory grows while all descriptors go through a pipeline.
param([Parameter(Mandatory)] [string] $Module)
$WarningPreference = 'Ignore'
Import-Module $Module
Get-ProcFd -Id $PID | Where-Object Number -lt 0
$idle = (Get-ProcStatus -Id $PID).VmHwm
Get-ProcFd | Where-Object Number -lt 0
(Get-ProcStatus -Id $PID).VmHwm - $idle
