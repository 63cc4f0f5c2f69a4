using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.People;
using Heed.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Toy;

/// <summary>One file and one line add a room: it is everywhere where rooms are, and nowhere when the line is taken out.</summary>
public sealed class ToyRoomTests
{
    static readonly IReadOnlyList<Module> WithToys = [.. Modules.All, ToyModule.Room];

    [Fact]
    public async Task A_room_of_one_file_and_one_line_is_everywhere()
    {
        await using var world = await World.Start(WithToys);
        await MakeItsTable(world);
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var browser = await maya.Browser();

        // Its operation, described and at work.
        Assert.Contains("/api/v1/toys", await Described(world));
        var lent = await (await tom.Api().PostAsJsonAsync("/api/v1/toys", new { name = "kite" }))
            .EnsureSuccessStatusCode()
            .Content.ReadFromJsonAsync<JsonObject>();
        var address = $"/toys/{lent!["id"]}";

        // Its page, its place in the navigation, among the keys, the beginnings and the settings.
        var page = await browser.Page(address);
        Assert.Equal("kite, lent by Tom", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("page", page.QuerySelector(".rail a[href='/toys']")!.GetAttribute("aria-current"));
        Assert.Equal("y", page.QuerySelector(".rail a[href='/toys']")!.GetAttribute("data-go"));
        Assert.Contains("Go to Toys", page.QuerySelector("#keys")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.Page("/begin")).QuerySelector("a[href='/toys/new']"));
        Assert.NotNull((await browser.Page("/settings")).QuerySelector("a[href='/toys/shelves']"));

        // What it contributes: palette, Home, journal.
        Assert.Equal(address, await FirstFound(browser, "kit"));
        Assert.Contains("1 toys are lent out.", (await browser.Page("/")).QuerySelector("#new")!.TextContent);
        var line = (await browser.Page("/journal")).QuerySelector($"a[href='{address}']");
        Assert.Equal("Tom lent the kite.", line!.TextContent);

        // Export, and erasure: the copied name goes, in the room's own row and in its line of history.
        Assert.Contains("\"lentBy\":\"Tom\"", await Taken(browser, "toys/toys.json"), StringComparison.Ordinal);
        var forget = await maya.Api().PostAsync($"/api/v1/members/{tom.Member.Id}/erasure", null);
        Assert.Equal(HttpStatusCode.NoContent, forget.StatusCode);
        Assert.Equal("kite, lent by a former member", (await browser.Page(address)).QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "A former member lent the kite.",
            (await browser.Page("/journal")).QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task Taken_out_it_is_nowhere()
    {
        await using var world = await World.Start();
        var browser = await (await world.Organisation("Harbor Coffee")).Browser();

        Assert.DoesNotContain("/api/v1/toys", await Described(world));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/toys")).StatusCode);
        Assert.Null((await browser.Page("/")).QuerySelector("a[href='/toys']"));
        Assert.Null((await browser.Page("/settings")).QuerySelector("a[href='/toys/shelves']"));
        Assert.Null(await FirstFound(browser, "toy"));
        Assert.Null(await Taken(browser, "toys/toys.json"));
        await using var scope = world.Services.CreateAsyncScope();
        Assert.Null(scope.ServiceProvider.GetRequiredService<HeedDb>().Model.FindEntityType(typeof(Toy)));
    }

    [Fact]
    public void The_law_reads_whom_it_knows_from_its_line()
    {
        Assert.Contains("Aim", WhoMayKnowWhom.Of(WithToys)["Toy"]);
        Assert.Contains("Metrics", WhoMayKnowWhom.Of(WithToys)["Toy"]);
        Assert.DoesNotContain("Try", WhoMayKnowWhom.Of(WithToys)["Toy"]);
        Assert.False(WhoMayKnowWhom.Of(Modules.All).ContainsKey("Toy"));
    }

    /// <summary>What a migration would do: the difference between the two models, on either database.</summary>
    /// <summary>What a backup would lack is said before anybody relies on it.</summary>
    [Fact]
    public async Task A_room_whose_tables_are_in_no_migration_cannot_be_left_out_of_a_backup_unseen()
    {
        await using var world = await World.Start(WithToys);
        await MakeItsTable(world);
        var file = Path.Combine(Directory.CreateTempSubdirectory("heed-toys-").FullName, "house.heed");
        await using var scope = world.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<WriteBackup>().Run(file, null, default);
        Assert.True(outcome.Refused(out var refusal));
        Assert.Contains("the table “Toys” is in no migration", refusal.Because, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    static async Task MakeItsTable(World world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        await using var without = await World.Start();
        await using var other = without.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var operations = db.GetService<IMigrationsModelDiffer>()
            .GetDifferences(Tables(other.ServiceProvider.GetRequiredService<HeedDb>()), Tables(db));
        var made = Assert.Single(operations);
        Assert.IsType<Microsoft.EntityFrameworkCore.Migrations.Operations.CreateTableOperation>(made);
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(operations, db.Model))
            await db.Database.ExecuteSqlRawAsync(command.CommandText);

        static IRelationalModel Tables(HeedDb db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
    }

    static async Task<IEnumerable<string>> Described(World world) =>
        JsonNode.Parse(await world.Visitor().GetStringAsync("/openapi/v1.json"))!["paths"]!
            .AsObject()
            .Select(p => p.Key);

    static async Task<string?> FirstFound(HttpClient browser, string words) =>
        (await browser.Page($"/find/part?q={words}")).QuerySelector("a")?.GetAttribute("href");

    static async Task<string?> Taken(HttpClient browser, string file)
    {
        using var archive = new ZipArchive(await browser.GetStreamAsync("/workspace/export.zip"));
        if (archive.GetEntry(file) is not { } entry)
            return null;
        using var text = new StreamReader(entry.Open());
        return await text.ReadToEndAsync();
    }
}
