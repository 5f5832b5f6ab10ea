BeforeDiscovery {
    Import-Module ProcFs
    $cmdlets = @((Get-Module ProcFs).ExportedCmdlets.Keys)
    . "$PSScriptRoot/../../../build/Help.ps1"
    $platyPS = $env:PROCFS_PLATYPS ? $env:PROCFS_PLATYPS : (Find-PlatyPS)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Engine.ps1"
    . "$PSScriptRoot/../Setup/HelpPage.ps1"
    $repository = (Resolve-Path "$PSScriptRoot/../../..").Path
    $pages = "$repository/docs/en-US"
    [xml] $built = Get-Content -Raw "$pages/ProcFs.dll-Help.xml"
    $commands = @{}
    $names = foreach ($command in $built.GetElementsByTagName('command:command')) {
        $name = $command.GetElementsByTagName('command:name')[0].InnerText
        $commands[$name] = $command
        $name
    }

    # The names of parameters, in one order.
    function Join-Name([string[]] $Name) { ($Name | Sort-Object) -join ' ' }
}

Describe 'The built help' {
    It 'is in the module as it is in the repository' {
        $staged = Join-Path (Get-Module ProcFs).ModuleBase en-US ProcFs.dll-Help.xml
        (Get-FileHash $staged).Hash | Should -Be (Get-FileHash "$pages/ProcFs.dll-Help.xml").Hash
    }

    It 'has each cmdlet once, and no other' {
        $names | Sort-Object | Should -Be ((Get-ChildItem $pages -Filter *-*.md).BaseName | Sort-Object)
    }

    It 'matches the page of <_>: synopsis, parameters, examples and everything else' -ForEach $cmdlets {
        $written = @(Get-PageSaid "$pages/$_.md")
        $written.Count | Should -BeGreaterThan 10
        Get-BuiltSaid $commands[$_] | Sort-Object | Should -Be ($written | Sort-Object) -Because './build.sh Docs makes it of the pages'
    }

    It 'has the syntax of <_> as it is' -ForEach $cmdlets {
        $forms = foreach ($item in $commands[$_].GetElementsByTagName('command:syntaxItem')) {
            Join-Name @($item.GetElementsByTagName('command:parameter') | ForEach-Object { $_.GetElementsByTagName('maml:name')[0].InnerText })
        }
        $sets = foreach ($set in (Get-Command $_).ParameterSets) {
            Join-Name @($set.Parameters.Name | Where-Object { $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters })
        }
        $forms | Sort-Object | Should -Be ($sets | Sort-Object)
    }

    It 'matches the output of PlatyPS' {
        if (-not $platyPS) { Set-ItResult -Skipped -Because 'PlatyPS 1.0.3 is not installed' }
        # In an engine of its own: PlatyPS brings assemblies of its own.
        $line = ". '$repository/build/Help.ps1'; ConvertTo-BuiltHelp '$platyPS' '$TestDrive/help'"
        $first, $rest = @(Get-Engine) + '-NoProfile', '-NonInteractive', '-Command', $line
        $made = & $first @rest
        ($made -join "`n").TrimEnd() | Should -BeExactly (Get-Content -Raw "$pages/ProcFs.dll-Help.xml").TrimEnd()
    } -TestCases @{ platyPS = $platyPS }
}
