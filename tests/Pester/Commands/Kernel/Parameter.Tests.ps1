BeforeDiscovery {
    $hasSysctl = [bool](Get-Command sysctl -CommandType Application -ErrorAction Ignore)
    # In a network namespace of its own, parameters of the network are the test's.
    $canSet = [Environment]::UserName -eq 'root' -and (Get-Command unshare -CommandType Application -ErrorAction Ignore) -and $(unshare -n true 2>$null; $LASTEXITCODE -eq 0)
}

BeforeAll {
    . "$PSScriptRoot/../../Setup/Engine.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
    $capture = (Resolve-Path "$PSScriptRoot/../../../fixtures/6.18-x86_64/proc").Path
}

Describe 'Get-KernelParameter' {
    It 'takes the name as <_>' -ForEach 'vm.swappiness', 'vm/swappiness', '/proc/sys/vm/swappiness', 'Proc:/sys/vm/swappiness', 'sys/vm/swappiness' {
        $parameter = Get-KernelParameter $_
        $parameter.Name | Should -BeExactly 'vm.swappiness'
        $parameter.Text | Should -Be (Get-Content /proc/sys/vm/swappiness)
    }

    It 'takes an interface with a dot as <_>' -ForEach 'net.ipv4.conf.eth0/100.rp_filter', 'net/ipv4/conf/eth0.100/rp_filter' {
        (Get-KernelParameter $_ -Root $capture).Name | Should -BeExactly 'net.ipv4.conf.eth0/100.rp_filter'
    }

    It 'has the unit and the bounds of a well-known parameter' {
        $ratio = Get-KernelParameter vm.dirty_ratio
        $ratio.Unit, $ratio.Minimum, $ratio.Maximum | Should -Be '%', 0, 100
        $free = Get-KernelParameter vm.min_free_kbytes
        $free.Unit, $free.Minimum, $free.Maximum | Should -Be 'kB', 0, $null
        ($ratio | Format-List | Out-String) | Should -Match '(?m)^Maximum +: 100\s*$'
        ($ratio | ConvertTo-Json | ConvertFrom-Json).Maximum | Should -Be 100
    }

    It 'takes a wildcard across dots' {
        (Get-KernelParameter net.*filter -Root $capture).Name | Should -Be 'net.ipv4.conf.eth0.rp_filter', 'net.ipv4.conf.eth0/100.rp_filter'
    }

    It 'takes a folder for all below it' {
        (Get-KernelParameter vm -Root $capture).Name | Should -Be 'vm.overcommit_ratio', 'vm.swappiness'
    }

    It 'gives numbers, lists and text' {
        (Get-KernelParameter vm.swappiness -Root $capture).Value | Should -Be 60
        (Get-KernelParameter kernel.printk -Root $capture).Value | Should -Be 4, 4, 1, 7
        (Get-KernelParameter kernel.ostype -Root $capture).Value | Should -BeExactly 'Linux'
    }

    It 'takes names from the pipeline' {
        ('vm.swappiness', 'kernel.pid_max' | Get-KernelParameter -Root $capture).Value | Should -Be 60, 4194304
    }

    It 'is an error for a name that none has, and suggests a wildcard' {
        Get-KernelParameter swappiness -Root $capture -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
        $failure[0].Exception.Message | Should -BeExactly 'There is no parameter named "swappiness". Try "*swappiness".'
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound*'
    }

    It 'has the parameters of sysctl' -Tag 'needs sysctl' -Skip:(-not $hasSysctl) {
        $ours = @{}
        Get-KernelParameter | Where-Object { $null -ne $_.Text } | ForEach-Object { $ours[$_.Name] = $_.Text }
        $theirs = sysctl -a 2>$null | Where-Object { $_ -match '^([^ ]+) = (.*)$' } | ForEach-Object { [pscustomobject]@{ Name = $Matches[1]; Text = $Matches[2] } }
        $missing = $theirs | Where-Object { -not $ours.ContainsKey($_.Name) }
        $missing | Should -BeNullOrEmpty
        # Counters and random numbers move.
        $different = @($theirs | Where-Object { $_.Text -and $ours[$_.Name] -notlike '*?*`n*' -and ($ours[$_.Name] -split "`n")[0].Trim() -ne $_.Text.Trim() -and $_.Name -notmatch 'random|-nr$|-state$|_nr$|last_pid|run_estimation|drop_|_inodes|count$|cache_' })
        $different.Count | Should -BeLessThan 20 -Because "$($different | Select-Object -First 5 | ForEach-Object Name)"
    }

    It 'completes names, with their current values' {
        $line = "Get-KernelParameter -Root $capture vm.sw"
        $match = (TabExpansion2 $line $line.Length).CompletionMatches
        $match.CompletionText | Should -Be 'vm.swappiness'
        $match.ToolTip | Should -BeLike 'vm.swappiness = 60*'
    }
}

