BeforeAll {
    . "$PSScriptRoot/../Setup/TestProcess.ps1"
    Import-Module ProcFs
    Set-Location /

    # Counts what the engine asks of the provider.
    if (-not ('ProcFs.Tests.ProviderCalls' -as [type])) {
        Add-Type -TypeDefinition @'
namespace ProcFs.Tests
{
    using System.Collections.Concurrent;
    using System.Diagnostics.Tracing;

    public sealed class ProviderCalls : EventListener
    {
        public ConcurrentDictionary<string, int> Count { get; } = new ConcurrentDictionary<string, int>();

        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "ProcFs-Provider")
            {
                EnableEvents(source, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs written)
        {
            if (written.EventSource.Name == "ProcFs-Provider" && Count != null && written.Payload.Count > 0)
            {
                Count.AddOrUpdate((string)written.Payload[0], 1, (_, count) => count + 1);
            }
        }
    }
}
'@
    }

    $calls = [ProcFs.Tests.ProviderCalls]::new()
    # The first call makes the source of the events.
    $null = Test-Path Proc:/self

    function Measure-Call([scriptblock] $Script) {
        $calls.Count.Clear()
        $null = & $Script
        $calls.Count
    }

    $holder = Start-TestProcess 'for i in {100..199}; do eval "exec $i</dev/null"; done'
    $id = $holder.Id
}

AfterAll {
    Set-Location $PSScriptRoot
    $calls.Dispose()
    Stop-TestProcess $holder
}

Describe 'What the engine asks of the provider' {
    It 'is counted' {
        (Measure-Call { Test-Path Proc:/self })['ItemExists'] | Should -Be 1
    }

    It 'is at most 3 ItemExists to enter a folder: <_>' -ForEach 'Proc:/self/fd', 'Proc:\self\fd', 'Proc:/sys/net/ipv4' {
        $count = Measure-Call { Set-Location $_ }
        Set-Location /
        $count['ItemExists'] | Should -BeLessOrEqual 3
        $count['ItemExists'] | Should -BeGreaterThan 0
    }

    It 'is at most 3 ItemExists to enter a folder by a relative path' {
        Set-Location Proc:/self
        (Measure-Call { Set-Location fd })['ItemExists'] | Should -BeLessOrEqual 3
        (Measure-Call { Set-Location .. })['ItemExists'] | Should -BeLessOrEqual 3
        Set-Location /
    }

    It 'is at most 3 ItemExists to list 100 descriptors' {
        $count = Measure-Call { (Get-ChildItem Proc:/$id/fd).Count | Should -BeGreaterOrEqual 100 }
        $count['ItemExists'] | Should -BeLessOrEqual 3
        $count['GetChildItems'] | Should -Be 1
        ($count.Values | Measure-Object -Sum).Sum | Should -BeLessOrEqual 6
    }

    It 'does not grow with the children: -Name, -Filter, -Recurse' {
        $count = Measure-Call { Get-ChildItem Proc:/$id/fd -Name }
        ($count.Values | Measure-Object -Sum).Sum | Should -BeLessOrEqual 6
        $count = Measure-Call { Get-ChildItem Proc:/$id/fd -Filter 1* }
        ($count.Values | Measure-Object -Sum).Sum | Should -BeLessOrEqual 6
        $count = Measure-Call { Get-ChildItem Proc:/sys/vm -Recurse }
        ($count.Values | Measure-Object -Sum).Sum | Should -BeLessOrEqual 6
    }

    It 'is a few calls to complete a path' {
        $count = Measure-Call { TabExpansion2 'Get-Item Proc:/se' 'Get-Item Proc:/se'.Length }
        ($count.Values | Measure-Object -Sum).Sum | Should -BeLessOrEqual 12
    }
}
