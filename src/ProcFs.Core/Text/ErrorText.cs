using System.Runtime.InteropServices;
using ProcFs.Interop;

namespace ProcFs;

/// <summary>The C library's words for an error number, lower-case as they stand inside a sentence.</summary>
internal static class ErrorText
{
    public static string Of(Errno error)
    {
        string text = Marshal.GetPInvokeErrorMessage((int)error);
        return text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
