# What other commands of the engine make of the module's objects in a pipeline.

BeforeDiscovery {
    Import-Module ProcFs
    $types = [ProcFs.Catalog].Assembly.GetExportedTypes() | Where-Object { $_.IsClass -and -not $_.IsAbstract -and $_.GetProperties().Count } | ForEach-Object FullName
    $processTypes = [ProcFs.Catalog].Assembly.GetExportedTypes() | Where-Object { $_.IsClass -and $_.GetProperty('ProcessId') } | ForEach-Object FullName
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    # The names by which a command of the engine takes a path from a property.
    $pathNames = Get-Command -CommandType Cmdlet -Module Microsoft.PowerShell.* | ForEach-Object { $_.Parameters.Values } |
        Where-Object {
            ($_.Name -match 'Path$|^PSPath$' -or $_.Aliases -contains 'PSPath') -and
            $_.ParameterType -in [string], [string[]] -and
            $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true
        } | ForEach-Object { $_.Name; $_.Aliases } | Sort-Object -Unique
    # What reads and what went wrong are no rows: no command emits them.
    $noRows = 'ProcFs.ProcException', 'ProcFs.ProcRoot', 'ProcFs.ProcSource'
}

Describe 'A property of <_>' -ForEach $types {
    It 'is never taken for the path of a file' {
        if ($_ -in $noRows) { Set-ItResult -Skipped -Because 'no command emits it'; return }
        $pathNames | Should -Contain 'Path'
        $pathNames | Should -Contain 'LiteralPath'
        $names = @(($_ -as [type]).GetProperties().Name) + @((Get-TypeData $_).Members.Keys)
        $names | Where-Object { $_ -in $pathNames -or $_ -eq 'FullName' } | Should -BeNullOrEmpty
    }
}

Describe 'A number that is not a process, in <_>' -ForEach $types {
    It 'is not called Id, which Stop-Process takes for that of a process' {
        $type = $_ -as [type]
        if (-not $type.GetProperty('ProcessId')) { $type.GetProperty('Id') | Should -BeNullOrEmpty }
        $alias = (Get-TypeData $_) ? (Get-TypeData $_).Members['Id'] : $null
        if ($alias) { $alias.ReferencedMemberName | Should -BeExactly 'ProcessId' }
    }
}

Describe 'A process in <_>' -ForEach $processTypes {
    It 'has an Id' {
        $own = ($_ -as [type]).GetProperty('Id')
        if ($own) { $own.PropertyType | Should -Be ([int]); return }
        (Get-TypeData $_).Members['Id'].ReferencedMemberName | Should -BeExactly 'ProcessId'
    }
}

Describe 'A process after deserialization' {
    It 'has its Id, its further names and their escaped twins' {
        $read = Get-ProcStatus $PID | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }
        $read.PSObject.TypeNames[0] | Should -BeExactly 'Deserialized.ProcFs.ProcessStatus'
        $read.Id | Should -Be $PID
        $read.ProcessName | Should -BeExactly $read.Name
        $read.DisplayProcessName | Should -BeExactly $read.Name
    }
}

Describe 'Of two processes of one name' {
    BeforeEach {
        $name = 'procfs-twin'
        $first = Start-TestProcess "printf $name > /proc/self/comm"
        $second = Start-TestProcess "printf $name > /proc/self/comm"
        $id = $first.Id
    }

    AfterEach { Stop-TestProcess $first; Stop-TestProcess $second }

    It '<Command> | Stop-Process stops that one' -ForEach @(
        @{ Command = 'Get-ProcProcess'; Script = { Get-ProcProcess -Id $id } }
        @{ Command = 'Get-ProcProcess -IncludeThread'; Script = { Get-ProcProcess -Id $id -IncludeThread | Select-Object -Last 1 } }
        @{ Command = 'Get-ProcStatus'; Script = { Get-ProcStatus -Id $id } }
        @{ Command = 'Get-ProcStat'; Script = { Get-ProcStat -Id $id } }
        @{ Command = 'Get-ProcFd'; Script = { Get-ProcFd -Id $id -Number 0 } }
        @{ Command = 'Get-ProcThread'; Script = { Get-ProcThread -Id $id } }
        @{ Command = 'Get-ProcMemory'; Script = { Get-ProcMemory -Id $id } }
        @{ Command = 'Get-ProcTree'; Script = { Get-ProcTree -Id $id } }
        @{ Command = 'Get-ProcOom'; Script = { Get-ProcOom | Where-Object ProcessId -EQ $id } }
        @{ Command = 'Get-ProcCgroup'; Script = { Get-ProcCgroup -Id $id | Select-Object -First 1 } }
        @{ Command = 'Get-Item of a process'; Script = { Get-Item Proc:/$id } }
        @{ Command = 'Get-Item of a record'; Script = { Get-Item Proc:/$id/status } }
        @{ Command = 'Get-Item of a link'; Script = { Get-Item Proc:/$id/cwd } }
        @{ Command = 'Get-ChildItem of descriptors'; Script = { Get-ChildItem Proc:/$id/fd | Select-Object -First 1 } }
        @{ Command = 'Get-ChildItem of the root'; Script = { Get-ChildItem Proc:/ -Filter $id } }
        @{ Command = 'an object from elsewhere'; Script = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-ProcStatus $id))) } }
    ) {
        & $Script | Stop-Process -Force -ErrorAction Stop
        Test-Ended $first | Should -BeTrue
        $second.HasExited | Should -BeFalse
    }
}

