using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class AssuranceTests
{
    // Wheeler's limits: 7.885 to 32.889.
    static readonly NoiseBand Band = NoiseBand.Of(Published.Weeks(Published.Wheeler));

    [Theory]
    [InlineData(7, Direction.Up, AssuranceWord.WillAlwaysMeet)]
    [InlineData(7, Direction.Down, AssuranceWord.WillNeverMeet)]
    [InlineData(20, Direction.Up, AssuranceWord.HitAndMiss)]
    [InlineData(20, Direction.Down, AssuranceWord.HitAndMiss)]
    [InlineData(33, Direction.Up, AssuranceWord.WillNeverMeet)]
    [InlineData(33, Direction.Down, AssuranceWord.WillAlwaysMeet)]
    public void The_limits_say_whether_a_target_will_be_met(double target, Direction wanted, AssuranceWord word) =>
        Assert.Equal(word, Assurance.Of(Band, target, wanted).Value.Word);

    [Fact]
    public void A_target_on_the_limit_is_hit_and_miss() =>
        Assert.Equal(AssuranceWord.HitAndMiss, Assurance.Of(Band, Band.Lower!.Value, Direction.Up).Value.Word);

    [Theory]
    [InlineData(40, "Will never meet the target of 40 without a change: noise moves between 7.89 and 32.9.")]
    [InlineData(5, "Will always meet the target of 5, as things are: noise moves between 7.89 and 32.9.")]
    [InlineData(
        20,
        "Hit and miss: the target of 20 lies within what noise alone does, so whether a point meets it is chance; noise moves between 7.89 and 32.9."
    )]
    public void It_is_said_in_a_sentence(double target, string sentence) =>
        Assert.Equal(sentence, Assurance.Of(Band, target, Direction.Up).Value.Sentence);

    [Fact]
    public void Provisional_limits_say_so() =>
        Assert.EndsWith(
            "The limits are provisional.",
            Assurance.Of(NoiseBand.Of(Published.Weeks(5, 7, 4, 6, 5, 7)), 5, Direction.Up).Value.Sentence,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_limits_nothing_is_assured()
    {
        Assert.Contains(
            "Limits need 6 points",
            Assurance.Of(NoiseBand.Of(Published.Weeks(1, 2)), 5, Direction.Up).Because,
            StringComparison.Ordinal
        );
        Assert.Contains("a number", Assurance.Of(Band, double.NaN, Direction.Up).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_at_a_series_offers_it_for_the_phase_that_new_points_belong_to()
    {
        var series = Published.Weeks([.. Published.Wheeler, .. Published.Wheeler.Select(value => value + 40)]);
        var look = BandedSeries.Of(series, [(new Window(series[31].Date, series[^1].Date), "after the move")]).Value;

        Assert.Equal(AssuranceWord.WillAlwaysMeet, look.AssuranceOf(40, Direction.Up).Value.Word);
    }
}
