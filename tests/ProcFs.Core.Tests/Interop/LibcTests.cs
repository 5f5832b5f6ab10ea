using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace ProcFs.Interop;

public class LibcTests
{
    // The C library of Alpine Linux, as Debian's package musl has it as well.
    private const string MuslPattern = "ld-musl-*.so.1";

    // renameat2 is replaced by a link where it is missing; statx is there since musl 1.2.5, the oldest that .NET 10 runs on.
    private static readonly string[] s_later = ["renameat2", "statx"];

    [Fact]
    public void MuslHasEveryFunctionThatIsCalled()
    {
        string? library = Directory.EnumerateFiles("/lib", MuslPattern).FirstOrDefault();
        Assert.SkipWhen(library is null, "There is no musl here (package musl).");
        HashSet<string> symbols = SymbolsOf(File.ReadAllBytes(library));
        string[] called = [.. typeof(Libc).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<DllImportAttribute>() is { } import ? import.EntryPoint ?? method.Name : null)
            .OfType<string>()
            .Distinct()];
        Assert.Contains("openat", called);
        Assert.Contains("openat", symbols);
        Assert.Empty(called.Where(name => !symbols.Contains(name)).Except(s_later));
    }

    // The dynamic symbols of a 64-bit little-endian ELF file (elf.h).
    private static HashSet<string> SymbolsOf(ReadOnlySpan<byte> file)
    {
        const int DynamicSymbols = 11;
        ReadOnlySpan<SectionHeader> sections = MemoryMarshal.Cast<byte, SectionHeader>(file[(int)BinaryPrimitives.ReadInt64LittleEndian(file[0x28..])..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(file[0x3c..]);
        foreach (SectionHeader section in sections[..count])
        {
            if (section.Type == DynamicSymbols)
            {
                ReadOnlySpan<byte> names = file[(int)sections[(int)section.Link].Offset..];
                ReadOnlySpan<byte> table = file.Slice((int)section.Offset, (int)section.Size);
                var symbols = new HashSet<string>();
                for (; table.Length > 0; table = table[(int)section.EntrySize..])
                {
                    ReadOnlySpan<byte> name = names[BinaryPrimitives.ReadInt32LittleEndian(table)..];
                    symbols.Add(Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]));
                }

                return symbols;
            }
        }

        return [];
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct SectionHeader(
        uint Name, uint Type, ulong Flags, ulong Address, ulong Offset, ulong Size, uint Link, uint Info, ulong Alignment, ulong EntrySize);
}
