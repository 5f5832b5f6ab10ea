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
