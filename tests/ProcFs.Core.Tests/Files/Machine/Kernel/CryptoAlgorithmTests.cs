using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class CryptoAlgorithmTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_block_is_an_algorithm()
    {
        List<CryptoAlgorithm> all = Read(modern.Root);
        Assert.Equal(
            ["cbc(aes) cbc-aes-aesni", "gcm(aes) generic-gcm-aesni", "sha256 sha256-generic", "stdrng drbg_nopr_hmac_sha512", "ecdh-nist-p256 ecdh-nist-p256-generic"],
            all.Select(algorithm => $"{algorithm}"));
        Assert.All(all, algorithm => Assert.Empty(algorithm.Additional));
        Assert.All(all, algorithm => Assert.Empty(algorithm.Unavailable));
    }

    [Fact]
    public void A_cipher_has_keys_and_a_vector()
    {
        CryptoAlgorithm cipher = Read(modern.Root)[0];
        Assert.Equal(("aesni_intel", 400, 1L, "skcipher"), (cipher.Module, cipher.Priority, cipher.References, cipher.Type));
        Assert.Equal((true, false, true), (cipher.IsTested, cipher.IsInternal, cipher.IsAsynchronous));
        Assert.Equal((16L, 16L, 32L, 16L), (cipher.BlockSize, cipher.MinimumKeySize, cipher.MaximumKeySize, cipher.InitializationVectorSize));
        Assert.Equal((16L, 16L, 0L, null), (cipher.ChunkSize, cipher.WalkSize, cipher.StateSize, cipher.DigestSize));
    }

    [Fact]
    public void Other_types_have_other_fields()
    {
        List<CryptoAlgorithm> all = Read(modern.Root);
        Assert.Equal((16L, "<none>", true), (all[1].MaximumTagSize, all[1].IvGenerator, all[1].IsInternal));
        Assert.Equal((32L, null, null), (all[2].DigestSize, all[2].Module, all[2].IsAsynchronous));
        Assert.Equal((0L, false), (all[3].SeedSize, all[4].IsTested));
    }

    [Fact]
    public void An_older_kernel_does_not_report_internal_algorithms()
    {
        List<CryptoAlgorithm> all = Read(old.Root);
        Assert.Equal(["ablkcipher", "cipher"], all.Select(algorithm => algorithm.Type));
        Assert.All(all, algorithm => Assert.Equal("IsInternal", Assert.Single(algorithm.Unavailable).Key));
        Assert.Equal("<default>", all[0].IvGenerator);
    }

    [Fact]
    public void A_new_field_is_kept_an_odd_one_costs_itself_and_a_block_without_a_name_is_one_error()
    {
        (List<CryptoAlgorithm> all, List<ProcException> errors) = GrammarFile.Read<CryptoAlgorithm>(
            "name : a\nfuture : x y\npriority : high\nselftest : (null)\n\ndriver : b\n\n\nname : c\ndriver : d:e\n",
            CryptoAlgorithm.ReadRows);
        Assert.Equal(["a", "c d:e"], all.Select(algorithm => $"{algorithm}"));
        Assert.Equal(("x y", null, null), (all[0].Additional["future"], all[0].Priority, all[0].IsTested));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed), (all[0].Unavailable["Priority"], all[0].Unavailable["IsTested"]));
        Assert.Equal((6, "driver : b"), (Assert.Single(errors).LineNumber, errors[0].Line));
    }

    [Fact]
    public void This_kernel_has_algorithms()
    {
        Assert.SkipUnless(File.Exists("/proc/crypto"), "This kernel has no cryptography (CONFIG_CRYPTO).");
        Assert.Contains(Read(new ProcRoot()), algorithm => algorithm.Priority > 0 && algorithm.Unavailable.Count == 0);
    }

    private static List<CryptoAlgorithm> Read(ProcRoot root) =>
        [.. root.Rows<CryptoAlgorithm>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
