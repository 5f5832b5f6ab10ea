# A warm session: imports the module, then runs each script that comes as a line in base64, and answers with its milliseconds and what it printed last.
param([Parameter(Mandatory)] [string] $Module)
$WarningPreference = 'Ignore'
$ProgressPreference = 'Ignore'
Import-Module $Module
[Console]::Out.WriteLine('ready')
while ($line = [Console]::In.ReadLine()) {
    $script = [scriptblock]::Create([System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line)))
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $printed = & $script
    $ms = $watch.Elapsed.TotalMilliseconds
    [Console]::Out.WriteLine("$($ms.ToString([cultureinfo]::InvariantCulture)) $(@($printed)[-1])")
}
