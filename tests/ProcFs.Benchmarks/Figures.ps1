# The figures that have no other side to be measured alternately with. They are taken after all loads have ended, or with a load of their own.
$fresh = Join-Path $PSScriptRoot fresh

# Addresses to symbols, less what the loading of the symbols costs.
function Measure-AddressRate {
    $session = Start-Session $module
    try {
        $known = [int](Invoke-Session $session '$known = @(Get-KernelSymbol -Type T, t | Where-Object Address | Select-Object -First 10000 | ForEach-Object Address); $global:all = [ulong[]]($known * [Math]::Ceiling(200000 / [Math]::Max($known.Count, 1))); $all.Count').Printed
        if (-not $known) { return }
        $rates = foreach ($round in 0..$Rounds) {
            $few = (Invoke-Session $session '$null = Get-KernelSymbol -Address $all[0]').Ms
            $many = (Invoke-Session $session '$null = Get-KernelSymbol -Address $all').Ms
            $known / [Math]::Max($many - $few, 0.001) / 1000
        }
    }
    finally { Stop-Coprocess $session }
    $rate = Get-Median @($rates | Select-Object -Skip 1)
    New-Figure 'Get-KernelSymbol -Address' 'symbols loaded' ('{0:n1} million/s' -f $rate) '≥ 1 million/s' ($rate -ge 1)
}

function Measure-Completion {
    $load = Start-Load $programs.load $Processes, 1, $files
    $session = Start-Session $module
    try {
        $times = foreach ($round in 0..$Rounds) { (Invoke-Session $session "[System.Management.Automation.CommandCompletion]::CompleteInput('Get-Item Proc:/se', 17, `$null)").Ms }
    }
    finally { Stop-Coprocess $session; Stop-Coprocess $load }
    $ms = Get-Median @($times | Select-Object -Skip 1)
    New-Figure 'completion of Proc:/se' "$Processes processes" ('{0:n0} ms' -f $ms) '≤ 50 ms' ($ms -le 50) $ms
}

# An empty module has a manifest too: reading that alone takes as long as the import of an assembly.
function Measure-Import {
    $empty = Join-Path $folder Empty
    $null = New-Item -ItemType Directory $empty
    Add-Type -OutputAssembly (Join-Path $empty Empty.dll) -TypeDefinition 'public class Empty { }'
    New-ModuleManifest (Join-Path $empty Empty.psd1) -RootModule Empty.dll -CmdletsToExport @() -FunctionsToExport @() -AliasesToExport @() -VariablesToExport @()
    $pairs = foreach ($round in 0..$Rounds) {
        , ([double](Invoke-Fresh (Join-Path $fresh import.ps1) $module), [double](Invoke-Fresh (Join-Path $fresh import.ps1) (Join-Path $empty Empty.psd1)))
    }
    $ours = Get-Median @($pairs | Select-Object -Skip 1 | ForEach-Object { $_[0] })
    $more = $ours - (Get-Median @($pairs | Select-Object -Skip 1 | ForEach-Object { $_[1] }))
    New-Figure 'Import-Module ProcFs' 'an empty binary module' ('{0:n0} ms more' -f $more) '≤ 40 ms more' ($more -le 40) $ours
}

# The runtime lets young objects fill as much as the processor's cache holds, which says nothing of the module: here 4 MB.
function Measure-Memory([int] $ProcessCount) {
    $load = Start-Load $programs.load $ProcessCount, $Descriptors, $files
    $env:DOTNET_GCgen0size = '400000'
    try { $bytes = foreach ($round in 1..[Math]::Min($Rounds, 3)) { [long](Invoke-Fresh (Join-Path $fresh memory.ps1) $module) } }
    finally { Remove-Item Env:DOTNET_GCgen0size; Stop-Coprocess $load }
    $peak = (Get-Median $bytes) / 1MB
    New-Figure "Get-ProcFd | Where-Object, $($ProcessCount * $Descriptors) descriptors" 'the idle process' ('{0:n0} MB more' -f $peak) '≤ 40 MB more' ($peak -le 40)
}

