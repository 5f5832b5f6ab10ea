# Folders laid out like /proc, made by the test itself.

$statTail = '1 4242 4242 0 -1 4194304 100 0 0 0 10 20 0 0 20 0 1 0 500 8192000 300 18446744073709551615 1 1 0 0 0 0 0 65536 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0'

function New-Capture([string] $Path) {
    $null = New-Item -ItemType Directory $Path
    [IO.File]::WriteAllText("$Path/stat", "cpu  1 2 3 4 5 6 7 8 9 10`nbtime 1700000000`nprocesses 100`n")
    (Get-Item $Path).FullName
}

function Add-CapturedProcess([string] $Root, [int] $Id, [string] $Name, [System.Collections.IDictionary] $Fd = @{}) {
    $folder = "$Root/$Id"
    $null = New-Item -ItemType Directory "$folder/fd", "$folder/task"
    [IO.File]::WriteAllText("$folder/comm", "$Name`n")
    [IO.File]::WriteAllText("$folder/cmdline", "$Name`0--flag`0")
    [IO.File]::WriteAllText("$folder/stat", "$Id ($Name) S $statTail`n")
    [IO.File]::WriteAllText("$folder/status",
        "Name:`t$Name`nUmask:`t0022`nState:`tS (sleeping)`nTgid:`t$Id`nNgid:`t0`nPid:`t$Id`nPPid:`t1`nTracerPid:`t0`n" +
        "Uid:`t1000`t1000`t1000`t1000`nGid:`t1000`t1000`t1000`t1000`nFDSize:`t64`nGroups:`t4 24 `n" +
        "VmPeak:`t    2048 kB`nVmSize:`t    1024 kB`nVmRSS:`t     512 kB`nThreads:`t1`nSigQ:`t0/100`nCpus_allowed_list:`t0-3`n")
    foreach ($number in $Fd.Keys) {
        $null = [IO.File]::CreateSymbolicLink("$folder/fd/$number", $Fd[$number])
    }
}

# A capture that may hold links to folders. TestDrive is cleared through such links: they must not lie there.
function New-LinkedCapture {
    $path = [IO.Path]::Combine([IO.Path]::GetTempPath(), "procfs-$([guid]::NewGuid())")
    New-Capture $path
}

function Remove-LinkedCapture([string] $Path) {
    if ($Path) { rm -rf $Path }
}
