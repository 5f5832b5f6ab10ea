BeforeAll {
    Import-Module ProcFs
    # The published program where there is one, what the build made otherwise.
    $command = $env:PROCFS_COMMAND ? @($env:PROCFS_COMMAND) : @('dotnet', (Join-Path $PSScriptRoot .. .. .. out build bin ProcFs.Cli release procfs.dll))
    $capture = Join-Path ([IO.Path]::GetTempPath()) "procfs-$([guid]::NewGuid())"

    # What the command gives for the capture, as objects.
    function Read-Command {
        $first, [string[]] $rest = $command
        & $first @rest --root $capture @args --jsonl | ConvertFrom-Json -DateKind Offset
    }

    # The JSON of a value: words for an enumeration, a time span and a set, the parts of an object.
    function Compare-Value($Object, $Json, [string] $Where) {
        if ($null -eq $Object) {
            if ($null -ne $Json) { "${Where}: nothing in the module, $Json in JSON" }
        }
        elseif ($Object -is [enum] -or $Object -is [char] -or $Object -is [timespan]) {
            if ("$Object" -cne $Json) { "${Where}: $Object in the module, $Json in JSON" }
        }
        elseif ($Object -is [string]) {
            $shown = $Object -cmatch '[\ud800-\udfff]' ? [ProcFs.Text.DisplayText]::Escape($Object) : $Object
            if ($shown -cne $Json) { "${Where}: $shown in the module, $Json in JSON" }
        }
        elseif ($Object.GetType().Name -match '^KeyValuePair') {
            Compare-Value $Object.Key $Json.Key "$Where.Key"
            Compare-Value $Object.Value $Json.Value "$Where.Value"
        }
        elseif ($Object -is [System.Collections.IDictionary] -or $Object.GetType().Name -match 'Dictionary') {
            foreach ($key in $Object.Keys) { Compare-Value $Object[$key] $Json.$key "$Where.$key" }
        }
        elseif ($Object -is [System.Collections.IEnumerable]) {
            $items = @($Object)
            if ($items.Count -ne @($Json).Count) { "${Where}: $($items.Count) in the module, $(@($Json).Count) in JSON" }
            for ($i = 0; $i -lt $items.Count; $i++) { Compare-Value $items[$i] @($Json)[$i] "$Where[$i]" }
        }
        elseif ($Object.GetType().Assembly -eq [ProcFs.ProcRoot].Assembly) {
            Compare-Item $Object $Json $Where
        }
        elseif ($Object -ne $Json) {
            "${Where}: $Object in the module, $Json in JSON"
        }
    }

    # Every property of the module's object is in JSON, and JSON has nothing else but exact bytes and words.
    function Compare-Item($Object, $Json, [string] $Where) {
        $names = @($Object.PSObject.Properties.Name | Where-Object { $Object.GetType().GetProperty($_) })
        $extra = @($Json.PSObject.Properties.Name | Where-Object { $_ -notin $names -and $_ -ne 'Text' -and ($_ -notmatch 'Bytes$' -or $_ -replace 'Bytes$' -notin $names) })
        if ($extra) { "${Where}: $extra only in JSON" }
        foreach ($name in $names) {
            if ($name -notin $Json.PSObject.Properties.Name) { "${Where}: $name only in the module" }
            else { Compare-Value $Object.$name $Json.$name "$Where.$name" }
        }
    }

    function Compare-All($Objects, $Json) {
        $objects, $rows = @($Objects), @($Json)
        $rows.Count | Should -Be $objects.Count
        $objects.Count | Should -BeGreaterThan 0
        $differences = for ($i = 0; $i -lt $objects.Count; $i++) { Compare-Item $objects[$i] $rows[$i] "$($objects[$i].GetType().Name)[$i]" }
        $differences | Should -BeNullOrEmpty
    }

    # A process of its own, as /proc shows it: files that hold still while both sides read them.
    $process = Start-Process sleep -ArgumentList 600 -PassThru
    $id = $process.Id
    $null = New-Item -ItemType Directory -Force "$capture/$id/fd", "$capture/sys/vm"
    $null = New-Item -ItemType Directory -Force "$capture/$id/attr/apparmor", "$capture/$id/attr/smack"
    $files = [ProcFs.Catalog]::All.Where{ $_.ItemType -and $_.Kind -in 'Record', 'Table', 'Parameter' -and $_.Pattern -match '^<pid>/[^<]+$' }
    $typed = foreach ($file in $files) {
        $name = $file.Pattern -replace '^<pid>', $id
        try { $content = [IO.File]::ReadAllBytes("/proc/$name") } catch { continue }
        $null = New-Item -ItemType Directory -Force (Split-Path "$capture/$name")
        [IO.File]::WriteAllBytes("$capture/$name", $content)
        [pscustomobject]@{ Path = $name; Kind = $file.Kind }
    }
    [IO.File]::WriteAllBytes("$capture/$id/cmdline", [IO.File]::ReadAllBytes("/proc/$id/cmdline"))
    $number = 0
    foreach ($target in '/dev/null', '/var/log/a b.log (deleted)', 'socket:[4711]', "/srv/new`nline`e[31m") {
        $null = [IO.File]::CreateSymbolicLink("$capture/$id/fd/$number", $target)
        $number++
    }
    [IO.File]::WriteAllBytes("$capture/stat", [IO.File]::ReadAllBytes('/proc/stat'))
    Set-Content "$capture/sys/vm/swappiness" 60
    Set-Content "$capture/sys/vm/lowmem_reserve_ratio" "256`t256`t32"
    Set-Content "$capture/kallsyms" "ffffffff81000000 T _text`nffffffff81000100 t inner`nffffffffc0000000 t deep`t[mod]"
    $null = New-PSDrive -Name Captured -PSProvider ProcFs -Root $capture
}

