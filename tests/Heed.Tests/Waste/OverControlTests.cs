using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class OverControlTests
{
    static readonly DateOnly Today = new(2035, 3, 5);
    static readonly DateOnly LongAgo = Today.AddYears(-2);

    static OverControlFacts Ours(double? cost, DateOnly? caught = null, DateOnly? watched = null, bool ours = true) =>
        new(ours, [cost, null, null], watched ?? LongAgo, caught);

    static OverControlWord First(params OverControlFacts[] all) => OverControl.Of(all, Today)[0];

    static readonly OverControlFacts[] Light = [Ours(1), Ours(2), Ours(3)];

    [Fact]
    public void Heavy_and_without_a_catch_and_held_by_ourselves_alone_is_one_too_many()
    {
        Assert.Equal(
            [OverControlWord.Yes, OverControlWord.No, OverControlWord.No, OverControlWord.No],
            OverControl.Of([Ours(10), .. Light], Today)
        );
        Assert.Equal(OverControlWord.No, First([Ours(10, ours: false), .. Light]));
        Assert.Equal(OverControlWord.No, First([Ours(2.5), Ours(10), .. Light]));
    }

    [Fact]
    public void A_catch_within_twelve_months_takes_it_off_the_list_and_an_older_one_does_not()
    {
        Assert.Equal(OverControlWord.No, First([Ours(10, Today.AddMonths(-12).AddDays(1)), .. Light]));
        Assert.Equal(OverControlWord.Yes, First([Ours(10, Today.AddMonths(-12)), .. Light]));
    }

    [Fact]
    public void What_nobody_has_watched_for_twelve_months_is_not_called_useless()
    {
        Assert.Equal(OverControlWord.NotWatched, First([Ours(10, watched: Today.AddMonths(-11)), .. Light]));
        Assert.Equal(
            OverControlWord.NotWatched,
            First([new OverControlFacts(true, [10, null, null], null, null), .. Light])
        );
    }

    [Fact]
    public void An_unknown_burden_is_neither_in_the_top_quarter_nor_low()
    {
        Assert.Equal(OverControlWord.BurdenNotKnown, First([Ours(null), .. Light, Ours(4)]));
        // Of three there is no quarter.
        Assert.Equal(OverControlWord.BurdenNotKnown, First([Ours(10), Ours(1), Ours(2)]));
        // One ledger is enough, and ledgers are never added up.
        OverControlFacts Both(double staff, double customers) => new(true, [staff, customers, null], LongAgo, null);
        Assert.Equal(
            [OverControlWord.Yes, OverControlWord.Yes, OverControlWord.No, OverControlWord.No],
            OverControl.Of([Both(9, 1), Both(1, 9), Both(5, 5), Both(2, 2)], Today)
        );
    }

    [Fact]
    public void What_costs_nothing_is_heavy_nowhere() =>
        Assert.Equal(OverControlWord.No, First([Ours(0), Ours(0), Ours(0), Ours(0)]));

    [Fact]
    public void Nothing_is_asked_of_no_controls() => Assert.Empty(OverControl.Of([], Today));
}
