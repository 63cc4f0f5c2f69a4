using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class RemarkVectorsTests
{
    static readonly WordRules English = WordRules.For("en");

    static float[] Vector(RemarkVectors vectors, string remark)
    {
        var into = new float[vectors.Dimensions];
        vectors.TryWrite(new WordReader(English).Read(remark), into);
        return into;
    }

    static double Nearness(RemarkVectors vectors, string left, string right) =>
        Vector(vectors, left).Zip(Vector(vectors, right), (a, b) => (double)a * b).Sum();

    [Fact]
    public void A_word_keeps_its_direction_in_eight_bits()
    {
        var words = Tiny.Models().Vectors!;
        var card = new float[20];
        words.Write(words.Rank(WordHash.Of("card")), card);
        for (var i = 0; i < 20; i++)
            Assert.Equal(
                i switch
                {
                    2 => 2,
                    3 => 1,
                    _ => 0,
                },
                card[i],
                0.01
            );
    }

    [Fact]
    public void Remarks_of_one_subject_lie_nearer_than_others()
    {
        var vectors = RemarkVectors.Of(Tiny.Models().Vectors!);
        Assert.True(Nearness(vectors, "the card", "the bank") > 0.7);
        Assert.True(Nearness(vectors, "the card", "the soup") < 0.2);
    }

    [Fact]
    public void A_remark_has_length_one_and_one_without_a_known_word_has_none()
    {
        var vectors = RemarkVectors.Of(Tiny.Models().Vectors!);
        Assert.Equal(1, Nearness(vectors, "The soup is cards", "The soup is cards"), 1e-6);
        var into = new float[20];
        into[0] = 5;
        Assert.False(vectors.TryWrite(new WordReader(English).Read("xyzzy 12 !"), into));
        Assert.All(into, x => Assert.Equal(0, x));
    }

    [Fact]
    public void Frequent_words_weigh_less()
    {
        var vectors = RemarkVectors.Of(Tiny.Models().Vectors!);
        Assert.True(Nearness(vectors, "the card", "card") > Nearness(vectors, "the card", "the"));
    }

    [Fact]
    public void What_all_remarks_share_is_taken_away()
    {
        string[] remarks = [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? "bank card" : "bank soup")];
        var plain = RemarkVectors.Of(Tiny.Models().Vectors!);
        var fitted = RemarkVectors.Of(Tiny.Models().Vectors!, remarks, English);
        Assert.True(Nearness(fitted, "bank card", "bank soup") < 0);
        Assert.True(Nearness(plain, "bank card", "bank soup") > 0.2);
    }

    [Fact]
    public void The_sum_is_the_plain_sum_to_the_last_bit()
    {
        var models = RealModels.Here();
        var words = models.Vectors!;
        var (row, sum, plain) = (new float[100], new float[100], new float[100]);
        for (var rank = 0; rank < 500; rank++)
        {
            var weight = 1f / (rank + 3);
            words.Write(rank, row);
            words.AddTo(sum, rank, 1);
            for (var i = 0; i < 100; i++)
                plain[i] += row[i];
        }
        Assert.Equal(plain, sum);
    }

    [Fact]
    public void All_at_once_equals_one_by_one_and_twice_is_the_same()
    {
        var vectors = RemarkVectors.Of(RealModels.Here().Vectors!);
        string?[] remarks = ["The refund never came.", null, "Lovely staff, cold soup", "ззз"];
        var all = vectors.All(remarks, English);
        Assert.Equal(all, vectors.All(remarks, English));
        for (var i = 0; i < remarks.Length; i++)
            Assert.Equal(Vector(vectors, remarks[i] ?? ""), all.AsSpan(i * 100, 100).ToArray());
        Assert.True(Nearness(vectors, "money back", "refund") > Nearness(vectors, "money back", "waiter"));
    }
}
