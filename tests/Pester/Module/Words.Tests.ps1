BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    Set-Location /
    $esc = [char]0x1B
    # Puts what follows into the clipboard of many terminals.
    $name = "$esc]52;c;eA==$([char]7)"
    $root = "$((Get-Item $TestDrive).FullName)/$name/proc"
    $null = [IO.Directory]::CreateDirectory("$root/7")
    [IO.File]::WriteAllText("$root/7/comm", "x`n")
    $controls = '[\x00-\x09\x0B-\x1F\x7F-\x9F]'
}

AfterAll {
    [IO.Directory]::Delete([IO.Path]::GetDirectoryName($root), $true)
    Set-Location $PSScriptRoot
}

Describe 'The messages of the module' {
    It 'holds no control characters, whatever a name holds: <_>' -ForEach @(
        'Get-ProcEnvironment -Id $PID -Variable $name', 'Get-ProcStatus -Name $name', 'Get-ProcFd -Id $PID -Target $name', 'Get-KernelSymbol $name'
        'Get-ProcMount -Id $PID -Target $name', 'Get-ProcFd -Id 7 -Root $root', 'Get-ProcStatus -Root "$root/nothing"', 'Get-ProcLimit -Id $PID -Resource $name'
        'Restore-ProcFile -Id $PID -Number 0 -Destination "$root/out"', 'Read-ProcFd -Id 7 -Number 1 -Root $root'
    ) {
        $errors = @(try { & ([scriptblock]::Create("$_ -ErrorAction Continue")) 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ })
        $errors.Count | Should -BeGreaterOrEqual 1
        foreach ($record in $errors) {
            $record.Exception.Message | Should -Not -Match $controls
            $record.CategoryInfo.TargetName | Should -Not -Match $controls
        }
    }

    It 'also escapes warnings and confirmation prompts' {
        $null = New-Item -ItemType Directory -Force "$root/open"
        chmod 777 "$root/open"
        $holder = Start-TestProcess "cd '$root'; echo x > 'file'; exec 20<file"
        $shell = [powershell]::Create()
        try {
            $null = Restore-ProcFile -Id $holder.Id -Number 20 -Destination "$root/open" -WarningVariable warnings -WarningAction SilentlyContinue
            $null = $shell.AddScript('param($id, $folder, $said) Import-Module ProcFs; Start-Transcript $said | Out-Null; Restore-ProcFile -Id $id -Number 20 -Destination $folder -WhatIf; Stop-Transcript | Out-Null').
                AddArgument($holder.Id).AddArgument("$root/open").AddArgument("$((Get-Item $TestDrive).FullName)/said").Invoke()
        }
        finally { Stop-TestProcess $holder; $shell.Dispose() }
        $warnings | Should -HaveCount 1
        "$warnings" | Should -Not -Match $controls
        $line = Get-Content "$((Get-Item $TestDrive).FullName)/said" | Where-Object { $_ -like 'What if*' }
        $line | Should -HaveCount 1
        $line | Should -BeLike '*\x1b]52;c;eA==\x07*'
        $line | Should -Not -Match $controls
    }
}