Describe 'Of two processes of one name, by the commands that take the name before the id' {
    BeforeAll {
        $name = 'procfs-twin'
        $first = Start-TestProcess "printf $name > /proc/self/comm; exec 20</dev/null"
        $second = Start-TestProcess "printf $name > /proc/self/comm"
        $id = $first.Id
    }

    AfterAll { Stop-TestProcess $first; Stop-TestProcess $second }

    It 'Get-Process gets the process with the given id: <_>' -ForEach 'Get-ProcProcess -Id $id', 'Get-ProcStatus -Id $id', 'Get-ProcFd -Id $id -Number 20', 'Get-Item Proc:/$id/status' {
        $script = [scriptblock]::Create($_)
        (& $script | Get-Process -Id { $_.ProcessId }).Id | Should -Be $id
    }

    It 'Wait-Process waits for the process with the given id' {
        $ending = [Diagnostics.Process]::Start('bash', [string[]] @('--norc', '-c', "printf $name > /proc/self/comm; sleep 3; :"))
        while (-not ($listed = Get-ProcStatus $ending.Id | Where-Object Name -EQ $name)) { Start-Sleep -Milliseconds 10 }
        $listed | Wait-Process -Id { $_.Id } -Timeout 60 -ErrorAction Stop
        $ending.HasExited | Should -BeTrue
        $second.HasExited | Should -BeFalse
        $ending.Dispose()
    }

    # about_ProcFs says so. Where an engine takes the id first, the page need not say it any more.
    It 'Get-Process gets both without an explicit id' {
        @(Get-ProcStatus $id | Get-Process).Id | Should -Contain $second.Id
    }
}

Describe 'What comes from the drive' {
    BeforeAll {
        $root = "$((Get-Item $TestDrive).FullName)/captured/proc"
        $null = New-Item -ItemType Directory -Force "$root/sys/vm", "$root/7"
        Set-Content "$root/sys/vm/swappiness" 60
        Set-Content "$root/7/oom_score_adj" 0
        $null = New-PSDrive Capture ProcFs $root
    }

    AfterAll { Remove-PSDrive Capture }

    It 'names the path of the drive with -WhatIf' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module ProcFs; Start-Transcript '$root/said' | Out-Null
                Get-Item Proc:/sys/vm/swappiness | Set-Item -Value 10 -WhatIf; Stop-Transcript | Out-Null").Invoke()
        }
        finally { $shell.Dispose() }
        Get-Content "$root/said" | Where-Object { $_ -match '^What if' } | Should -BeExactly 'What if: Performing the operation "Write "10"" on target "/proc/sys/vm/swappiness".'
    }

    It 'is each descriptor again: Get-ChildItem | Get-Item' {
        $holder = Start-TestProcess 'exec 20</dev/null'
        try {
            $listed = Get-ChildItem "Proc:/$($holder.Id)/fd"
            $again = $listed | Get-Item
            $again.Number | Should -Be $listed.Number
            $again.PSPath | Should -Be $listed.PSPath
        }
        finally { Stop-TestProcess $holder }
    }

    It 'of a capture alters neither the capture nor this machine: <Script>' -ForEach @(
        @{ Script = 'Get-Item Capture:/sys/vm/swappiness | Set-Content -Value 77' }
        @{ Script = 'Get-Item Capture:/sys/vm/swappiness | Add-Content -Value 77' }
        @{ Script = 'Get-Item Capture:/sys/vm/swappiness | Set-Item -Value 77' }
        @{ Script = 'Get-Item Capture:/sys/vm/swappiness | Clear-Content' }
        @{ Script = 'Get-Item Capture:/sys/vm/swappiness | Remove-Item' }
        @{ Script = 'Get-ChildItem Capture:/sys/vm | Set-Item -Value 77' }
        @{ Script = 'Set-ItemProperty Capture:/sys/vm/swappiness Value 77' }
        @{ Script = 'Set-Content Capture:/7/oom_score_adj 77' }
    ) {
        $machine = [IO.File]::ReadAllText('/proc/sys/vm/swappiness')
        $null = & ([scriptblock]::Create($Script)) 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } -OutVariable failed
        $failed.Count | Should -BeGreaterOrEqual 1
        Get-Content "$root/sys/vm/swappiness" | Should -Be 60
        Get-Content "$root/7/oom_score_adj" | Should -Be 0
        [IO.File]::ReadAllText('/proc/sys/vm/swappiness') | Should -Be $machine
    }

    It 'leads back to it' {
        $before = Get-Content /proc/sys/vm/swappiness
        (Get-ChildItem Proc:/self/ns | Get-Item).Name | Should -Contain 'mnt'
        (Get-Item Proc:/sys/vm/swappiness | Get-Item).ProcPath | Should -BeExactly '/proc/sys/vm/swappiness'
        Get-Item Proc:/sys/vm/swappiness | Set-Item -Value 10 -WhatIf
        Get-Content /proc/sys/vm/swappiness | Should -Be $before
    }

    It 'is not a file of the host for Remove-Item' {
        Copy-Item /bin/sleep "$TestDrive/mapped"
        $folder = (Get-Item $TestDrive).FullName
        $mapper = [Diagnostics.Process]::Start("$folder/mapped", '600')
        try {
            for ($i = 0; $i -lt 200 -and -not (Get-ProcMap $mapper.Id | Where-Object Target -EQ "$folder/mapped"); $i++) { Start-Sleep -Milliseconds 20 }
            Get-ProcMap $mapper.Id | Where-Object Target -EQ "$folder/mapped" | Should -Not -BeNullOrEmpty
            Get-ProcMap $mapper.Id | Remove-Item -ErrorAction SilentlyContinue -Confirm:$false
            "$folder/mapped" | Should -Exist
        }
        finally { $mapper.Kill(); $mapper.WaitForExit(); $mapper.Dispose() }
    }
}

