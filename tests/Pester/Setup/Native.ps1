# System calls that PowerShell has no words for, made by the test's own process.

if (-not ('ProcFsTest.Native' -as [type])) {
    Add-Type -Namespace ProcFsTest -Name Native -MemberDefinition @'
[DllImport("libc", SetLastError = true)]
public static extern int memfd_create(string name, uint flags);

[DllImport("libc", SetLastError = true)]
public static extern int close(int descriptor);

[DllImport("libc", SetLastError = true)]
public static extern int setxattr(string path, string name, byte[] value, IntPtr size, int flags);

[DllImport("libc", SetLastError = true)]
public static extern IntPtr getxattr(string path, string name, byte[] value, IntPtr size);

[DllImport("libc", SetLastError = true)]
public static extern IntPtr mmap(IntPtr address, IntPtr length, int protection, int flags, int descriptor, IntPtr offset);

[DllImport("libc", SetLastError = true)]
public static extern int munmap(IntPtr address, IntPtr length);
'@
}

# Whether the file system takes the attribute.
function Set-ExtendedAttribute([string] $Path, [string] $Name, [string] $Value) {
    $bytes = [Text.Encoding]::UTF8.GetBytes($Value)
    [ProcFsTest.Native]::setxattr($Path, $Name, $bytes, $bytes.Length, 0) -eq 0
}

function Get-ExtendedAttribute([string] $Path, [string] $Name) {
    $bytes = [byte[]]::new(4096)
    $length = [int][ProcFsTest.Native]::getxattr($Path, $Name, $bytes, $bytes.Length)
    if ($length -ge 0) { [Text.Encoding]::UTF8.GetString($bytes, 0, $length) }
}

# Maps a file into this process, with no descriptor left open on it; the address.
function Add-Mapping([string] $Path) {
    $file = [IO.File]::OpenRead($Path)
    try {
        $address = [ProcFsTest.Native]::mmap(0, $file.Length, 1, 2, $file.SafeFileHandle.DangerousGetHandle(), 0)
        if ($address -eq -1) { throw "The file could not be mapped: $Path" }
        $address
    }
    finally { $file.Dispose() }
}
