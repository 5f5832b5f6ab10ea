BeforeDiscovery {
    Import-Module ProcFs
    $cmdlets = @((Get-Module ProcFs).ExportedCmdlets.Keys)
    $topics = 'about_ProcFs', 'about_ProcFs_Drive'
}

BeforeAll {
    Import-Module ProcFs
    $culture = Join-Path (Get-Module ProcFs).ModuleBase en-US
    $pages = (Resolve-Path (Join-Path $PSScriptRoot .. .. .. docs en-US)).Path
    $common = [System.Management.Automation.Cmdlet]::CommonParameters

    function Get-OwnParameter([string] $Name) {
        (Get-Command $Name).Parameters.Values | Where-Object Name -NotIn $common
    }

    # One line for each parameter and set, as the cmdlet has it.
    function Get-BoundForm([string] $Name) {
        foreach ($parameter in Get-OwnParameter $Name) {
            $takesWildcards = [bool]($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] })
            foreach ($set in $parameter.ParameterSets.GetEnumerator()) {
                $setName = $set.Key -eq '__AllParameterSets' ? '(All)' : $set.Key
                $position = $set.Value.Position -lt 0 ? 'Named' : $set.Value.Position
                '{0} {1} wildcards={2} aliases={3} set={4} position={5} required={6} byValue={7} byName={8}' -f $parameter.Name,
                $parameter.ParameterType.FullName, $takesWildcards, (($parameter.Aliases | Sort-Object) -join ','), $setName, $position,
                $set.Value.IsMandatory, $set.Value.ValueFromPipeline, $set.Value.ValueFromPipelineByPropertyName
            }
        }
    }

    # The same of the Markdown.
    function Get-WrittenForm([string] $Name) {
        $text = Get-Content -Raw (Join-Path $pages "$Name.md")
        foreach ($section in [regex]::Matches($text, '(?ms)^### -(?<name>\w+)\r?\n.*?^```yaml\r?\n(?<yaml>.*?)^```')) {
            $yaml = $section.Groups['yaml'].Value
            $type = [regex]::Match($yaml, '(?m)^Type: (.+?)\r?$').Groups[1].Value
            $wildcards = [regex]::Match($yaml, '(?m)^SupportsWildcards: (\w+)').Groups[1].Value -eq 'true'
            $aliases = [regex]::Match($yaml, '(?ms)^Aliases:\r?\n(?<list>(?:- .+?\r?\n)+)').Groups['list'].Value -split '\r?\n' -replace '^- ' | Where-Object { $_ } | Sort-Object
            foreach ($set in [regex]::Matches($yaml, '(?ms)^- Name: (?<name>.+?)\r?\n(?<rest>(?:  .+?\r?\n)+)')) {
                $value = @{}
                foreach ($line in [regex]::Matches($set.Groups['rest'].Value, '(?m)^  (\w+): (\w+)')) { $value[$line.Groups[1].Value] = $line.Groups[2].Value }
                '{0} {1} wildcards={2} aliases={3} set={4} position={5} required={6} byValue={7} byName={8}' -f $section.Groups['name'].Value,
                $type, $wildcards, ($aliases -join ','), $set.Groups['name'].Value, $value.Position,
                ($value.IsRequired -eq 'true'), ($value.ValueFromPipeline -eq 'true'), ($value.ValueFromPipelineByPropertyName -eq 'true')
            }
        }
    }
}

