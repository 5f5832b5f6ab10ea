BeforeDiscovery {
    Import-Module ProcFs
    $views = [ProcFs.Views.View]::All | ForEach-Object {
        @{ View = $_; Name = "ProcFs.$($_.Type.Name)" + ($_.Variant ? "#$($_.Variant)" : '') }
    }
}

BeforeAll {
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    $hostile = "/a/long/path/`e[31m/that`n/no/column/has/room/for/$('x' * 300)/na`u{202e}me"

    # A row as it comes back from elsewhere: the name of the type, and properties of which each is as long as it can be.
    function New-LongRow($View, [string] $Name) {
        $row = [pscustomobject]@{}
        foreach ($property in $View.Shape.Properties) {
            $type = $property.Type
            $value = if ($type -eq [string]) { $hostile }
            elseif ($type -eq [datetimeoffset]) { [datetimeoffset]::Now }
            elseif ($type -eq [timespan]) { [timespan]::FromDays(9999) }
            elseif ($type -eq [bool]) { $true }
            elseif ($type.IsEnum) { [Enum]::GetValues($type)[-1] }
            elseif ($type -eq [double]) { 6400.0 }
            elseif ($type.IsPrimitive) { $type::MaxValue }
            elseif ($type -eq [string[]]) { , @($hostile, $hostile) }
            else { $null }
            $row.PSObject.Properties.Add([psnoteproperty]::new($property.Name, $value))
        }

        foreach ($type in "ProcFs.$($View.Type.Name)", $Name | Select-Object -Unique) { $row.PSObject.TypeNames.Insert(0, "Deserialized.$type") }
        $row
    }

    # The line of the labels: the one above the dashes.
    function Get-Label([string[]] $Line) {
        $dashes = 0..($Line.Count - 1) | Where-Object { $Line[$_] -match '^\s*-[- ]*$' } | Select-Object -First 1
        -split $Line[$dashes - 1]
    }
}

AfterAll { $PSStyle.OutputRendering = $rendering }

Describe 'The view <Name> on long and hostile values' -ForEach $views {
    BeforeAll { $row = New-LongRow $View $Name }

    It 'keeps every label whole at <_> columns, and no line is longer' -ForEach 80, 120, 200 {
        $lines = @(($row | Format-Table | Out-String -Width $_).TrimEnd() -split "`n")
        $lines | Where-Object Length -GT $_ | Should -BeNullOrEmpty
        $labels = Get-Label $lines
        $labels | Where-Object { $_ -notin $View.Columns.Label } | Should -BeNullOrEmpty
        $labels.Count | Should -BeGreaterOrEqual ([Math]::Min(2, $View.Columns.Count))
    }

    It 'keeps the key column at 80 columns' {
        $labels = Get-Label (@(($row | Format-Table | Out-String -Width 80).TrimEnd() -split "`n"))
        $subject = 'Name', 'ProcessName', 'Target', 'From', 'CommandLine', 'SystemCall', 'Resource', 'Clock', 'OutsideId', 'Symbol', 'Cgroup', 'Flags', 'Place', 'Id', 'Stack', 'Call'
        # A row of numbers alone is about the first of them.
        $texts = $View.Columns | Where-Object { -not $View.IsRight($_) }
        $subject = @($subject | Where-Object { $_ -in $View.Columns.Label } | Select-Object -First 2) + @($texts ?? $View.Columns)[0].Label | Select-Object -First 2
        $labels | Where-Object { $_ -in $subject } | Should -Not -BeNullOrEmpty
    }

    It 'uses the room of 200 columns' {
        $widths = 80, 120, 200 | ForEach-Object { (Get-Label (@(($row | Format-Table | Out-String -Width $_).TrimEnd() -split "`n"))).Count }
        $widths[0] | Should -BeLessOrEqual $widths[1]
        $widths[2] | Should -Be $View.Columns.Count
    }

    It 'escapes characters that could control a terminal, in a table and in a list' {
        $text = ($row | Format-Table | Out-String -Width 200) + ($row | Format-List | Out-String -Width 200)
        $text | Should -Not -Match '[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]'
    }

    # A variant is a table alone.
    if (-not $View.Variant) {
        It 'lists every property by its name' {
            $labels = ($row | Format-List | Out-String -Width 200) -split "`n" | ForEach-Object { if ($_ -match '^(\w+)\s*:') { $Matches[1] } }
            $View.Shape.Properties.Name | Where-Object { $_ -notin $labels -and $_ -ne 'Unavailable' } | Should -BeNullOrEmpty
        }
    }
}

Describe 'The labels of <Name>' -ForEach $views {
    It 'are names of properties, so that Sort-Object takes them' {
        $aliases = (Get-TypeData "ProcFs.$($View.Type.Name)").Members.Keys
        $View.Columns.Label | Where-Object { -not $View.Shape.Find($_) -and $_ -notin $aliases } | Should -BeNullOrEmpty
    }
}

Describe 'A path in a table' {
    It 'is cut in its middle, so that the name of the file stays' {
        [ProcFs.Text.TextWidth]::CutPath('/usr/lib/x86_64-linux-gnu/libssl.so.3', 24) | Should -BeExactly '/usr/lib/x8…/libssl.so.3'
        [ProcFs.Text.TextWidth]::CutPath('/short', 24) | Should -BeExactly '/short'
    }
}
