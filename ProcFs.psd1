@{
    RootModule             = 'ProcFs.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '6f0c5b0e-6c1f-4f0b-9a53-0f6c7d1a2be4'
    Author                 = 'The ProcFs authors'
    CompanyName            = 'The ProcFs authors'
    Copyright              = '(c) The ProcFs authors. MIT License.'
    Description            = 'Mounts /proc as the drive Proc:, where every path is an object, with cmdlets for the questions people ask of /proc: open files, memory, waits, symbols.'
    PowerShellVersion      = '7.6'
    CompatiblePSEditions   = @('Core')
    FormatsToProcess       = @('ProcFs.Format.ps1xml')
    TypesToProcess         = @('ProcFs.Types.ps1xml')
    CmdletsToExport        = @(
        'Compare-ProcSnapshot'
        'Get-KernelConfig'
        'Get-KernelCpu'
        'Get-KernelDisk'
        'Get-KernelInterrupt'
        'Get-KernelIpc'
        'Get-KernelKey'
        'Get-KernelLoad'
        'Get-KernelLock'
        'Get-KernelMemory'
        'Get-KernelModule'
        'Get-KernelMount'
        'Get-KernelNeighbor'
        'Get-KernelNetDevice'
        'Get-KernelNetStatistic'
        'Get-KernelParameter'
        'Get-KernelPressure'
        'Get-KernelRoute'
        'Get-KernelSlab'
        'Get-KernelSymbol'
        'Get-ProcCgroup'
        'Get-ProcEnvironment'
        'Get-ProcFd'
        'Get-ProcIO'
        'Get-ProcLimit'
        'Get-ProcMap'
        'Get-ProcMemory'
        'Get-ProcMount'
        'Get-ProcNamespace'
        'Get-ProcOom'
        'Get-ProcPage'
        'Get-ProcProcess'
        'Get-ProcSocket'
        'Get-ProcStat'
        'Get-ProcStatus'
        'Get-ProcThread'
        'Get-ProcTree'
        'Get-ProcWait'
        'Measure-KernelUsage'
        'Measure-ProcUsage'
        'Read-ProcFd'
        'Restore-ProcFile'
        'Save-ProcSnapshot'
        'Set-KernelParameter'
        'Set-ProcTunable'
        'Show-ProcProgress'
        'Watch-ProcFd'
        'Watch-ProcProcess'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Linux', 'proc', 'procfs', 'process', 'lsof', 'kernel', 'drive', 'provider', 'PSEdition_Core')
            ProjectUri   = 'https://www.powershellgallery.com/packages/ProcFs'
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