Describe 'The pages' {
    It 'are one for each cmdlet' {
        (Get-ChildItem $pages -Filter *-*.md).BaseName | Sort-Object | Should -Be ((Get-Module ProcFs).ExportedCmdlets.Keys | Sort-Object)
    }

    It 'have nothing left to fill in' {
        Get-ChildItem $pages -Filter *.md | Select-String -SimpleMatch '{{' | Should -BeNullOrEmpty
    }

    It 'link to files that exist' {
        $links = Get-ChildItem $pages -Filter *.md | Select-String '\]\((?!https?:)([^)]+)\)' -AllMatches | ForEach-Object { $_.Matches } | ForEach-Object { $_.Groups[1].Value }
        $links | Should -Not -BeNullOrEmpty
        $links | Where-Object { -not (Test-Path (Join-Path $pages $_)) } | Should -BeNullOrEmpty
    }

    It 'describe the parameters of <_> as it has them' -ForEach $cmdlets {
        Get-WrittenForm $_ | Sort-Object | Should -Be (Get-BoundForm $_ | Sort-Object)
    }

    It 'show the syntax of <_> as it is' -ForEach $cmdlets {
        $text = (Get-Content -Raw (Join-Path $pages "$_.md")) -replace '\s+', ' '
        foreach ($set in (Get-Command $_).ParameterSets) {
            $text.Contains("$_ $("$set" -replace ' \[<CommonParameters>\]$')") | Should -BeTrue -Because "the set $($set.Name) is `"$set`""
        }
    }

    It 'have at least two examples of <_>, whose commands parse and call it' -ForEach $cmdlets {
        $name = $_
        $text = Get-Content -Raw (Join-Path $pages "$name.md")
        $commands = @([regex]::Matches($text, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value })
        $commands.Count | Should -BeGreaterOrEqual 2
        foreach ($command in $commands) {
            $errors = $null
            $parsed = [System.Management.Automation.Language.Parser]::ParseInput($command, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty -Because $command
            $calls = $parsed.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
            $calls | ForEach-Object { $_.GetCommandName() } | Should -Contain $name -Because $command
            foreach ($call in $calls) {
                $known = (Get-Command $call.GetCommandName()).Parameters.Keys
                foreach ($element in $call.CommandElements) {
                    if ($element -is [System.Management.Automation.Language.CommandParameterAst]) {
                        $known | Should -Contain $element.ParameterName -Because $command
                    }
                }
            }
        }
    }
}

Describe 'Get-Help' {
    It 'finds the synopsis and description of <_>' -ForEach $cmdlets {
        $help = Get-Help $_ -Full
        $help.Name | Should -Be $_
        $help.Synopsis | Should -Match '^[A-Z]\w+s .+\.$'
        ($help.description | Out-String).Trim().Length | Should -BeGreaterThan 200
        ($help.returnValues | Out-String) | Should -Match '(ProcFs|System)\.\w+'
        ($help.alertSet | Out-String) | Should -Match 'ProcFs\.NotFound'
    }

    It 'shows at least two examples of <_>' -ForEach $cmdlets {
        $examples = @((Get-Help $_ -Full).examples.example)
        $examples.Count | Should -BeGreaterOrEqual 2
        foreach ($example in $examples) { ($example | Out-String) | Should -Match $_ }
    }

    It 'describes every parameter of <_>' -ForEach $cmdlets {
        $described = @{}
        foreach ($parameter in (Get-Help $_ -Full).parameters.parameter) { $described[$parameter.name] = ($parameter.description.Text -join ' ').Trim() }
        foreach ($parameter in Get-OwnParameter $_) {
            $described[$parameter.Name] | Should -Match '\w{3,}.*\.' -Because "-$($parameter.Name) has a description"
        }
    }

    It 'shows no fences of Markdown and no control characters for <_>' -ForEach $cmdlets {
        (Get-Help $_ -Full | Out-String) | Should -Not -Match '```(?!`)|[\x00-\x09\x0b-\x1f\x7f-\x9f]'
    }

    It 'shows the paragraphs of the examples of <_> apart' -ForEach $cmdlets {
        $shown = (Get-Help $_ -Examples | Out-String -Width 200) -replace '(?m)^ +$'
        foreach ($example in (Get-Help $_ -Full).examples.example) {
            $shown | Should -BeLike "*`n *PS> $([WildcardPattern]::Escape(($example.code -split '\n')[0]))*"
            foreach ($paragraph in @($example.remarks.Text) -ne '') {
                $first = [WildcardPattern]::Escape(($paragraph -split '\n')[0].Trim())
                $shown | Should -BeLike "*`n`n *$first*" -Because 'a paragraph follows an empty line'
            }
        }
    }

    It 'finds the topic <_>' -ForEach $topics {
        $help = Get-Help $_
        $help.Name | Should -Be $_
        $help.Synopsis | Should -Match '^\w|^/'
        foreach ($heading in 'TOPIC', 'SHORT DESCRIPTION', 'LONG DESCRIPTION', 'EXAMPLES', 'SEE ALSO') {
            ($help | Out-String) | Should -Match "(?m)^$heading\r?$"
        }
    }
}

Describe 'The topics' {
    It 'fit 80 columns: <_>' -ForEach $topics {
        Get-Content (Join-Path $culture "$_.help.txt") | Where-Object Length -GT 80 | Should -BeNullOrEmpty
    }

    It 'match their pages: <_>' -ForEach $topics {
        Get-Content (Join-Path $culture "$_.help.txt") | Should -Be (Get-Content (Join-Path $pages "$_.md") | Where-Object { $_ -notmatch '^```' })
    }

    It 'name every id of an error' {
        $text = Get-Content -Raw (Join-Path $culture about_ProcFs.help.txt)
        foreach ($kind in [enum]::GetNames([ProcFs.ProcErrorKind])) { $text | Should -Match "ProcFs\.$kind\b" }
    }

    It 'name every kind of path' {
        $text = Get-Content -Raw (Join-Path $culture about_ProcFs_Drive.help.txt)
        foreach ($kind in [enum]::GetNames([ProcFs.ProcKind])) { $text | Should -Match "(?m)^ +$kind " }
    }
}
