using System.Text;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class TakeCatalogTests
{
    static Task<Outcome<CatalogReceipt>> Take(
        Cast cast,
        string json,
        bool dryRun = false,
        Binding binding = Binding.Standard
    ) =>
        cast.World.As(
            cast,
            s =>
                s.GetRequiredService<TakeCatalog>()
                    .Run(new MemoryStream(Encoding.UTF8.GetBytes(json)), binding, dryRun, default)
        );

    static async Task<CatalogReceipt> Taken(Cast cast, string json, bool dryRun = false)
    {
        Assert.False((await Take(cast, json, dryRun)).Refused(out var no, out var receipt), no?.Because);
        return receipt;
    }

    static Task<List<Requirement>> All(Cast cast) =>
        cast.World.As(cast, s => s.GetRequiredService<HeedDb>().Requirements.OrderBy(r => r.Clause).ToListAsync());

    [Fact]
    public async Task A_catalog_is_looked_at_first_then_taken_in_once_with_one_line_of_history()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        Assert.Equal(4, (await Taken(maya, OscalFiles.Catalog, dryRun: true)).Added);
        Assert.Empty(await All(maya));

        var receipt = await Taken(maya, OscalFiles.Catalog);
        Assert.Equal((4, 0, 1), (receipt.Added, receipt.Known, receipt.Withdrawn));
        Assert.Equal(
            [
                ("AC-1", "House rules", Binding.Standard),
                ("AC-2", "House rules", Binding.Standard),
                ("AC-2(1)", "House rules", Binding.Standard),
                ("GV.OC-01", "House rules", Binding.Standard),
            ],
            (await All(maya))
                .OrderBy(r => r.Clause, StringComparer.Ordinal)
                .Select(r => (r.Clause, r.Source, r.Binding))
        );
        var again = await Taken(maya, OscalFiles.Catalog);
        Assert.Equal((0, 4), (again.Added, again.Known));
        var entries = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Entries.Where(e => e.Act == "catalog").ToListAsync()
        );
        Assert.EndsWith(
            "brought in 4 requirements of “House rules”, held by a standard.",
            Assert.Single(entries).Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mapping_lets_a_control_serve_what_its_requirement_covers()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        await Taken(maya, OscalFiles.Catalog);
        var other = await maya.Do<WriteRequirement, Requirement>(w =>
            w.Run(
                new()
                {
                    Name = "Ours",
                    Source = "Our own",
                    Clause = "O-7",
                    Binding = Binding.OwnPolicy,
                },
                default
            )
        );
        var accounts = (await All(maya)).Single(r => r.Clause == "AC-2");
        var control = await maya.Control("Accounts by hand", accounts);

        Assert.True(
            (await Take(maya, OscalFiles.Mapping("intersects-with", ["ac-2"], ["o-7"]))).Refused(out var overlap)
        );
        Assert.EndsWith("no pair of a mapping can be followed.", overlap.Because, StringComparison.Ordinal);
        Assert.Equal([accounts.Id], (await maya.Card(control)).Requirements.Select(r => r.Id));

        Assert.Equal(1, (await Taken(maya, OscalFiles.Mapping("superset-of", ["ac-2"], ["o-7"]))).Linked);
        var card = await maya.Card(control);
        Assert.Equal([accounts.Id, other.Id], card.Requirements.OrderBy(r => r.Clause).Select(r => r.Id));
        Assert.Equal("Accounts; Ours", card.Practice.Requirement);
        Assert.Equal(0, (await Taken(maya, OscalFiles.Mapping("superset-of", ["ac-2"], ["o-7"]))).Linked);
    }

    [Fact]
    public async Task What_only_chooses_is_not_taken_alone_and_too_much_is_asked_in_parts()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        Assert.True(
            (await Take(maya, """{"profile":{"metadata":{"title":"Low"},"imports":[{"include-all":{}}]}}""")).Refused(
                out var no
            )
        );
        Assert.StartsWith("“Low” is a profile: it chooses from a catalog", no.Because, StringComparison.Ordinal);
        var many = string.Join(',', Enumerable.Range(1, 5001).Select(i => $$"""{"id":"x-{{i}}","title":"T"}"""));
        Assert.True((await Take(maya, $$$"""{"catalog":{"controls":[{{{many}}}]}}""")).Refused(out no));
        Assert.StartsWith(
            "These files demand 5,001 things, more than 5,000 at once.",
            no.Because,
            StringComparison.Ordinal
        );
        Assert.Empty(await All(maya));
    }
}
