using Heed.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>The order of work of a team as a file, as the page shows it.</summary>
static class OrderFile
{
    static readonly string[] Head =
    [
        "place",
        "name",
        "counted in",
        "score",
        "robust",
        "best place",
        "worst place",
        "missing",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/waste/order.csv", Get).RequireAuthorization().ExcludeFromDescription();

    static async Task<Results<FileContentHttpResult, NotFound>> Get(
        ReadOrder read,
        ReadTeams teams,
        CancellationToken stop,
        string? team = null,
        string? by = null
    )
    {
        Id<Team>? of = Id<Team>.TryParse(team, null, out var named) ? named : null;
        if (team is not null && (of is null || !await teams.Exists(of.Value, stop)))
            return TypedResults.NotFound();
        // Of no team, nothing waits.
        var order = of is null ? WorkOrder.Of([], null) : await read.Run(of.Value, OrderWords.Asked(by), stop);
        return TypedResults.File(
            CsvWriter.Bytes([
                CsvWriter.Line(Head),
                .. order.Placed.Select(p =>
                    CsvWriter.Line([
                        Format.Exact(p.Rank),
                        p.Of.Name,
                        order.Unit.Word(),
                        CsvWriter.Number(p.Score),
                        p.IsRobust ? "yes" : "no",
                        Format.Exact(p.BestRank),
                        Format.Exact(p.WorstRank),
                        null,
                    ])
                ),
                .. order.NotKnown.Select(f =>
                    CsvWriter.Line([null, f.Name, order.Unit.Word(), null, null, null, null, f.Missing(order.Unit)])
                ),
            ]),
            "text/csv; charset=utf-8",
            "order.csv"
        );
    }
}
