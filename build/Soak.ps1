# The long form of the tests of size, churn, interruption and privilege, and the reading tests run by each reader who lacks something.

function Invoke-Soak {
    $null = New-Item -ItemType Directory -Force (Join-Path $out test)
    $env:PROCFS_SOAK = 1
    try { $results = @(Invoke-ModuleTest Soak) } finally { $env:PROCFS_SOAK = $null }
    $results += @(Invoke-ReadingTest)
    $passed, $failed, $skipped = 'Passed', 'Failed', 'Skipped' | ForEach-Object { ($results | Measure-Object $_ -Sum).Sum }
    "$passed passed, $failed failed, $skipped skipped"
    if ($failed -or -not $passed) { exit 1 }
}

function Invoke-ReadingTest {
    $tests = Join-Path (Split-Path $PSScriptRoot) tests
    . (Join-Path $tests Pester Setup Condition.ps1)
    . (Join-Path $tests Pester Setup Engine.ps1)
    # Where every user may read: the tests, the module and Pester, and a home in which each may write.
    $shared = [IO.Directory]::CreateTempSubdirectory('procfs-soak-').FullName
    try {
        Copy-Item -Recurse $tests $shared
        $null = New-Item -ItemType Directory "$shared/modules", "$shared/home"
        Copy-Item -Recurse (Join-Path $out ProcFs), (Join-Path $localModules Pester) "$shared/modules"
        chmod -R a+rX $shared
        chmod 0777 "$shared/home"
        if (-not (Test-OpenToAll $PSHOME)) { cp -a $PSHOME "$shared/engine" }
        foreach ($condition in Get-ReaderCondition) {
            if (Test-Condition $condition) { Invoke-ReadingTestAs $condition $shared } else { Write-Warning "LEFT OUT: the reading tests with $($condition.Name), which this machine does not allow." }
        }
    }
    finally { rm -rf $shared }
}

function Invoke-ReadingTestAs([hashtable] $Condition, [string] $Shared) {
    Write-Host "The reading tests with $($Condition.Name):"
    $own = Join-Path $Shared ([guid]::NewGuid())
    $null = New-Item -ItemType Directory $own
    # Without the files of the machine, only what is about processes can be read.
    $path = if ($Condition.Name -eq 'subset=pid') { "$Shared/tests/Pester/Commands/Get-Proc*.Tests.ps1" } else { "$Shared/tests/Pester/Commands/Get-*.Tests.ps1", "$Shared/tests/Pester/Commands/Kernel", "$Shared/tests/Pester/Provider" }
    $report = "$Shared/home/$([guid]::NewGuid()).json"
    $variables = "HOME=$Shared/home", "TMPDIR=$Shared/home", "PSModulePath=$Shared/modules", 'NO_COLOR=1', 'POWERSHELL_TELEMETRY_OPTOUT=1'
    $without = 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME' | ForEach-Object { '-u', $_ }
    # -File takes no arrays: the lists are read from a file.
    $run = "$Shared/home/$([guid]::NewGuid()).ps1"
    $quoted = { param($Values) ($Values | ForEach-Object { "'$($_ -replace "'", "''")'" }) -join ', ' }
    Set-Content $run "& '$Shared/tests/Pester/Invoke-Pester.ps1' -Report '$report' -Path $(& $quoted $path) -ExcludeTag $(& $quoted (@($Condition.Except) + 'needs root*'))"
    $words = @(Expand-Condition $Condition $own) + 'env' + $without + $variables + (Get-SharedEngine $Shared) + '-NoProfile', '-NonInteractive', '-File', $run
    $first, $rest = $words
    Push-Location /
    try { & $first @rest | Out-Host } finally { Pop-Location }
    if (-not (Test-Path $report)) { throw "The reading tests did not run with $($Condition.Name)." }
    Get-Content -Raw $report | ConvertFrom-Json
}
