<#
Writes the engine's files from the declarations beside the types: the views to ProcFs.Format.ps1xml, and the further names and texts of properties to
ProcFs.Types.ps1xml. Both exist only in the stage.
#>
param([Parameter(Mandatory)] [string] $Stage)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Add-Type -LiteralPath (Join-Path $Stage ProcFs.Core.dll), (Join-Path $Stage ProcFs.dll)
$views = [ProcFs.Views.View]::All

function Write-Xml([string] $Name, [string] $Root, [scriptblock] $Elements) {
    $writer = [System.Xml.XmlWriter]::Create((Join-Path $Stage $Name))
    try {
        $writer.WriteStartElement($Root)
        . $Elements
        $writer.WriteEndElement()
    }
    finally { $writer.Dispose() }
}

# The content runs in the scope of this function, whose variables therefore have names that no content uses.
function Add-Element([string] $ElementName, [scriptblock] $ElementContent) {
    $writer.WriteStartElement($ElementName)
    . $ElementContent
    $writer.WriteEndElement()
}

function Add-Text([string] $Name, [string] $Text) { $writer.WriteElementString($Name, $Text) }

# Whether a property is a number or an enumeration that is shown as it is.
function Test-Plain($Property) {
    $type = $Property.Type
    $Property.Unit -eq 'None' -and ($type.IsEnum -or $type -in [bool], [int], [uint], [long], [ulong], [short], [ushort], [byte])
}

function Test-PlainColumn($View, $Column) { -not $Column.HasOwnCell -and (Test-Plain $View.Shape.Find($Column.Property)) }

function Add-Value([bool] $IsPlain, [string] $Property, [string] $Call) {
    if ($IsPlain) { Add-Text PropertyName $Property }
    else { Add-Text ScriptBlock "[ProcFs.Formatting.Row]::$Call" }
}

# The headers of groups: the folder of a listing, the time of a round.
function Add-Header([string] $HeaderName, [string] $Call) {
    Add-Element Control {
        Add-Text Name $HeaderName
        Add-Element CustomControl { Add-Element CustomEntries { Add-Element CustomEntry { Add-Element CustomItem { Add-Element ExpressionBinding {
            Add-Text ScriptBlock "[ProcFs.Formatting.Listing]::$Call"
        } } } } }
    }
}

function Add-View([string] $ViewName, [string] $TypeName, [scriptblock] $Control) {
    Add-Element View {
        Add-Text Name $ViewName
        Add-Element ViewSelectedBy { Add-Text TypeName $TypeName }
        . $Control
    }
}

function Add-Table($View) {
    $name = $View.Type.Name + ($View.Variant ? "#$($View.Variant)" : '')
    Add-View "ProcFs.$name" "ProcFs.$name" {
        if ($View.Group -ne 'None') {
            Add-Element GroupBy {
                Add-Text PropertyName ($View.Group -eq 'Folder' ? 'PSParentPath' : 'Time')
                Add-Text CustomControlName "ProcFs-$($View.Group)"
            }
        }

        Add-Element TableControl {
            Add-Element TableHeaders {
                for ($i = 0; $i -lt $View.Columns.Count; $i++) {
                    Add-Element TableColumnHeader {
                        $column = $View.Columns[$i]
                        if ($column.Label -cne $column.Property -or -not (Test-PlainColumn $View $column)) { Add-Text Label $column.Label }
                        if ($View.Widths[$i]) { Add-Text Width $View.Widths[$i] }
                        if ($View.IsRight($View.Columns[$i])) { Add-Text Alignment Right }
                    }
                }
            }

            Add-Element TableRowEntries { Add-Element TableRowEntry { Add-Element TableColumnItems {
                for ($i = 0; $i -lt $View.Columns.Count; $i++) {
                    $column = $View.Columns[$i]
                    Add-Element TableColumnItem {
                        Add-Value (Test-PlainColumn $View $column) $column.Property "Cell(`$_,'$name',$i)"
                    }
                }
            } } }
        }
    }
}

function Add-List($View) {
    $type = $View.Type.Name
    Add-View "ProcFs.$type.List" "ProcFs.$type" {
        Add-Element ListControl { Add-Element ListEntries { Add-Element ListEntry { Add-Element ListItems {
            foreach ($property in $View.Shape.Properties) {
                Add-Element ListItem {
                    # The engine takes the name of a property as its label.
                    $isPlain = Test-Plain $property
                    if (-not $isPlain) { Add-Text Label $property.Name }
                    if ($property.Name -eq 'Unavailable') {
                        Add-Element ItemSelectionCondition { Add-Text ScriptBlock '$_.Unavailable.Count' }
                    }

                    Add-Value $isPlain $property.Name "Field(`$_,'$type','$($property.Name)')"
                }
            }
        } } } }
    }
}

# The views that all types share: without them, Format-Wide and Format-Custom would show the properties unescaped.
function Add-Shared([string] $ViewName, [scriptblock] $Control) {
    Add-Element View {
        Add-Text Name "ProcFs.$ViewName"
        Add-Element ViewSelectedBy { Add-Text SelectionSetName ProcFs }
        . $Control
    }
}

