using Heed.Customers;
using Heed.Metrics;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class ResetTests
{
    static async Task<Reset> Begun(Cast cast, params Id<Practice>[] spared)
    {
        await cast.BringsIn(SampleMeetings.Counter());
        return await cast.Do<BeginReset, Reset>(b =>
            b.Run(cast.Team.Id, new() { Reason = "We talk more than we serve.", Spared = [.. spared] }, default)
        );
    }

    static async Task<Id<CustomerGroup>> Guests(Cast cast) =>
        (
            await cast.Do<WriteCustomerGroup, CustomerGroup>(w =>
                w.Create(new() { Name = "Guests", Kind = CustomerKind.External }, default)
            )
        ).Id;

    static Task<string> Refused<TUseCase, T>(Cast cast, Func<TUseCase, Task<Outcome<T>>> act)
        where TUseCase : notnull
        where T : notnull =>
        cast.World.As(
            cast,
            async s => (await act(s.GetRequiredService<TUseCase>())).Refused(out var refusal) ? refusal.Because : ""
        );

    [Fact]
    public async Task A_reset_is_led_through_from_rating_to_the_watch()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await maya.BringsIn(SampleMeetings.Counter());
        var (round, plan) = (
            (await maya.Meetings())["Round of the counter"].PracticeId,
            (await maya.Meetings())["Plan of the week"].PracticeId
        );
        foreach (var impact in new[] { 1, 3 })
            await maya.Do<RateMeeting, Meeting>(r => r.Run(round, new() { Impact = impact, Effort = 2 }, default));
        // One voice each: the second takes the place of the first.
        Assert.Equal(
            (3.0, 1),
            ((await maya.Meetings())["Round of the counter"].Impact, (await maya.Rows<MeetingRating>()).Count)
        );

        var reset = await Begun(maya);
        Assert.All((await maya.Meetings()).Values, m => Assert.Equal(MeetingState.Cleared, m.State));
        Assert.All(await maya.Rows<Practice>(), p => Assert.Equal(PracticeState.Questioned, p.State));
        var back = SampleMeetings.Back(await Guests(maya));
        Assert.StartsWith(
            "The week stays clear until",
            await Refused<ReAddMeeting, Meeting>(maya, r => r.Run(round, back, default)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The week stays clear until",
            await Refused<EndReset, Reset>(maya, e => e.Run(reset.Id, default)),
            StringComparison.Ordinal
        );
        await maya.Do<ReAddMeeting, Meeting>(r =>
            r.PutBack(plan, new() { Reason = "A customer waits for it." }, default)
        );
        world.Clock.Move(TimeSpan.FromHours(48));
        await maya.Do<ReAddMeeting, Meeting>(r => r.Run(round, back, default));
        await maya.Do<EndReset, Reset>(e => e.Run(reset.Id, default));
        var ended = await maya.Meetings();
        Assert.Equal("Watched: shorter", ended["Round of the counter"].Word());
        Assert.Equal("Standing", ended["Plan of the week"].Word());
        Assert.Equal("Watched: gone", ended["A meeting of 4 without a title"].Word());
        Assert.Equal(
            "This reset has ended. Begin another one.",
            await Refused<EndReset, Reset>(maya, e => e.Run(reset.Id, default))
        );
        var practices = (await maya.Rows<Practice>()).ToDictionary(p => p.Name, p => p.State);
        Assert.Equal(PracticeState.Reduced, practices["Round of the counter"]);
        Assert.Equal(PracticeState.Kept, practices["Plan of the week"]);
        Assert.All(await maya.Rows<MeetingMove>(), m => Assert.NotEmpty(m.Reason));
        // What is gone and stands in the calendar again is there again.
        await maya.BringsIn(SampleMeetings.Counter());
        Assert.Equal(MeetingState.Standing, (await maya.Meetings())["A meeting of 4 without a title"].State);
    }

    [Fact]
    public async Task What_is_spared_stays_and_a_second_reset_waits_for_the_first()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        Assert.Contains(
            "no meeting to clear",
            await Refused<BeginReset, Reset>(maya, b => b.Run(maya.Team.Id, new() { Reason = "Anew." }, default)),
            StringComparison.Ordinal
        );
        await maya.BringsIn(SampleMeetings.Counter());
        await Begun(maya, (await maya.Meetings())["Plan of the week"].PracticeId);
        Assert.Equal(MeetingState.Standing, (await maya.Meetings())["Plan of the week"].State);
        Assert.Contains(
            "is under way",
            await Refused<BeginReset, Reset>(maya, b => b.Run(maya.Team.Id, new() { Reason = "Anew." }, default)),
            StringComparison.Ordinal
        );
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var round = (await maya.Meetings())["Round of the counter"].PracticeId;
        Assert.NotEqual(
            "",
            await Refused<RateMeeting, Meeting>(cleo, r => r.Run(round, new() { Impact = 1, Effort = 1 }, default))
        );
    }

    static Reset Cleared(DateTimeOffset at) =>
        new()
        {
            TeamId = Id<Team>.New(),
            Reason = "Anew.",
            BegunAt = at,
            BegunBy = Id<Member>.New(),
            ClearUntil = at.AddHours(Reset.HoursClear),
        };

    static MetricSeries Hours(DateOnly first, params double[] weeks)
    {
        Assert.False(
            Metric
                .Define(TakeCalendar.Describe(new() { Name = "Counter" }), DateTimeOffset.UnixEpoch)
                .Refused(out var refusal, out var metric),
            refusal?.Because
        );
        return new(
            metric!,
            [
                .. weeks.Select(
                    (w, i) =>
                        new Measurement
                        {
                            MetricId = metric!.Id,
                            On = first.AddDays(7 * i),
                            Value = w,
                            RecordedAt = DateTimeOffset.UnixEpoch,
                            Source = MeasurementSource.Calendar,
                        }
                ),
            ],
            []
        );
    }

    static readonly double[] Before = [60, 63, 58, 61, 64, 59, 62, 60, 57, 63, 61, 60];
    static readonly double[] After = [30, 33, 29, 31, 34, 30, 28, 32];

    [Fact]
    public void The_hours_of_the_team_are_the_verdict_and_growing_back_is_seen()
    {
        var first = new DateOnly(2035, 1, 1);
        // A Wednesday: the first week without is the one after.
        var reset = Cleared(new(2035, 3, 21, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2035, 3, 26), reset.ChangeDay(TimeZoneInfo.Utc));
        ResetLook Look(params double[] weeks) => ResetLook.Of(reset, Hours(first, weeks), TimeZoneInfo.Utc);

        var held = Look([.. Before, .. After, 31, 30, 33, 29, 32, 30, 31, 30]);
        Assert.Equal((VerdictWord.Improved, false), (held.Word, held.GrowsBack));
        Assert.Equal((61.0, 30.875), (Math.Round(held.Before!.Value), held.After!.Value));
        var back = Look([.. Before, .. After, 31, 38, 44, 52, 56, 58, 60]);
        Assert.Equal((VerdictWord.Improved, true), (back.Word, back.GrowsBack));
        // Nothing came of it: what goes up and down then grows back from nothing.
        var nothing = Look([.. Before, .. Before[..8], 70, 72, 74, 71, 73]);
        Assert.False(nothing.GrowsBack);
        Assert.NotEqual(VerdictWord.Improved, nothing.Word);
        var early = Look([.. Before, 30, 31]);
        Assert.Equal(VerdictWord.CannotTell, early.Word);
        Assert.Equal(VerdictWord.NotMeasured, ResetLook.Of(reset, null, TimeZoneInfo.Utc).Word);
    }
}
