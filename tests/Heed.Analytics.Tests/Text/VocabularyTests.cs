using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class VocabularyTests
{
    static readonly string?[] Remarks =
    [
        "My pending transfers are late.",
        "A pending transfer? Where are the transfers?",
        "pending transfers again",
        "Refund. Pending",
        null,
    ];

    [Fact]
    public void Terms_are_stems_and_pairs_that_stand_in_enough_remarks()
    {
        var vocabulary = Vocabulary.Of(Remarks, WordRules.For("en"));
        Assert.Equal(
            [("pending", 4), ("transfers", 3), ("pending transfers", 3)],
            Enumerable.Range(0, vocabulary.Count).Select(t => (vocabulary.Written(t), vocabulary.Remarks(t)))
        );
        Assert.Equal([0, 1, 2, 1], vocabulary.Terms("A pending transfer? Where are the transfers?"));
        Assert.Empty(vocabulary.Terms("nothing known here"));
    }

    [Fact]
    public void A_pair_passes_over_stop_words_and_not_over_the_end_of_a_sentence()
    {
        var pairs = Vocabulary.Of(["cash in the machine", "cash. Machine"], WordRules.For("en"), least: 1);
        Assert.Equal(["cash", "machine", "cash machine"], Enumerable.Range(0, pairs.Count).Select(pairs.Written));
        Assert.Equal(1, pairs.Remarks(2));
    }

    [Fact]
    public void Pairs_can_be_left_out()
    {
        var single = Vocabulary.Of(Remarks, WordRules.For("en"), withPairs: false);
        Assert.Equal(2, single.Count);
        Assert.Equal([0, 1], single.Terms("pending transfers"));
    }

    [Fact]
    public void A_vocabulary_of_nothing_is_empty() => Assert.Equal(0, Vocabulary.Of([], WordRules.Unknown).Count);

    [Fact]
    public void An_index_finds_what_was_added_and_nothing_else()
    {
        var index = new HashIndex();
        for (var i = 0; i < 10_000; i++)
            Assert.Equal(i, index.Add(WordHash.Of($"word{i}")));
        Assert.Equal(77, index.Add(WordHash.Of("word77")));
        Assert.Equal(9_999, index.Find(WordHash.Of("WORD9999")));
        Assert.Equal(-1, index.Find(WordHash.Of("word10000")));
        Assert.Equal(10_000, index.Count);
        Assert.False(new HashIndex().Contains(0));
    }
}
