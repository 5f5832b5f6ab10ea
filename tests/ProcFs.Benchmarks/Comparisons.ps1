# What is compared: a script of ours or a command line of procfs, what does the same work, and the ratio to reach. The script prints how many rows it counted.
# Walk is a mode of the C program, Program a command line with the pattern of its rows, Script a script without the module.
# In a session, a script runs without the start of a process. Warm: the runtime compiles again what has run for a while.
param([int] $Mapped, [int] $Mappings, [string] $Elsewhere)

$lsofRow = '^\S+ +\d+ (?: *\d+ )? *\S+ +\d+[rwu -]'
$sockets = "ss -H -tunap$(if ($Elsewhere) { "; nsenter --target $Elsewhere --net ss -H -tunap" })"
$awk = "awk '`$3 ~ /^tcp_/' /proc/kallsyms"

@{ Work = 'Get-ProcFd'; Ours = 'Get-ProcFd | Out-Null'; Against = 'C walk, readlink of each'; Walk = 'fd'; Reach = 0.75 }
@{ Work = 'Get-ProcFd -Number 2'; Ours = 'Get-ProcFd -Number 2 | Out-Null'; Against = 'C walk, readlink of fd/2'; Walk = 'fd2'; Reach = 2; Warm = 40 }
@{ Work = 'Get-ProcFd -CountOnly'; Ours = 'Get-ProcFd -CountOnly | Out-Null'; Against = 'C walk, stat of fd'; Walk = 'count'; Reach = 2; Warm = 40 }
@{ Work = 'Get-ProcStatus'; Ours = 'Get-ProcStatus | Out-Null'; Against = 'C walk, read of status'; Walk = 'status'; Reach = 2; Warm = 40 }
# Not to Out-Null: binding that many objects to its parameter takes longer than all the rest.
@{ Work = "Get-ProcMap, $Mappings mappings"; Ours = "`$null = Get-ProcMap $Mapped"; Rows = "Get-ProcMap $Mapped"; Against = 'C read of maps'; Walk = "$Mapped/maps"; Reach = 2 }
@{ Work = 'Get-KernelSymbol'; Ours = 'Get-KernelSymbol | Out-Null'; Against = 'C read of kallsyms'; Walk = 'kallsyms'; Reach = 3 }
@{ Work = 'Get-KernelSymbol tcp_*'; Ours = 'Get-KernelSymbol tcp_* | Out-Null'; Against = "grep ' tcp_' /proc/kallsyms"; Program = "grep ' tcp_' /proc/kallsyms"; Reach = 1 }
@{ Work = 'Get-ProcProcess'; Ours = 'Get-ProcProcess | Out-Null'; Against = 'ps aux'; Program = 'ps aux'; Pattern = '^\S+ +\d'; Reach = 0.6 }
@{ Work = 'Get-ProcProcess'; Ours = 'Get-ProcProcess | Out-Null'; Against = 'Get-Process | Select-Object CommandLine'; Script = 'Get-Process | Select-Object CommandLine | Out-Null'; Reach = 0.05; Rounds = 1 }
@{ Work = 'Get-ChildItem Proc:/'; Ours = 'Get-ChildItem Proc:/ | Out-Null'; Against = 'Get-ChildItem /proc'; Script = 'Get-ChildItem /proc | Out-Null'; Reach = 2; Rows = 'Get-ChildItem Proc:/'; OtherRows = 'Get-ChildItem /proc' }
@{ Work = 'Get-ProcFd'; Ours = 'Get-ProcFd | Out-Null'; Against = 'Get-ChildItem /proc/*/fd'; Script = 'Get-ChildItem /proc/*/fd -ErrorAction Ignore | Out-Null'; Reach = 0.04; Rounds = 1 }
@{ Work = 'Get-KernelParameter'; Ours = 'Get-KernelParameter | Out-Null'; Against = 'sysctl -a'; Program = 'sysctl -a'; Pattern = ' = '; Needs = 'sysctl'; Reach = 1 }
@{ Work = 'Get-KernelMemory'; Ours = 'Get-KernelMemory | Out-Null'; Against = 'free'; Program = 'free'; Pattern = '^Mem'; Needs = 'free'; Reach = 0.3; Warm = 40 }
@{ Work = 'Get-ProcSocket'; Ours = 'Get-ProcSocket -Protocol tcp*, udp* | Out-Null'; Against = 'ss -tunap, in both namespaces'; Program = $sockets; Pattern = '.'; Needs = 'ss'; Reach = 1; Load = 'Sockets' }
@{ Work = 'Get-ProcFd'; Ours = 'Get-ProcFd | Out-Null'; Against = 'lsof -n -P'; Program = 'lsof -n -P'; Pattern = $lsofRow; Needs = 'lsof'; Reach = 0.1; Rounds = 3 }
@{ Work = 'procfs fd'; Procfs = 'fd'; Against = 'lsof -n -P'; Program = 'lsof -n -P'; Pattern = $lsofRow; Needs = 'lsof'; Reach = 0.08; Rounds = 3; IsRatio = $true }
@{ Work = 'procfs fd'; Procfs = 'fd'; Against = 'C walk, readlink of each'; Walk = 'fd'; Reach = 1 }
@{ Work = 'procfs fd --detailed'; Procfs = 'fd --detailed'; Against = 'lsfd'; Program = 'lsfd -n'; Pattern = '^\S+ +\d+ +\S+ +\d'; Needs = 'lsfd'; Reach = 0.5; Rounds = 3 }
@{ Work = 'procfs socket'; Procfs = 'socket --protocol tcp --protocol tcp6 --protocol udp --protocol udp6'; Against = 'ss -tunap, in both namespaces'; Program = $sockets; Pattern = '.'; Needs = 'ss'; Reach = 0.5; Load = 'Sockets' }
@{ Work = 'procfs get meminfo'; Procfs = 'get meminfo'; Against = 'free'; Program = 'free'; Pattern = '^Mem'; Needs = 'free'; Reach = 1 }
@{ Work = "procfs symbol 'tcp_*'"; Procfs = "symbol 'tcp_*'"; Against = $awk; Program = $awk; Pattern = '.' }
