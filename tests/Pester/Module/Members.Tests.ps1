# What all types share, so that one name is one thing everywhere.

BeforeDiscovery {
    Import-Module ProcFs
    # What reads, what is still to be read and what writes are no rows: no command emits them.
    $types = [ProcFs.Catalog].Assembly.GetExportedTypes() | Where-Object { $_.IsClass -and -not $_.IsAbstract -and -not $_.IsGenericType -and [ProcFs.ItemShape]::Find($_) } |
        Where-Object { $_.Namespace -eq 'ProcFs' -and $_.Name -notlike '*Query' } |
        Where-Object { $_.Name -notin 'ProcSource', 'ProcProcess', 'HeldFile', 'ProcException' }
    $ofProcesses = $types | Where-Object { $_.GetProperty('ProcessId') -and $_.GetProperty('ProcessId').PropertyType -eq [int] }
    $withViews = $types | Where-Object { [ProcFs.Views.View]::Of($_).Count }
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs

    function Get-MemberName([type] $Type) {
        $Type.GetProperties().Name
        $data = Get-TypeData $Type.FullName
        if ($data) { $data.Members.Keys }
    }
}

Describe 'Each object of a process: <_.Name>' -ForEach $ofProcesses {
    It 'has ProcessId, ProcessName, Id and Name' {
        $names = Get-MemberName $_
        foreach ($name in 'ProcessId', 'ProcessName', 'Id', 'Name') { $names | Should -Contain $name }
    }
}

Describe 'Each column of <_.Name>' -ForEach $withViews {
    It 'has above it the name of a property' {
        $names = Get-MemberName $_
        foreach ($column in [ProcFs.Views.View]::Of($_).Columns) { $names | Should -Contain $column.Label }
    }
}

Describe 'Each further name of <_.Name>' -ForEach $types {
    It 'leads to a property, and has an escaped twin where that has one' {
        $data = Get-TypeData $_.FullName
        $aliases = @(if ($data) { $data.Members.Values | Where-Object { $_ -is [System.Management.Automation.Runspaces.AliasPropertyData] } })
        $names = Get-MemberName $_
        foreach ($alias in $aliases) {
            $names | Should -Contain $alias.ReferencedMemberName
            if ("Display$($alias.ReferencedMemberName)" -in $names) { $names | Should -Contain "Display$($alias.Name)" }
        }
    }

    It 'has a text for each list' {
        $data = Get-TypeData $_.FullName
        $own = [System.Collections.Generic.IReadOnlyDictionary[string, string]], [System.Collections.Generic.IReadOnlyDictionary[string, ProcFs.UnavailableReason]]
        foreach ($property in [ProcFs.ItemShape]::Find($_).Properties | Where-Object { $_.Type -ne [string] -and [System.Collections.IEnumerable].IsAssignableFrom($_.Type) }) {
            # That these bring a text of their own, the tests of all fixtures show.
            if ($property.Name -in 'Additional', 'Unavailable' -and $property.Type -in $own) { continue }
            $data.Members[$property.Name].GetCodeReference.Name | Should -BeExactly $property.Name
        }
    }
}

Describe 'Objects as CSV and JSON' {
    BeforeAll {
        $process = Start-TestProcess "printf '\e[31mx' > /proc/self/comm; exec 20</dev/null"
        $id = $process.Id
    }

    AfterAll { Stop-TestProcess $process }

    It 'have values and no names of types: <_>' -ForEach @(
        'Get-ProcProcess -Id $id', 'Get-ProcProcess -Id $id -Detailed', 'Get-ProcStatus $id', 'Get-ProcStat $id', 'Get-ProcFd $id -Number 20', 'Get-ProcMap $id', 'Get-ProcMount $id', 'Get-ProcLimit $id'
        'Get-ProcCgroup $id', 'Get-ProcNamespace $id', 'Get-ProcWait $id', 'Get-ProcThread $id', 'Get-ProcTree $id', 'Get-ProcOom', 'Get-ChildItem Proc:/$id', 'Get-Item Proc:/meminfo', 'Get-Item Proc:/stat'
        'Get-ChildItem Proc:/interrupts', 'Get-ChildItem Proc:/crypto', 'Get-Item Proc:/$id/sched'
    ) {
        $objects = @(& ([scriptblock]::Create($_)) 3>$null)
        $objects | Should -Not -BeNullOrEmpty
        $rows = $objects | ConvertTo-Csv | ConvertFrom-Csv
        $rows.PSObject.Properties.Value | Where-Object { $_ -match '^System\.|^ProcFs\.|\[\]$' } | Should -BeNullOrEmpty
    }

    It 'have lists as text in CSV, and as lists in JSON and in the object' {
        $row = Get-ProcProcess -Id $id
        ($row | ConvertTo-Csv | ConvertFrom-Csv).CommandLine | Should -BeExactly ($row.CommandLine -join ' ')
        $row.CommandLine.GetType() | Should -Be ([string[]])
        @(($row | ConvertTo-Json | ConvertFrom-Json).CommandLine) | Should -BeExactly $row.CommandLine
        $status = Get-ProcStatus $id
        ($status | ConvertTo-Csv | ConvertFrom-Csv).UserIds | Should -BeExactly ($status.UserIds -join ' ')
        $status.NamespaceProcessIds.Count | Should -Be 1
        $status.NamespaceProcessIds[0] | Should -Be $id
        $status.Groups.GetType() | Should -Be ([ProcFs.ProcessStatus].GetProperty('Groups').PropertyType)
    }

    It 'have dictionaries as keys with values in CSV' {
        $capture = Resolve-Path "$PSScriptRoot/../../fixtures/3.2-x86_64/proc"
        $row = Get-ProcStatus -Root $capture 915 -WarningAction Ignore
        $row.Unavailable | Should -BeOfType ([System.Collections.IDictionary])
        $row.Unavailable.Count | Should -BeGreaterThan 1
        ($row | ConvertTo-Csv | ConvertFrom-Csv).Unavailable | Should -Match '^\w+=\w+(; \w+=\w+)+$'
    }

    It 'have enumerations by name, in CSV and in JSON' {
        $row = Get-ProcProcess -Id $id
        ($row | ConvertTo-Csv | ConvertFrom-Csv).State | Should -BeExactly "$($row.State)"
        ($row | ConvertTo-Json | ConvertFrom-Json).State | Should -BeExactly "$($row.State)"
    }

    It 'have the escaped twin of a further name' {
        (Get-ProcFd $id -Number 20).Name | Should -BeExactly "`e[31mx"
        (Get-ProcFd $id -Number 20).DisplayName | Should -BeExactly '\x1b[31mx'
        (Get-ProcStatus $id).DisplayProcessName | Should -BeExactly '\x1b[31mx'
    }
}
