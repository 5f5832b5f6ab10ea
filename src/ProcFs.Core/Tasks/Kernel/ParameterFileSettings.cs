using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Settings from a file of <c>sysctl.d</c>, checked whole before the first is written. Source: sysctl.conf(5), sysctl.d(5): a name, <c>=</c> and a value a line; comments
/// behind <c>#</c> or <c>;</c>; names may hold wildcards; a minus before a name forgives what goes wrong with it, and alone takes it out of wildcards.
/// </summary>
public static class ParameterFileSettings
{
    /// <summary>The settings of the lines, in their order.</summary>
    /// <param name="root">The /proc whose parameters are set.</param>
    /// <param name="file">The name of the file, for errors.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="report">Gets an error for each line that cannot be understood, and for each parameter that is not there.</param>
    public static IReadOnlyList<ParameterSetting> Read(ProcRoot root, string file, IEnumerable<string> lines, Action<ProcException> report)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(report);
        (int Number, string Text)[] settings = [.. lines.Select((line, index) => (index + 1, line.Trim())).Where(line => line.Item2 is not ("" or ['#' or ';', ..]))];
        Wildcard[] excluded = [.. settings.Where(line => line.Text.StartsWith('-') && !line.Text.Contains('=')).Select(line => new Wildcard(ParameterName.Normalize(line.Text[1..])))];
        var found = new List<ParameterSetting>();
        foreach ((int number, string text) in settings)
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            bool isForgiven = text.StartsWith('-');
            string name = (equals < 0 ? text : text[..equals]).Trim().TrimStart('-');
            if (equals < 0)
            {
                if (!isForgiven)
                {
                    report(Malformed(file, number, text));
                }

                continue;
            }

            try
            {
                bool isExact = new Wildcard(ParameterName.Normalize(name)).IsExact;
                found.AddRange(ParameterSetting.FindAll(root, name, text[(equals + 1)..].Trim())
                    .Where(setting => isExact || !excluded.Any(pattern => pattern.IsMatch(setting.Name))));
            }
            catch (ProcException) when (isForgiven)
            {
                // What the minus asks for.
            }
            catch (ProcException error)
            {
                report(new ProcException(error.Kind, error.Path, $"{DisplayText.Escape(file)}, line {number}: {error.Message}") { Target = name });
            }
        }

        return found;
    }

    private static ProcException Malformed(string file, int number, string text) =>
        new(ProcErrorKind.Malformed, file, $"{DisplayText.Escape(file)}, line {number}: \"{DisplayText.Escape(text)}\" is no name, \"=\" and value.") { Target = text };
}
