using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class ReceiptCodeTests
{
    [Fact]
    public void A_code_is_read_as_people_type_it()
    {
        var code = ReceiptCode.New();
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$", code);
        var hash = ReceiptCode.Hash(code);
        Assert.NotNull(hash);
        Assert.DoesNotContain(code[..4], hash, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(hash, ReceiptCode.Hash($" {code.ToLowerInvariant().Replace('-', ' ')} "));
        Assert.Equal(hash, ReceiptCode.Hash(code.Replace('0', 'o').Replace('1', 'l')));
        Assert.NotEqual(hash, ReceiptCode.Hash(ReceiptCode.New()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ2-9FHT")]
    [InlineData("UUUU-UUUU-UUUU-UUUU-UUUU")]
    public void What_cannot_be_a_code_has_no_hash(string? typed) => Assert.Null(ReceiptCode.Hash(typed));
}
