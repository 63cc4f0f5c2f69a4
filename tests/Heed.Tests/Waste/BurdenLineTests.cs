using Heed.Analytics.Evidence;
using Heed.Tests.Metrics;
using Heed.Waste;

namespace Heed.Tests.Waste;

/// <summary>The published figures (domain-methods.md, T14), and what is no burden.</summary>
public sealed class BurdenLineTests
{
    static readonly Id<Practice> Report = Id<Practice>.New();

    static BurdenRequest Asked(Ledger ledger, double people, double times, Often often, double likely) =>
        new()
        {
            Ledger = ledger,
            People = people,
            Times = times,
            Often = often,
            Likely = likely,
            Evidence = EvidenceClass.Measured,
        };

    static string Because(BurdenRequest asked) =>
        BurdenLine.Of(Report, asked).Refused(out var refusal) ? refusal.Because : "";

    [Fact]
    public void Twenty_people_six_hours_a_week_at_600_are_3744000_a_year()
    {
        var asked = Asked(Ledger.StaffHours, 20, 1, Often.Week, 6 * 60);
        (asked.IsCashable, asked.HourCost) = (true, 600);
        var line = BurdenLine.Of(Report, asked).Given();
        Assert.Equal(520, line.MonthLikely, 1e-9);
        Assert.Equal(3_744_000, line.InCash!.Value.Likely * 12, 1e-3);
        (asked.IsCashable, asked.HourCost) = (false, null);
        Assert.Null(BurdenLine.Of(Report, asked).Given().InCash);
    }

    [Fact]
    public void Twenty_four_seconds_255000_times_a_month_are_1700_hours()
    {
        var line = BurdenLine.Of(Report, Asked(Ledger.StaffHours, 1, 255_000, Often.Month, 24 / 60.0)).Given();
        Assert.Equal(
            (1700, 1700, 1700),
            (Math.Round(line.MonthLow, 6), Math.Round(line.MonthLikely, 6), Math.Round(line.MonthHigh, 6))
        );
    }

    [Fact]
    public void A_range_stays_a_range_and_cash_is_counted_by_times_alone()
    {
        var asked = Asked(Ledger.Cash, 7, 24, Often.Year, 30);
        (asked.Low, asked.High, asked.Evidence) = (20, 50, EvidenceClass.Sampled);
        var line = BurdenLine.Of(Report, asked).Given();
        Assert.Equal((40.0, 60.0, 100.0), (line.MonthLow, line.MonthLikely, line.MonthHigh));
        Assert.Null(line.InCash);
    }

    [Fact]
    public void An_opinion_is_never_one_number_and_a_range_is_in_order()
    {
        var asked = Asked(Ledger.StaffHours, 4, 1, Often.Week, 60);
        asked.Evidence = EvidenceClass.Opinion;
        Assert.Equal(
            "An opinion or a sample is never one number: say what it is at least and at most.",
            Because(asked)
        );
        (asked.Low, asked.High) = (90, 120);
        Assert.Equal("At least comes before likely, and at most after it.", Because(asked));
        asked.Low = 30;
        Assert.Equal("", Because(asked));
        asked.IsCashable = true;
        Assert.Equal("Say what an hour costs, since somebody stops paying for it.", Because(asked));
        asked.Ledger = Ledger.CustomerHours;
        Assert.Equal("Only hours of staff can be cashable: customers are not paid for theirs.", Because(asked));
        (asked.IsCashable, asked.People) = (false, null);
        Assert.Equal("Say how many people do it each time.", Because(asked));
    }
}
