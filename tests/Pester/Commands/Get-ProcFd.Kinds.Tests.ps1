BeforeDiscovery {
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
    $isRoot = (id -u) -eq '0'
}

Describe 'Get-ProcFd -Detailed, live objects' -Tag 'needs python3' -Skip:(-not $hasPython) {
    BeforeAll {
        . "$PSScriptRoot/../Setup/TestProcess.ps1"
        Import-Module ProcFs
        $WarningPreference = 'SilentlyContinue'
        $folder = (Get-Item $TestDrive).FullName
        Set-Content "$folder/kinds.py" @'
import ctypes, fcntl, os, select, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
def at(number, one):
    if one >= 0:
        os.dup2(one, number)
        os.close(one)
poll = select.epoll()
pipes = [os.pipe() for _ in range(50)]
for one in pipes:
    poll.register(one[0], select.EPOLLIN | select.EPOLLET)
    poll.register(one[1], select.EPOLLOUT)
at(200, os.dup(poll.fileno()))
os.mkdir('first')
watch = libc.inotify_init1(0)
libc.inotify_add_watch(watch, b'first', 0x300)
at(201, watch)
os.rename('first', 'renamed folder')
memory = os.memfd_create('kept', os.MFD_ALLOW_SEALING)
os.write(memory, b'x' * 100)
fcntl.fcntl(memory, 1033, 0x1 | 0x2 | 0x8)
at(202, memory)
at(203, os.memfd_create('free', os.MFD_ALLOW_SEALING))
ring = libc.syscall(425, 8, ctypes.create_string_buffer(120))
at(204, ring)
if ring >= 0:
    open('data file', 'w').close()
    file = os.open('data file', os.O_RDONLY)
    libc.syscall(427, 204, 2, (ctypes.c_int * 2)(file, -1), 2)
attributes = struct.pack('=IIIII', 2, 4, 8, 16, 0) + bytes(100)
at(205, libc.syscall(321, 0, attributes, len(attributes)))
open('live (deleted)', 'w').close()
at(206, os.open('live (deleted)', os.O_RDONLY))
print('started', flush=True)
os.read(0, 1)
'@
        $starter = Start-TestProcess "cd '$folder'
            exec 9<&0
            exec 8< <(echo `$BASHPID > pid; exec python3 kinds.py <&9)
            read -r _ <&8"
        $id = [int](Get-Content "$folder/pid")
        $found = @{}
        Get-ProcFd $id -Detailed | ForEach-Object { $found[$_.Number] = $_ }
    }

    AfterAll {
        Stop-TestProcess $starter
    }

    It 'has all 100 targets of an event poll' {
        $targets = $found[200].Targets
        $targets.Count | Should -Be 100
        ($targets | Where-Object Events -EQ 'In, Error, HangUp, EdgeTriggered').Count | Should -Be 50
        $targets.Number | ForEach-Object { $found[$_].Type | Should -Be 'Pipe' }
        $targets | ForEach-Object { $_.Inode | Should -Be $found[$_.Number].Inode }
    }

    It 'finds a watched folder by its new name' -Tag 'needs root' -Skip:(-not $isRoot) {
        $watch = $found[201].Watches
        $watch.Inode | Should -Be (stat -c %i "$folder/renamed folder")
        if ($null -eq $watch.Target) { Set-ItResult -Skipped -Because 'the file system or the privileges give no handles'; return }
        $watch.Target | Should -BeExactly "$folder/renamed folder"
        "$watch" | Should -BeExactly "$folder/renamed folder Create, Delete"
    }

    It 'has the seals of a memory file' {
        $found[202].Seals | Should -Be 'Seal, Shrink, Write'
        $found[202].Summary | Should -Be 'sealed: Seal, Shrink, Write'
        $found[202].Size | Should -Be 100
        $found[203].Seals | Should -Be 'None'
        $found[206].Seals | Should -BeNullOrEmpty
    }

    It 'has the queues of an io_uring and what is registered' {
        if (-not $found.ContainsKey(204)) { Set-ItResult -Skipped -Because 'the kernel denies io_uring'; return }
        $ring = $found[204].Ring
        $ring.SubmissionEntries, $ring.CompletionEntries, $ring.SubmissionPending | Should -Be 8, 16, 0
        $ring.PollingThreadId | Should -BeNullOrEmpty
        $ring.Files[0] | Should -BeIn "$folder/data file", 'data file'
        $found[204].Summary | Should -Be '0/8 submitted, 0/16 completed'
    }

    It 'has the sizes of a BPF map' {
        if (-not $found.ContainsKey(205)) { Set-ItResult -Skipped -Because 'the kernel denies BPF'; return }
        $map = $found[205].Bpf
        $map.TypeName, $map.KeySize, $map.ValueSize, $map.MaximumEntries, $map.IsFrozen | Should -Be 'array', 4, 8, 16, $false
        $map.Number | Should -BeGreaterThan 0
        $found[205].Summary | Should -Be "array $($map.Number)"
    }

    It 'keeps a live file named "(deleted)" apart' {
        $found[206].Target | Should -BeExactly "$folder/live (deleted)"
        $found[206].IsDeleted, $found[206].Links | Should -Be $false, 1
    }
}
