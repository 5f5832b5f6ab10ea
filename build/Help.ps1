# The help: its source is the Markdown in docs/en-US, and the built help of the cmdlets is beside it.
$helpPages = Join-Path $PSScriptRoot .. docs en-US
$builtHelp = Join-Path $helpPages ProcFs.dll-Help.xml

# PlatyPS is not on NuGet: it is available if it is installed, or if the PowerShell Gallery can be reached.
function Find-PlatyPS([string] $SaveIn) {
    $name, $version = 'Microsoft.PowerShell.PlatyPS', '1.0.3'
    $installed = Get-Module -ListAvailable -FullyQualifiedName @{ ModuleName = $name; RequiredVersion = $version } | Select-Object -First 1
    if ($installed) { return $installed.ModuleBase }
    if (-not $SaveIn) { return }

    $saved = Join-Path $SaveIn $name $version
    if (-not (Test-Path $saved) -and (Get-Command Save-PSResource -ErrorAction Ignore)) {
        $null = New-Item -ItemType Directory -Force $SaveIn
        try { Save-PSResource -Name $name -Version $version -Repository PSGallery -Path $SaveIn -TrustRepository -ErrorAction Stop }
        catch { Write-Verbose "$_" }
    }

    if (Test-Path $saved) { $saved }
}

# PlatyPS writes an example as one text, whose paragraphs Get-Help runs together, with the code fences and a control character as separator.
# Code and remarks have elements of their own, which Get-Help separates.
$exampleForm = '(?s)<maml:introduction>\s*<maml:para>```\w*\n(?<code>.*?)\n```</maml:para>\s*<maml:para>&#x80;</maml:para>' +
    '(?<remarks>.*?)</maml:introduction>\s*<dev:code />\s*<dev:remarks />'
$exampleParts = '<maml:introduction><maml:para>PS&gt; </maml:para></maml:introduction><dev:code>${code}</dev:code>' +
    '<dev:remarks>${remarks}<maml:para /></dev:remarks>'

# The built help of the cmdlets' pages, as text.
function ConvertTo-BuiltHelp([string] $PlatyPS, [string] $WorkFolder) {
    if (Test-Path $WorkFolder) { Remove-Item -Recurse $WorkFolder }
    Import-Module (Join-Path $PlatyPS Microsoft.PowerShell.PlatyPS.psd1)
    Get-ChildItem $helpPages -Filter *-*.md | Sort-Object Name -Culture '' |
        Measure-PlatyPSMarkdown |
        Where-Object Filetype -match CommandHelp |
        Import-MarkdownCommandHelp -Path { $_.FilePath } |
        Export-MamlCommandHelp -OutputFolder $WorkFolder -Force | Out-Null
    $help = (Get-ChildItem $WorkFolder -Recurse -Filter *-Help.xml | Get-Content -Raw) -replace '\r\n', "`n"
    $help = $help -replace $exampleForm, $exampleParts -replace '\s*<maml:para>&#x80;</maml:para>'
    $help = $help -replace '(?<=<maml:para>)```\w*\n|\n```(?=</maml:para>)'
    $help.TrimEnd() + "`n"
}

# Rebuilds the help, or prints why it cannot.
function Update-BuiltHelp([string] $SaveIn, [string] $WorkFolder) {
    $platyPS = Find-PlatyPS $SaveIn
    if ($platyPS) { Set-Content $builtHelp (ConvertTo-BuiltHelp $platyPS $WorkFolder) -NoNewline }
    else { Write-Host 'SKIPPED: rebuilding the help. PlatyPS is not installed, and the PowerShell Gallery cannot be reached.' }
}

# Copies the help of the cmdlets and the topics to where Get-Help looks for them.
function Copy-Help([string] $Stage) {
    $culture = New-Item -ItemType Directory -Force (Join-Path $Stage en-US)
    Copy-Item $builtHelp $culture
    foreach ($about in Get-ChildItem $helpPages -Filter about_*.md) {
        $text = Get-Content $about | Where-Object { $_ -notmatch '^```' }
        Set-Content (Join-Path $culture "$($about.BaseName).help.txt") $text
    }
}
