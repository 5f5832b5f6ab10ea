namespace ProcFs.Text;

/// <summary>
/// Passwords, tokens and keys among environment variables and arguments, as far as they can be recognized by name or form. Views show a mask instead, so that they
/// are not left on a screen, in a recording or in a bug report by accident; the objects keep them.
/// </summary>
public static class Credentials
{
    /// <summary>The text shown instead of a credential.</summary>
    public const string Mask = "******";

    // At the end of a name, and anywhere in it.
    private static readonly string[] s_lastWords = ["PASS", "PWD", "PW", "TOKEN", "CREDENTIAL", "CREDENTIALS", "AUTHORIZATION", "COOKIE"];
    private static readonly string[] s_words = ["PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "SECRETS", "APIKEY"];

    // A key is a credential after one of these: API_KEY, ACCESS_KEY, but not KEY or PUBLIC_KEY.
    private static readonly string[] s_kindsOfKeys = ["API", "ACCESS", "PRIVATE", "SECRET", "ENCRYPTION", "SIGNING", "MASTER", "ACCOUNT", "STORAGE", "AUTH"];

    // Names about a credential that are not one: its location, its prompt, its name.
    private static readonly string[] s_harmless =
    [
        "FILE", "PATH", "DIR", "FOLDER", "NAME", "ID", "URL", "URI", "HOST", "STDIN", "FD", "TTL", "TYPE", "LENGTH", "SIZE", "EXPIRES", "EXPIRY", "ENDPOINT", "SOCK", "MODE", "COMMAND", "PROMPT",
        "ENABLED", "POLICY", "ARN", "REGION",
    ];

    private static readonly string[] s_prefixes = ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-", "sk-", "sk_live_", "rk_live_", "npm_", "pypi-", "hvs.", "AGE-SECRET-KEY-"];
    private static readonly string[] s_schemes = ["Bearer ", "Basic ", "Token "];

    // Shorter ones are words.
    private const int ShortestToken = 16;

    /// <summary>The value of a variable, or a mask if the name or the form of the value indicates a credential.</summary>
    public static string MaskValue(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return value.Length > 0 && IsName(name) ? Mask : MaskForm(value);
    }

    /// <summary>The arguments of a program, with masks for credentials.</summary>
    public static string[] MaskArguments(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        string[] shown = new string[arguments.Count];
        for (int i = 0; i < shown.Length; i++)
        {
            bool isValueOfOption = i > 0 && IsOptionWithValue(arguments[i - 1]) && !arguments[i].StartsWith('-') && arguments[i].Length > 0;
            shown[i] = isValueOfOption ? Mask : MaskOfProgram(arguments, i) ?? MaskArgument(arguments[i]);
        }

        return shown;
    }

    /// <summary>A command line of arguments separated by blanks, with the same masks.</summary>
    public static string MaskLine(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return string.Join(' ', MaskArguments(line.Split(' ')));
    }

    // Single-letter options that take a credential only in some programs: curl -u user:password, mysql -ppassword, sshpass -p password.
    private static string? MaskOfProgram(IReadOnlyList<string> arguments, int index)
    {
        string program = arguments[0][(arguments[0].LastIndexOf('/') + 1)..];
        string argument = arguments[index];
        string before = index > 0 ? arguments[index - 1] : "";
        return program switch
        {
            "curl" when before is "-u" or "--user" or "-U" or "--proxy-user" && argument.Contains(':') => argument[..(argument.IndexOf(':') + 1)] + Mask,
            "sshpass" when index == 2 && before == "-p" => Mask,
            "sshpass" when index == 1 && argument.StartsWith("-p", StringComparison.Ordinal) && argument.Length > 2 => "-p" + Mask,
            "mysql" or "mysqldump" or "mysqladmin" or "mariadb" or "mariadb-dump" when index > 0 && argument.StartsWith("-p", StringComparison.Ordinal) && argument.Length > 2 => "-p" + Mask,
            _ => null,
        };
    }

    // --password=x, DB_PASSWORD=x, "X-Api-Key: x"
    private static string MaskArgument(string argument) => MaskBehind(argument, '=') ?? MaskBehind(argument, ':') ?? MaskForm(argument);

    private static string? MaskBehind(string argument, char separator)
    {
        int end = argument.IndexOf(separator);
        if (end <= 0 || !IsName(argument.AsSpan(0, end)))
        {
            return null;
        }

        int start = end + 1 < argument.Length && argument[end + 1] == ' ' ? end + 2 : end + 1;
        return start < argument.Length ? argument[..start] + Mask : argument;
    }

    private static bool IsOptionWithValue(string argument) =>
        argument.StartsWith('-') && argument.AsSpan().IndexOfAny('=', ':', ' ') < 0 && !argument.StartsWith("--no-", StringComparison.OrdinalIgnoreCase) && IsName(argument);

    private static string MaskForm(string value)
    {
        if (value.Length >= ShortestToken && (Array.Exists(s_prefixes, prefix => value.StartsWith(prefix, StringComparison.Ordinal)) || IsWebToken(value) || value.StartsWith("-----BEGIN ", StringComparison.Ordinal)))
        {
            return Mask;
        }

        return Array.Find(s_schemes, scheme => value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && value.Length > scheme.Length) is { } found
            ? found + Mask
            : MaskUserInformation(value);
    }

    // The password of https://user:password@host.
    private static string MaskUserInformation(string value)
    {
        int start = value.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return value;
        }

        start += 3;
        int length = value.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var slash ? slash : value.Length - start;
        int at = value.AsSpan(start, length).LastIndexOf('@');
        int colon = value.AsSpan(start, length).IndexOf(':');
        return colon >= 0 && at > colon + 1 ? $"{value[..(start + colon + 1)]}{Mask}{value[(start + at)..]}" : value;
    }

    // A JSON Web Token: three parts in base64, of which the first two start with "{".
    private static bool IsWebToken(string value) => value.StartsWith("eyJ", StringComparison.Ordinal) && value.Contains(".eyJ", StringComparison.Ordinal);

    private static bool IsName(ReadOnlySpan<char> name)
    {
        string[] words = [.. WordsOf(name)];
        if (words.Length == 0 || s_harmless.Contains(words[^1]) || words is ["PWD"] or ["OLDPWD"])
        {
            return false;
        }

        for (int i = 0; i < words.Length; i++)
        {
            bool isKey = words[i] is "KEY" or "KEYS" && i > 0 && s_kindsOfKeys.Contains(words[i - 1]);
            if (isKey || Array.Exists(s_words, word => words[i].EndsWith(word, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return s_lastWords.Contains(words[^1]);
    }

    // DB_PASSWORD, db-password and dbPassword are DB and PASSWORD.
    private static List<string> WordsOf(ReadOnlySpan<char> name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool isEnd = i == name.Length || !char.IsAsciiLetter(name[i]) || (i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]));
            if (!isEnd)
            {
                continue;
            }

            if (i > start)
            {
                words.Add(name[start..i].ToString().ToUpperInvariant());
            }

            start = i < name.Length && char.IsAsciiLetter(name[i]) ? i : i + 1;
        }

        return words;
    }
}
