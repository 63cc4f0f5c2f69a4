using Heed.Analytics.Evidence;
using Heed.Demo;

namespace Heed.Tests.Demo;

/// <summary>What docs/sample.md tells of the sample is what the engine says of its numbers.</summary>
public sealed class StoriesTests
{
    static readonly DateOnly Monday = new(2034, 3, 6);

    static Series Weekly(IReadOnlyList<double> values, int weeks = Stories.Weeks) =>
        Series.Of(Monday, Cadence.Week, [.. values.Take(weeks)]).Value;

    static Verdict Judge(
        IReadOnlyList<double> values,
        int week,
        Direction wanted,
        double predicted,
        int? until = null,
        int from = 0
    )
    {
        var last = until ?? Stories.Weeks;
        var window = new Window(Monday.AddDays(7 * from), Monday.AddDays(7 * last - 1));
        return Verdict
            .Judge(Weekly(values, last), Monday.AddDays(7 * week), wanted, predicted, new() { Window = window })
            .Value;
    }

    [Fact]
    public void Calling_before_arrival_improved_reorders()
    {
        var verdict = Judge(Stories.Reorders, Stories.CallBeforeArrival, Direction.Up, Stories.CallPredicted);
        Assert.Equal(VerdictWord.Improved, verdict.Word);
        Assert.False(verdict.LessThanPredicted);
    }

    [Fact]
    public void The_harbour_alone_shows_nothing_of_the_later_tray_and_beside_the_others_it_is_there()
    {
        var (harbor, others) = (Stories.Shops[0], Stories.Shops.Skip(1));
        var alone = Judge(
            harbor.Left,
            Stories.BakeLater,
            Direction.Down,
            Stories.BakeLaterPredicted,
            Stories.BakeLaterLook
        );
        Assert.True(alone.Word is VerdictWord.NoChange, alone.Sentence);

        var beside = ComparedVerdict
            .Judge(Unit(harbor), others.Select(Unit), Direction.Down, Stories.BakeLaterPredicted)
            .Value;
        Assert.True(beside.Word is VerdictWord.Improved, beside.Sentence);
        Assert.InRange(Stories.BakeLaterEffect, beside.Size!.Value.Low, beside.Size.Value.High);
        Assert.Equal((3, 3), beside.RollOut!.Units);

        static PanelUnit Unit(Stories.Shop shop) =>
            new(
                shop.Name,
                Weekly(shop.Left, Stories.BakeLaterLook),
                shop.BakesLaterFrom is { } week ? Monday.AddDays(7 * week) : null
            );
    }

    [Fact]
    public void The_loyalty_card_cannot_be_judged()
    {
        var verdict = Judge(Stories.Reorders, Stories.LoyaltyCard, Direction.Up, Stories.LoyaltyPredicted, 24);
        Assert.Equal(VerdictWord.CannotTell, verdict.Word);
    }

    [Fact]
    public void Two_bars_call_the_text_message_worse_and_the_engine_calls_it_better()
    {
        Assert.True(
            Stories.Calls.Skip(Stories.TextOnTheWay).Average() > Stories.Calls.Take(Stories.TextOnTheWay).Average()
        );
        var verdict = Judge(Stories.Calls, Stories.TextOnTheWay, Direction.Down, Stories.TextPredicted);
        Assert.Equal(VerdictWord.Improved, verdict.Word);
    }

    [Fact]
    public void Four_trainings_change_nothing()
    {
        for (var i = 0; i < Stories.Trainings.Count; i++)
        {
            var week = Stories.Trainings[i];
            var verdict = Judge(
                Stories.Late,
                week,
                Direction.Down,
                Stories.TrainingPredicted,
                week + 10,
                week - (i == 0 ? 12 : 10)
            );
            Assert.True(verdict.Word is VerdictWord.NoChange, $"training {i + 1}: {verdict.Sentence}");
        }
    }

    [Fact]
    public void Removing_the_second_receipt_improved_waiting_and_then_it_crept_back()
    {
        var verdict = Judge(Stories.Waiting, Stories.ReceiptRemoved, Direction.Down, Stories.ReceiptPredicted, 36);
        Assert.Equal(VerdictWord.Improved, verdict.Word);
        var improved = new Window(Monday.AddDays(7 * Stories.ReceiptRemoved), Monday.AddDays(7 * 36 - 1));
        Assert.Equal(WatchState.Relapsed, Watch.Of(Weekly(Stories.Waiting), improved, Direction.Down).State);
    }
}
