using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class WaiverTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly Id<Member> Jonas = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2035, 3, 5);

    static Waiver Asked(int from = 0, int days = 30) =>
        new()
        {
            PracticeId = Id<Practice>.New(),
            Scope = "Partners of ten years",
            Reason = "They wait a day for a stamp.",
            Instead = "A look at the ledger on Fridays",
            Cases = 4,
            From = Today.AddDays(from),
            Until = Today.AddDays(from + days),
            AskedBy = Maya,
            AskedAt = Now,
        };

    static Waiver Granted(int from = 0, int days = 30)
    {
        var waiver = Asked(from, days);
        Assert.Equal("", Because(waiver.Grant("For a month.", Jonas, Now, Today)));
        return waiver;
    }

    static string Because(Outcome<Waiver> outcome) => outcome.Refused(out var refusal) ? refusal.Because : "";

    [Fact]
    public void Whoever_asks_does_not_grant()
    {
        Assert.Equal(
            "Whoever asks for a waiver does not grant it. Somebody else grants.",
            Because(Asked().Grant("Yes.", Maya, Now, Today))
        );
        // Taking one's own back is no grant.
        Assert.Equal("", Because(Asked().Refuse("Not needed.", Maya, Now, Today)));
    }

    [Fact]
    public void Its_days_alone_make_it_live_and_expired()
    {
        var waiver = Granted(from: 5);
        Assert.Equal(WaiverState.Granted, waiver.State(Today));
        Assert.Equal(WaiverState.Live, waiver.State(waiver.From));
        Assert.Equal(WaiverState.Live, waiver.State(waiver.Until));
        Assert.Equal(WaiverState.Expired, waiver.State(waiver.Until.AddDays(1)));
        Assert.Equal(WaiverState.Asked, Asked().State(Today.AddYears(1)));
    }

    [Fact]
    public void It_lasts_at_most_twelve_months_and_ends_after_it_begins()
    {
        Assert.Null(Waiver.Fault(Today, Today.AddMonths(12), Today));
        Assert.Contains(
            "at most 12 months",
            Waiver.Fault(Today, Today.AddMonths(12).AddDays(1), Today)!.Because,
            StringComparison.Ordinal
        );
        Assert.NotNull(Waiver.Fault(Today, Today.AddDays(-1), Today));
        Assert.Equal("This day is over.", Waiver.Fault(Today.AddDays(-9), Today.AddDays(-1), Today)!.Because);
        Assert.Contains(
            "Its last day is over",
            Because(Asked().Grant("Yes.", Jonas, Now, Today.AddDays(31))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_is_renewed_at_most_twice_each_time_by_another()
    {
        var waiver = Granted();
        for (var time = 1; time <= Waiver.MostRenewals; time++)
        {
            Assert.False(
                waiver.Renew("Still so.", waiver.Until.AddDays(30), Maya, Now, waiver.From).Refused(out _, out var next)
            );
            Assert.Equal((waiver.Until.AddDays(1), time, waiver.Id), (next!.From, next.Renewals, next.Renews!.Value));
            Assert.Contains(
                "does not grant",
                Because(next.Grant("Yes.", Maya, Now, waiver.From)),
                StringComparison.Ordinal
            );
            Assert.Equal("", Because(next.Grant("Yes.", Jonas, Now, waiver.From)));
            waiver.Follow(Now);
            Assert.Equal(WaiverState.Renewed, waiver.State(Today.AddYears(1)));
            waiver = next;
        }
        Assert.Equal(
            "It was renewed twice. Change the control, or follow it.",
            Because(waiver.Renew("Still so.", waiver.Until.AddDays(30), Maya, Now, waiver.From))
        );
    }

    [Fact]
    public void It_is_made_permanent_by_changing_its_control_alone()
    {
        var waiver = Granted();
        Assert.Contains(
            "by changing its control",
            Because(waiver.MakePermanent(false, "It is lighter.", Jonas, Now, Today)),
            StringComparison.Ordinal
        );
        Assert.Equal("", Because(waiver.MakePermanent(true, "It is lighter.", Jonas, Now, Today)));
        Assert.Equal(WaiverState.MadePermanent, waiver.State(Today.AddYears(3)));
    }

    /// <summary>Whatever is tried in whatever order and on whatever day: by the table, or refused in words and nothing changed.</summary>
    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<WaiverState> met = [];
        for (var life = 0; life < 2000; life++)
        {
            var waiver = Asked(chance.Next(10), chance.Next(40));
            var today = Today;
            for (var step = 0; step < 12; step++)
            {
                today = today.AddDays(chance.Next(9));
                var act = (WaiverAct)chance.Next(Enum.GetValues<WaiverAct>().Length);
                var by = chance.Next(2) == 0 ? Maya : Jonas;
                var before = waiver.State(today);
                var because = chance.Next(5) > 0 ? "So be it." : " ";
                met.Add(before);
                var outcome = act switch
                {
                    WaiverAct.Grant => waiver.Grant(because, by, Now, today),
                    WaiverAct.Refuse => waiver.Refuse(because, by, Now, today),
                    WaiverAct.Renew => waiver.Renew(because, today.AddDays(60), by, Now, today),
                    _ => waiver.MakePermanent(chance.Next(2) == 0, because, by, Now, today),
                };
                if (outcome.Refused(out var refusal, out var next))
                {
                    Assert.Equal(before, waiver.State(today));
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.Contains(before, WaiverActs.Of(act).From);
                // Nobody's act is without who, why and when.
                Assert.NotEqual(" ", because);
                Assert.Equal(
                    (by, Now, because),
                    act switch
                    {
                        WaiverAct.Grant => (next!.GrantedBy!.Value, next.GrantedAt!.Value, next.Answer!),
                        WaiverAct.Refuse => (next!.RefusedBy!.Value, next.RefusedAt!.Value, next.Answer!),
                        WaiverAct.Renew => (next!.AskedBy, next.AskedAt, next.Reason),
                        _ => (next!.MadePermanentBy!.Value, next.MadePermanentAt!.Value, next.MadePermanentBecause!),
                    }
                );
                Assert.True(act != WaiverAct.Grant || by != waiver.AskedBy);
                if (act == WaiverAct.Renew)
                {
                    waiver.Follow(Now);
                    waiver = next!;
                    Assert.True(waiver.Renewals <= Waiver.MostRenewals);
                }
                Assert.True(waiver.Until <= waiver.From.AddMonths(Waiver.MostMonths));
            }
            met.Add(waiver.State(today.AddYears(2)));
        }
        Assert.Equal(
            Enum.GetValues<WaiverState>().Except([WaiverState.Renewed]),
            met.Except([WaiverState.Renewed]).Order()
        );
        // Only what ended has no way on.
        foreach (var state in Enum.GetValues<WaiverState>())
            Assert.Equal(WaiverActs.Ends.Contains(state), WaiverActs.All.All(a => !a.From.Contains(state)));
    }
}
