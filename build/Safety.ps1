# docs/safety.md: what is opened, read and written, as the catalog says it.
$effectNames = [ordered]@{
    Consumes = 'What is read is gone afterwards, or something else changes.'
    Blocks   = 'Reading waits for data that is not there yet.'
    Locks    = 'Reading holds a lock that the process or others in the kernel need.'
    Huge     = 'The content is very long.'
    Slow     = 'The kernel works long for it.'
    Exposes  = 'The content can hold secrets.'
    OnRequest = 'Reading it costs or disturbs more than reading a file of /proc usually does.'
}

function Format-Description([string] $Text) { $Text.Replace('|', '\|').Replace('<', '&lt;') }

function Get-EffectTable($Entries) {
    '| path | effect | what it contains |'
    '| --- | --- | --- |'
    foreach ($entry in $Entries) { "| ``$($entry.Pattern)`` | $($entry.Effects) | $(Format-Description $entry.Description) |" }
}

function Get-Safety {
    $entries = [ProcFs.Catalog]::All
    $onRequest = @($entries | Where-Object IsReadOnRequest)
    $costly = @($entries | Where-Object { -not $_.IsReadOnRequest -and $_.Effects -ne 'None' })
    $written = @($entries | Where-Object Access -NE 'Read')
    @'
# Safety

ProcFs is meant to be safe to type as root on a machine that matters. This page lists what it opens, reads and writes, and what a read costs the system. The tables come
from the same catalog that the drive and the cmdlets use; `./build.sh Docs` writes them. `tests/Pester/Exactness/Safety.Tests.ps1` runs the module under strace and checks
the statements below.

## What ProcFs never does

* It starts no program, sends no signal, attaches to no process with ptrace, and opens no network connection, unless other machines are named: `-HostName` starts ssh, and the module or
  the command is written to a private folder of the account there, which [Fleet](fleet.md) describes; `procfs export --listen` serves a loopback address or a Unix socket. Users and groups come from the C library, which may ask
  the name services that the machine is set up with.
* It writes nothing without asking `ShouldProcess`: `-WhatIf` and `-Confirm` work for everything that writes. `procfs restore` and `procfs snapshot` write where they are told; `procfs restore --what-if`
  shows what it would write. A capture is never written to.
* It follows no link of a process by accident. The file behind a descriptor, a mapping or an executable is opened only by `Read-ProcFd`, `Restore-ProcFile`,
  `procfs restore`, and `Get-Content` and `procfs cat` of a descriptor. It is first opened with O_PATH and looked at; anything but a regular file on a real file system is refused; then it is opened read-only,
  non-blocking and without becoming the controlling terminal.
* It locks, traces and stops no process. Reading some files makes the kernel hold a lock of the process for a short time; they are listed below.

## What it asks the kernel beside files

* `Get-ProcSocket`, `procfs socket` and the `Peers` of `Get-ProcFd -Detailed` ask for sockets over netlink (sock_diag), without changing any. Another network namespace is entered
  by a thread of its own (setns), which ends afterwards.
* `Watch-ProcProcess` and `procfs events` subscribe to the process connector of netlink where that is permitted, and unsubscribe at the end.
* `Get-ProcFd -CountOnly` asks for the limit of open files (prlimit); it sets none.
* `Get-ProcFd -Detailed` looks for the path of a watched file by its handle (open_by_handle_at), with O_PATH, where the caller is permitted to.

## What a capture holds

`Save-ProcSnapshot` takes what the catalog permits: not the files that the next table lists, not those that lock a process, and not the environment of processes, keys of the network
or memory. -Include, -IncludeSmaps and -IncludeEnvironment take more; credentials in the environment are masked unless -Unmasked is used. A capture still tells a lot about a machine:
command lines (which can hold passwords), the names of open files, addresses and ports, users, mounts, and, if root takes it, addresses of the kernel and of processes. Only its owner can
read the archive or folder; look at it before you pass it on, and leave out more with -Exclude: `'<pid>/cmdline', kallsyms, '<pid>/maps', net`.

Archives of others are read in memory: nothing is unpacked, no link in them leads to a file of this machine, and an archive with a device, a name that is absolute or leads out, more than
a gigabyte, or a damaged member is refused as a whole.

## What a listing opens

`Get-ChildItem` opens the directory and reads its names. To show a value, it also reads parameters (files with one value), the targets of links, and of each process
`stat`, `status` and `cmdline`. Other files are read only when they are named: by `Get-Item`, `Get-Content`, a wildcard that matches them, or the cmdlet that is about them.

## Files that no listing reads

'@ -split "`n"
    "These $($onRequest.Count) files are read only when their content is asked for by name."
    ''
    '| effect | meaning |'
    '| --- | --- |'
    foreach ($name in $effectNames.Keys) { "| $name | $($effectNames[$name]) |" }
    ''
    Get-EffectTable $onRequest
    @'

## Files that cost more than others, or hold secrets

Every other file of /proc costs the kernel microseconds. These are read when they are named, and by the cmdlets `Get-ProcMap -Detailed` (`smaps`), `Get-ProcMemory`
(`smaps_rollup`), `Get-ProcEnvironment` (`environ`), `Get-ProcIO` and `Measure-ProcUsage` (`io`).

'@ -split "`n"
    Get-EffectTable $costly
    @'

## What can be written

Only paths that the catalog lists as writable are ever opened for writing: with `Set-Item`, `Set-Content` or `Set-ItemProperty` on the drive, and with `Set-ProcTunable`. A
value is written in one write(2), or not at all. `Restore-ProcFile` writes to the folder that it is given: to a temporary name, which is renamed once the copy is complete.

| area | writable paths |
| --- | --- |
'@ -split "`n"
    foreach ($area in $written | Group-Object Area) { "| $($area.Name) | $($area.Count) |" }
    ''
    'Those outside of `sys`, where [coverage.md](coverage.md) lists the parameters:'
    ''
    '| path | access | what it contains |'
    '| --- | --- | --- |'
    foreach ($entry in $written | Where-Object Area -NotLike 'Parameters*') { "| ``$($entry.Pattern)`` | $($entry.Access) | $(Format-Description $entry.Description) |" }
}
