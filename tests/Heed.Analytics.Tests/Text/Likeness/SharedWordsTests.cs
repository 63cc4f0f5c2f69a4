using Heed.Analytics.Text.Likeness;

namespace Heed.Analytics.Tests.Text.Likeness;

public class SharedWordsTests
{
    static readonly string[] Words = ["beans", "milk", "form", "till", "guest", "queue", "cup", "oven"];

    static readonly string[] Remarks = Made(new Random(7));

    static string[] Made(Random random) =>
        [
            .. Enumerable
                .Range(0, 200)
                .Select(_ => string.Join(' ', Enumerable.Range(0, 12).Select(_ => Words[random.Next(Words.Length)]))),
        ];

    [Theory]
    // {the, form, again, the form, form again} and {the, form, twice, the form, form twice}: three of seven.
    [InlineData("The form again", "the form twice", 3 / 7.0)]
    [InlineData("The form", "The form!", 1)]
    // Each is counted once, however often it is said: {no} of {no, no no}, and {no, no no} of both.
    [InlineData("no no", "no", 1 / 2.0)]
    [InlineData("no no no", "no no", 1)]
    [InlineData("beans", "milk", 0)]
    public void It_is_what_both_have_as_a_share_of_what_either_has(string one, string other, double share) =>
        Assert.Equal(share, SharedWords.With(one, [other])[0], 12);

    [Fact]
    public void Whatever_has_no_word_shares_nothing()
    {
        Assert.Equal([0, 0], SharedWords.With(null, ["beans", null]));
        Assert.Equal([0, 0, 1], SharedWords.With("beans", [null, "…", "beans"]));
        Assert.Empty(SharedWords.With("beans", []));
        Assert.Throws<ArgumentNullException>("others", () => SharedWords.With("beans", null!));
    }

    [Fact]
    public void It_is_the_same_both_ways_and_one_with_itself()
    {
        foreach (var (one, other) in Remarks.Zip(Remarks.Skip(1)))
        {
            Assert.Equal(SharedWords.With(one, [other])[0], SharedWords.With(other, [one])[0]);
            Assert.Equal(1, SharedWords.With(one, [one])[0]);
        }
    }

    /// <summary>64 places of a signature err by √(s(1 − s) / 64), .06 at most; four times that is seen once in 16,000.</summary>
    [Fact]
    public void A_signature_estimates_it()
    {
        var exact = SharedWords.With(Remarks[0], Remarks);
        var (all, _) = Signatures.Of(Remarks);
        for (var i = 0; i < Remarks.Length; i++)
            Assert.InRange(
                MinHash.Likeness(all.AsSpan(0, MinHash.Size), all.AsSpan(i * MinHash.Size, MinHash.Size)) - exact[i],
                -0.25,
                0.25
            );
        Assert.Contains(exact, share => share is > 0.2 and < 0.8);
    }
}
