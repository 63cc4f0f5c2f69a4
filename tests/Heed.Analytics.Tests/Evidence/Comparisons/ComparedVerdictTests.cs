using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class ComparedVerdictTests
{
    static readonly DateOnly First = new(2026, 1, 5);
    static readonly DateOnly Change = First.AddDays(7 * 24);

    /// <summary>York, which gets the change, and towns that share its wave.</summary>
    static Answer<ComparedVerdict> Judged(double effect, double? predicted = null, int towns = 4, int weeks = 36)
    {
        var noise = new Random(10);
        PanelUnit Town(string name, double level, double gain) =>
            new(
                name,
                Series
                    .Of(
                        First,
                        Cadence.Week,
                        [
                            .. Enumerable
                                .Range(0, weeks)
                                .Select(week =>
                                    level
                                    + 8 * Math.Sin(week / 3.0)
                                    + noise.NextDouble()
                                    - noise.NextDouble()
                                    + (week >= 24 ? gain : 0)
                                ),
                        ]
                    )
                    .Value,
                gain == 0 ? null : Change
            );
        var york = Town("York", 50, effect) with { ChangedFrom = Change };
        return ComparedVerdict.Judge(
            york,
            Enumerable.Range(1, towns).Select(i => Town($"town {i}", 40 + i, 0)),
            Direction.Up,
            predicted
        );
    }

    [Theory]
    [InlineData(4, 4, VerdictWord.Improved, "Improved: +")]
    [InlineData(4, 40, VerdictWord.Improved, "Improved, less than predicted (+40): +")]
    [InlineData(-4, 4, VerdictWord.Worsened, "Worsened: −")]
    [InlineData(0, 9, VerdictWord.NoChange, "No change: ")]
    public void The_word_is_that_of_the_interval_and_the_sentence_says_it(
        double effect,
        double predicted,
        VerdictWord word,
        string sentence
    )
    {
        var judged = Judged(effect, predicted).Value;

        Assert.Equal(word, judged.Word);
        Assert.StartsWith(sentence, judged.Sentence, StringComparison.Ordinal);
        Assert.Contains(" of 100 (95 % interval ", judged.Say("of 100"), StringComparison.Ordinal);
        Assert.Null(judged.Because);
    }

    [Fact]
    public void An_interval_that_holds_nothing_and_the_prediction_cannot_tell()
    {
        // What chance shows is taken out, so that the interval lies around nothing.
        var chance = Judged(0).Value.Effect!.Effect;
        var judged = Judged(-chance.Value, (chance.High - chance.Low) / 4).Value;

        Assert.Equal(VerdictWord.CannotTell, judged.Word);
        Assert.StartsWith("Cannot tell: ", judged.Sentence, StringComparison.Ordinal);
        Assert.Contains("; that holds both no effect and the predicted +", judged.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_prediction_nothing_is_excluded() =>
        Assert.EndsWith(
            "that holds no effect, and nothing was predicted.",
            Judged(0).Value.Sentence,
            StringComparison.Ordinal
        );

    [Fact]
    public void It_says_how_few_placebos_there_are_and_what_they_can_never_say()
    {
        Assert.Equal(0.25, Judged(4, towns: 3).Value.LeastP);
        Assert.Contains("what 4 placebos showed", Judged(4).Value.Chance, StringComparison.Ordinal);
        Assert.EndsWith("4 placebos could never give a p below 0.2.", Judged(4).Value.Chance, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_estimated_it_cannot_tell_and_says_why()
    {
        foreach (
            var (judged, missing) in new[] { (Judged(4, towns: 2), "3 units"), (Judged(4, weeks: 27), "8 periods") }
        )
        {
            Assert.Equal(VerdictWord.CannotTell, judged.Value.Word);
            Assert.Contains(missing, judged.Value.Because, StringComparison.Ordinal);
            Assert.StartsWith("Cannot tell: a comparison", judged.Value.Sentence, StringComparison.Ordinal);
            Assert.Null(judged.Value.Chance);
        }
    }

    [Fact]
    public void A_prediction_against_the_wanted_way_is_refused() => Assert.Contains("goes down", Judged(4, -4).Because);

    /// <summary>Seven towns in one wave; York gets the change in week 24, two of the others in their own weeks.</summary>
    static ComparedVerdict RolledOut(double effect, int first = 16, int own = 24, int lag = 0)
    {
        var noise = new Random(11);
        PanelUnit Town(string name, int? from) =>
            new(
                name,
                Series
                    .Of(
                        First,
                        Cadence.Week,
                        [
                            .. Enumerable
                                .Range(0, 40)
                                .Select(week =>
                                    8 * Math.Sin(week / 3.0)
                                    + noise.NextDouble()
                                    - noise.NextDouble()
                                    + (week >= from ? effect : 0)
                                ),
                        ]
                    )
                    .Value,
                from is { } start ? First.AddDays(7 * start) : null
            );
        return ComparedVerdict
            .Judge(
                Town("York", own),
                [Town("Hull", first), Town("Bath", 28), .. Enumerable.Range(0, 4).Select(i => Town($"town {i}", null))],
                Direction.Up,
                predicted: 4,
                lag
            )
            .Value;
    }

    [Fact]
    public void Where_others_got_it_too_all_that_have_it_are_judged_against_those_that_have_not_yet()
    {
        var judged = RolledOut(4);
        Assert.Equal(VerdictWord.Improved, judged.Word);
        Assert.Null(judged.Effect);
        Assert.Equal((3, 4), judged.RollOut!.Units);
        Assert.InRange(4, judged.Size!.Value.Low, judged.Size.Value.High);
        Assert.Contains("over the 3 that got the change", judged.Sentence, StringComparison.Ordinal);
        Assert.Equal(StaggeredRollOut.MethodInWords, judged.MethodInWords);
        // 400 deals are no placebos that could be counted by rank.
        Assert.Null(judged.LeastP);
        Assert.Equal(VerdictWord.NoChange, RolledOut(0).Word);
    }

    [Theory]
    [InlineData(5, 24, 0, "Hull needs 8 periods before its change in which all were measured.")]
    [InlineData(16, 33, 0, "York needs 8 periods with its change in which all were measured.")]
    [InlineData(16, 45, 0, "York needs 8 periods with its change in which all were measured.")]
    [InlineData(16, 24, 2, "without a lag")]
    public void A_roll_out_that_is_too_early_or_too_late_cannot_be_told(int first, int own, int lag, string because)
    {
        var judged = RolledOut(4, first, own, lag);
        Assert.Equal(VerdictWord.CannotTell, judged.Word);
        Assert.Contains(because, judged.Because, StringComparison.Ordinal);
        Assert.Null(judged.Size);
    }

    [Fact]
    public void Eight_periods_before_and_eight_with_the_change_are_enough() =>
        Assert.NotNull(RolledOut(4, first: 8, own: 32).Size);

    [Fact]
    public void One_that_gets_it_after_the_last_point_counts_as_without_it() =>
        Assert.Equal((2, 5), RolledOut(4, first: 60).RollOut!.Units);
}