Describe 'Set-KernelParameter' {
    It 'writes nothing with -WhatIf' {
        $before = Get-Content /proc/sys/vm/swappiness
        Set-KernelParameter vm.swappiness 1 -WhatIf
        Get-Content /proc/sys/vm/swappiness | Should -Be $before
    }

    It 'does not write to a capture' {
        Set-KernelParameter vm.swappiness 1 -Root $capture -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotSupported*'
    }

    It 'is an error for a name that none has' {
        Set-KernelParameter vm.nothere 1 -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure[0].Exception.Message | Should -BeExactly 'There is no parameter named "vm.nothere".'
        $failure[0].TargetObject | Should -Be 'vm.nothere'
    }

    It 'sets none of a file that is not whole' {
        Set-Content "$TestDrive/bad.conf" 'vm.swappiness = 1', 'foo.bar = 1', 'no value'
        $before = Get-Content /proc/sys/vm/swappiness
        Set-KernelParameter -Path "$TestDrive/bad.conf" -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure.Count | Should -Be 3
        "$($failure[0])" | Should -BeLike '*bad.conf, line 2: There is no parameter named "foo.bar".'
        "$($failure[1])" | Should -BeLike '*bad.conf, line 3: "no value" is *'
        Get-Content /proc/sys/vm/swappiness | Should -Be $before
    }

    It 'takes files of sysctl.d' {
        Set-Content "$TestDrive/good.conf" '# a comment', '; another', '', '-net.nothere = 1', 'net.ipv4.conf.*.rp_filter=0', '-net.ipv4.conf.all.rp_filter', 'net/ipv4/ip_forward = 0'
        Set-KernelParameter -Path "$TestDrive/good.conf" -WhatIf -ErrorVariable failure
        $failure | Should -BeNullOrEmpty
        $names = [ProcFs.ParameterFileSettings]::Read([ProcFs.ProcRoot]::new('/proc', $null), 'good.conf', [string[]](Get-Content "$TestDrive/good.conf"), { throw $args[0] }).Name
        $names | Should -Contain 'net.ipv4.conf.lo.rp_filter'
        $names | Should -Not -Contain 'net.ipv4.conf.all.rp_filter'
        $names[-1] | Should -Be 'net.ipv4.ip_forward'
    }

    Context 'in a network namespace of its own' -Tag 'needs root and unshare' -Skip:(-not $canSet) {
        BeforeAll {
            $first, [string[]] $rest = Get-Engine
            $script = {
                Import-Module ProcFs
                (Set-KernelParameter net.ipv4.conf.lo.forwarding 1 -PassThru).Value
                (Get-KernelParameter net.ipv4.conf.lo.forwarding | Set-KernelParameter -Value 0 -PassThru).Value
                Set-KernelParameter net.ipv4.ip_local_port_range 2000, 3000 -PassThru | ForEach-Object { $_.Value -join '-' }
                Set-KernelParameter net.ipv4.ip_default_ttl 999 -ErrorAction SilentlyContinue -ErrorVariable failure
                "$failure"
                (Set-Item Proc:/sys/net/ipv4/ip_default_ttl 32 -PassThru).Value
                (Get-KernelParameter net.ipv4.ip_default_ttl).Value
            }
            Set-Content "$TestDrive/set.ps1" $script
            $lines = unshare -n $first @rest -NoProfile -NonInteractive -File "$TestDrive/set.ps1"
        }

        It 'sets one by name, and gives it back' { $lines[0] | Should -Be 1 }
        It 'sets the output of Get-KernelParameter' { $lines[1] | Should -Be 0 }
        It 'sets several numbers' { $lines[2] | Should -Be '2000-3000' }
        It 'reports the rejected value, and the current one' {
            $lines[3] | Should -BeLike '/proc/sys/net/ipv4/ip_default_ttl: the kernel rejected "999" (invalid argument). The current value is 64. It sets: *1 to 255*'
        }
        It 'and the drive sets the same' { $lines[4, 5] | Should -Be @('32', '32') }
    }
}
