BeforeDiscovery {
    $isX64 = [System.Runtime.InteropServices.RuntimeInformation]::OSArchitecture -eq 'X64'
    $hasTools = @('qemu-aarch64', 'dotnet' | Where-Object { Get-Command $_ -CommandType Application -ErrorAction Ignore }).Count -eq 2
    $canEmulate = $isX64 -and $hasTools -and (Test-Path /usr/aarch64-linux-gnu/lib/libstdc++.so.6)
    # PROCFS_PACKAGE is the folder of the package that was built; build.ps1 -Task Test gives it.
    $package = $env:PROCFS_PACKAGE -and (Test-Path "$env:PROCFS_PACKAGE/ProcFs.*.nupkg")
}

BeforeAll {
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $module = Get-Module ProcFs

    # What the header of an assembly says about the machines that can load it.
    function Get-Code([string] $Path) {
        $reader = [System.Reflection.PortableExecutable.PEReader]::new([IO.File]::OpenRead($Path))
        try {
            $headers = $reader.PEHeaders
            [pscustomobject]@{
                Flags      = $headers.CorHeader.Flags
                Machine    = $headers.CoffHeader.Machine
                NativeCode = $headers.CorHeader.ManagedNativeHeaderDirectory.Size
            }
        }
        finally { $reader.Dispose() }
    }
}

Describe 'The assemblies of the module' {
    It 'are code for every architecture: <_>' -ForEach 'ProcFs.dll', 'ProcFs.Core.dll' {
        $code = Get-Code (Join-Path $module.ModuleBase $_)
        # I386 with the flag ILOnly and without Requires32Bit is how an assembly of no architecture is marked.
        $code.Machine | Should -Be 'I386'
        $code.Flags | Should -Be 'ILOnly'
        $code.NativeCode | Should -Be 0
    }

    It 'are distinguished from ready-to-run code' {
        # The base library of .NET is compiled ahead.
        $ready = Get-Code ([object].Assembly.Location)
        $ready.Flags | Should -Not -Be 'ILOnly'
        $ready.NativeCode | Should -BeGreaterThan 0
    }

    It 'are all code in the module' {
        (Get-ChildItem -Recurse -File $module.ModuleBase | Where-Object Extension -In '.dll', '.so', '.exe', '').Name |
            Sort-Object | Should -Be 'LICENSE', 'ProcFs.Core.dll', 'ProcFs.dll'
    }
}

Describe 'The package' -Tag 'needs the built package' -Skip:(-not $package) {
    BeforeAll {
        $homeFolder = New-Item -ItemType Directory "$TestDrive/home"
        $feed = New-Item -ItemType Directory "$TestDrive/feed"
        Copy-Item "$env:PROCFS_PACKAGE/ProcFs.*.nupkg" $feed
        $script = {
            param($feed)
            Register-PSResourceRepository -Name Built -Uri $feed -Trusted
            Install-PSResource ProcFs -Repository Built -ErrorAction Stop
            Import-Module ProcFs
            $module = Get-Module ProcFs
            @{
                Base     = $module.ModuleBase
                Version  = "$($module.Version)"
                Name     = (Get-ProcStatus -Id $PID).Name
                Item     = (Get-Item "Proc:/$PID/comm").Value
                Synopsis = (Get-Help Get-ProcFd).Synopsis
            } | ConvertTo-Json
        }
        Set-Content "$TestDrive/install.ps1" $script
        $first, [string[]] $rest = Get-Engine
        $variables = "HOME=$homeFolder", 'PSModulePath=', 'POWERSHELL_TELEMETRY_OPTOUT=1', 'POWERSHELL_UPDATECHECK=Off', 'NO_COLOR=1'
        $answer = & env -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u XDG_DATA_HOME @variables $first @rest -NoProfile -NonInteractive -File "$TestDrive/install.ps1" $feed 2>&1
        $installed = try { "$answer" | ConvertFrom-Json } catch { throw "It was not installed: $answer" }
    }

    It 'is installed by Install-PSResource, and imported' {
        $installed.Version | Should -Be $module.Version
        $installed.Base | Should -Be "$homeFolder/.local/share/powershell/Modules/ProcFs/$($module.Version)"
    }

    It 'reads /proc' {
        $installed.Name | Should -BeExactly $installed.Item
        $installed.Name | Should -Not -BeNullOrEmpty
    }

    It 'has its help' {
        $installed.Synopsis | Should -BeExactly (Get-Help Get-ProcFd).Synopsis
    }

    It 'matches the staged module, to the byte' {
        $theirs = Get-ChildItem -Recurse -File $installed.Base | Where-Object Name -NotIn 'PSGetModuleInfo.xml', 'ProcFs.nuspec'
        $ours = Get-ChildItem -Recurse -File $module.ModuleBase
        $describe = { "$([IO.Path]::GetRelativePath($args[1], $args[0].FullName)) $((Get-FileHash $args[0]).Hash)" }
        $theirs.ForEach{ & $describe $_ $installed.Base } | Sort-Object | Should -BeExactly ($ours.ForEach{ & $describe $_ $module.ModuleBase } | Sort-Object)
    }
}

Describe 'The module on arm64' -Tag 'needs an x64 machine with qemu-user and the libraries of arm64' -Skip:(-not $canEmulate) {
    It 'is imported under an emulator, and reads /proc' {
        $published = dotnet publish "$PSScriptRoot/../../ProcFs.Host" --runtime linux-arm64 --output "$TestDrive/host" --verbosity quiet
        if ($LASTEXITCODE -and "$published" -match 'NU1\d{3}') { Set-ItResult -Skipped -Because 'the runtime of arm64 is not to be had'; return }
        "$published" | Should -BeNullOrEmpty
        $line = '$status = Get-ProcStatus -Id $PID; "$($status.Name) $($status.ProcessId -eq $PID) $(@(Get-ProcFd -Id $PID).Count -gt 2)"'
        $answer = qemu-aarch64 -L /usr/aarch64-linux-gnu "$TestDrive/host/ProcFs.Host" "$($module.ModuleBase)/ProcFs.psd1" $line 2>&1
        $answer | Should -BeExactly 'Arm64', 'qemu-aarch64 True True'
    }
}