Write-Xml ProcFs.Format.ps1xml Configuration {
    Add-Element SelectionSets { Add-Element SelectionSet {
        Add-Text Name ProcFs
        Add-Element Types { foreach ($view in $views | Where-Object { -not $_.Variant }) { Add-Text TypeName $view.Type.FullName } }
    } }

    Add-Element Controls {
        Add-Header ProcFs-Folder 'Header($_.PSParentPath, $_.PSDrive.Name, $(if ($_.PSObject.TypeNames[0] -like ''*FileDescriptor#Listed'') { $_.ProcessName }))'
        Add-Header ProcFs-Round 'Round($_)'
    }

    Add-Element ViewDefinitions {
        foreach ($view in $views) { Add-Table $view }
        foreach ($view in $views | Where-Object { -not $_.Variant }) { Add-List $view }
        Add-Shared Wide { Add-Element WideControl { Add-Element WideEntries { Add-Element WideEntry { Add-Element WideItem {
            Add-Text ScriptBlock '[ProcFs.Formatting.Row]::Key($_)'
        } } } } }
        Add-Shared Custom { Add-Element CustomControl { Add-Element CustomEntries { Add-Element CustomEntry { Add-Element CustomItem { Add-Element ExpressionBinding {
            Add-Text ScriptBlock '[ProcFs.Formatting.Row]::Whole($_)'
        } } } } } }
    }
}

# The aliases of a property: the label of its column, the kernel's name, and for a process the names that the engine's cmdlets use.
# An object that represents a process has an Id, so that Stop-Process binds that rather than its name.
function Get-Alias($Type) {
    $shape = [ProcFs.ItemShape]::Find($Type)
    $taken = [System.Collections.Generic.HashSet[string]]::new([string[]] @($shape.Properties | ForEach-Object Name), [StringComparer]::OrdinalIgnoreCase)
    $wanted = @(
        if ($shape.Find('ProcessId')) {
            , ('Id', 'ProcessId')
            if ($shape.Find('Name') -and $Type.GetProperty('ProcessId').PropertyType -eq [int]) { , ('ProcessName', 'Name') } elseif ($shape.Find('ProcessName')) { , ('Name', 'ProcessName') }
        }

        foreach ($column in [ProcFs.Views.View]::Of($Type) | ForEach-Object Columns) { , ($column.Label, $column.Property) }
        foreach ($property in $shape.Properties | Where-Object Key -Match '^(?!Id$)[A-Za-z]\w*$') { , ($property.Key, $property.Name) }
    )
    foreach ($pair in $wanted) { if ($taken.Add($pair[0])) { , $pair } }
}

# The properties of a type for which the module has an escaped counterpart, and those that hold several values.
function Get-Twin($Type) {
    [ProcFs.ItemShape]::Find($Type).Properties | Where-Object { $_.Type -in [string], [string[]] -and [ProcFs.Formatting.EscapedProperties].GetMethod("Display$($_.Name)") } | ForEach-Object Name
}

# The two dictionaries that nearly every type has bring their text with them.
function Get-List($Type) {
    $own = [System.Collections.Generic.IReadOnlyDictionary[string, string]], [System.Collections.Generic.IReadOnlyDictionary[string, ProcFs.UnavailableReason]]
    [ProcFs.ItemShape]::Find($Type).Properties |
        Where-Object { $_.Type -ne [string] -and -not ($_.Name -in 'Additional', 'Unavailable' -and $_.Type -in $own) -and [System.Collections.IEnumerable].IsAssignableFrom($_.Type) -and [ProcFs.Formatting.ListProperties].GetMethod($_.Name) } | ForEach-Object Name
}

# Code: a script would have to be parsed at the import of the module.
function Add-CodeProperty([string] $PropertyName, [string] $Source, [string] $Method) {
    Add-Element CodeProperty {
        Add-Text Name $PropertyName
        Add-Element GetCodeReference {
            Add-Text TypeName "ProcFs.Formatting.$Source"
            Add-Text MethodName $Method
        }
    }
}

# Objects that come back from elsewhere have these properties already, as values.
Write-Xml ProcFs.Types.ps1xml Types {
    foreach ($type in [ProcFs.Catalog].Assembly.GetExportedTypes() | Where-Object { $_.IsClass -and -not $_.IsAbstract -and $_.Namespace -eq 'ProcFs' -and $_.Name -notlike '*Query' -and [ProcFs.ItemShape]::Find($_) }) {
        $aliases = @(Get-Alias $type)
        $twins = @(Get-Twin $type)
        $lists = @(Get-List $type)
        if ($aliases -or $twins -or $lists) {
            Add-Element Type {
                Add-Text Name $type.FullName
                Add-Element Members {
                    foreach ($alias in $aliases) {
                        Add-Element AliasProperty {
                            Add-Text Name $alias[0]
                            Add-Text ReferencedMemberName $alias[1]
                        }
                    }

                    foreach ($list in $lists) { Add-CodeProperty $list ListProperties $list }

                    # A further name of such a text has the twin too.
                    foreach ($alias in $aliases | Where-Object { $_[1] -in $twins -and "Display$($_[0])" -notin $twins.ForEach{ "Display$_" } }) {
                        Add-Element AliasProperty {
                            Add-Text Name "Display$($alias[0])"
                            Add-Text ReferencedMemberName "Display$($alias[1])"
                        }
                    }

                    foreach ($twin in $twins) { Add-CodeProperty "Display$twin" EscapedProperties "Display$twin" }
                }
            }
        }
    }
}
