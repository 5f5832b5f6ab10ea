BeforeDiscovery {
    Import-Module ProcFs
    $emitted = (Get-Command -Module ProcFs).OutputType.Type
    $listed = (Get-PSProvider ProcFs).ImplementingType.GetCustomAttributes([System.Management.Automation.OutputTypeAttribute], $false).Type.Type
    $items = [ProcFs.Catalog]::All.ItemType
    $types = @($emitted) + @($listed) + @($items) | Where-Object { $_ -and $_.Namespace -like 'ProcFs*' } | ForEach-Object FullName | Sort-Object -Unique
    $hasSymbols = [IO.File]::Exists('/proc/kallsyms') -and [bool](Get-Content -LiteralPath /proc/kallsyms -TotalCount 1 -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Capture.ps1"
    Import-Module ProcFs
    Set-Location /
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    $folder = (Get-Item $TestDrive).FullName
    $holder = Start-TestProcess "cd '$folder'
        exec 20>`$'red\033[31m' 21>`$'line\nbreak' 22>`$'byte\xfe' 23>gone 24>`$'turn\u202e'
        rm gone
        printf '\033[31mx\ty' > /proc/self/comm"
    $id = $holder.Id

    function Show($Item) {
        @(($Item | Out-String -Width 120).TrimEnd() -split "`n")
    }
}

AfterAll {
    Set-Location $PSScriptRoot
    Stop-TestProcess $holder
    $PSStyle.OutputRendering = $rendering
    # The engine cannot name this file.
    bash -c 'rm -f "$0"/byte*' $folder
}

Describe 'The view of <_>' -ForEach $types {
    It 'is a table' {
        $views = (Get-FormatData $_ -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition
        $views | Where-Object { $_.Control -is [System.Management.Automation.TableControl] } | Should -Not -BeNullOrEmpty
    }

    It 'is a list too, which escapes names and leaves out the paths of the engine' {
        $views = (Get-FormatData $_ -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition
        $list = $views.Control | Where-Object { $_ -is [System.Management.Automation.ListControl] }
        $list | Should -Not -BeNullOrEmpty
        $texts = ($_ -as [type]).GetProperties() | Where-Object PropertyType -EQ ([string]) | ForEach-Object Name
        $plain = $list.Entries.Items.DisplayEntry | Where-Object ValueType -EQ 'Property' | ForEach-Object Value
        $texts | Where-Object { $_ -in $plain } | Should -BeNullOrEmpty
    }

    It 'is wide and custom too, as text that is made here' {
        $views = (Get-FormatData $_ -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition
        $wide = $views.Control | Where-Object { $_ -is [System.Management.Automation.WideControl] }
        $wide.Entries.DisplayEntry.Value | Should -BeExactly '[ProcFs.Formatting.Row]::Key($_)'
        $custom = $views.Control | Where-Object { $_ -is [System.Management.Automation.CustomControl] }
        $custom.Entries.CustomItems.Expression.Value | Should -BeExactly '[ProcFs.Formatting.Row]::Whole($_)'
    }

    It 'fits 120 columns, all columns counted' {
        $views = (Get-FormatData $_ -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition
        foreach ($table in $views.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] }) {
            $widths = $table.Headers.Width
            # The last column takes what is left; the others must leave it room.
            ($widths | Measure-Object -Sum).Sum + $widths.Count - 1 | Should -BeLessOrEqual 120
        }
    }
}

Describe 'What is shown at 120 columns' {
    BeforeDiscovery {
        $shown = @(
            @{ What = 'the root'; Script = { Get-ChildItem Proc:/ }; Columns = 'Kind', 'Name', 'Value', 'Description' }
            @{ What = 'a process'; Script = { Get-ChildItem Proc:/$id }; Columns = 'Kind', 'Name', 'Value', 'Description' }
            @{ What = 'parameters'; Script = { Get-ChildItem Proc:/sys/vm }; Columns = 'Kind', 'Name', 'Value', 'Description' }
            @{ What = 'descriptors'; Script = { Get-ChildItem Proc:/$id/fd }; Columns = 'Fd', 'Type', 'Target' }
            @{ What = 'threads'; Script = { Get-ChildItem Proc:/self/task }; Columns = 'ThreadId', 'Name', 'State' }
            @{ What = 'a process by Get-Item'; Script = { Get-Item Proc:/$id }; Columns = 'ProcessId', 'Parent', 'Name', 'User', 'State' }
            @{ What = 'a status by Get-Item'; Script = { Get-Item Proc:/$id/status }; Columns = 'ProcessId', 'Name', 'State', 'Threads', 'Rss' }
            @{ What = 'stat by Get-Item'; Script = { Get-Item Proc:/$id/stat }; Columns = 'ProcessId', 'Name', 'State', 'Parent' }
            @{ What = 'a parameter by Get-Item'; Script = { Get-Item Proc:/sys/vm/swappiness }; Columns = 'Name', 'Value', 'Description' }
            @{ What = 'Get-ProcFd'; Script = { Get-ProcFd -Id $id, $PID }; Columns = 'ProcessId', 'ProcessName', 'Fd', 'Type', 'Target' }
            @{ What = 'Get-ProcStatus'; Script = { Get-ProcStatus -WarningAction Ignore }; Columns = 'ProcessId', 'Name', 'State', 'Threads', 'Rss', 'Size', 'Swap', 'User', 'Cpus' }
        )
    }

    It '<What>: the columns, no line too long, and no path columns' -ForEach $shown {
        $lines = Show (& $Script)
        $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
        $header = $lines | Where-Object { $_ -match "^\s*$($Columns[0])\s" } | Select-Object -First 1
        ($header -split '\s+' | Where-Object { $_ })[0..($Columns.Count - 1)] | Should -Be $Columns
        "$lines" | Should -Not -Match 'PSPath|PSParentPath|PSChildName|PSIsContainer'
    }

    It 'symbols: the columns, and addresses as the kernel writes them' -Tag 'needs a kernel that shows symbols' -Skip:(-not $hasSymbols) {
        $lines = Show (Get-KernelSymbol vfs_* -WarningAction Ignore)
        $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
        $lines[0..2] -match 'Address\s+Type\s+Size\s+Name\s+Module' | Should -HaveCount 1
        $one = Get-KernelSymbol vfs_read -WarningAction Ignore | Select-Object -First 1
        if ($one.Address) {
            "$(Show $one)" | Should -Match "\b$($one.Address.ToString('x16'))\b"
            "$(Show (Get-KernelSymbol -Address ($one.Address + 1)))" | Should -Match "\bvfs_read\+0x1\b"
        }
    }

    It 'heads a listing with its path' {
        (Show (Get-ChildItem Proc:/sys/vm))[0..2] | Should -Contain '    Proc:/sys/vm'
        (Show (Get-ChildItem Proc:/))[0..2] | Should -Contain '    Proc:/'
        (Show (Get-ChildItem Proc:\self\ns))[0..2] | Should -Contain '    Proc:/self/ns'
    }

    It 'heads the listing of descriptors with the path and the name of the process' {
        (Show (Get-ChildItem Proc:/self/fd))[0..2] | Should -Contain "    Proc:/self/fd    $((Get-ProcStatus $PID).Name)"
    }

    It 'leaves one empty line above and below the header' {
        $lines = Show (Get-ChildItem Proc:/sys/vm)
        $lines[0..3] | ForEach-Object TrimEnd | Should -Be '', '    Proc:/sys/vm', '', $lines[3].TrimEnd()
        $lines[3] | Should -Match '^Kind\s+Name\s'
    }

    It 'repeats the header when the folder changes' {
        $lines = Show (Get-ChildItem Proc:/sys/vm, Proc:/sys/kernel)
        $lines | Should -Contain '    Proc:/sys/vm'
        $lines | Should -Contain '    Proc:/sys/kernel'
    }

    It 'shows the target of a link' {
        $lines = Show (Get-ChildItem Proc:/$id)
        $lines -match "^Link\s+root\s+-> /\s" | Should -HaveCount 1
    }

    It 'shows sizes as people read them' {
        $status = Get-ProcStatus $id
        $line = (Show $status)[-1]
        $line | Should -Match '\b\d+(\.\d)? [KMG]B\b'
        $line | Should -Not -Match "\b$($status.VmRss)\b"
        [ProcFs.Views.Display]::Size(0) | Should -Be '0 B'
        [ProcFs.Views.Display]::Size(1126) | Should -Be '1.1 KB'
        [ProcFs.Views.Display]::Size($null) | Should -Be ''
    }

    It 'marks a deleted file' {
        (Show (Get-ProcFd $id -Number 23))[-1] | Should -BeLike "*$folder/gone*(deleted)"
    }
}

Describe 'What a process could do to the terminal' {
    It 'is escaped in <What>' -ForEach @(
        @{ What = 'Get-ProcFd'; Script = { Get-ProcFd $id } }
        @{ What = 'Get-ProcStatus'; Script = { Get-ProcStatus $id } }
        @{ What = 'the list of Get-ProcStatus'; Script = { Get-ProcStatus $id | Format-List } }
        @{ What = 'the list of Get-ProcFd'; Script = { Get-ProcFd $id | Format-List } }
        @{ What = 'a process'; Script = { Get-Item Proc:/$id } }
        @{ What = 'the list of a process'; Script = { Get-Item Proc:/$id | Format-List } }
        @{ What = 'stat'; Script = { Get-Item Proc:/$id/stat; Get-Item Proc:/$id/stat | Format-List } }
        @{ What = 'descriptors'; Script = { Get-ChildItem Proc:/$id/fd } }
        @{ What = 'the list of descriptors'; Script = { Get-ChildItem Proc:/$id/fd | Format-List } }
        @{ What = 'threads'; Script = { Get-ChildItem Proc:/$id/task; Get-ChildItem Proc:/$id/task | Format-List } }
        @{ What = 'the root'; Script = { Get-ChildItem Proc:/ } }
        @{ What = 'the list of an entry'; Script = { Get-ChildItem Proc:/ | Where-Object Name -EQ "$id" | Format-List } }
        @{ What = 'a parameter'; Script = { Get-Item Proc:/$id/comm; Get-Item Proc:/$id/comm | Format-List } }
        @{ What = 'Format-Wide'; Script = { Get-ProcStatus $id | Format-Wide; Get-ProcFd $id | Format-Wide; Get-Item Proc:/$id/comm | Format-Wide } }
        @{ What = 'Format-Custom'; Script = { Get-ProcStatus $id | Format-Custom; Get-ProcFd $id | Format-Custom; Get-Item Proc:/$id/comm | Format-Custom } }
    ) {
        $text = & $Script | Out-String -Width 200
        $text | Should -Not -Match '[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\udc80-\udcff]'
    }

    It 'is shown so that it can be read' {
        $lines = Show (Get-ProcFd $id -Number 20, 21, 22, 24)
        $lines -match [regex]::Escape("$folder/red\x1b[31m") | Should -HaveCount 1
        $lines -match [regex]::Escape("$folder/line\nbreak") | Should -HaveCount 1
        $lines -match [regex]::Escape("$folder/byte\xfe") | Should -HaveCount 1
        $lines -match [regex]::Escape("$folder/turn\u202e") | Should -HaveCount 1
        "$(Show (Get-ProcStatus $id))" | Should -Match ([regex]::Escape('\x1b[31mx\ty'))
    }

    It 'stays exact in the object' {
        (Get-ProcStatus $id).Comm | Should -BeExactly "`e[31mx`ty"
        (Get-ProcFd $id -Number 20).Target | Should -BeExactly "$folder/red`e[31m"
        (Get-ProcFd $id -Number 20).ProcessName | Should -BeExactly "`e[31mx`ty"
        (Get-Item Proc:/$id/stat).Comm | Should -BeExactly "`e[31mx`ty"
        (Get-ChildItem Proc:/ | Where-Object Name -EQ "$id").Value | Should -BeExactly "`e[31mx`ty"
        (Get-Item Proc:/$id/comm).Text | Should -BeExactly "`e[31mx`ty"
    }
}

Describe 'Format-Wide and Format-Custom' {
    It 'show the items of a listing by name, and a row by its key' {
        Show (Get-ChildItem Proc:/$id | Format-Wide -Column 1) | ForEach-Object TrimEnd | Should -Contain 'status'
        Show (Get-ProcFd $id -Number 20 | Format-Wide -Column 1) | ForEach-Object TrimEnd | Should -Contain "${id}:20 -> $folder/red\x1b[31m"
    }

    It 'show each property in one line, here and after a way through XML' {
        $status = Get-ProcStatus $id
        $lines = Show ($status | Format-Custom)
        $lines | Should -Contain 'class ProcessStatus'
        $lines | Should -Contain "  ProcessId = $id"
        $lines | Where-Object { $_.StartsWith('  VmRss = ') -or $_.StartsWith('  ResidentSize = ') } | Should -HaveCount 1
        $restored = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($status))
        Show ($restored | Format-Custom) | Should -Be $lines
    }
}

Describe 'Format-List' {
    It 'shows every property of <Type>' -ForEach @(
        @{ Type = 'ProcessStatus'; Script = { Get-ProcStatus $id } }
        @{ Type = 'ProcessStat'; Script = { Get-Item Proc:/$id/stat } }
        @{ Type = 'ProcessInfo'; Script = { Get-Item Proc:/$id } }
        @{ Type = 'KernelParameter'; Script = { Get-Item Proc:/sys/vm/swappiness } }
        @{ Type = 'FileDescriptor'; Script = { Get-ProcFd $id -Number 20 } }
        @{ Type = 'ThreadInfo'; Script = { Get-Item Proc:/thread-self } }
        @{ Type = 'ProcEntry'; Script = { Get-Item Proc:/devices } }
    ) {
        $item = & $Script
        $labels = Show ($item | Format-List) | ForEach-Object { if ($_ -match '^(\w+)\s*:') { $Matches[1] } }
        $properties = $item.PSObject.Properties | Where-Object MemberType -EQ 'Property' | ForEach-Object Name
        $list = (Get-FormatData "ProcFs.$Type" -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition.Control |
            Where-Object { $_ -is [System.Management.Automation.ListControl] }
        # Shown only where they say something.
        $labels += ($list.Entries.Items | Where-Object ItemSelectionCondition).ForEach({ $_.Label ?? $_.DisplayEntry.Value })
        # Text is the raw form of what Value shows.
        $properties | Where-Object { $_ -notin $labels -and -not ($Type -eq 'KernelParameter' -and $_ -eq 'Text') } | Should -BeNullOrEmpty
    }

    It 'shows masks by name, and sizes as people read them' {
        $lines = Show (Get-ProcStatus $id | Format-List)
        $lines -match '^VmRss\s+: \d+(\.\d)? [KMG]?B$' | Should -HaveCount 1
        $lines -match '^SigCgt\s+: .*SIG' | Should -HaveCount 1
        $lines -match '^Umask\s+: 0\d{3}$' | Should -HaveCount 1
    }
}

Describe 'A view' {
    It 'works for deserialized objects' {
        $found = Get-ProcFd $id -Number 20
        $found | Export-Clixml "$TestDrive/fd.xml"
        (Show (Import-Clixml "$TestDrive/fd.xml"))[-1] | Should -BeExactly (Show $found)[-1]
        $status = Get-ProcStatus $id
        $status | Export-Clixml "$TestDrive/status.xml"
        (Show (Import-Clixml "$TestDrive/status.xml"))[-1] | Should -BeExactly (Show $status)[-1]
    }

    It 'gives the reasons for missing fields, also after deserialization' {
        $capture = New-Capture "$TestDrive/capture"
        Add-CapturedProcess $capture 20 'twenty'
        [IO.File]::WriteAllText("$capture/20/io", "rchar: many`nwchar: 2`nsyscr: few`nsyscw: 4`nread_bytes: 5`nwrite_bytes: 6`ncancelled_write_bytes: 0`n")
        $io = Get-ProcIO -Root $capture -Id 20 -WarningAction Ignore
        $io | Export-Clixml "$TestDrive/io.xml"
        (Show ($io | Format-List)) -match '^Unavailable' | Should -BeExactly 'Unavailable         : Malformed: ReadCalls, ReadChars'
        Show (Import-Clixml "$TestDrive/io.xml" | Format-List) | Should -BeExactly (Show ($io | Format-List))
    }

    It 'shows start times, also after deserialization' {
        $process = Get-ProcProcess $id
        $process | Export-Clixml "$TestDrive/process.xml"
        # Remoting makes text of what lies deeper than one level.
        $remote = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($process, 1))
        $expected = (Show ($process | Format-List)) -match '^StartTime\s+: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$'
        $expected | Should -HaveCount 1
        foreach ($copy in (Import-Clixml "$TestDrive/process.xml"), $remote) {
            (Show ($copy | Format-List)) -match '^StartTime' | Should -BeExactly $expected
        }
    }

    It 'colors only through PSStyle' {
        $PSStyle.OutputRendering = 'Ansi'
        try { Get-ChildItem Proc:/ | Out-String -Width 120 | Should -Match "`e\[" }
        finally { $PSStyle.OutputRendering = 'PlainText' }
        Get-ChildItem Proc:/ | Out-String -Width 120 | Should -Not -Match "`e"
    }

    It 'is one table for descriptors of many processes' {
        $lines = Show (Get-ProcFd -Id $id, $PID -Number 0, 1)
        @($lines -match '^\s*ProcessId\s').Count | Should -Be 1
    }
}
