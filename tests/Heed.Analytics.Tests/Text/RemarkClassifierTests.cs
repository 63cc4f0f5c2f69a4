using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class RemarkClassifierTests
{
    static readonly LearningSettings Settings = new(WordRules.For("en"));

    static readonly (string, int)[] Examples =
    [
        ("my card was stolen", 0),
        ("I lost my card", 0),
        ("the transfer is pending", 1),
        ("my transfer never came", 1),
        ("the soup was cold", 2),
        ("cold coffee", 2),
    ];

    [Fact]
    public void Remarks_go_to_the_class_of_their_like()
    {
        var model = RemarkClassifier.Train(Examples, 3, Settings).Value;
        Assert.Equal(0, model.Of("someone stole a card").Class);
        Assert.Equal(1, model.Of("where are the transfers?").Class);
        Assert.Equal(2, model.Of("COLD SOUP!").Class);
        Assert.True(model.Of("cold soup").Margin > model.Of("xyzzy").Margin);
        Assert.InRange(model.Of("").Margin, 0, 1);
    }

    [Fact]
    public void Vectors_find_a_like_meaning_without_a_shared_word()
    {
        var vectors = RemarkVectors.Of(Tiny.Models().Vectors!);
        (string, int)[] examples = [("bank", 0), ("soup", 1)];
        var model = RemarkClassifier.Train(examples, 2, Settings with { Vectors = vectors }).Value;
        Assert.Equal(0, model.Of("card").Class);
        Assert.Equal(1, model.Of("waiter").Class);
    }

    [Fact]
    public void Unlabelled_remarks_carry_a_class_on_to_new_words()
    {
        (string, int)[] examples = [("card stolen", 0), ("soup cold", 1)];
        string[] pool = [.. Enumerable.Repeat("card stolen wallet", 10), .. Enumerable.Repeat("soup cold tureen", 10)];
        var alone = RemarkClassifier.Train(examples, 2, Settings, pool).Value;
        var helped = RemarkClassifier.Train(examples, 2, Settings with { SelfTraining = 2 }, pool).Value;
        Assert.True(helped.Of("wallet").Margin > alone.Of("wallet").Margin + 0.1);
        Assert.Equal((0, 1), (helped.Of("wallet").Class, helped.Of("tureen").Class));
    }

    [Fact]
    public void The_same_examples_and_seed_give_the_same_model()
    {
        var (one, two) = (
            RemarkClassifier.Train(Examples, 3, Settings).Value,
            RemarkClassifier.Train(Examples, 3, Settings).Value
        );
        foreach (var (remark, _) in Examples)
        {
            Assert.Equal(one.Of(remark), two.Of(remark));
            Assert.Equal(one.Of(remark), one.Again().Of(remark));
        }
    }

    [Fact]
    public void A_class_without_an_example_is_refused_in_words() =>
        Assert.Contains(
            "class 4 of 4 has none",
            RemarkClassifier.Train(Examples, 4, Settings).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_class_that_is_none_is_a_mistake_of_the_program()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RemarkClassifier.Train([("a", 2)], 2, Settings));
        Assert.Throws<ArgumentOutOfRangeException>(() => RemarkClassifier.Train(Examples, 1, Settings));
    }

    [Fact]
    public void Examples_without_a_word_and_of_a_megabyte_are_survived()
    {
        (string, int)[] odd =
        [
            ("", 0),
            ("\uD800", 0),
            ("fine words", 0),
            (new string('b', 1 << 20), 1),
            ("bad words", 1),
        ];
        Assert.Equal(1, RemarkClassifier.Train(odd, 2, Settings).Value.Of("bad").Class);
    }

    [Fact]
    public void Scores_are_those_of_the_textbook()
    {
        var scores = ClassScores.Of([(0, 0), (0, 0), (0, 1), (1, 1)], 3);
        Assert.Equal(0.75, scores.Accuracy);
        // F1 of the first 2·2/(3+2), of the second 2·1/(1+2); the third appears nowhere.
        Assert.Equal((0.8 + 2.0 / 3) / 2, scores.MacroF1, 1e-12);
        Assert.Throws<ArgumentException>(() => ClassScores.Of([], 2));
    }
}
