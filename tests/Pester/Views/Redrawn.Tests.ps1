# script(1) gives each command a terminal of its own, and writes what the terminal received.
BeforeDiscovery { $withoutTerminal = -not (Get-Command script -CommandType Application -ErrorAction Ignore) }

BeforeAll {
    Import-Module ProcFs
    $own = [Environment]::ProcessPath
    $engine = (Split-Path -Leaf $own) -eq 'dotnet' ? "'$own' '$PSHOME/pwsh.dll'" : "'$own'"
    $up = "`e\[\d+F"

    function Show-OnTerminal([string] $Command) {
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("Import-Module ProcFs; $Command"))
        $line = "stty cols 100 rows 24; exec $engine -NoProfile -NonInteractive -EncodedCommand $encoded"
        (script -qec $line /dev/null) -join "`n"
    }
}

Describe 'A measurement on a terminal' -Tag 'needs script(1)' -Skip:$withoutTerminal {
    It 'draws each round over the previous one: <_>' -ForEach @(
        'Measure-ProcUsage 1 -Interval 0.1 -Count 3'
        'Measure-KernelUsage -Interval 0.1 -Count 3'
        'Measure-KernelUsage -Cpu -Interval 0.1 -Count 3'
    ) {
        $text = Show-OnTerminal $_
        [regex]::Matches($text, $up) | Should -HaveCount 2
        # No mode stays changed: lines wrap again behind each round.
        [regex]::Matches($text, "`e\[\?7l") | Should -HaveCount 3
        [regex]::Matches($text, "`e\[\?7h") | Should -HaveCount 3
        $text.LastIndexOf("`e[?7h") | Should -BeGreaterThan $text.LastIndexOf("`e[?7l")
    }

    It 'moves the cursor up by the lines of the previous round' {
        $text = Show-OnTerminal 'Measure-ProcUsage 1 -Interval 0.1 -Count 2'
        $first = [regex]::Match($text, "`e\[\?7l(?s:.*?)`e\[\?7h").Value
        $lines = [regex]::Matches($first, "`n").Count
        [regex]::Match($text, $up).Value | Should -BeExactly "`e[$($lines)F"
    }

    It 'writes rows one below the other that go elsewhere: <_>' -ForEach @(
        'Measure-ProcUsage 1 -Interval 0.1 -Count 2 | ForEach-Object ProcessId'
        'Measure-ProcUsage 1 -Interval 0.1 -Count 2 | Format-Table'
        '(Measure-ProcUsage 1 -Interval 0.1 -Count 2).ProcessId'
        'if (1) { Measure-KernelUsage -Interval 0.1 -Count 2 }'
        '& { Measure-KernelUsage -Interval 0.1 -Count 2 }'
        'Measure-KernelUsage -Interval 0.1'
    ) {
        $text = Show-OnTerminal $_
        $text.Trim() | Should -Not -BeNullOrEmpty
        $text | Should -Not -Match $up
    }

    It 'keeps objects that are assigned or redirected' {
        $file = Join-Path $TestDrive rounds
        $text = Show-OnTerminal "`$rows = Measure-KernelUsage -Interval 0.1 -Count 2; Measure-KernelUsage -Interval 0.1 -Count 2 > '$file'; `$rows.Count"
        $text | Should -Not -Match "`e\[\?7l"
        $text | Should -Match '2\s*$'
        Get-Content -Raw $file | Should -Not -Match $up
        Get-Content -Raw $file | Should -Match 'CpuPercent'
    }
}

Describe 'The header of a round of Measure-ProcUsage' {
    It 'shows the load, the CPUs by mode and the memory' {
        $text = Measure-ProcUsage $PID -Interval 0.1 | Out-String -Width 100
        $text | Should -Match '(?m)^    \d{4}-\d\d-\d\d [\d:.]+   load \d+\.\d\d, \d+\.\d\d, \d+\.\d\d   \d+ of \d+ threads running\s*$'
        $text | Should -Match '(?m)^    CPU   +\d+\.\d %   user \d+\.\d  nice \d+\.\d  sys \d+\.\d  irq \d+\.\d  wait \d+\.\d'
        $text | Should -Match '(?m)^    Memory +\d+\.\d %   [\d.]+ .B of [\d.]+ .B'
        $text -split '\r?\n' | Where-Object Length -GT 100 | Should -BeNullOrEmpty
    }

    It 'has only the time for an object from a file' {
        $file = Join-Path $TestDrive usage.xml
        Measure-ProcUsage $PID -Interval 0.1 | Export-Clixml $file
        $text = Import-Clixml $file | Out-String -Width 100
        $text | Should -Match '(?m)^    \d{4}-\d\d-\d\d [\d:.]+\s*$'
        $text | Should -Not -Match 'threads running'
    }
}
