BeforeAll {
    Import-Module ProcFs
    $module = Get-Module ProcFs
}

Describe 'The manifest' {
    It 'passes Test-ModuleManifest' {
        (Test-ModuleManifest "$($module.ModuleBase)/ProcFs.psd1").Name | Should -Be 'ProcFs'
    }

    It 'exports every cmdlet of the assembly, and nothing else' {
        $types = [ProcFs.Commands.ProcCmdlet].Assembly.GetExportedTypes() |
            Where-Object { -not $_.IsAbstract -and $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) }
        $names = foreach ($type in $types) {
            $attribute = $type.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
            "$($attribute.VerbName)-$($attribute.NounName)"
        }
        $module.ExportedCommands.Keys | Sort-Object | Should -Be ($names | Sort-Object)
    }

    It 'mounts the drive Proc: on /proc' {
        $drive = Get-PSDrive Proc
        $drive.Root | Should -Be '/proc'
        $drive.Provider.Name | Should -Be 'ProcFs'
    }

    It 'has the engine as its one dependency' {
        $assemblies = [ProcFs.ProcRoot].Assembly, [ProcFs.Commands.ProcCmdlet].Assembly
        $references = $assemblies.GetReferencedAssemblies().Name | Where-Object { $_ -notmatch '^(System(\..+)?|Microsoft\.Win32\..+|netstandard)$' } | Sort-Object -Unique
        $references | Should -Be 'ProcFs.Core'
    }

    It 'leaves Core without PowerShell' {
        [ProcFs.ProcRoot].Assembly.GetReferencedAssemblies().Name | Should -Not -Contain 'System.Management.Automation'
    }
}

Describe 'A fresh session' {
    BeforeAll {
        . "$PSScriptRoot/../Setup/Engine.ps1"
        $null = New-Item -ItemType Directory "$TestDrive/fresh"
        Import-Module ProcFs
        New-SharedModule "$TestDrive/fresh"
        # Without Import-Module, which Invoke-Engine would write.
        function Invoke-Fresh([string] $Script) {
            $engine = @(Get-SharedEngine "$TestDrive/fresh")
            $variables = "HOME=$TestDrive/fresh/home", "PSModulePath=$TestDrive/fresh/modules", 'POWERSHELL_TELEMETRY_OPTOUT=1', 'POWERSHELL_UPDATECHECK=Off', 'NO_COLOR=1'
            env @variables @engine -NoProfile -NonInteractive -Command $Script
        }
    }

    It 'has neither the module nor the drive until a cmdlet is called, and then both' {
        $said = Invoke-Fresh '@(Get-Module ProcFs).Count; @(Get-PSDrive Proc -ErrorAction Ignore).Count; (Get-ProcFd -Id $PID -Number 0).Number; @(Get-Module ProcFs).Count; Test-Path Proc:/self/fd'
        $said | Should -Be '0', '0', '0', '1', 'True'
    }

    It 'has the drive after the line for the profile, which README and help show' {
        $line = 'Import-Module ProcFs'
        Invoke-Fresh "$line; (Get-Item Proc:/self).ProcessId -eq `$PID" | Should -Be 'True'
        $root = "$PSScriptRoot/../../.."
        foreach ($page in "$root/README.md", "$root/docs/en-US/about_ProcFs_Drive.md") { Get-Content -Raw $page | Should -Match "(?is)profile.{0,300}$line|$line.{0,300}profile" -Because $page }
    }
}
