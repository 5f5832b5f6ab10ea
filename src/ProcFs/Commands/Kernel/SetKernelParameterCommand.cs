using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Sets parameters of the running kernel, by name or from files of sysctl.d.</summary>
[Cmdlet(VerbsCommon.Set, "KernelParameter", DefaultParameterSetName = ByName, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelParameter))]
public sealed class SetKernelParameterCommand : ProcCmdlet
{
    private const string ByName = "Name";
    private const string ByFile = "Path";

    /// <summary>The names of the parameters; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, HelpMessage = "The names of the parameters, such as vm.swappiness; wildcards are permitted.")]
    [ArgumentCompleter(typeof(ParameterNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The value: a number, a text, or several for a parameter of several fields.</summary>
    [Parameter(ParameterSetName = ByName, Position = 1, Mandatory = true, HelpMessage = "The value: a number, a text, or several for a parameter of several fields.")]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object Value { get; set; } = "";

    /// <summary>Files of settings, as in /etc/sysctl.d, which are checked whole before the first setting is written; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByFile, Mandatory = true, HelpMessage = "Files of settings, as in /etc/sysctl.d, which are checked whole before the first setting is written; wildcards are permitted.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Emits each parameter with its new value.</summary>
    [Parameter(HelpMessage = "Emits each parameter as it is afterwards.")]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == ByFile)
        {
            SetFromFiles();
            return;
        }

        foreach (string name in Name)
        {
            Guard(() => SetAll(ParameterSetting.FindAll(ProcRoot, name, Provider.ProcFsProvider.Unwrap(Value))), name);
        }
    }

    private void SetFromFiles()
    {
        var settings = new List<ParameterSetting>();
        bool isWhole = true;
        foreach (string file in Path.SelectMany(pattern => SessionState.Path.GetResolvedProviderPathFromPSPath(pattern, out _)))
        {
            settings.AddRange(ParameterFileSettings.Read(ProcRoot, file, LinesOf(file), error =>
            {
                isWhole = false;
                WriteError(ErrorRecords.Of(error));
            }));
        }

        if (isWhole)
        {
            SetAll(settings);
        }
        else
        {
            WriteError(ErrorRecords.BadArgument($"Nothing was set, since the files could not be understood whole.", Path));
        }
    }

    private void SetAll(IReadOnlyList<ParameterSetting> settings)
    {
        foreach (ParameterSetting setting in settings)
        {
            if (ShouldProcess($"{setting.Name}", $"Write \"{setting.Text}\""))
            {
                Guard(() => Set(setting), setting.Name);
            }
        }
    }

    private void Set(ParameterSetting setting)
    {
        KernelParameter? now = setting.Write();
        if (setting.Difference() is { } difference)
        {
            WriteWarning($"{difference}");
        }

        if (PassThru && now is not null)
        {
            WriteObject(now);
        }
    }

#pragma warning disable RS0030 // The file of settings is none of /proc.
    private static string[] LinesOf(string file) => File.ReadAllLines(file);
#pragma warning restore RS0030
}