# The time of one process more, as the number of processes grows.
function Measure-Growth([int[]] $Counts) {
    $times = foreach ($count in $Counts) {
        $load = Start-Load $programs.load $count, 10, $files
        $session = Start-Session $module
        try {
            $ours = foreach ($round in 0..$Rounds) { (Invoke-Session $session 'Get-ProcFd | Out-Null').Ms }
            Get-Median @($ours | Select-Object -Skip 2)
        }
        finally { Stop-Coprocess $session; Stop-Coprocess $load }
    }
    for ($i = 2; $i -lt $Counts.Count; $i++) {
        $first = ($times[$i - 1] - $times[$i - 2]) / ($Counts[$i - 1] - $Counts[$i - 2])
        $change = ($times[$i] - $times[$i - 1]) / ($Counts[$i] - $Counts[$i - 1]) / $first
        New-Figure "Get-ProcFd, a further process at $($Counts[$i])" "one at $($Counts[$i - 1])" ('{0:n2} ×' -f $change) '≤ 1.15 ×' ($change -le 1.15)
    }
}

function Measure-Watch {
    $load = Start-Load $programs.load 1, 100, $files
    try {
        $id = (Get-Content "/proc/$($load.Id)/task/$($load.Id)/children").Trim()
        $share = [double](Invoke-Fresh (Join-Path $fresh watch.ps1) $module, $id, 10)
        New-Figure 'Watch-ProcFd, 100 descriptors' 'one core' ('{0:n2} %' -f $share) '≤ 1 %' ($share -le 1)
    }
    finally { Stop-Coprocess $load }
}

function Measure-CommandStart {
    if (-not (Test-Path $procfs)) { return }
    $ms = Get-Median @(foreach ($round in 0..($Rounds * 2)) { (Invoke-Program "'$procfs' get loadavg" $printed).Ms })
    New-Figure 'procfs get loadavg' 'start to end' ('{0:n0} ms' -f $ms) '≤ 10 ms' ($ms -le 10) $ms
}

# A deleted file that is still open comes back. Both sides wait until the copy is on the disk; cp alone would not.
function Measure-Restore([string] $What, [string] $Make) {
    $copies = Join-Path $folder copies
    $holder = Start-Load /bin/sh '-c', "cd '$files' && $Make && sync && exec 9<held && rm held && echo ready && read _"
    $session = Start-Session $module
    try {
        $held = "/proc/$($holder.Id)/fd/9"
        $clear = "Remove-Item -Recurse -ErrorAction Ignore '$copies'; `$null = New-Item -ItemType Directory '$copies'"
        $result = Measure-Pair "Restore-ProcFile, $What" 'cp --sparse=always; sync -d' {
            $null = Invoke-Session $session $clear
            Invoke-Session $session "(Restore-ProcFile -Id $($holder.Id) -Number 9 -Destination '$copies').To"
        } {
            $null = Invoke-Session $session $clear
            Invoke-Program "cp --sparse=always $held '$copies/held' && sync -d '$copies/held'" $printed
        } ([Math]::Min($Rounds, 3)) 1 1
        $null = Invoke-Session $session $clear
        $copy = (Invoke-Session $session "(Restore-ProcFile -Id $($holder.Id) -Number 9 -Destination '$copies').To").Printed
        cmp -s $held $copy
        $isEqual = $LASTEXITCODE -eq 0 -and [long](stat -c %b $copy) -le [long](stat -L -c %b $held) + 64
        $result.Rows = $isEqual ? 1 : 0
        $result.Other = 1
        $result
    }
    finally { Stop-Coprocess $session; Stop-Coprocess $holder }
}

if (Test-Wanted 'procfs get loadavg') { Measure-CommandStart }
if (Test-Wanted 'Get-KernelSymbol -Address') { Measure-AddressRate }
if (Test-Wanted 'completion of Proc:/se') { Measure-Completion }
if (Test-Wanted 'Import-Module ProcFs') { Measure-Import }
if (Test-Wanted 'Get-ProcFd memory') { Measure-Memory $Processes; Measure-Memory ([int]($Processes / 10)) }
if (Test-Wanted 'Get-ProcFd growth') { Measure-Growth 100, 1000, 5000 }
if (Test-Wanted 'Restore-ProcFile') {
    Measure-Restore '1 GiB' 'head -c 1G /dev/urandom > held'
    Measure-Restore '3 GiB with 8 MiB of data' 'truncate -s 3G held && for i in 0 1 2 3 4 5 6 7; do dd if=/dev/urandom of=held bs=1M count=1 seek=$((i * 400)) conv=notrunc status=none; done'
}
if (Test-Wanted 'Watch-ProcFd') { Measure-Watch }
