# Prints the milliseconds that the first import of a module takes.
param([Parameter(Mandatory)] [string] $Module)
$watch = [System.Diagnostics.Stopwatch]::StartNew()
Import-Module $Module
$watch.Elapsed.TotalMilliseconds
