# Demonstrates ProcFs on the live /proc. Run by ./build.sh Try.
function Show([string] $Line) {
    Write-Host "`n$($PSStyle.Bold)PS> $Line$($PSStyle.BoldOff)"
    Invoke-Expression $Line | Out-Host
}

Show 'Import-Module ProcFs'
Show 'Get-ProcFd -Number 2 | Group-Object Target -NoElement | Sort-Object Count -Descending | Select-Object -First 8 | Format-Table -AutoSize'
Show 'Set-Location Proc:/self/fd; Get-ChildItem | Select-Object -First 8'
Show 'Get-KernelSymbol vfs_rea*'
Set-Location Proc:/self
Write-Host 'You are at Proc:/self. Try: Get-ChildItem; (Get-Item status).VmRss; Get-Help about_ProcFs'
