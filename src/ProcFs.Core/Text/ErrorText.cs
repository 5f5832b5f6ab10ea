using System.Runtime.InteropServices;
using ProcFs.Interop;

namespace ProcFs;

/// <summary>The C library's text for an error number, in lower case as within a sentence.</summary>
internal static class ErrorText
{
    public static string Of(Errno error)
    {
        string text = Marshal.GetPInvokeErrorMessage((int)error);
        return text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
