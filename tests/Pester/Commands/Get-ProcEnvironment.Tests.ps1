BeforeDiscovery {
    $isRoot = [Environment]::UserName -eq 'root'
}

BeforeAll {
    . "$PSScriptRoot/../Setup/HeldProcess.ps1"
    Import-Module ProcFs
    $WarningPreference = 'SilentlyContinue'
    $capture = Resolve-Path "$PSScriptRoot/../../fixtures/6.18-x86_64-namespace/proc"
    $holder = Start-HeldProcess /usr/bin/env, '-i', 'ZED=last first', 'ALPHA=', "LINES_OF=a`nb", 'EQUALS=a=b=c'
    $id = $holder.Id
}

AfterAll {
    Stop-HeldProcess $holder
}

Describe 'Get-ProcEnvironment' {
    It 'reads the environment in its order' {
        $variables = Get-ProcEnvironment $id
        $variables | Should -BeOfType ([ProcFs.EnvironmentVariable])
        $variables.Name | Should -Be 'ZED', 'ALPHA', 'LINES_OF', 'EQUALS'
        $variables.Value | Should -BeExactly 'last first', '', "a`nb", 'a=b=c'
        $variables.Index | Should -Be 0, 1, 2, 3
        $variables.ProcessId | Select-Object -Unique | Should -Be $id
    }

    It 'agrees with the file, byte by byte' {
        $bytes = [IO.File]::ReadAllBytes("/proc/$PID/environ")
        $ours = [Collections.Generic.List[byte]]::new()
        foreach ($variable in Get-ProcEnvironment $PID) {
            $ours.AddRange([ProcFs.Text.LosslessText]::Encode($null -eq $variable.Value ? $variable.Name : "$($variable.Name)=$($variable.Value)"))
            $ours.Add(0)
        }
        [Convert]::ToHexString($ours.ToArray()) | Should -BeExactly ([Convert]::ToHexString($bytes))
    }

    It 'keeps duplicates, and entries that are empty or lack the equals sign' {
        $variables = Get-ProcEnvironment -Root $capture -Id 4242
        ($variables | Where-Object Name -CEQ 'A').Value | Should -Be '1', '2'
        $variables[3].Name | Should -BeExactly 'NOVALUE'
        $variables[3].Value | Should -BeNullOrEmpty
        $null -eq $variables[3].Value | Should -BeTrue
        $variables[4].Name | Should -BeExactly ''
        $variables[5].Value | Should -BeExactly ''
        $null -eq $variables[5].Value | Should -BeFalse
    }

    It 'filters by -Variable, wildcards too' {
        (Get-ProcEnvironment $id -Variable zed).Value | Should -BeExactly 'last first'
        (Get-ProcEnvironment $id -Variable '*A*').Name | Should -Be 'ALPHA', 'EQUALS'
        (Get-ProcEnvironment -Variable LINES_OF | Where-Object ProcessId -EQ $id).Value | Should -BeExactly "a`nb"
    }

    It 'completes -Variable' {
        (TabExpansion2 'Get-ProcEnvironment -Variable LINES_O').CompletionMatches.CompletionText | Should -Contain 'LINES_OF'
    }

    It 'agrees with the drive' {
        (Get-ChildItem Proc:/$id/environ).Name | Should -Be (Get-ProcEnvironment $id).Name
        (Get-Item Proc:/$id/environ/EQUALS).Value | Should -BeExactly 'a=b=c'
        Get-Content Proc:/$id/environ | Should -BeExactly 'ZED=last first', 'ALPHA=', "LINES_OF=a`nb", 'EQUALS=a=b=c'
    }
}

Describe 'Credentials' {
    BeforeAll {
        $secret = Start-HeldProcess /usr/bin/env, '-i', 'DB_PASSWORD=hunter2', 'URL=https://u:hunter2@h/', 'LANG=C', '/bin/bash', '--norc', '-c', '"$@"; :', '--token=hunter2'
    }

    AfterAll { Stop-HeldProcess $secret }

    It 'are masked by <What>, and the objects have them' -ForEach @(
        @{ What = 'the table of variables'; Script = { Get-ProcEnvironment $secret.Id } }
        @{ What = 'the list of variables'; Script = { Get-ProcEnvironment $secret.Id | Format-List } }
        @{ What = 'Format-Wide'; Script = { Get-ProcEnvironment $secret.Id | Format-Wide } }
        @{ What = 'Format-Custom'; Script = { Get-ProcEnvironment $secret.Id | Format-Custom } }
        @{ What = 'the listing of the drive'; Script = { Get-ChildItem Proc:/$($secret.Id)/environ } }
        @{ What = 'the table of variables from elsewhere'; Script = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-ProcEnvironment $secret.Id))) } }
    ) {
        $text = & $Script | Out-String -Width 200
        $text | Should -Not -Match 'hunter2'
        if ($What -notlike '*Wide') { $text | Should -Match '\*{6}' }
        (Get-ProcEnvironment $secret.Id -Variable DB_PASSWORD).Value | Should -BeExactly 'hunter2'
    }

    It 'are masked in command lines too' {
        $process = Get-ProcProcess $secret.Id
        $process.CommandLine | Where-Object { $_ -match 'hunter2' } | Should -Not -BeNullOrEmpty
        foreach ($shown in { $process }, { $process | Format-List }, { $process | Format-Custom }, { Get-ProcTree $secret.Id }, { Get-ProcTree $secret.Id | Format-List }) {
            & $shown | Out-String -Width 300 | Should -Not -Match 'hunter2'
        }
        $offered = (TabExpansion2 "Get-ProcFd -Id $($secret.Id)").CompletionMatches
        $offered.ToolTip | Should -Not -BeNullOrEmpty
        @($offered.ToolTip) -match 'hunter2' | Should -BeNullOrEmpty
    }
}

Describe 'Get-ProcEnvironment, for missing or denied processes' {
    It 'names a variable that no process has' {
        Get-ProcEnvironment $id -Variable NO_SUCH -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$failed" | Should -BeExactly 'No process has an environment variable named "NO_SUCH".'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'is silent if a wildcard matches nothing' {
        Get-ProcEnvironment $id -Variable 'NO_SUCH*' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'names an id that no process has' -Tag 'needs a /proc without hidepid' {
        Get-ProcEnvironment 2147483647 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$failed" | Should -BeExactly 'No process has the id 2147483647.'
    }

    It 'names the process of another user' -Tag 'needs a user other than root', 'needs processes that may not be read' -Skip:$isRoot {
        Get-ProcEnvironment 1 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.AccessDenied,*'
    }
}