AfterAll {
    Remove-PSDrive Captured -ErrorAction Ignore
    Stop-Process -Id $id -ErrorAction Ignore
    if (Test-Path $capture) { Remove-Item -Recurse -Force $capture }
}

Describe 'The JSON of procfs, field by field beside the objects of the module' {
    It 'is the same for Get-ProcFd' { Compare-All (Get-ProcFd -Root $capture) (Read-Command fd) }
    It 'is the same for Get-ProcFd with filters' { Compare-All (Get-ProcFd $id -Deleted -Target '*.log' -Root $capture) (Read-Command fd $id --deleted --target '*.log') }
    It 'is the same for Get-ProcStatus' { Compare-All (Get-ProcStatus -Root $capture) (Read-Command status) }
    It 'is the same for a process' { Compare-All (Get-Item "Captured:/$id") (Read-Command process $id) }
    It 'is the same for Get-ProcMap' { Compare-All (Get-ProcMap $id -Root $capture) (Read-Command get "$id/maps") }
    It 'is the same for Get-KernelSymbol' { Compare-All (Get-KernelSymbol -Root $capture) (Read-Command symbol) }
    It 'is the same for an address' { Compare-All (Get-KernelSymbol -Address 0xffffffff81000017 -Root $capture) (Read-Command symbol --address ffffffff81000017) }
    It 'is the same for every record and parameter' {
        $paths = @($typed | Where-Object Kind -ne Table | ForEach-Object Path) + 'sys/vm/swappiness' + 'sys/vm/lowmem_reserve_ratio'
        $paths.Count | Should -BeGreaterThan 10
        Compare-All ($paths | ForEach-Object { Get-Item "Captured:/$_" }) (Read-Command get @paths)
    }

    It 'is the same for the rows of every table' {
        $paths = @($typed | Where-Object Kind -eq Table | ForEach-Object Path)
        $paths.Count | Should -BeGreaterThan 3
        Compare-All ($paths | ForEach-Object { Get-ChildItem "Captured:/$_" }) (Read-Command get @paths)
    }

    It 'is the same for a listing' {
        foreach ($path in '', "$id", "$id/fd", 'sys/vm', 'kallsyms') {
            Compare-All (Get-ChildItem "Captured:/$path") (Read-Command ls $path)
        }
    }

    It 'counts as Group-Object does' {
        $groups = Get-ProcFd -Root $capture | Group-Object Type -NoElement | Sort-Object Name
        $counted = Read-Command fd --group-by type | Sort-Object Name
        $counted.Name | Should -Be $groups.Name
        $counted.Count | Should -Be $groups.Count
    }
}
