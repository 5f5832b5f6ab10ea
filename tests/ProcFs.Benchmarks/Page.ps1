# Writes the table of the page of figures, between its heading and what is written there by hand.
param([object[]] $Results, [string] $Path)

function Format-Cell([string] $Text) { $Text.Replace('|', '\|') }

$kernel = (Get-Content /proc/sys/kernel/osrelease) -replace '^(\d+\.\d+).*', '$1'
$page = Get-Content -Raw $Path
$start = $page.IndexOf("`nMeasured on Linux") + 1
$end = $page.IndexOf("`n## ", $start) + 1
$table = @(
    "Measured on Linux $kernel, $([Environment]::ProcessorCount) cores, $Processes processes with $Descriptors descriptors each, $Sockets sockets in two network namespaces, median of $Rounds rounds:"
    ''
    '| operation | compared with | rows | measured | middle half of the rounds | first call | target |'
    '| --- | --- | --- | --- | --- | --- | --- |'
    foreach ($result in $Results) {
        $rows = @($result.Rows, $result.Other | Where-Object { $_ }) -join ' / '
        $first = [double]::IsNaN($result.First) ? '' : '{0:n0} ms, then {1:n0}' -f $result.First, $result.Ours
        "| $(Format-Cell $result.Work) | $(Format-Cell $result.Against) | $rows | $($result.Figure) | $($result.Spread) | $first | $($result.Reach) |"
    }
    ''
    ''
) -join "`n"
[System.IO.File]::WriteAllText($Path, $page.Substring(0, $start) + $table + $page.Substring($end))
