# The same rows in many runspaces at once, in jobs and after serialization, and their views.

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    $process = Start-TestProcess "cd '$TestDrive'; printf a > one; exec 20<one 21</dev/null"
    $id = $process.Id
    $base = (Get-Module ProcFs).ModuleBase
    # The cmdlets that read a process, with properties that do not change while it is waiting.
    $readers = [ordered]@{
        'Get-ProcFd'          = 'Number', 'Target', 'Type'
        'Get-ProcStatus'      = 'ProcessId', 'Name', 'UserIds', 'Threads'
        'Get-ProcStat'        = 'ProcessId', 'Name', 'ParentProcessId'
        'Get-ProcProcess'     = 'ProcessId', 'Name', 'CommandLine', 'User'
        'Get-ProcThread'      = 'ThreadId', 'Name'
        'Get-ProcMap'         = 'Range', 'Target'
        'Get-ProcLimit'       = 'Resource', 'Soft', 'Hard'
        'Get-ProcEnvironment' = 'Name', 'Value'
        'Get-ProcNamespace'   = 'Type', 'Inode'
        'Get-ProcCgroup'      = 'HierarchyId', 'Cgroup'
        'Get-ProcMount'       = 'Target', 'Type'
    }
    function Get-Rows([string] $Command) { @(& $Command -Id $id -WarningAction Ignore | Select-Object $readers[$Command] | ForEach-Object { "$_" }) }
}

AfterAll { Stop-TestProcess $process }

Describe 'In sixteen runspaces at once' {
    It 'each cmdlet gets the same rows as alone' {
        $expected = @{}
        foreach ($command in $readers.Keys) { $expected[$command] = Get-Rows $command; $expected[$command] | Should -Not -BeNullOrEmpty }
        $found = 1..32 | ForEach-Object -ThrottleLimit 16 -Parallel {
            Import-Module $using:base/ProcFs.psd1
            $all = @{}
            foreach ($command in ($using:readers).Keys) {
                $all[$command] = @(& $command -Id $using:id -WarningAction Ignore | Select-Object ($using:readers)[$command] | ForEach-Object { "$_" })
            }

            $all['drive'] = (Get-ChildItem Proc:/$using:id/fd).Number -join ' '
            $all
        }
        $found | Should -HaveCount 32
        foreach ($all in $found) {
            foreach ($command in $readers.Keys) { $all[$command] | Should -Be $expected[$command] -Because $command }
            $all['drive'] | Should -Be ((Get-ProcFd $id).Number -join ' ')
        }
    }
}

Describe 'From a job' {
    BeforeAll {
        $rows = Start-Job { Import-Module $using:base/ProcFs.psd1; Get-ProcFd -Id $using:id; Get-ProcStatus -Id $using:id; Get-Item Proc:/$using:id } | Receive-Job -Wait -AutoRemoveJob
    }

    It 'the rows are the same' {
        $descriptors = $rows | Where-Object { $_.PSObject.TypeNames[0] -like '*.FileDescriptor' }
        $descriptors.Number | Should -Be (Get-ProcFd $id).Number
        $descriptors.Target | Should -Be (Get-ProcFd $id).Target
    }

    It 'have an Id and a Name' {
        $rows.Id | Select-Object -Unique | Should -Be $id
        ($rows | Where-Object { $_.PSObject.TypeNames[0] -like '*.FileDescriptor' }).Name | Select-Object -Unique | Should -Be (Get-ProcStatus $id).Name
    }

    It 'are shown by the same views' {
        $descriptors = $rows | Where-Object { $_.PSObject.TypeNames[0] -like '*.FileDescriptor' }
        ($descriptors | Out-String -Width 120).Trim() | Should -BeExactly (Get-ProcFd $id | Out-String -Width 120).Trim()
    }
}

Describe 'After a way through XML' {
    It '<_> is shown by the same views' -ForEach 'Get-ProcFd', 'Get-ProcStatus', 'Get-ProcLimit', 'Get-ProcEnvironment', 'Get-ProcNamespace', 'Get-ProcMount' {
        $rows = & $_ -Id $id -WarningAction Ignore
        $rows | Export-Clixml "$TestDrive/rows.xml" -Depth 3
        $read = Import-Clixml "$TestDrive/rows.xml"
        ($read | Out-String -Width 120).Trim() | Should -BeExactly ($rows | Out-String -Width 120).Trim()
        ($read | Format-List | Out-String -Width 120).Trim() | Should -BeExactly ($rows | Format-List | Out-String -Width 120).Trim()
    }
}
