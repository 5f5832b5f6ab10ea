using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Values that the files of a battery have in common.</summary>
internal static class BatteryColumn
{
    // "4400 mAh"; "unknown" if the firmware does not say.
    public static bool TryAmount(ReadOnlySpan<byte> value, ProcSource source, out long? amount)
    {
        var words = new FieldScanner(value);
        bool isUnknown = value.SequenceEqual("unknown"u8);
        long number = 0;
        bool parsed = isUnknown || Value.TryRead(words.Next(), source, out number);
        amount = parsed && !isUnknown ? number : null;
        return parsed;
    }

    // "4400 mAh"
    public static bool TryUnit(ReadOnlySpan<byte> value, ProcSource source, out string? unit)
    {
        var words = new FieldScanner(value);
        words.Next();
        unit = words.Rest.IsEmpty ? null : source.Intern(Value.Trim(words.Rest));
        return true;
    }
}
