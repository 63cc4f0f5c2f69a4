using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public enum PracticeOrder
{
    StaffHours,
    CustomerHours,
    Cash,
    Name,
}

/// <summary>Which practices of the register are wanted; everything is, where it is empty.</summary>
public sealed record PracticeFilter(
    string? Words = null,
    PracticeKind? Kind = null,
    Id<Team>? Team = null,
    PracticeState? State = null
)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Kind is null && Team is null && State is null;
}

public sealed record PracticeName(Id<Practice> Id, string Name);

/// <summary>One screen of the register, and what all of it costs a month.</summary>
/// <param name="Stands">What those cost that are still done.</param>
/// <param name="Gone">What those had cost that are gone: back for something else, each hour once.</param>
public sealed record ListedPractices(
    IReadOnlyList<Practice> Practices,
    int All,
    int Page,
    Burden Stands,
    Burden Gone,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    public const int Size = 50;
}

/// <summary>The register: found, ordered and cut into pages by the database, in as many questions for many rows as for few.</summary>
public sealed class ListPractices(HeedDb db, ReadTeams teams)
{
    const int MostNames = 500;

    public async Task<ListedPractices> Page(
        PracticeFilter filter,
        PracticeOrder order,
        int page,
        CancellationToken stop
    )
    {
        var wanted = Wanted(filter);
        var all = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedPractices.Size - 1) / ListedPractices.Size));
        var known = await AreKnown(wanted, order, page, stop);
        var rows = await (known ? Known(wanted, order) : Ordered(wanted, order))
            .Skip((page - 1) * ListedPractices.Size)
            .Take(ListedPractices.Size)
            .Include(p => p.Burden)
            .AsSplitQuery()
            .ToListAsync(stop);
        var (stands, gone) = await Sums(filter, wanted, stop);
        return new(rows, all, page, stands, gone, await teams.Names(stop));
    }

    /// <summary>All of them, for a file.</summary>
    public async Task<IReadOnlyList<Practice>> Everything(
        PracticeFilter filter,
        PracticeOrder order,
        CancellationToken stop
    ) => await Ordered(Wanted(filter), order).Include(p => p.Burden).AsSplitQuery().ToListAsync(stop);

    /// <summary>What they are called, by name, for choosing one.</summary>
    public async Task<IReadOnlyList<PracticeName>> Names(CancellationToken stop) =>
        await db
            .Practices.AsNoTracking()
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Take(MostNames)
            .Select(p => new PracticeName(p.Id, p.Name))
            .ToListAsync(stop);

    /// <summary>Whether all of this screen is known in what it is ordered by: then the index alone finds it, and nothing is sorted.</summary>
    static async Task<bool> AreKnown(
        IQueryable<Practice> wanted,
        PracticeOrder order,
        int page,
        CancellationToken stop
    ) =>
        order is not PracticeOrder.Name
        && await Known(wanted, order).Skip(page * ListedPractices.Size - 1).AnyAsync(stop);

    static IOrderedQueryable<Practice> Known(IQueryable<Practice> wanted, PracticeOrder order) =>
        (
            order switch
            {
                PracticeOrder.CustomerHours => wanted
                    .Where(p => p.CustomerHours != null)
                    .OrderByDescending(p => p.CustomerHours),
                PracticeOrder.Cash => wanted.Where(p => p.Cash != null).OrderByDescending(p => p.Cash),
                _ => wanted.Where(p => p.StaffHours != null).OrderByDescending(p => p.StaffHours),
            }
        )
            .ThenBy(p => p.Name)
            .ThenBy(p => p.Id);

    async Task<(Burden Stands, Burden Gone)> Sums(
        PracticeFilter filter,
        IQueryable<Practice> wanted,
        CancellationToken stop
    )
    {
        // What became smaller or another is still done.
        var left = wanted
            .Where(p => p.State == PracticeState.Gone)
            .Where(p => !db.Controls.Any(c => c.PracticeId == p.Id && c.Aim != null && c.Aim != ControlAim.Retire));
        // Every line is some practice's: where all are wanted, none of them is looked for.
        var all = await Sum(filter.IsEmpty ? db.BurdenLines : wanted.SelectMany(p => p.Burden), stop);
        var gone = await Sum(left.SelectMany(p => p.Burden), stop);
        return (Of(l => Less(all[l], gone[l])), Of(l => gone[l]));

        static Burden Of(Func<Ledger, LikelyRange> sum) =>
            new(sum(Ledger.StaffHours), sum(Ledger.CustomerHours), sum(Ledger.Cash));

        static LikelyRange Less(LikelyRange of, LikelyRange part) =>
            Range(of.Low - part.Low, of.Likely - part.Likely, of.High - part.High);
    }

    static async Task<Dictionary<Ledger, LikelyRange>> Sum(IQueryable<BurdenLine> lines, CancellationToken stop)
    {
        var sums = await lines
            .GroupBy(l => l.Ledger)
            .Select(g => new
            {
                g.Key,
                Low = g.Sum(l => l.MonthLow),
                Likely = g.Sum(l => l.MonthLikely),
                High = g.Sum(l => l.MonthHigh),
            })
            .ToListAsync(stop);
        return Enum.GetValues<Ledger>()
            .ToDictionary(
                l => l,
                l => sums.Find(s => s.Key == l) is { } sum ? Range(sum.Low, sum.Likely, sum.High) : 0
            );
    }

    /// <summary>Sums of rounded numbers may pass each other, and nothing, by a hair.</summary>
    static LikelyRange Range(double low, double likely, double high)
    {
        const double Hair = 1e-6;
        likely = likely < Hair ? 0 : likely;
        return new(Math.Clamp(low < Hair ? 0 : low, 0, likely), likely, Math.Max(high < Hair ? 0 : high, likely));
    }

    IQueryable<Practice> Wanted(PracticeFilter filter)
    {
        var wanted = db.Practices.AsNoTracking();
        if (filter.Kind is { } kind)
            wanted = wanted.Where(p => p.Kind == kind);
        if (filter.Team is { } team)
            wanted = wanted.Where(p => p.TeamId == team);
        if (filter.State is { } state)
            wanted = wanted.Where(p => p.State == state);
        return Worded(wanted, filter.Words);
    }

    internal static IQueryable<Practice> Worded(IQueryable<Practice> practices, string? words) =>
        practices.SayingEach(words, p => p.Name, p => p.Reason, p => p.Requirement);

    /// <summary>What is not known comes last on either database.</summary>
    static IOrderedQueryable<Practice> Ordered(IQueryable<Practice> practices, PracticeOrder order) =>
        order switch
        {
            PracticeOrder.Name => practices.OrderBy(p => p.Name).ThenBy(p => p.Id),
            PracticeOrder.CustomerHours => practices
                .OrderByDescending(p => p.CustomerHours ?? -1)
                .ThenBy(p => p.Name)
                .ThenBy(p => p.Id),
            PracticeOrder.Cash => practices.OrderByDescending(p => p.Cash ?? -1).ThenBy(p => p.Name).ThenBy(p => p.Id),
            _ => practices.OrderByDescending(p => p.StaffHours ?? -1).ThenBy(p => p.Name).ThenBy(p => p.Id),
        };

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/practices", Get)
            .WithName("ListPractices")
            .WithSummary("The practices of the register, by words, kind, team or state if they are given.");

    static async Task<Ok<Listed<PracticeView>>> Get(
        ListPractices list,
        CancellationToken stop,
        Id<Practice>? after = null,
        int? take = null,
        string? words = null,
        PracticeKind? kind = null,
        Id<Team>? team = null,
        PracticeState? state = null
    ) => TypedResults.Ok(await list.After(after, Part.Size(take), new(words, kind, team, state), stop));

    public async Task<Listed<PracticeView>> After(
        Id<Practice>? after,
        int size,
        PracticeFilter filter,
        CancellationToken stop
    )
    {
        var wanted = Wanted(filter);
        if (after is { } id)
            wanted = wanted.Where(p => p.Id > id);
        var rows = await wanted
            .OrderBy(p => p.Id)
            .Take(size + 1)
            .Include(p => p.Burden)
            .Include(p => p.Touches)
            .AsSplitQuery()
            .ToListAsync(stop);
        return Listed<PracticeView>.Of([.. rows.Select(PracticeView.Of)], size, p => p.Id.ToString());
    }
}
