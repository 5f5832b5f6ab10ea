BeforeDiscovery {
    $hasPython = [bool](Get-Command python3 -CommandType Application -ErrorAction Ignore)
    $hasPmap = [bool](Get-Command pmap -CommandType Application -ErrorAction Ignore)
    $canDrop = (id -u) -eq 0 -and [bool](Get-Command setpriv -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $folder = (Get-Item $TestDrive).FullName
    $holder = Start-TestProcess
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'Get-ProcMap' {
    It 'gives each line of maps, in order' {
        $lines = Get-Content "/proc/$id/maps"
        $found = @(Get-ProcMap $id)
        $found[0] | Should -BeOfType ([ProcFs.MemoryMapping])
        $found.Count | Should -Be $lines.Count
        $found.Range | Should -Be ($lines | ForEach-Object { ($_ -split ' ')[0] -replace '\b0+(?=[0-9a-f])' })
        "$($found.ProcessId | Sort-Object -Unique)" | Should -Be "$id"
        "$($found.ProcessName | Sort-Object -Unique)" | Should -Be 'bash'
    }

    It 'takes a name, wildcards and processes from the pipeline' {
        (Get-ProcMap -Name 'ba?h').ProcessId | Should -Contain $id
        (Get-Process -Id $id | Get-ProcMap).ProcessId | Sort-Object -Unique | Should -Be $id
    }

    It 'filters by -Path, with wildcards and without regard to case' {
        $found = Get-ProcMap $id -Path '*/BASH*'
        $found.Target | Sort-Object -Unique | Should -BeLike '*/bash'
        (Get-ProcMap $id -Path $found[0].Target).Range | Should -Be $found.Range
    }

    It 'takes a name in brackets as it stands' {
        (Get-ProcMap $id -Path '[stack]').Target | Should -Be '[stack]'
        (Get-ProcMap $id -Path '[heap]', '[vdso]').Target | Should -Be '[heap]', '[vdso]'
    }

    It 'reports a path without a mapping, but not a wildcard' {
        Get-ProcMap $id -Path /no/such/file -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        "$($failed[0])" | Should -BeExactly 'No mapping has the target "/no/such/file".'
        Get-ProcMap $id -Path '/no/such/*' -ErrorAction SilentlyContinue -ErrorVariable silent | Should -BeNullOrEmpty
        $silent | Should -BeNullOrEmpty
    }

    It 'names an id that no process has' {
        Get-ProcMap 2147483647 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProcFs.NotFound,*'
    }

    It 'stops when enough was read' {
        (Get-ProcMap $id | Select-Object -First 1).Range | Should -Be (Get-ProcMap $id)[0].Range
    }
}

Describe 'Names of mapped files' -Tag 'needs python3' -Skip:(-not $hasPython) {
    BeforeAll {
        $script = 'import mmap,os,sys
def m(name, gone=False):
    f=os.open(name, os.O_RDWR|os.O_CREAT); os.ftruncate(f,4096); k.append(mmap.mmap(f,4096)); os.close(f)
    if gone: os.unlink(name)
k=[]; os.chdir(sys.argv[1])
m(b"x\ny \\040z"); m(b"lit\\012eral"); m(b"m (deleted)"); m(b"gone", True); m(b"both (deleted)", True); m(b"byte\xff")
print("ready", flush=True); sys.stdin.read(1)'
        $start = [Diagnostics.ProcessStartInfo]::new('python3')
        '-c', $script, $folder | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $mapper = [Diagnostics.Process]::Start($start)
        $mapper.StandardOutput.ReadLine() | Should -Be 'ready'
    }

    AfterAll {
        Stop-TestProcess $mapper

        # .NET cannot delete a name that is no UTF-8.
        bash -c 'rm -f "$0"/byte*' $folder
    }

    It 'are exact by <_>' -ForEach 'maps', 'smaps', 'numa_maps', 'map_files' {
        if (-not (Test-Path "/proc/$($mapper.Id)/$_")) { Set-ItResult -Skipped -Because 'this kernel lacks the file'; return }
        $found = @(Get-ChildItem "Proc:/$($mapper.Id)/$_" | ForEach-Object { [pscustomobject]@{ Name = $_.Target; Gone = $_.IsDeleted } } | Where-Object Name -Like "$folder/*")
        $byte = "byte$([char]0xDCFF)"
        $names = [string[]]@("x`ny \040z", 'lit\012eral', 'm (deleted)', 'gone', 'both (deleted)', $byte)
        foreach ($name in $names) { $found.Name | Should -Contain "$folder/$name" }
        $found.Count | Should -Be 6
        ($found | Where-Object Gone).Name | Sort-Object | Should -Be "$folder/both (deleted)", "$folder/gone"
    }

    It 'are exact by -Detailed and -Path too' {
        (Get-ProcMap $mapper.Id -Path '*lit\012*' -Detailed).Target | Should -BeExactly "$folder/lit\012eral"
    }
}

Describe 'Get-ProcMap -Detailed' {
    It 'has the sums that the text has' {
        $text = Get-Content "/proc/$id/smaps" -Raw
        $found = @(Get-ProcMap $id -Detailed)
        $found[0] | Should -BeOfType ([ProcFs.MemoryMappingUsage])
        foreach ($key in 'Size', 'Rss', 'Private_Dirty', 'Anonymous', 'Swap') {
            $sum = 1kb * ([regex]::Matches($text, "(?m)^${key}: +(\d+) kB") | ForEach-Object { [long]$_.Groups[1].Value } | Measure-Object -Sum).Sum
            ($found | Measure-Object ($key -replace '_') -Sum).Sum | Should -Be $sum -Because $key
        }
    }

    It 'matches pmap' -Tag 'needs pmap' -Skip:(-not $hasPmap) {
        $lines = pmap -x $id | Where-Object { $_ -match '^([0-9a-f]{8,16})\s+(\d+)\s+(\d+)\s+(\d+)\s' } |
            ForEach-Object { '{0:x} {1} {2}' -f [Convert]::ToUInt64($Matches[1], 16), $Matches[2], $Matches[3] }
        $found = Get-ProcMap $id -Detailed | ForEach-Object { '{0:x} {1} {2}' -f $_.Start, ($_.Size / 1kb), ($_.Rss / 1kb) }
        $lines.Count | Should -BeGreaterThan 5
        $lines | Where-Object { $found -notcontains $_ } | Should -BeNullOrEmpty
    }

    It 'names the flags' {
        $stack = Get-ProcMap $id -Path '[stack]' -Detailed
        $stack.Flags.HasFlag([ProcFs.MappingFlags]::GrowsDown) | Should -BeTrue
        $stack.Flags.HasFlag([ProcFs.MappingFlags]::Execute) | Should -BeFalse
    }
}

Describe 'Get-ProcMap, denied' -Tag 'needs root and setpriv' -Skip:(-not $canDrop) {
    BeforeAll {
        $shared = "$TestDrive/shared"
        $null = New-Item -ItemType Directory $shared
        chmod a+rx $TestDrive
        New-SharedModule $shared
        $as = 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'
    }

    It 'reports a named process, and warns of the others once' {
        $result = Invoke-Engine $shared $as "
            `$null = Get-ProcMap $id -ErrorAction SilentlyContinue -ErrorVariable failed
            `$null = Get-ProcMemory $id -ErrorAction SilentlyContinue -ErrorVariable +failed
            `$all = Get-ProcMap -WarningVariable warned -WarningAction SilentlyContinue
            @{ Ids = @(`$failed | ForEach-Object FullyQualifiedErrorId); Warnings = `$warned.Count; Own = (`$all.ProcessId -contains `$PID) }"
        $result.Ids[0] | Should -BeLike 'ProcFs.AccessDenied,*'
        $result.Ids[1] | Should -BeLike 'ProcFs.AccessDenied,*'
        $result.Warnings | Should -Be 1
        $result.Own | Should -BeTrue
    }

    It 'hides the frame of a page, and names the page all the same' {
        $result = Invoke-Engine $shared $as '
            $page = Get-ProcMap $PID -Path "[stack]" | Get-ProcPage | Where-Object IsPresent | Select-Object -First 1
            @{ Present = $page.IsPresent; Hidden = $null -eq $page.Frame }'
        $result.Present | Should -BeTrue
        $result.Hidden | Should -BeTrue
    }
}
