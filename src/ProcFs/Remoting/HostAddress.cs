using System.Globalization;

namespace ProcFs.Remoting;

/// <summary>A host as New-PSSession takes it: <c>host</c>, <c>user@host</c>, <c>host:port</c>, <c>[2001:db8::1]:port</c>.</summary>
/// <param name="Text">The text as it was given, which names the host.</param>
/// <param name="Name">The name or address.</param>
/// <param name="UserName">The user; null if none is named.</param>
/// <param name="Port">The port; null if none is named.</param>
internal sealed record HostAddress(string Text, string Name, string? UserName, int? Port)
{
    /// <summary>Takes the text apart.</summary>
    /// <exception cref="ArgumentException">It is no host. A name that begins with a dash would be an option of ssh.</exception>
    public static HostAddress Parse(string text)
    {
        int at = text.LastIndexOf('@');
        (string? user, string rest) = at >= 0 ? (text[..at], text[(at + 1)..]) : (null, text);
        int colon = rest.LastIndexOf(':');
        int? port = null;
        bool hasPort = colon > 0 && (rest[colon - 1] == ']' || rest.IndexOf(':', StringComparison.Ordinal) == colon);
        if (hasPort)
        {
            port = int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= 65535
                ? number
                : throw Refuse(text);
            rest = rest[..colon];
        }

        string name = rest is ['[', .., ']'] ? rest[1..^1] : rest;
        bool isValid = name.Length > 0 && name[0] != '-' && user is not "" && user?[0] != '-' && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));
        return isValid ? new HostAddress(text, name, user, port) : throw Refuse(text);
    }

    private static ArgumentException Refuse(string text) => new($"\"{text}\" is not the name of a host.");
}
