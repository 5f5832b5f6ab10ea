using ProcFs.Fixtures;

namespace ProcFs;

public sealed class KernelSignatureTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_package_has_a_version_and_a_release()
    {
        var signature = modern.Root.Read<KernelSignature>();
        Assert.Equal(("Ubuntu", "6.8.0-45.45-generic", "6.8.12"), (signature.Distribution, signature.PackageVersion, signature.UpstreamVersion));
    }

    [Fact]
    public void A_text_may_tell_less()
    {
        var signature = KernelSignature.Parse("Other\n"u8, Sources.Of("version_signature"));
        Assert.Equal(("Other", null, null), (signature.Distribution, signature.PackageVersion, signature.UpstreamVersion));
    }
}
