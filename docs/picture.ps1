<#
Draws docs/picture.svg: the output of the lines below on a machine with few processes. It needs root, and its own namespaces:
PSModulePath=$PWD/out unshare --pid --fork --mount --mount-proc script -qec 'pwsh -NoProfile -File docs/picture.ps1' /dev/null 2> /dev/null
#>
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# The processes to show.
mount -t tmpfs none /var/log
mount -t tmpfs none /home
$null = New-Item -ItemType Directory /home/user
$start = [Diagnostics.ProcessStartInfo]::new('bash')
'--norc', '-c', @'
cd /home/user
head -c 3000000 /dev/zero > /var/log/old.log
exec 2> /var/log/errors.log
tail -f /var/log/old.log > /dev/null &
sleep 0.2
rm /var/log/old.log
sleep 1000 2> /dev/null &
echo $(jobs -p %1)
read -r _
kill %1 %2
'@ | ForEach-Object { $start.ArgumentList.Add($_) }
$start.RedirectStandardInput = $start.RedirectStandardOutput = $true
$busy = [Diagnostics.Process]::Start($start)
$id = $busy.StandardOutput.ReadLine()

$lines = @(
    'Get-ProcFd -Number 2 | Group-Object Target -NoElement'
    'Get-ProcFd -Deleted -Type File'
    "Get-ProcFd $id -Number 3 | Restore-ProcFile -Destination ."
    "cd Proc:/$id/fd"
    'dir [0-4]'
    '(Get-Item ../status).VmRss / 1mb'
)
Import-Module ProcFs
Set-Location /home/user
$PSStyle.OutputRendering = 'Ansi'
$prompt = 'PS> '
$shown = foreach ($line in $lines) {
    "$prompt$($PSStyle.Bold)$line$($PSStyle.Reset)"
    (Invoke-Expression $line | Out-String -Width 92) -split "`n" | ForEach-Object TrimEnd | Where-Object { $_ -and $_ -ne $PSStyle.Reset }
    ''
    $prompt = "PS $($PWD.Path -replace '^/home/user', '~')> " -replace '^PS ~> ', 'PS> '
}
$busy.StandardInput.Close()
$busy.WaitForExit()

# A line with its escape sequences, as text of SVG: a class for each colour.
function Format-Svg([string] $Text) {
    $class = ''
    foreach ($part in [regex]::Split($Text, '(\e\[[\d;]*m)')) {
        if ($part -match '^\e\[([\d;]*)m$') {
            $codes = @($Matches[1] -split ';')
            if ($codes -contains '0' -or $codes -contains '') { $class = '' }
            if ($codes -contains '1') { $class = 'bold' }
            if ($codes -contains '32') { $class = 'head' }
            if ($codes -contains '34' -or $codes -contains '44') { $class = 'folder' }
        }
        elseif ($part) {
            $escaped = [System.Security.SecurityElement]::Escape($part)
            $class ? "<tspan class=`"$class`">$escaped</tspan>" : $escaped
        }
    }
}

$y = 30
$rows = foreach ($line in $shown | Select-Object -SkipLast 1) {
    if ($line) { "<text x=`"18`" y=`"$y`">$(-join (Format-Svg $line))</text>" }
    $y += $line ? 18 : 10
}
Set-Content (Join-Path $PSScriptRoot picture.svg) @"
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 $($y - 4)" width="800" height="$($y - 4)" role="img" aria-label="A PowerShell session that looks at /proc">
<style>
text { font: 13px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #d6dbe4; white-space: pre; }
.bold { font-weight: bold; fill: #ffffff; }
.head { font-weight: bold; fill: #7ed491; }
.folder { font-weight: bold; fill: #7fb4ff; }
</style>
<rect width="100%" height="100%" rx="8" fill="#161a22"/>
$($rows -join "`n")
</svg>
"@
