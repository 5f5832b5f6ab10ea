BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $holder = Start-TestProcess
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'Get-ItemProperty' {
    It 'gives the fields of a record' {
        $found = Get-ItemProperty Proc:/$id/status
        $found.ProcessId | Should -Be $id
        $found.VmRss | Should -BeGreaterThan 0
        $found.PSPath | Should -BeExactly "ProcFs\ProcFs::/proc/$id/status"
        $found.PSChildName | Should -BeExactly 'status'
    }

    It 'returns only the named fields, also by wildcards' {
        $found = Get-ItemProperty Proc:/$id/status -Name VmRSS, Umas*
        ($found.PSObject.Properties.Name | Where-Object { $_ -notlike 'PS*' }) | Should -Be 'VmRss', 'Umask'
    }

    It 'gives the fields of <Path>: <Name>' -ForEach @(
        @{ Path = 'Proc:/self'; Name = 'User' }
        @{ Path = 'Proc:/self/fd/0'; Name = 'Target' }
        @{ Path = 'Proc:/self/stat'; Name = 'Flags' }
        @{ Path = 'Proc:/self/cwd'; Name = 'Value' }
        @{ Path = 'Proc:/devices'; Name = 'Description' }
        @{ Path = 'Proc:/sys/vm/swappiness'; Name = 'Value' }
    ) {
        (Get-ItemProperty $Path -Name $Name).$Name | Should -Be (Get-Item $Path).$Name
        Get-ItemPropertyValue $Path $Name | Should -Be (Get-Item $Path).$Name
    }

    It 'keeps the types of values' {
        Get-ItemPropertyValue Proc:/$id/status VmRss | Should -BeOfType ([long])
        Get-ItemPropertyValue Proc:/$id/status StartTime | Should -BeOfType ([DateTimeOffset])
        Get-ItemPropertyValue Proc:/$id/status VmPeak, Threads | Should -HaveCount 2
        Get-ItemPropertyValue Proc:/sys/vm/swappiness Value | Should -BeOfType ([long])
    }

    It 'takes paths from the pipeline, and wildcards' {
        (Get-Item Proc:/$id | Get-ItemProperty -Name Threads).Threads | Should -Be 1
        (Get-ItemProperty Proc:/sys/vm/swappin* -Name Value).Value | Should -Be (Get-Item Proc:/sys/vm/swappiness).Value
    }

    It 'reports a missing property, and returns the others' {
        $found = Get-ItemProperty Proc:/$id/status -Name NoSuch, Threads -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Threads | Should -Be 1
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeExactly "/proc/$id/status has no property NoSuch."
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'is silent if a wildcard matches no property' {
        Get-ItemProperty Proc:/$id/status -Name NoSuch* -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
    }

    It 'names a path that is not there' {
        Get-ItemProperty Proc:/2147483647/status -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}

Describe 'A parameter' {
    It 'is a number, several numbers or text' {
        (Get-Item Proc:/sys/vm/swappiness).Value | Should -BeOfType ([long])
        $ports = Get-Item Proc:/sys/net/ipv4/ip_local_port_range -ErrorAction Ignore
        if ($ports) { $ports.Value | Should -HaveCount 2 }
        (Get-Item Proc:/sys/kernel/ostype).Value | Should -BeExactly 'Linux'
    }

    It 'has name, description and access' {
        $found = Get-Item Proc:/sys/vm/swappiness
        $found.Name | Should -BeExactly 'vm.swappiness'
        $found.Description | Should -Not -BeNullOrEmpty
        $found.CanRead | Should -BeTrue
        $found.CanWrite | Should -BeTrue
        $found.ProcPath | Should -BeExactly '/proc/sys/vm/swappiness'
        (Get-Item Proc:/sys/kernel/ostype).CanWrite | Should -BeFalse
        (Get-Item Proc:/$id/oom_score_adj).ProcessId | Should -Be $id
    }

    It 'has null for a value that is only written' {
        $found = Get-Item Proc:/$id/clear_refs -ErrorAction Ignore
        if ($found) {
            $found.Value | Should -BeNullOrEmpty
            $found.CanRead | Should -BeFalse
        }
    }
}
