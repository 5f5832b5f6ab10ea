BeforeDiscovery {
    # PROCFS_PACKAGE is the folder of the packages that were built; build.ps1 -Task Test gives it.
    $package = $env:PROCFS_PACKAGE -and (Test-Path "$env:PROCFS_PACKAGE/library/ProcFs.Core.*.nupkg")
}

Describe 'The package of the library' -Tag 'needs the built package' -Skip:(-not $package) {
    BeforeAll {
        $file = Get-Item "$env:PROCFS_PACKAGE/library/ProcFs.Core.*.nupkg"
        $version = $file.BaseName -replace '^ProcFs\.Core\.'
        $zip = [System.IO.Compression.ZipFile]::OpenRead($file)
        try { $members = $zip.Entries.FullName } finally { $zip.Dispose() }

        # A program of another's, of one file: the example of the readme.
        $readme = Get-Content -Raw "$PSScriptRoot/../../../src/ProcFs.Core/README.md"
        $sample = [regex]::Match($readme, '(?s)```csharp\n(.*?)```').Groups[1].Value
        $program = New-Item -ItemType Directory "$TestDrive/program"
        Set-Content "$program/sample.cs" "#:package ProcFs.Core@$version", $sample
        Set-Content "$program/nuget.config" "<configuration><packageSources><clear /><add key='built' value='$env:PROCFS_PACKAGE/library' /></packageSources></configuration>"
    }

    It 'has the assembly, its documentation and a readme' {
        'lib/net10.0/ProcFs.Core.dll', 'lib/net10.0/ProcFs.Core.xml', 'README.md' | Should -BeIn $members
    }

    It 'needs no other package' {
        $zip = [System.IO.Compression.ZipFile]::OpenRead($file)
        try {
            $reader = [IO.StreamReader]::new($zip.GetEntry('ProcFs.Core.nuspec').Open())
            ([xml]$reader.ReadToEnd()).SelectNodes('//*[local-name()="dependency"]') | Should -BeNullOrEmpty
        }
        finally { $zip.Dispose() }
    }

    It 'runs the example of its readme' {
        $sample | Should -Not -BeNullOrEmpty
        $lines = & env "NUGET_PACKAGES=$TestDrive/packages" "HOME=$TestDrive" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 dotnet run -p:PublishAot=false "$program/sample.cs" 2>&1
        $LASTEXITCODE | Should -Be 0 -Because "$lines"
        $lines | Where-Object { $_ -match '^\d+ MiB of \d+ MiB are available$' } | Should -HaveCount 1
        $lines | Where-Object { $_ -match '^\S+: \d+ bytes resident, \d+ threads$' } | Should -HaveCount 1
    }
}
