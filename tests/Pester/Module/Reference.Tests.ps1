BeforeDiscovery {
    $core = Join-Path $PSScriptRoot ../../../out/build/bin/ProcFs.Core/release/ProcFs.Core.dll
    $isBuilt = Test-Path ([IO.Path]::ChangeExtension($core, 'xml'))
}

Describe 'The pages made of the declarations' -Tag 'needs the build beside the tests' -Skip:(-not $isBuilt) {
    BeforeAll {
        . "$PSScriptRoot/../Setup/Engine.ps1"
        $repository = (Resolve-Path "$PSScriptRoot/../../..").Path
        $docs = Join-Path $repository docs
        $made = New-Item -ItemType Directory "$TestDrive/docs"
        Copy-Item -Recurse $docs/en-US $made
        $first, [string[]] $rest = Get-Engine
        & $first @rest -NoProfile -NonInteractive -File "$repository/build/Reference.ps1" -Core "$repository/out/build/bin/ProcFs.Core/release/ProcFs.Core.dll" -Destination $made 2>&1 | Should -BeNullOrEmpty
        $names = @('coverage.md', 'types.md', 'safety.md') + (Get-ChildItem $docs/en-US -Filter *-*.md).ForEach{ "en-US/$($_.Name)" }
    }

    It 'match the output of ./build.sh Docs' {
        $names | Where-Object { (Get-Content -Raw "$docs/$_") -cne (Get-Content -Raw "$made/$_") } | Should -BeNullOrEmpty
    }

    It 'state the units of sizes' {
        Get-Content "$docs/types.md" | Should -Contain '| `VmRss` | Int64 | bytes | `VmRSS` | Resident set size, in bytes: `VmRSS`. |'
        (Get-Content -Raw "$docs/en-US/Get-ProcProcess.md") | Should -Match 'Units: bytes \(VirtualSize, ResidentSize\); percent \(CpuPercent, MemoryPercent\)\.'
    }

    It 'describe every property' {
        $open = Get-Content "$docs/types.md" | Where-Object { $_ -match '^\| `.*\|\s*\|$' }
        $open | Should -BeNullOrEmpty
    }
}
