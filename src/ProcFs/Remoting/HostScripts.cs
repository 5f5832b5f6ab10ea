namespace ProcFs.Remoting;

/// <summary>What runs on the machines that are asked.</summary>
internal static class HostScripts
{
    /// <summary>Imports the module if the machine has these very files of it; false if it does not.</summary>
    public const string Find = Functions + """

        if (-not $IsLinux) { throw 'It runs no Linux.' }
        if ($PSVersionTable.PSVersion -lt [version] '7.6') { throw "It has PowerShell $($PSVersionTable.PSVersion), and 7.6 is needed." }
        $loaded = Get-Module ProcFs
        if ($loaded) {
            if ($env:PROCFS_BROUGHT_HASH -eq $Hash -or (Get-FolderHash $loaded.ModuleBase) -eq $Hash) { return $true }
            throw "The session has loaded another ProcFs $($loaded.Version) from $($loaded.ModuleBase), and a process cannot load two: start a new session."
        }
        $folders = @(Get-PrivateFolder) + @($env:PSModulePath -split ':' | Where-Object { $_ } | ForEach-Object { [IO.Path]::Combine($_, 'ProcFs', $Version) })
        foreach ($folder in $folders) {
            if ((Get-FolderHash $folder) -eq $Hash) { Import-Module "$folder/ProcFs.psd1" -ErrorAction Stop; return $true }
        }
        $false
        """;

    /// <summary>Writes the module to a private folder, checks it and imports it.</summary>
    public const string Bring = Functions + """

        function Expand-Module([string] $Folder) {
            $mode = [IO.UnixFileMode] 'UserRead, UserWrite, UserExecute'
            $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Folder), $mode)
            $temporary = "$Folder.$([IO.Path]::GetRandomFileName())"
            $null = [IO.Directory]::CreateDirectory($temporary, $mode)
            try {
                $archive = [IO.Compression.ZipArchive]::new([IO.MemoryStream]::new($Archive, $false))
                foreach ($entry in $archive.Entries) {
                    if ($entry.FullName -ne [IO.Path]::GetFileName($entry.FullName)) { throw "$($entry.FullName) is no name of a file." }
                    [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, "$temporary/$($entry.FullName)")
                }
                if ((Get-FolderHash $temporary) -ne $Hash) { throw 'The module did not arrive as it was sent.' }
                if ([IO.Directory]::Exists($Folder)) { [IO.Directory]::Delete($Folder, $true) }
                [IO.Directory]::Move($temporary, $Folder)
            }
            finally {
                if ([IO.Directory]::Exists($temporary)) { [IO.Directory]::Delete($temporary, $true) }
            }
        }
        $folder = Get-PrivateFolder
        try { Expand-Module $folder }
        catch [UnauthorizedAccessException], [IO.IOException] {
            # The home is read-only, full or missing. What is brought elsewhere goes with the session.
            $parent = [IO.Directory]::CreateTempSubdirectory('procfs-').FullName
            $folder = "$parent/$Hash"
            $null = Register-EngineEvent PowerShell.Exiting -Action ([scriptblock]::Create("[IO.Directory]::Delete('$parent', `$true)"))
            Expand-Module $folder
        }
        Import-Module "$folder/ProcFs.psd1" -ErrorAction Stop
        $env:PROCFS_BROUGHT_HASH = $Hash
        """;

    /// <summary>Calls the cmdlet.</summary>
    public const string Call = """
        param([string] $Command, [hashtable] $Parameters)
        $ErrorActionPreference = 'Continue'
        & "ProcFs\$Command" @Parameters
        """;

    /// <summary>Removes what was brought; the loaded module stays usable until the session ends.</summary>
    public const string Clean = Functions + """

        $env:PROCFS_BROUGHT_HASH = $Hash
        $loaded = (Get-Module ProcFs).ModuleBase
        foreach ($folder in (Get-PrivateFolder), $loaded) {
            if ($folder -and [IO.Path]::GetFileName($folder) -eq $Hash -and [IO.Directory]::Exists($folder)) {
                [IO.Directory]::Delete($folder, $true)
                $parent = [IO.Path]::GetDirectoryName($folder)
                if (-not [IO.Directory]::GetFileSystemEntries($parent).Count) { [IO.Directory]::Delete($parent) }
            }
        }
        """;

    private const string Functions = """
        param([string] $Hash, [string] $Version, [byte[]] $Archive)
        function Get-FolderHash([string] $Folder) {
            if (-not [IO.Directory]::Exists($Folder)) { return }
            $names = [string[]] @([IO.Directory]::GetFiles($Folder) | ForEach-Object { [IO.Path]::GetFileName($_) })
            [Array]::Sort($names, [StringComparer]::Ordinal)
            $lines = $names | ForEach-Object { "$([Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([IO.File]::ReadAllBytes("$Folder/$_")))) $_`n" }
            [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes(-join $lines)))
        }
        function Get-PrivateFolder {
            $cache = $env:XDG_CACHE_HOME ? $env:XDG_CACHE_HOME : "$([Environment]::GetFolderPath('UserProfile'))/.cache"
            "$cache/procfs-module/$Hash"
        }
        """;
}
