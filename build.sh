#!/usr/bin/env bash
# Finds a PowerShell engine and runs build.ps1. Usage: ./build.sh Build [-Fast]|Test [-Coverage]|Fuzz|Soak|Accept|Docs|Try|Package|Install [-Uninstall]|Clean
set -u
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
task=${1:-Build}
[ $# -eq 0 ] || shift
needs='PowerShell 7.6 or later was not found: put pwsh on the PATH (https://aka.ms/install-powershell), or restore it with "dotnet tool restore".'

case $task in
    Build|Test|Fuzz|Soak|Accept|Docs|Try|Package|Install|Clean) ;;
    *) echo "Usage: ./build.sh Build [-Fast]|Test [-Coverage]|Fuzz|Soak|Accept|Docs|Try|Package|Install [-Uninstall]|Clean" >&2; exit 2 ;;
esac

if ! command -v dotnet >/dev/null 2>&1; then
    echo 'The .NET SDK 10 was not found: https://dotnet.microsoft.com/download' >&2
    exit 1
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

is_engine() {
    "$@" -NoProfile -NonInteractive -Command 'exit [int]($PSVersionTable.PSVersion -lt [version]"7.6")' >/dev/null 2>&1 </dev/null
}

if command -v pwsh >/dev/null 2>&1 && is_engine pwsh; then
    exec pwsh -NoProfile -File ./build.ps1 -Task "$task" "$@"
fi

if timeout 120 dotnet tool restore >/dev/null 2>&1 </dev/null && is_engine dotnet tool run pwsh --; then
    exec dotnet tool run pwsh -- -NoProfile -File ./build.ps1 -Task "$task" "$@"
fi

# No engine: run what needs none, and report the rest.
case $task in
    Clean)
        rm -rf out
        ;;
    Try)
        command=(out/procfs/procfs)
        if ! output=$(dotnet publish src/ProcFs.Cli --output out/procfs --verbosity quiet 2>&1); then
            output=$(dotnet build src/ProcFs.Cli --configuration Release --verbosity quiet 2>&1) || { echo "$output" >&2; exit 1; }
            command=(dotnet out/build/bin/ProcFs.Cli/release/procfs.dll)
        fi
        show() {
            printf '\n$ procfs'
            printf ' %q' "$@"
            printf '\n'
            "${command[@]}" "$@" | head -n 10
        }
        show fd --number 2 --group-by target
        show ls self/fd
        show symbol 'vfs_rea*'
        echo
        echo 'PowerShell 7.6 or later was not found. With it, this demonstrates the module: the drive Proc:, cmdlets with objects in the pipeline, completion, views and help.'
        exit 0
        ;;
    Build|Fuzz|Soak|Accept|Docs|Package|Install)
        echo "$needs" >&2
        exit 1
        ;;
    Test)
        dotnet build ProcFsPS.sln --configuration Release --verbosity quiet || exit 1
        passed=0 failed=0 skipped=0 broken=0 reasons=
        if dotnet publish src/ProcFs.Cli --output out/procfs --verbosity quiet >/dev/null 2>&1; then export PROCFS_COMMAND=$PWD/out/procfs/procfs; fi
        for project in tests/*/*.Tests.csproj; do
            name=$(basename "$project" .csproj)
            output=$(dotnet "out/build/bin/$name/release/$name.dll" -noColor 2>&1) || broken=1
            echo "$output"
            reasons+=$(awk 'skip { sub(/^ +/, ""); print } { skip = /\[SKIP\]$/ }' <<<"$output")$'\n'
            counts=$(sed -n 's/.*Total: \([0-9]*\), Errors: \([0-9]*\), Failed: \([0-9]*\), Skipped: \([0-9]*\).*/\1 \2 \3 \4/p' <<<"$output" | tail -n 1)
            read -r total errors failures left <<<"${counts:-0 1 0 0}"
            failed=$((failed + failures + errors)) skipped=$((skipped + left)) passed=$((passed + total - failures - left))
        done
        files=$(find tests/Pester -name '*.Tests.ps1' | wc -l)
        cases=$(cat tests/Pester/*/*.Tests.ps1 | grep -cE '^\s*It ')
        echo "LEFT OUT: the module's own tests ($cases in $files files). $needs"
        [ "$failed" -eq 0 ] && [ "$broken" -ne 0 ] && failed=1
        sed '/^$/d' <<<"$reasons" | sort | uniq -c | sort -rn | sed -E 's/^ *([0-9]+) /\1 skipped: /'
        echo "$passed passed, $failed failed, $((skipped + cases)) skipped"
        [ "$failed" -eq 0 ]
        ;;
esac
