using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a block of <c>/proc/crypto</c>: an implementation of an algorithm in the kernel. Sizes are in bytes; a size that an algorithm of its type does not have
/// is null. Source: proc_crypto(5), crypto/proc.c and the show functions of crypto/*.c.
/// </summary>
[Fields]
public sealed partial class CryptoAlgorithm : ITable<CryptoAlgorithm>
{
    private CryptoAlgorithm()
    {
    }

    /// <summary>The algorithm: <c>cbc(aes)</c>, <c>sha256</c>. Several drivers can implement it.</summary>
    [Key("name")] public string Name { get; private set; } = "";

    /// <summary>The implementation: <c>cbc-aes-aesni</c>.</summary>
    [Key("driver")] public string? Driver { get; private set; }

    /// <summary>The module that contains it; null for the kernel itself.</summary>
    [Key("module", Parser = nameof(TryModule))] public string? Module { get; private set; }

    /// <summary>The priority; the kernel uses the implementation with the highest one.</summary>
    [Key("priority")] public int? Priority { get; private set; }

    /// <summary>The number of references to it in the kernel.</summary>
    [Key("refcnt")] public long? References { get; private set; }

    /// <summary>Whether it has passed the self-test of the kernel.</summary>
    [Key("selftest", Parser = nameof(TryPassed))] public bool? IsTested { get; private set; }

    /// <summary>Whether only other algorithms can use it (since 3.20).</summary>
    [Key("internal")] public bool? IsInternal { get; private set; }

    /// <summary>Whether it is approved for FIPS mode; null if the kernel does not run in that mode.</summary>
    [Key("fips")] public bool? IsFips { get; private set; }

    /// <summary>The type: <c>skcipher</c>, <c>shash</c>, <c>aead</c>, <c>rng</c>; <c>larval</c> for an algorithm under construction.</summary>
    [Key("type")] public string? Type { get; private set; }

    /// <summary>Whether it can complete asynchronously; null for a type that is always synchronous.</summary>
    [Key("async")] public bool? IsAsynchronous { get; private set; }

    /// <summary>The block size.</summary>
    [Key("blocksize"), Unit(Unit.Bytes)] public long? BlockSize { get; private set; }

    /// <summary>The minimum key size.</summary>
    [Key("min keysize"), Unit(Unit.Bytes)] public long? MinimumKeySize { get; private set; }

    /// <summary>The maximum key size.</summary>
    [Key("max keysize"), Unit(Unit.Bytes)] public long? MaximumKeySize { get; private set; }

    /// <summary>The size of the initialization vector.</summary>
    [Key("ivsize"), Unit(Unit.Bytes)] public long? InitializationVectorSize { get; private set; }

    /// <summary>The chunk size: all input except the last part must be a multiple of it.</summary>
    [Key("chunksize"), Unit(Unit.Bytes)] public long? ChunkSize { get; private set; }

    /// <summary>The optimal input size.</summary>
    [Key("walksize"), Unit(Unit.Bytes)] public long? WalkSize { get; private set; }

    /// <summary>The size of the state kept between calls.</summary>
    [Key("statesize"), Unit(Unit.Bytes)] public long? StateSize { get; private set; }

    /// <summary>The digest size.</summary>
    [Key("digestsize"), Unit(Unit.Bytes)] public long? DigestSize { get; private set; }

    /// <summary>The maximum size of the authentication tag.</summary>
    [Key("maxauthsize"), Unit(Unit.Bytes)] public long? MaximumTagSize { get; private set; }

    /// <summary>The seed size of a random number generator.</summary>
    [Key("seedsize"), Unit(Unit.Bytes)] public long? SeedSize { get; private set; }

    /// <summary>The generator of initialization vectors, as the kernel names it: <c>&lt;none&gt;</c>, <c>seqiv</c>.</summary>
    [Key("geniv")] public string? IvGenerator { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name. Properties that an algorithm of its type does not have are not included.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CryptoAlgorithm),
        new(nameof(Name), 26),
        new(nameof(Type), 10),
        new(nameof(Driver), 26),
        new(nameof(Priority), 8),
        new(nameof(BlockSize), 9),
        new(nameof(DigestSize), 10),
        new(nameof(Module)));

    /// <summary>The algorithm and its implementation: <c>cbc(aes) cbc-aes-aesni</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Name} {Driver}".TrimEnd());

    static string IRow<CryptoAlgorithm>.NameOf(CryptoAlgorithm row) => row.Driver ?? row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<CryptoAlgorithm, bool> emit) =>
        Blocks.ReadKeyValues(source, static _ => new CryptoAlgorithm(), "the name of an algorithm and its fields below", emit);

    private static bool TryModule(ReadOnlySpan<byte> value, ProcSource source, out string? module)
    {
        module = value.SequenceEqual("kernel"u8) ? null : source.Intern(value);
        return !value.IsEmpty;
    }

    private static bool TryPassed(ReadOnlySpan<byte> value, ProcSource source, out bool? isTested)
    {
        isTested = value.SequenceEqual("passed"u8);
        return isTested.Value || value.SequenceEqual("unknown"u8);
    }

    // crypto_alg_show() writes these fields for all types; the function of the type writes the others.
    private static UnavailableReason? WhyMissing(string property, bool isFound) => !isFound
        && property is nameof(Driver) or nameof(Module) or nameof(Priority) or nameof(References) or nameof(IsTested) or nameof(IsInternal) or nameof(Type)
            ? UnavailableReason.NotOnThisKernel
            : null;
}
