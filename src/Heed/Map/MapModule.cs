using Heed.Metrics;
using Heed.Storage;

namespace Heed.Map;

public static class MapModule
{
    public static Module Room { get; } =
        new("Map")
        {
            Knows = ["Try", "Analyze"],
            Services = Services,
            Api = Api,
            Tables = MapTables.Map,
            Links = [Link.ToEach<Tie>("/map/ties"), Link.ToAll<CustomerOutcome>("/map/executive")],
            Navigation =
            [
                new(40, "Map", "/map", "map", "p", "From what customers get to who works for it")
                {
                    Begins =
                    [
                        new("Claim a tie", "/map/ties/new", "Which metric feeds which: said first, then tested."),
                    ],
                },
            ],
            Contributions = [typeof(TiesAtHome), typeof(TieSearch), typeof(MapExport), typeof(MapErasure)],
        };

    static void Services(IServiceCollection services, Settings settings) =>
        services
            .AddScoped<ReadTies>()
            .AddScoped<ClaimTie>()
            .AddScoped<WithdrawTie>()
            .AddScoped<TestTie>()
            .AddScoped<ReadOutcomes>()
            .AddScoped<NameOutcome>()
            .AddScoped<RemoveOutcome>()
            .AddScoped<ReadSight>()
            .AddScoped<ReadServed>();

    static void Api(IEndpointRouteBuilder api)
    {
        ReadTies.Map(api);
        ClaimTie.Map(api);
        WithdrawTie.Map(api);
        TestTie.Map(api);
        ReadOutcomes.Map(api);
        NameOutcome.Map(api);
        RemoveOutcome.Map(api);
        ReadSight.Map(api);
        ReadServed.Map(api);
    }
}

sealed class MapExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<CustomerOutcome>(db, "map/customer-outcomes"),
            ExportFile.Rows<Tie>(db, "map/ties"),
            ExportFile.Rows<TieTest>(db, "map/tie-tests"),
        ]);
}

/// <summary>What people wrote about ties names somebody now and then. Whoever is forgotten is “a former member” there.</summary>
sealed class MapErasure(HeedDb db) : IErasureSource
{
    internal static IReadOnlyList<WrittenText> Texts { get; } =
    [
        .. WrittenText.In(db => db.Ties, t => t.Because),
        .. WrittenText.In(db => db.TieTests, t => t.Sentence),
        .. WrittenText.In(db => db.CustomerOutcomes, o => o.Value),
    ];

    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        foreach (var text in Texts)
            await text.Erase(db, member, stop);
    }
}

/// <summary>Ties by why they were claimed, for the search box.</summary>
sealed class TieSearch(HeedDb db, ReadTies ties) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var found = await db
            .Ties.AsNoTracking()
            .Where(t => t.WithdrawnAt == null)
            .Saying(words, t => t.Because)
            .OrderByDescending(t => t.Id)
            .Take(most)
            .ToListAsync(stop);
        return
        [
            .. (await ties.Name(found, stop)).Select(t => new Found(
                "Tie",
                t.Name,
                $"/map/ties/{t.Tie.Id}",
                TieWords.Word(t.Tie.State, t.Tie.IsStale(ties.Today))
            )),
        ];
    }
}
