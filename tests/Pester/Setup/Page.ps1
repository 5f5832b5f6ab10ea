# The pages that show what to type, taken apart.

$repository = (Resolve-Path (Join-Path $PSScriptRoot .. .. ..)).Path

# What stands behind the prompt, in the blocks of code of a page.
function Get-PageLine([string] $Page) {
    $isCode = $false
    foreach ($line in Get-Content (Join-Path $repository $Page)) {
        if ($line.StartsWith('```')) { $isCode = -not $isCode }
        elseif ($isCode -and $line -cmatch '^PS( \S+)?> (.+)$') { @{ Page = $Page; Text = $Matches[2] } }
    }
}

# The lines below a heading, to the next one.
function Get-PageSection([string] $Page, [string] $Heading) {
    $isInside = $false
    foreach ($line in Get-Content (Join-Path $repository $Page)) {
        if ($line.StartsWith('## ')) { $isInside = $line -ceq "## $Heading" }
        elseif ($isInside) { $line }
    }
}

# Whether a line only reads, comes to an end, and needs no process or user of the page's own.
function Test-Looking([string] $Line) {
    if ($Line -match '\b(tail|cache|backend|job|tar|sleep|logger|reader|spin|words|rescued|captured)\b|/srv/|/var/|-User |-Parent |-Wait\b|-Session |-HostName |0xffff|^cd ') { return $false }
    $parsed = [System.Management.Automation.Language.Parser]::ParseInput($Line, [ref]$null, [ref]$null)
    if ($parsed.Find({ $args[0] -is [System.Management.Automation.Language.AssignmentStatementAst] }, $true)) { return $false }
    $calls = $parsed.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
    $allowed = '^(Get-\w+|(Group|Sort|Select|Where|ForEach|Measure)-Object|Select-String|Format-List)$'
    @($calls | Where-Object { $_.GetCommandName() -notmatch $allowed }).Count -eq 0
}
