using System.Net;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Columns that the files of RxRPC have in common.</summary>
internal static class RxrpcColumn
{
    // "192.0.2.7:7001", "[2001:db8::7]:7001"; "no_local", "no_socket", "no_connection" where there is none.
    public static bool TryEndPoint(ReadOnlySpan<byte> value, ProcSource source, out string? endPoint)
    {
        bool isNone = value.StartsWith("no_"u8);
        endPoint = isNone || !IPEndPoint.TryParse(LosslessText.Decode(value), out _) || value.LastIndexOf((byte)':') < 0 ? null : source.Intern(value);
        return isNone || endPoint is not null;
    }

    // "Svc", "Clt"
    public static bool TryIsService(ReadOnlySpan<byte> value, out bool? isService)
    {
        isService = value.SequenceEqual("Svc"u8);
        return isService == true || value.SequenceEqual("Clt"u8);
    }
}