Describe 'What comes down the pipeline by value' {
    BeforeAll {
        $name = 'procfs-piped'
        $process = Start-TestProcess "printf $name > /proc/self/comm"
        $id = $process.Id
    }

    AfterAll { Stop-TestProcess $process }

    It 'may be <What>' -ForEach @(
        @{ What = 'an id'; Script = { $id } }
        @{ What = 'an id as JSON has it'; Script = { ("{ `"pid`": $id }" | ConvertFrom-Json).pid } }
        @{ What = 'an id as text, as pgrep writes it'; Script = { "$id" } }
        @{ What = 'ids on one line, as pidof writes them'; Script = { "$id $id" }; Count = 2 }
        @{ What = 'a name'; Script = { $name } }
        @{ What = 'a wildcard'; Script = { 'procfs-pip*' } }
        @{ What = 'a process of Get-Process'; Script = { Get-Process -Id $id } }
        @{ What = 'an object of the module'; Script = { Get-ProcFd -Id $id -Number 0 } }
        @{ What = 'an object with an Id alone'; Script = { [pscustomobject]@{ Id = $id } } }
        @{ What = 'an object that was serialized'; Script = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-Process -Id $id))) } }
    ) {
        $found = @(& $Script | Get-ProcStatus -ErrorAction Stop)
        $found | Should -HaveCount ($Count ?? 1)
        $found.ProcessId | Should -Be (@($id) * ($Count ?? 1))
    }

    It 'may change from id to name within one pipeline' {
        @("$id", $name, $id | Get-ProcStatus).ProcessId | Should -Be $id, $id, $id
    }

    It 'reaches every cmdlet about processes' {
        foreach ($command in Get-Command -Module ProcFs | Where-Object { $_.Parameters.ContainsKey('Id') -and $_.Parameters.ContainsKey('Name') -and $_.Noun -notlike 'Kernel*' }) {
            foreach ($parameter in 'Id', 'Name') {
                $command.Parameters[$parameter].ParameterSets.Values.ValueFromPipeline | Should -BeTrue -Because "$command takes -$parameter so"
            }
        }
    }

    It 'is refused if it does not represent a process' {
        $errors = @()
        [datetime]::Now, [pscustomobject]@{ Other = 1 } | Get-ProcStatus -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be (, 'InputObjectNotBound,ProcFs.Commands.GetProcStatusCommand' * 2)
    }

    It 'is an argument too: <What>' -ForEach @(
        @{ What = 'processes of Get-Process'; Script = { Get-ProcStatus (Get-Process -Id $id) } }
        @{ What = 'objects of the module'; Script = { Get-ProcStatus (Get-ProcProcess $id) } }
        @{ What = 'behind -Id'; Script = { Get-ProcStatus -Id (Get-Process -Id $id) } }
        @{ What = 'behind -Parent'; Script = { Get-ProcProcess -Parent (Get-Process -Id $PID) -Name $name } }
    ) {
        @(& $Script).ProcessId | Should -Be $id
    }
}
