# What a reader may lack. Each is a program to run the engine by, which changes nothing of the machine, and the tags of the tests that do not apply to it.

function Get-ReaderCondition {
    $other = 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'
    $ptrace = 'setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace'
    $mount = { param($Options) 'unshare', '--mount', '--pid', '--fork', 'sh', '-c', "mount -t proc -o $Options proc /proc && exec `"`$@`"", 'sh' }
    $conditions = @(
        @{ Name = 'another user'; Before = $other; Except = @() }
        @{ Name = 'hidepid=1'; Before = (& $mount hidepid=1) + $other; Except = 'needs processes that may not be read', 'needs the PID namespace*' }
        @{ Name = 'hidepid=2'; Before = (& $mount hidepid=2) + $other; Except = 'needs processes that may not be read', 'needs the PID namespace*', 'needs a /proc without hidepid' }
        @{ Name = 'hidepid=4'; Before = (& $mount hidepid=4) + $other; Except = 'needs processes that may not be read', 'needs the PID namespace*', 'needs a /proc without hidepid' }
        @{ Name = 'subset=pid'; Before = & $mount subset=pid; Except = 'needs the PID namespace*', 'needs all of /proc' }
        @{ Name = 'a PID namespace'; Before = 'unshare', '--pid', '--fork', '--mount-proc'; Except = , 'needs the PID namespace*' }
        @{ Name = 'a user namespace'; Before = $other + 'unshare', '--user', '--map-root-user'; Except = , 'needs the user namespace*' }
        @{ Name = 'no CAP_SYS_PTRACE'; Before = $ptrace; Except = @() }
    )
    # kptr_restrict=2 is a setting of the whole machine; a file bound over the two that it changes shows the same to one mount namespace.
    $hidden = 'sed "s/^[0-9a-f]*/0000000000000000/" /proc/kallsyms > "$1/kallsyms" && echo 2 > "$1/kptr" && mount --bind "$1/kallsyms" /proc/kallsyms && mount --bind "$1/kptr" /proc/sys/kernel/kptr_restrict && shift && exec "$@"'
    $conditions + @{ Name = 'kptr_restrict=2'; Before = 'unshare', '--mount', 'sh', '-c', $hidden, 'sh', '$folder'; Except = @() }
}

# The program of a condition; its own files go into the folder.
function Expand-Condition([hashtable] $Condition, [string] $Folder) {
    $Condition.Before | ForEach-Object { $_ -eq '$folder' ? $Folder : $_ }
}

# Whether this machine has it.
function Test-Condition([hashtable] $Condition) {
    if ((id -u) -ne '0') { return $false }
    $folder = [IO.Directory]::CreateTempSubdirectory().FullName
    try {
        $first, $rest = Expand-Condition $Condition $folder
        if (-not (Get-Command $first -CommandType Application -ErrorAction Ignore)) { return $false }
        & $first @rest true *> $null
        $LASTEXITCODE -eq 0
    }
    finally { [IO.Directory]::Delete($folder, $true) }
}
