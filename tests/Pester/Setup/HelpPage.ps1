# The help of a cmdlet in one form, of the Markdown and of what was built of it: a line for each thing that it says.

# Text without what the one form breaks or quotes otherwise than the other.
function Format-Said([string] $What, [string] $Text) {
    "${What}: $(($Text -replace '\s+', ' ').Trim())"
}

# The parts of a Markdown text under its headings of one depth.
function Split-Page([string] $Text, [int] $Depth) {
    foreach ($part in [regex]::Matches($Text, "(?ms)^#{$Depth} (?<name>[^\n]+)\n(?<text>.*?)(?=^#{1,$Depth} |\z)")) {
        [pscustomobject]@{ Name = $part.Groups['name'].Value.Trim(); Text = $part.Groups['text'].Value }
    }
}

# What a page says, without the fences of code.
function Get-PageSaid([string] $Path) {
    $page = (Get-Content -Raw $Path) -replace '\r\n', "`n"
    Format-Said command (Split-Page $page 1 | Select-Object -First 1).Name
    foreach ($section in Split-Page ($page -replace '(?ms)^```(?!yaml)\w*$') 2) {
        switch ($section.Name) {
            { $_ -in 'SYNOPSIS', 'DESCRIPTION', 'NOTES' } { Format-Said $_ $section.Text }
            EXAMPLES { foreach ($example in Split-Page $section.Text 3) { Format-Said $example.Name $example.Text } }
            { $_ -in 'INPUTS', 'OUTPUTS' } { foreach ($type in Split-Page $section.Text 3) { Format-Said "$_ $($type.Name)" $type.Text } }
            PARAMETERS {
                foreach ($parameter in Split-Page $section.Text 3 | Where-Object Name -like '-*') {
                    $description, $yaml = $parameter.Text -split '(?m)^```yaml$'
                    Format-Said $parameter.Name $description
                    $aliases = [regex]::Matches([regex]::Match($yaml, '(?ms)^Aliases:\n(?<list>(?:- .+?\n)+)').Groups['list'].Value, '(?m)^- (\S+)')
                    $named = @($aliases | ForEach-Object { $_.Groups[1].Value }) -join ', '
                    Format-Said "$($parameter.Name) is" "$([regex]::Match($yaml, '(?m)^Type: (.+)$').Groups[1].Value) $($named ? $named : 'none')"
                }
            }
            'RELATED LINKS' { foreach ($link in [regex]::Matches($section.Text, '\[(.+?)\]\((.+?)\)')) { Format-Said link "$($link.Groups[1]) $($link.Groups[2])" } }
        }
    }
}

# What the element of a command in the built help says.
function Get-BuiltSaid([System.Xml.XmlElement] $Command) {
    # The text of what a path leads to; a name is the namespace and the element's.
    function Get-Text($Node, [string] $Path) { @($Node.SelectNodes($Path, $namespaces) | ForEach-Object InnerText) -join "`n" }

    $namespaces = [System.Xml.XmlNamespaceManager]::new($Command.OwnerDocument.NameTable)
    foreach ($name in 'maml', 'command', 'dev') { $namespaces.AddNamespace($name, $Command.OwnerDocument.DocumentElement.GetNamespaceOfPrefix($name)) }
    Format-Said command (Get-Text $Command 'command:details/command:name')
    Format-Said SYNOPSIS (Get-Text $Command 'command:details/maml:description/maml:para')
    Format-Said DESCRIPTION (Get-Text $Command 'maml:description/maml:para')
    Format-Said NOTES (Get-Text $Command 'maml:alertSet/maml:alert/maml:para')
    foreach ($example in $Command.SelectNodes('command:examples/command:example', $namespaces)) {
        Format-Said (Get-Text $example 'maml:title').Trim('-', ' ') "$(Get-Text $example 'dev:code') $(Get-Text $example 'dev:remarks/maml:para')"
    }
    foreach ($section in @{ INPUTS = 'command:inputTypes/command:inputType'; OUTPUTS = 'command:returnValues/command:returnValue' }.GetEnumerator()) {
        foreach ($type in $Command.SelectNodes($section.Value, $namespaces)) {
            Format-Said "$($section.Key) $(Get-Text $type 'dev:type/maml:name')" (Get-Text $type 'maml:description/maml:para')
        }
    }
    foreach ($parameter in $Command.SelectNodes('command:parameters/command:parameter', $namespaces)) {
        $name = Get-Text $parameter 'maml:name'
        Format-Said "-$name" (Get-Text $parameter 'maml:description/maml:para')
        Format-Said "-$name is" "$(Get-Text $parameter 'dev:type/maml:name') $($parameter.aliases)"
    }
    foreach ($link in $Command.SelectNodes('command:relatedLinks/maml:navigationLink', $namespaces)) {
        $text = Get-Text $link 'maml:linkText'
        if ($text -ne 'Online Version') { Format-Said link "$text $(Get-Text $link 'maml:uri')" }
    }
}
