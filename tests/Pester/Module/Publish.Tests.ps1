BeforeAll {
    $repository = (Resolve-Path "$PSScriptRoot/../../..").Path
    $dotnet = (Get-Command dotnet -CommandType Application | Select-Object -First 1).Source

    # Which code dotnet publish would make of the command, with these variables and properties.
    function Get-ChosenCode([string[]] $Variable, [string[]] $Property) {
        $variables = @('DOTNET_NOLOGO=1', 'DOTNET_CLI_TELEMETRY_OPTOUT=1') + $Variable
        $answer = & env @variables $dotnet msbuild "$repository/src/ProcFs.Cli" -t:ChooseCode -p:_IsPublishing=true @Property '-getProperty:IsNative,WhyNotNative'
        $LASTEXITCODE | Should -Be 0 -Because "$answer"
        ("$answer" | ConvertFrom-Json).Properties
    }
}

Describe 'The code that dotnet publish makes of the command' {
    It 'is ready-to-run without a linker' {
        $null = New-Item -ItemType Directory "$TestDrive/bin"
        foreach ($tool in 'sh', 'env') { $null = New-Item -ItemType SymbolicLink "$TestDrive/bin/$tool" -Target (Get-Command $tool -CommandType Application)[0].Source }
        $code = Get-ChosenCode "PATH=$TestDrive/bin"
        $code.IsNative | Should -Be 'false'
        $code.WhyNotNative | Should -BeLike '*clang nor gcc*'
    }

    It 'is ready-to-run without its compiler package' {
        if (-not (Get-Command clang, gcc -CommandType Application -ErrorAction Ignore)) { Set-ItResult -Skipped -Because 'there is no clang or gcc' }
        $null = New-Item -ItemType Directory -Force "$TestDrive/home/.nuget/NuGet", "$TestDrive/feed"
        Set-Content "$TestDrive/home/.nuget/NuGet/NuGet.Config" "<configuration><packageSources><clear /><add key=`"none`" value=`"$TestDrive/feed`" /></packageSources></configuration>"
        $code = Get-ChosenCode "HOME=$TestDrive/home", "NUGET_PACKAGES=$TestDrive/packages"
        $code.IsNative | Should -Be 'false'
        $code.WhyNotNative | Should -BeLike '*ILCompiler*'
    }

    It 'is ready-to-run for another architecture' {
        $other = [System.Runtime.InteropServices.RuntimeInformation]::OSArchitecture -eq 'Arm64' ? 'linux-x64' : 'linux-arm64'
        $code = Get-ChosenCode -Property "-p:RuntimeIdentifier=$other"
        $code.IsNative | Should -Be 'false'
        $code.WhyNotNative | Should -BeLike "*$other*"
    }
}
