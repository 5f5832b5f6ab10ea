BeforeAll {
    # The functions of the build, without a build.
    $script = [System.Management.Automation.Language.Parser]::ParseFile("$PSScriptRoot/../../../build.ps1", [ref]$null, [ref]$null)
    $functions = $script.FindAll({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $false)
    $functions | Where-Object Name -In 'Get-Engine', 'Invoke-Engine' | ForEach-Object { . ([scriptblock]::Create($_.Extent.Text)) }
    $dotnet = (Get-Command dotnet -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source
}

Describe 'The engine that the build starts' {
    It 'is the one that runs it' {
        $words = @(Get-Engine)
        $words[0] | Should -BeExactly ([Environment]::ProcessPath)
        Invoke-Engine -NoProfile -NonInteractive -Command '"$PSHOME"' | Should -BeExactly $PSHOME
    }

    It 'takes a script block and its arguments' {
        Invoke-Engine -NoProfile -NonInteractive -Command { param($text) "got $text" } -args 'two words' | Should -BeExactly 'got two words'
    }

    It 'is dotnet with the engine''s assembly where that is how it was started' {
        Get-Engine /usr/bin/dotnet | Should -BeExactly '/usr/bin/dotnet', "$PSHOME/pwsh.dll"
        "$PSHOME/pwsh.dll" | Should -Exist
        if (-not $dotnet) { Set-ItResult -Skipped -Because 'there is no dotnet here' }
        $first, $rest = @(Get-Engine $dotnet) + '-NoProfile', '-NonInteractive', '-Command', '"$PSHOME"'
        & $first @rest | Should -BeExactly $PSHOME
    }
}
