using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a block of <c>/proc/crypto</c>: an implementation of an algorithm that the kernel offers. Sizes are bytes; one that an algorithm of its type does not have is
/// null. Source: proc_crypto(5), crypto/proc.c and the show functions of crypto/*.c.
/// </summary>
[Fields]
public sealed partial class CryptoAlgorithm : ITable<CryptoAlgorithm>
{
    private CryptoAlgorithm()
    {
    }

    /// <summary>The algorithm: <c>cbc(aes)</c>, <c>sha256</c>. Several drivers may implement it.</summary>
    [Key("name")] public string Name { get; private set; } = "";

    /// <summary>The implementation: <c>cbc-aes-aesni</c>.</summary>
    [Key("driver")] public string? Driver { get; private set; }

    /// <summary>The module that it is in; null for the kernel's own.</summary>
    [Key("module", Parser = nameof(TryModule))] public string? Module { get; private set; }

    /// <summary>The kernel takes the implementation with the highest number.</summary>
    [Key("priority")] public int? Priority { get; private set; }

    /// <summary>References to it in the kernel.</summary>
    [Key("refcnt")] public long? References { get; private set; }

    /// <summary>Whether it has passed the kernel's test.</summary>
    [Key("selftest", Parser = nameof(TryPassed))] public bool? IsTested { get; private set; }

    /// <summary>Whether only other algorithms may use it (since 3.20).</summary>
    [Key("internal")] public bool? IsInternal { get; private set; }

    /// <summary>Whether it is approved where the kernel runs in FIPS mode; null where it does not.</summary>
    [Key("fips")] public bool? IsFips { get; private set; }

    /// <summary>What it is: <c>skcipher</c>, <c>shash</c>, <c>aead</c>, <c>rng</c>; <c>larval</c> for one that is being made.</summary>
    [Key("type")] public string? Type { get; private set; }

    /// <summary>Whether it may answer later; null for a type that always answers at once.</summary>
    [Key("async")] public bool? IsAsynchronous { get; private set; }

    /// <summary>Size of a block.</summary>
    [Key("blocksize"), Unit(Unit.Bytes)] public long? BlockSize { get; private set; }

    /// <summary>Size of the shortest key.</summary>
    [Key("min keysize"), Unit(Unit.Bytes)] public long? MinimumKeySize { get; private set; }

    /// <summary>Size of the longest key.</summary>
    [Key("max keysize"), Unit(Unit.Bytes)] public long? MaximumKeySize { get; private set; }

    /// <summary>Size of the initialization vector.</summary>
    [Key("ivsize"), Unit(Unit.Bytes)] public long? InitializationVectorSize { get; private set; }

    /// <summary>Size in which data has to be handed over, but for the last piece.</summary>
    [Key("chunksize"), Unit(Unit.Bytes)] public long? ChunkSize { get; private set; }

    /// <summary>Size in which it works best.</summary>
    [Key("walksize"), Unit(Unit.Bytes)] public long? WalkSize { get; private set; }

    /// <summary>Size of the state that it keeps between calls.</summary>
    [Key("statesize"), Unit(Unit.Bytes)] public long? StateSize { get; private set; }

    /// <summary>Size of a digest.</summary>
    [Key("digestsize"), Unit(Unit.Bytes)] public long? DigestSize { get; private set; }

    /// <summary>Size of the longest authentication tag.</summary>
    [Key("maxauthsize"), Unit(Unit.Bytes)] public long? MaximumTagSize { get; private set; }

    /// <summary>Size of the seed of a random number generator.</summary>
    [Key("seedsize"), Unit(Unit.Bytes)] public long? SeedSize { get; private set; }

    /// <summary>What makes its initialization vectors, in the kernel's words: <c>&lt;none&gt;</c>, <c>seqiv</c>.</summary>
    [Key("geniv")] public string? IvGenerator { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason. What an algorithm of its type does not have is not among them.</summary>
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

    // crypto_alg_show() writes these of all, and the function of the type the others.
    private static UnavailableReason? WhyMissing(string property, bool isFound) => !isFound
        && property is nameof(Driver) or nameof(Module) or nameof(Priority) or nameof(References) or nameof(IsTested) or nameof(IsInternal) or nameof(Type)
            ? UnavailableReason.NotOnThisKernel
            : null;
}
