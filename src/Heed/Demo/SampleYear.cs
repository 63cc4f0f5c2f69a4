using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Demo;

/// <summary>Lives the 52 weeks: each Monday the week's numbers come in, and what is due that week is done.</summary>
sealed partial class SampleYear(IServiceProvider services, SampleClock clock, DateOnly today)
{
    const int CycleStart = 41;
    SampleCast _cast = null!;
    readonly Dictionary<string, Id<Metric>> _metrics = [];

    DateOnly Monday(int week) => today.Monday().AddDays(7 * (week - Stories.Weeks));

    public async Task Live(CancellationToken stop)
    {
        clock.MoveTo(Monday(0));
        _cast = await SampleOrganisation.Found(services, clock, stop);
        await NameCustomers(stop);
        await DefineMetrics(stop);
        await DefineShops(stop);
        await DefinePhone(stop);
        for (var week = 0; week < Stories.Weeks; week++)
        {
            clock.MoveTo(Monday(week));
            await Begin(week, stop);
            await AskWhetherItMustBe(week, stop);
            await StateControls(week, stop);
            await Weigh(week, stop);
            await WriteDownServices(week, stop);
            await NominateIn(week, stop);
            await TieIn(week, stop);
            await Practise(week, stop);
            clock.MoveTo(Monday(week + 1));
            await Record(week, stop);
            await CountPastries(week, stop);
            await CountWindows(week, stop);
            await MeetIn(week + 1, stop);
            await LookBack(week + 1, stop);
        }
        await LookTogether(stop);
        await ImportSurvey(stop);
        await LookAtPurchases(stop);
    }

    async Task DefineMetrics(CancellationToken stop)
    {
        async Task Define(string key, Member who, MetricRequest asked) =>
            _metrics[key] = (await As(who, s => Done(s.GetRequiredService<DefineMetric>().Run(asked, stop)))).Id;

        await Define(
            "reorders",
            _cast.Maya,
            Behaviour(
                "New regulars order again within a month",
                "of 100",
                Wanted.Up,
                _cast.Counter,
                0,
                100,
                "guests at their third visit"
            )
        );
        await Define(
            "waiting",
            _cast.Maya,
            Behaviour(
                "Minutes waiting at the counter",
                "minutes",
                Wanted.Down,
                _cast.Counter,
                0,
                null,
                "guests between seven and ten"
            )
        );
        await Define(
            "late",
            _cast.Jonas,
            Behaviour("Deliveries later than said", "of 100", Wanted.Down, _cast.Delivery, 0, 100, "orders to the door")
        );
        await Define(
            "calls",
            _cast.Jonas,
            Behaviour(
                "Calls asking where the order is",
                "calls",
                Wanted.Down,
                _cast.Delivery,
                0,
                null,
                "customers with an order under way"
            )
        );
        await Define(
            "orders",
            _cast.Jonas,
            Behaviour("Orders to the door", "orders", Wanted.Up, _cast.Delivery, 0, null, "all customers")
        );
        await Define(
            "planned",
            _cast.Priya,
            Behaviour(
                "Partners who order a week ahead",
                "of 100",
                Wanted.Up,
                _cast.Wholesale,
                0,
                100,
                "wholesale partners"
            )
        );
    }

    static MetricRequest Behaviour(
        string name,
        string unit,
        Wanted wanted,
        Id<Team> owner,
        double? low,
        double? high,
        string population
    ) =>
        new()
        {
            Name = name,
            Unit = unit,
            Wanted = wanted,
            LowerBound = low,
            UpperBound = high,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            ValueTo = unit == "orders" ? ValueTo.Firm : ValueTo.Customer,
            Cadence = Cadence.Week,
            Population = population,
            Formula = $"{name}, counted Monday to Sunday",
            Source = "the till and the order book",
            OwnerTeamId = owner,
        };

    async Task Record(int week, CancellationToken stop)
    {
        await Put("reorders", _cast.Maya, Stories.Reorders, week, stop);
        await Put("waiting", _cast.Maya, Stories.Waiting, week, stop);
        await Put("late", _cast.Jonas, Stories.Late, week, stop);
        await Put("calls", _cast.Jonas, Stories.Calls, week, stop);
        await Put("phone", _cast.Maya, Stories.Phone, week, stop);
        await Put("orders", _cast.Jonas, Stories.Orders, week, stop);
        if (week >= Stories.Weeks - Stories.PlannedAhead.Count)
            await Put(
                "planned",
                _cast.Priya,
                Stories.PlannedAhead,
                week - Stories.Weeks + Stories.PlannedAhead.Count,
                stop,
                Monday(week)
            );
    }

    Task Put(
        string metric,
        Member who,
        IReadOnlyList<double> values,
        int at,
        CancellationToken stop,
        DateOnly? on = null
    ) =>
        As(
            who,
            s =>
                Done(
                    s.GetRequiredService<RecordMeasurements>()
                        .Run(
                            _metrics[metric],
                            [new MeasurementRequest { On = on ?? Monday(at), Value = values[at] }],
                            MeasurementSource.Sample,
                            stop
                        )
                )
        );

    /// <summary>Runs one use case as a member, in a scope of its own.</summary>
    async Task<T> As<T>(Member who, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var visit = scope.ServiceProvider.GetRequiredService<Visit>();
        visit.Enter(_cast.Workspace, null);
        visit.Enter(_cast.Workspace, await db.Members.Include(m => m.Teams).SingleAsync(m => m.Id == who.Id));
        return await act(scope.ServiceProvider);
    }

    /// <summary>The sample asks only for what the rules allow; a refusal is a mistake in it.</summary>
    static async Task<T> Done<T>(Task<Outcome<T>> act)
        where T : notnull =>
        (await act).Refused(out var refusal, out var value)
            ? throw new InvalidOperationException($"The sample organisation broke a rule: {refusal.Because}")
            : value;
}
