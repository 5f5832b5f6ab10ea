BeforeDiscovery {
    # The published program; build.ps1 -Task Test names it.
    $command = $env:PROCFS_COMMAND
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Engine.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    $stage = (Get-Module ProcFs).ModuleBase
    $version = "$((Get-Module ProcFs).Version)"
    $script = (Resolve-Path "$PSScriptRoot/../../../build/Install.ps1").Path

    # Runs a program with this home folder and no other folder of the user.
    function Invoke-At([string] $HomeFolder, [string[]] $Words) {
        $unset = 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'BASH_COMPLETION_USER_DIR' | ForEach-Object { '-u', $_ }
        & env @unset "HOME=$HomeFolder" "PATH=$HomeFolder/.local/bin:$env:PATH" 'PSModulePath=' 'POWERSHELL_TELEMETRY_OPTOUT=1' 'POWERSHELL_UPDATECHECK=Off' 'NO_COLOR=1' @Words 2>&1
    }

    function Invoke-EngineAt([string] $HomeFolder, [string] $Line) {
        Invoke-At $HomeFolder ((Get-Engine) + @('-NoProfile', '-NonInteractive', '-Command', $Line))
    }

    # The files below a folder, but for those that the engine keeps for itself.
    function Get-File([string] $Folder) {
        (Get-ChildItem -Recurse -Force -File $Folder).FullName | ForEach-Object { [IO.Path]::GetRelativePath($Folder, $_) } |
            Where-Object { $_ -notlike '.cache/*' -and $_ -notlike '.config/*' -and $_ -notlike '*/PSReadLine/*' } | Sort-Object
    }

    function New-Home([string] $Name) {
        $folder = (New-Item -ItemType Directory "$TestDrive/$Name").FullName
        $older = New-Item -ItemType Directory "$folder/.local/share/powershell/Modules/ProcFs/0.0.1"
        Set-Content "$older/ProcFs.psd1" "@{ ModuleVersion = '0.0.1' }"
        $null = New-Item -ItemType Directory "$folder/.local/bin"
        Set-Content "$folder/.local/bin/other" 'not ours'
        $folder
    }
}

Describe 'What Install puts into a home folder' -Tag 'needs the published command' -Skip:(-not $command) {
    BeforeAll {
        $homeFolder = New-Home user
        $before = Get-File $homeFolder
        $said = Invoke-EngineAt $homeFolder ". '$script'; Install-Build '$stage' '$env:PROCFS_COMMAND' $version"
    }

    It 'is the module, beside an older one' {
        $found = Invoke-EngineAt $homeFolder 'Import-Module ProcFs; (Get-Module ProcFs).ModuleBase; (Get-Item Proc:/self/comm).Value'
        $found[0] | Should -BeExactly "$homeFolder/.local/share/powershell/Modules/ProcFs/$version" -Because "$said"
        $found[1] | Should -Not -BeNullOrEmpty
        "$homeFolder/.local/share/powershell/Modules/ProcFs/0.0.1/ProcFs.psd1" | Should -Exist
    }

    It 'is the command, on the path of the user' {
        Invoke-At $homeFolder 'procfs', 'cat', 'self/comm' | Should -BeExactly 'procfs'
    }

    It 'is its completion for bash' {
        $line = 'source ~/.local/share/bash-completion/completions/procfs; COMP_LINE="procfs fd --del"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(procfs fd --del); COMP_CWORD=2; _procfs; echo "${COMPREPLY[@]}"'
        Invoke-At $homeFolder 'bash', '--norc', '-c', $line | Should -BeExactly '--deleted'
    }

    It 'is its completion for zsh, in a form that compinit takes' {
        Get-Content "$homeFolder/.local/share/zsh/site-functions/_procfs" -TotalCount 1 | Should -BeExactly '#compdef procfs'
    }

    It 'can be installed again while the command is running' {
        # It writes more than a pipe holds, so that it ends only once that is read.
        $capture = New-Capture "$TestDrive/capture"
        Set-Content "$capture/kallsyms" (1..10000 | ForEach-Object { 'ffffffff8{0:x6}0 t symbol_{0}' -f $_ })
        $start = [Diagnostics.ProcessStartInfo]::new("$homeFolder/.local/bin/procfs", [string[]]('--root', $capture, 'cat', 'kallsyms'))
        $start.RedirectStandardOutput = $true
        $running = [Diagnostics.Process]::Start($start)
        try {
            $again = Invoke-EngineAt $homeFolder ". '$script'; `$null = Install-Build '$stage' '$env:PROCFS_COMMAND' $version"
            $again | Should -BeNullOrEmpty
            $running.HasExited | Should -BeFalse
            Invoke-At $homeFolder 'procfs', 'cat', 'self/comm' | Should -BeExactly 'procfs'
        }
        finally {
            $null = $running.StandardOutput.ReadToEnd()
            $running.WaitForExit()
            $running.Dispose()
        }
    }

    It 'goes with -Uninstall, and nothing else does' {
        Get-File $homeFolder | Should -HaveCount ($before.Count + (Get-File $stage).Count + 3)
        Invoke-EngineAt $homeFolder ". '$script'; Uninstall-Build $version" | Should -BeNullOrEmpty
        Get-File $homeFolder | Should -BeExactly $before
    }

    It 'is not installed if another program has its name' {
        $homeFolder = New-Home taken
        Set-Content "$homeFolder/.local/bin/procfs" 'another program'
        $before = Get-File $homeFolder
        Invoke-EngineAt $homeFolder ". '$script'; Install-Build '$stage' '$env:PROCFS_COMMAND' $version" | Out-String | Should -BeLike '*is another program*'
        Get-File $homeFolder | Should -BeExactly $before
        Invoke-EngineAt $homeFolder ". '$script'; Uninstall-Build $version"
        Get-File $homeFolder | Should -BeExactly $before
    }

    It 'is in XDG_DATA_HOME' {
        $lines = ". '$script'; (Get-InstallPath 1.2.3).PSObject.Properties.Value"
        $paths = Invoke-At /home/user (@('env', 'XDG_DATA_HOME=/data') + (Get-Engine) + @('-NoProfile', '-NonInteractive', '-Command', $lines))
        $paths | Should -BeExactly '/data/powershell/Modules/ProcFs/1.2.3', '/home/user/.local/bin/procfs', '/data/bash-completion/completions/procfs', '/data/zsh/site-functions/_procfs'
    }
}
