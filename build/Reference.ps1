<#
Writes the pages that are made of the declarations: docs/coverage.md (every path), docs/types.md (every type), docs/safety.md (what is opened and written), and in the help of each cmdlet
the units of what it returns.
#>
param(
    [Parameter(Mandatory)] [string] $Core,
    [Parameter(Mandatory)] [string] $Destination
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Add-Type -LiteralPath $Core
. (Join-Path $PSScriptRoot Safety.ps1)
$documents = [xml](Get-Content -Raw ([IO.Path]::ChangeExtension($Core, 'xml')))
$summaries = @{}
foreach ($member in $documents.doc.members.member) { $summaries[$member.name] = $member['summary'] }
$unitNames = @{
    Bytes = 'bytes'; BytesPerSecond = 'bytes per second'; PerSecond = 'per second'; Percent = 'percent'; Address = 'address'; Hex = 'hexadecimal'
    Octal = 'octal'; Mode = 'permission bits'; Duration = 'time span'; TimeLeft = 'time span'; Path = 'path'; EndPoint = 'address and port'
}

# A summary as Markdown: code and names in backticks.
function Format-Summary($Summary) {
    if ($null -eq $Summary) { return '' }
    $text = foreach ($node in $Summary.ChildNodes) {
        switch ($node.LocalName) {
            'see' {
                $name = $node.GetAttribute('cref') + $node.GetAttribute('langword') -replace '^\w:' -replace '\(.*$' -replace '^.*\.'
                "``$name``"
            }
            { $_ -in 'paramref', 'typeparamref' } { "``$($node.GetAttribute('name'))``" }
            'c' { "``$($node.InnerText)``" }
            default { $node.InnerText.Replace('<', '&lt;') }
        }
    }
    ($text -join '' -replace '\s+', ' ').Trim().Replace('|', '\|')
}

# The summary of a property: its own, or that of the interface or base type that declares it.
function Get-PropertySummary([type] $Type, [string] $Name) {
    $property = $Type.GetProperty($Name)
    foreach ($owner in @($property.DeclaringType) + $Type.GetInterfaces()) {
        $key = "P:$($owner.FullName -replace '\+', '.' -replace '\[.*$').$Name"
        if ($summaries.ContainsKey($key)) { return Format-Summary $summaries[$key] }
    }
    ''
}

function Format-Type([type] $Type) {
    if ($Type.IsArray) { return "list of $(Format-Type $Type.GetElementType())" }
    if ($Type.IsGenericType) {
        $arguments = $Type.GetGenericArguments() | ForEach-Object { Format-Type ([Nullable]::GetUnderlyingType($_) ?? $_) }
        if ($Type.Name -like '*Dictionary*') { return "$($arguments[0]) to $($arguments[1])" }
        if ($Type.Name -like '*List*' -or $Type.Name -like '*Enumerable*') { return "list of $arguments" }
    }
    $Type.Assembly -eq [ProcFs.Catalog].Assembly ? "[$($Type.Name)](#$($Type.Name.ToLowerInvariant()))" : $Type.Name
}

function Get-Coverage {
    $entries = [ProcFs.Catalog]::All
    $typed = @($entries | Where-Object ItemType).Count
    '# Coverage'
    ''
    'All paths of /proc in the catalog of ProcFs. Each can be listed and read on the drive; a path with a type reads as objects. The type links to its properties and their'
    'units.'
    ''
    "$($entries.Count) path patterns, $typed of them typed."
    foreach ($area in $entries | Group-Object Area) {
        ''
        "## $($area.Name)"
        foreach ($section in $area.Group | Group-Object Section) {
            if ($section.Name) {
                ''
                "### $($section.Name)"
            }

            ''
            '| path | kind | type | description | effects of reading, capabilities | since |'
            '| --- | --- | --- | --- | --- | --- |'
            foreach ($entry in $section.Group) {
                $type = $entry.ItemType ? "[``$($entry.ItemType.Name)``](types.md#$($entry.ItemType.Name.ToLowerInvariant()))" : ''
                $description = $entry.Description.Replace('|', '\|').Replace('<', '&lt;')
                $notes = @(
                    if ($entry.Effects -ne 'None') { "$($entry.Effects)" }
                    if ($entry.ReadCapability) { "read: $($entry.ReadCapability)" }
                    if ($entry.WriteCapability) { "write: $($entry.WriteCapability)" }
                ) -join '; '
                "| ``$($entry.Pattern)`` | $($entry.Kind) | $type | $description | $notes | $($entry.Since) |"
            }
        }
    }
}

# The types of rows and items, and of their properties.
function Get-ReferencedType {
    $seen = [System.Collections.Generic.SortedDictionary[string, type]]::new([StringComparer]::Ordinal)
    $waiting = [System.Collections.Generic.Queue[type]]::new()
    [ProcFs.Catalog]::All.ItemType + [ProcFs.Views.View]::All.Type | Where-Object { $_ } | ForEach-Object { $waiting.Enqueue($_) }
    while ($waiting.Count) {
        $type = $waiting.Dequeue()
        if ($type.IsArray) { $waiting.Enqueue($type.GetElementType()); continue }
        if ($type.IsGenericType) { $type.GetGenericArguments().ForEach{ $waiting.Enqueue($_) } }
        if ($type.IsGenericType -or $type.Assembly -ne [ProcFs.Catalog].Assembly -or $seen.ContainsKey($type.Name)) { continue }
        $seen[$type.Name] = $type
        if (-not $type.IsEnum) { [ProcFs.ItemShape]::Find($type).Properties.ForEach{ $waiting.Enqueue($_.Type) } }
    }
    $seen.Values
}

function Get-TypeReference {
    '# Types'
    ''
    'All types that the cmdlets, the drive and the library return, with their properties. Sizes are in bytes and times are time spans, whatever unit the kernel uses. A property is null'
    'if the kernel does not provide it; `Unavailable` gives the reason. In PowerShell, the kernel''s name of a field is an alias of the property.'
    $types = @(Get-ReferencedType)
    foreach ($type in $types | Where-Object { -not $_.IsEnum }) {
        ''
        "## $($type.Name)"
        ''
        Format-Summary $summaries["T:$($type.FullName)"]
        $paths = @([ProcFs.Catalog]::All | Where-Object ItemType -eq $type | ForEach-Object { "``$($_.Pattern)``" })
        if ($paths) {
            ''
            "Read from $(($paths | Select-Object -First 6) -join ', ')$($paths.Count -gt 6 ? " and $($paths.Count - 6) more" : '')."
        }
        $shape = [ProcFs.ItemShape]::Find($type)
        if (-not $shape.Properties.Count) { continue }
        ''
        '| property | type | unit | kernel | meaning |'
        '| --- | --- | --- | --- | --- |'
        foreach ($property in $shape.Properties) {
            $unit = $unitNames["$($property.Unit)"]
            $key = $property.Key ? "``$($property.Key.Replace('|', '\|'))``" : ''
            "| ``$($property.Name)`` | $(Format-Type $property.Type) | $unit | $key | $(Get-PropertySummary $type $property.Name) |"
        }
    }
    ''
    '# Enumerations'
    foreach ($type in $types | Where-Object IsEnum) {
        ''
        "## $($type.Name)"
        ''
        Format-Summary $summaries["T:$($type.FullName)"]
        ''
        '| name | value | meaning |'
        '| --- | --- | --- |'
        foreach ($name in [enum]::GetNames($type)) {
            $value = [Convert]::ChangeType([enum]::Parse($type, $name), [enum]::GetUnderlyingType($type))
            "| ``$name`` | $value | $(Format-Summary $summaries["F:$($type.FullName).$name"]) |"
        }
    }
}

# The units of a type as a paragraph of help; nothing if no property has one.
function Get-UnitParagraph([type] $Type) {
    $units = foreach ($group in [ProcFs.ItemShape]::Find($Type).Properties | Where-Object { $_.Unit -notin 'None', 'Path', 'EndPoint', 'Arguments' } | Group-Object { $unitNames["$($_.Unit)"] }) {
        "$($group.Name) ($($group.Group.Name -join ', '))"
    }
    if (-not $units) { return }

    $line = 'Units:'
    foreach ($word in (($units -join '; ') + '.') -split ' ') {
        if ($line.Length + 1 + $word.Length -gt 80) { $line; $line = $word } else { $line += " $word" }
    }
    $line
}

# Makes the units the last paragraph below the heading of each output type of a cmdlet.
function Update-OutputUnit([string] $Page) {
    $lines = [System.Collections.Generic.List[string]](Get-Content $Page)
    $result = [System.Collections.Generic.List[string]]::new()
    $type = $null
    foreach ($line in $lines + '## ') {
        if ($line -match '^##') {
            if ($type -and ($paragraph = @(Get-UnitParagraph $type))) {
                while ($result.Count -and -not $result[-1]) { $result.RemoveAt($result.Count - 1) }
                $result.AddRange([string[]](@('') + $paragraph + ''))
            }
            $type = $line -match '^### (ProcFs\.\w+)$' ? [ProcFs.Catalog].Assembly.GetType($Matches[1]) : $null
        }
        if ($type -and $line -cmatch '^Units: ') { $isUnits = $true }
        elseif (-not $line) { $isUnits = $false }
        if (-not ($type -and $isUnits)) { $result.Add($line) }
    }
    $result.RemoveAt($result.Count - 1)
    Set-Content $Page $result
}

Set-Content (Join-Path $Destination coverage.md) (Get-Coverage)
Set-Content (Join-Path $Destination types.md) (Get-TypeReference)
Set-Content (Join-Path $Destination safety.md) (Get-Safety)
Get-ChildItem (Join-Path $Destination en-US) -Filter *-*.md | ForEach-Object { Update-OutputUnit $_ }
