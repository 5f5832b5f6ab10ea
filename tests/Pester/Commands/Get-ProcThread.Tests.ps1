BeforeDiscovery {
    $canStepDown = (id -u) -eq '0' -and [bool](Get-Command setpriv -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    . "$PSScriptRoot/../Setup/Engine.ps1"
    Import-Module ProcFs
    $holder = Start-TestProcess "printf 'a) R 1' > /proc/self/comm"
    $id = $holder.Id
}

AfterAll {
    Stop-TestProcess $holder
}

Describe 'Get-ProcThread' {
    It 'gives the one thread of a simple process, by its exact name' {
        # It says that it is ready before it waits.
        for ($i = 0; $i -lt 500 -and ($thread = Get-ProcThread $id).State -ne 'Sleeping'; $i++) { Start-Sleep -Milliseconds 20 }
        $thread.ProcessId, $thread.ThreadId | Should -Be $id, $id
        $thread.Name | Should -BeExactly 'a) R 1'
        $thread.State | Should -Be 'Sleeping'
        $thread.Unavailable.Count | Should -Be 0
        $thread.VoluntarySwitches | Should -BeGreaterThan 0
        $thread.StartTime | Should -Be (Get-ProcProcess $id).StartTime
    }

    It 'gives all threads of the engine, as the folder task has them' {
        $threads = @(Get-ProcThread $PID)
        $folder = (Get-ChildItem -LiteralPath /proc/$PID/task).Name
        # Threads come and go.
        @($threads | Where-Object ThreadId -In $folder).Count | Should -BeGreaterThan 3
        $threads.ThreadId | Should -Contain $PID
        $threads.ThreadId | Should -Be @($threads.ThreadId | Sort-Object)
        $threads | ForEach-Object ProcessName | Select-Object -Unique | Should -HaveCount 1
        $threads.StartTime | Should -Not -Contain $null
    }

    It 'takes names and the pipeline' {
        (Get-Process -Id $id | Get-ProcThread).ThreadId | Should -Be $id
        (Get-ProcThread -Name "$((Get-ProcProcess $PID).Name)*").ProcessId | Should -Contain $PID
    }

    It 'reports missing items, and returns the others' -Tag 'needs a /proc without hidepid' {
        $rows = Get-ProcThread 4194303, $id -ErrorAction SilentlyContinue -ErrorVariable failed
        $rows.ProcessId | Should -Be $id
        "$($failed[0])" | Should -BeExactly 'No process has the id 4194303.'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'is for everyone to read' -Tag 'needs root and setpriv' -Skip:(-not $canStepDown) {
        $null = New-Item -ItemType Directory "$TestDrive/shared"
        chmod 0755 $TestDrive
        New-SharedModule "$TestDrive/shared"
        $seen = Invoke-Engine "$TestDrive/shared" @('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups') @"
`$threads = @(Get-ProcThread $id -ErrorVariable failed)
@{ Count = `$threads.Count; Errors = @(`$failed).Count; Switches = `$threads[0].VoluntarySwitches }
"@
        $seen.Count | Should -Be 1
        $seen.Errors | Should -Be 0
        $seen.Switches | Should -BeGreaterThan 0
    }
}
