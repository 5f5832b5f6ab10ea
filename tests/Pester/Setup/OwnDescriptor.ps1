# What this process holds open, as the kernel says. The module leaves its own descriptors out of what it lists.

# Whether a file is open here, deleted or not.
function Test-HeldHere([string] $Path) {
    $targets = foreach ($link in [IO.Directory]::GetFiles('/proc/self/fd')) {
        try { [IO.File]::ResolveLinkTarget($link, $false).FullName } catch [IO.IOException] { }
    }
    ($Path -in $targets) -or ("$Path (deleted)" -in $targets)
}

# Waits until that is so.
function Wait-HeldHere([string] $Path) {
    for ($i = 0; -not (Test-HeldHere $Path); $i++) {
        if ($i -eq 1000) { throw "Nothing opens $Path." }
        Start-Sleep -Milliseconds 20
    }
}
