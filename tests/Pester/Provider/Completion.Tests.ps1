# Completion for paths of the drive as arguments of the engine's own commands.

BeforeAll {
    Import-Module ProcFs
    Set-Location /
    function Get-Offer([string] $Line) { (TabExpansion2 $Line).CompletionMatches.CompletionText }
}

AfterAll { Set-Location $PSScriptRoot }

Describe 'Behind a path of the drive' {
    It 'the properties of its objects are offered, and no others: <Line>' -ForEach @(
        @{ Line = 'Get-Item Proc:/self/status | Select-Object '; Type = 'ProcessStatus' }
        @{ Line = 'gi Proc:/self/status | Where-Object VmRss | Sort-Object '; Type = 'ProcessStatus' }
        @{ Line = 'Get-Item Proc:/*/stat | Group-Object '; Type = 'ProcessStat' }
        @{ Line = 'Get-Item Proc:/meminfo | Format-List '; Type = 'MemoryInfo' }
        @{ Line = 'Get-ChildItem Proc:/self/maps | Select-Object '; Type = 'MemoryMapping' }
        @{ Line = 'dir Proc:/self/fd | Where-Object '; Type = 'FileDescriptor' }
        @{ Line = 'Get-ChildItem -Path Proc:/ | Format-Table '; Type = 'ProcEntry' }
        @{ Line = 'Get-Item Proc:/sys/vm/swappiness | Select-Object -ExpandProperty '; Type = 'KernelParameter' }
        @{ Line = 'Get-ItemProperty Proc:/self/status -Name '; Type = 'ProcessStatus' }
        @{ Line = 'Get-ItemPropertyValue -Path Proc:/loadavg -Name '; Type = 'LoadAverage' }
    ) {
        $expected = [ProcFs.ItemShape]::Find([type] "ProcFs.$Type").Properties.Name | Sort-Object -CaseSensitive -Culture ''
        Get-Offer $Line | Sort-Object -CaseSensitive -Culture '' | Should -Be $expected
    }

    It 'a property is found by its start, and by its kernel name' {
        Get-Offer 'Get-Item Proc:/self/status | Select-Object VmR' | Should -Be 'VmRss'
        Get-Offer 'Get-Item Proc:/meminfo | Select-Object MemFr' | Should -Be 'Free'
    }
}

Describe 'As a value of a parameter' {
    It 'its names are offered by <_>' -ForEach 'Set-Item Proc:/self/coredump_filter ', 'Set-Item -Path Proc:/self/coredump_filter -Value ', 'Set-Content Proc:/self/coredump_filter -Value ', 'Set-ItemProperty Proc:/self/coredump_filter Value ' {
        Get-Offer $_ | Should -Contain 'AnonymousPrivate'
        Get-Offer $_ | Should -Contain 'ElfHeaders'
    }

    It 'the current value is offered if it has no named values' {
        Get-Offer 'Set-Item Proc:/sys/vm/overcommit_memory ' | Should -BeExactly ([IO.File]::ReadAllText('/proc/sys/vm/overcommit_memory').Trim())
    }
}

Describe 'Where no path of the drive stands' {
    It 'the engine completes as it does without the module: <_>' -ForEach @(
        'Get-Process | Select-Object Work', 'Get-Item / | Select-Object Cr', 'Get-ProcStatus | Select-Object VmR', 'Set-Item / -Value /et', 'Get-Process | Sort-Object -Property CP', 'Get-ItemProperty /etc -Name no'
    ) {
        $with = Get-Offer $_
        $shell = [powershell]::Create()
        try {
            $import = $_ -match 'Proc' -and $_ -notmatch 'Get-Process' ? 'Import-Module ProcFs; Register-ArgumentCompleter -CommandName Select-Object -ParameterName Property -ScriptBlock {}' : ''
            $without = $shell.AddScript("$import; Set-Location /; (TabExpansion2 '$_').CompletionMatches.CompletionText").Invoke()
        }
        finally { $shell.Dispose() }
        $with | Should -Be @($without)
    }
}
