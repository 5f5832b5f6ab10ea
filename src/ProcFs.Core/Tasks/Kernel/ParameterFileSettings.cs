using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Settings from a file of <c>sysctl.d</c>, checked as a whole before the first one is written. Source: sysctl.conf(5), sysctl.d(5): a name, <c>=</c> and a value
/// per line; comments start with <c>#</c> or <c>;</c>; names can contain wildcards; a minus sign before a name ignores its errors, and without a value excludes the
/// name from wildcards.
/// </summary>
public static class ParameterFileSettings
{
    /// <summary>The settings of the lines, in order.</summary>
    /// <param name="root">The /proc whose parameters are set.</param>
    /// <param name="file">The name of the file, for errors.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="report">Receives an error for each invalid line, and for each parameter that does not exist.</param>
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
                // The effect of the minus sign.
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
