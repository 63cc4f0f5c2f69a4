using Heed.People;

namespace Heed.Tests.People;

public sealed class SecretTests
{
    [Fact]
    public void A_code_says_its_kind_and_then_256_bits_that_never_come_again()
    {
        var codes = Enumerable.Range(0, 50).Select(_ => Secret.New("api")).ToList();
        Assert.All(codes, code => Assert.Matches("^heed_api_[0-9a-f]{64}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void What_is_kept_is_the_sha_256_of_it() =>
        // FIPS 180-2, appendix B.1.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Secret.Hash("abc"));
}
