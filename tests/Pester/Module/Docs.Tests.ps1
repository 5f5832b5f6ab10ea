BeforeDiscovery {
    Import-Module ProcFs
    . "$PSScriptRoot/../Setup/Page.ps1"
    $pages = 'README.md', 'docs/cookbook.md', 'docs/coming-from.md'
    $cmdlets = @((Get-Module ProcFs).ExportedCmdlets.Keys | Sort-Object)
    $looking = @($pages | ForEach-Object { Get-PageLine $_ } | Where-Object { Test-Looking $_.Text })
    $showsSymbols = [bool](Get-KernelSymbol vfs_read -ErrorAction Ignore -WarningAction Ignore | Where-Object Address)
    if (-not (Test-Path /proc/modules)) { $looking = @($looking | Where-Object { $_.Text -notmatch 'Get-KernelModule' }) }
    if (-not $showsSymbols) { $looking = @($looking | Where-Object { $_.Text -notmatch 'Get-KernelSymbol' }) }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Page.ps1"
    Import-Module ProcFs
    Set-Location /
    $null = Get-Item Proc:/version
    # Who listens on 8080 on the pages.
    $listener = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $held = [IO.File]::OpenRead('/dev/null')
    $ownName = (Get-ProcStatus $PID).Name
}

AfterAll {
    $held.Dispose()
    $listener.Stop()
    Set-Location $PSScriptRoot
}

Describe 'The lines of <_>' -ForEach $pages {
    It 'parse, and name cmdlets and parameters that exist' {
        $lines = @(Get-PageLine $_)
        $lines | Should -Not -BeNullOrEmpty
        foreach ($line in $lines.Text) {
            $errors = $null
            $parsed = [System.Management.Automation.Language.Parser]::ParseInput($line, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty -Because $line
            foreach ($call in $parsed.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $name = $call.GetCommandName()
                if ($name -notmatch '^\w+-\w+$') { continue }
                $command = Get-Command $name -ErrorAction Ignore
                $command | Should -Not -BeNullOrEmpty -Because "$line names $name"
                foreach ($element in $call.CommandElements) {
                    if ($element -is [System.Management.Automation.Language.CommandParameterAst]) {
                        $known = @($command.Parameters.Values | ForEach-Object { $_.Name; $_.Aliases })
                        $known | Should -Contain $element.ParameterName -Because $line
                    }
                }
            }
        }
    }

    It 'and its links work' {
        $page = Join-Path $repository $_
        $links = [regex]::Matches((Get-Content -Raw $page), '\]\((?!https?:)([^)#]+)\)') | ForEach-Object { $_.Groups[1].Value }
        $links | Where-Object { -not (Test-Path (Join-Path (Split-Path $page) $_)) } | Should -BeNullOrEmpty
    }
}

Describe 'The picture of the README' {
    It 'is of lines that its script runs' {
        Get-Content -Raw (Join-Path $repository README.md) | Should -BeLike '*](docs/picture.svg)*'
        $script = Get-Content -Raw (Join-Path $repository docs picture.ps1)
        $typed = ([xml](Get-Content -Raw (Join-Path $repository docs picture.svg))).svg.text | ForEach-Object InnerText | Where-Object { $_ -cmatch '^PS( \S+)?> (.+)$' } | ForEach-Object { $Matches[2] }
        $typed.Count | Should -BeGreaterThan 3
        foreach ($line in $typed) {
            # The id is that of the process that was shown.
            $script | Should -Match ([regex]::Escape($line) -replace '\b33\b', '\$id')
            $parsed = [System.Management.Automation.Language.Parser]::ParseInput($line, [ref]$null, [ref]$null)
            foreach ($call in $parsed.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                Get-Command $call.GetCommandName() -ErrorAction Ignore | Should -Not -BeNullOrEmpty -Because $line
            }
        }
    }
}

Describe 'The lines that only look' {
    It 'run as <Page> shows: <Text>' -ForEach $looking {
        # Whoever may not look everywhere is told so, and a path through all processes meets some that have ended: no fault of the line.
        $forgiven = @('PermissionDenied') + ($Text -match 'Proc:/\*' ? @('ObjectNotFound') : @())
        $line = $Text.Replace('4242', "$PID").Replace('nginx', $ownName).Replace('8080', "$($listener.LocalEndpoint.Port)")
        $found = @(& ([scriptblock]::Create($line)) 2>&1 3>$null)
        $failed = @($found | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] -and "$($_.CategoryInfo.Category)" -notin $forgiven })
        "$failed" | Should -BeNullOrEmpty
        { $found | Out-String -Width 120 } | Should -Not -Throw
    }
}

Describe 'coming-from.md' {
    It 'has a section of <_>, with a tool and the cmdlet' -ForEach $cmdlets {
        $section = Get-PageSection docs/coming-from.md $_
        $section | Should -Not -BeNullOrEmpty
        ($section -match '^\$ \w').Count | Should -BeGreaterThan 0
        ($section -match "^PS> .*\b$_\b").Count | Should -BeGreaterThan 0
    }

    It 'has no section of a missing cmdlet' {
        $named = Get-Content (Join-Path $repository docs/coming-from.md) | Where-Object { $_ -match '^## (\w+-\w+)$' } | ForEach-Object { $_.Substring(3) }
        $named | Sort-Object | Should -Be @((Get-Module ProcFs).ExportedCmdlets.Keys | Sort-Object)
    }

    It 'is linked from the README, as is the cookbook' {
        $text = Get-Content -Raw (Join-Path $repository README.md)
        foreach ($page in 'docs/cookbook.md', 'docs/coming-from.md') { $text | Should -BeLike "*]($page)*" }
    }
}

Describe 'The pages about the project' {
    It 'have links that lead to what is there: <_>' -ForEach 'SECURITY.md', 'CONTRIBUTING.md' {
        $links = [regex]::Matches((Get-Content -Raw (Join-Path $repository $_)), '\]\((?!https?:)([^)#]+)\)') | ForEach-Object { $_.Groups[1].Value }
        $links | Should -Not -BeNullOrEmpty
        $links | Where-Object { -not (Test-Path (Join-Path $repository $_)) } | Should -BeNullOrEmpty
    }

    It 'are data that can be read' {
        { Get-Content -Raw (Join-Path $repository global.json), (Join-Path $repository .devcontainer/devcontainer.json) | ForEach-Object { $_ | ConvertFrom-Json -ErrorAction Stop } } | Should -Not -Throw
        (Import-PowerShellDataFile (Join-Path $repository ProcFs.psd1)).PrivateData.PSData.ProjectUri | Should -Match '^https://'
    }

    It 'pin every action of the workflows by its hash' {
        $uses = Get-ChildItem (Join-Path $repository .github/workflows) | Get-Content | Where-Object { $_ -match '\buses:' }
        $uses | Should -Not -BeNullOrEmpty
        $uses | Where-Object { $_ -notmatch '@[0-9a-f]{40} # v\d' } | Should -BeNullOrEmpty
    }
}
