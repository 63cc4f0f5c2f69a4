using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

public sealed class ExportWorkspaceTests
{
    static async Task<Dictionary<string, string>> Taken(HttpClient caller, string from = "/api/v1/export")
    {
        var answer = await caller.GetAsync(from);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Dictionary<string, string> files = [];
        foreach (var entry in archive.Entries)
        {
            using var text = new StreamReader(entry.Open());
            files.Add(entry.FullName, await text.ReadToEndAsync());
        }
        return files;
    }

    [Fact]
    public async Task It_holds_the_rows_of_this_workspace_and_nothing_that_opens_a_door()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var other = await world.Organisation("Elsewhere");
        await maya.Api()
            .PostAsJsonAsync("/api/v1/customer-groups", new { name = "Regulars “early”", kind = "External" });
        await other.Api().PostAsJsonAsync("/api/v1/customer-groups", new { name = "Foreign", kind = "External" });

        var files = await Taken(maya.Api());

        var group = Assert.Single(JsonNode.Parse(files["customers/customer-groups.json"])!.AsArray())!;
        Assert.Equal("Regulars “early”", group["name"]!.GetValue<string>());
        Assert.Equal("External", group["kind"]!.GetValue<string>());
        Assert.Empty(JsonNode.Parse(files["aim/cycles.json"])!.AsArray());
        Assert.Equal("Maya", JsonNode.Parse(files["people/members.json"])![0]!["name"]!.GetValue<string>());
        Assert.All(files.Values, text => Assert.DoesNotContain("Foreign", text, StringComparison.Ordinal));
        await using var scope = world.Services.CreateAsyncScope();
        var hash = (
            await scope
                .ServiceProvider.GetRequiredService<HeedDb>()
                .ApiTokens.IgnoreQueryFilters()
                .SingleAsync(t => t.MemberId == maya.Member.Id)
        ).Hash;
        Assert.All(files.Values, text => Assert.DoesNotContain(hash, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_result_is_told_in_plain_values()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        var said = await maya.Api()
            .PostAsJsonAsync(
                $"/api/v1/key-results/{keyResult.Id}/check-ins",
                new
                {
                    value = 71.5,
                    confidence = 7,
                    learned = "Mornings.",
                }
            );
        Assert.Equal(HttpStatusCode.Created, said.StatusCode);

        var files = await Taken(maya.Api());

        var checkIn = JsonNode.Parse(files["aim/check-ins.json"])![0]!;
        Assert.Equal(7, checkIn["confidence"]!.GetValue<int>());
        Assert.Equal(keyResult.Id.ToString(), checkIn["keyResultId"]!.GetValue<string>());
        Assert.Equal(maya.Member.Id.ToString(), checkIn["by"]!.GetValue<string>());
    }

    [Fact]
    public async Task Answers_come_back_as_they_were_brought()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var import = await world.Bring(
            maya,
            SampleImports.Csv("nps,region\n9,\"North, up\"\n10,South\n"),
            new()
            {
                Columns = [new("nps", ColumnUse.Recommend), new("region", ColumnUse.Attribute)],
                On = new(2035, 1, 10),
            }
        );

        var files = await Taken(maya.Api());

        Assert.Equal(
            "nps,region\n9,\"North, up\"\n10,South\n",
            files[$"listen/responses/{import.Id}.csv"].ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public async Task Only_administrators_take_it_by_page_or_by_token()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);

        Assert.Equal(HttpStatusCode.Forbidden, (await tom.Api().GetAsync("/api/v1/export")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await tom.Browser()).GetAsync("/workspace/export.zip")).StatusCode
        );
        Assert.Null((await (await tom.Browser()).Page("/settings")).QuerySelector("a[href='/workspace/export.zip']"));
        var browser = await maya.Browser();
        Assert.NotNull((await browser.Page("/settings")).QuerySelector("a[href='/workspace/export.zip']"));
        Assert.Contains("people/members.json", (await Taken(browser, "/workspace/export.zip")).Keys);
    }

    /// <summary>Tables that no workspace takes away, each with its reason.</summary>
    static readonly string[] LeftOut =
    [
        "Job: work of this server, done or owed",
        "CalendarKey: what the series of calendars are made unreadable with",
        "ConfidenceVote: read by the reveal alone, and gone with it",
        "IdempotencyKey: what a program was answered, for a day",
    ];

    [Fact]
    public async Task Every_table_of_a_workspace_is_in_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var told = await world.As(
            maya,
            async s =>
            {
                List<string> names = [];
                foreach (var room in s.GetServices<IExportSource>())
                    names.AddRange((await room.Files(default)).Select(f => f.Name));
                var tables = s.GetRequiredService<HeedDb>()
                    .Model.GetEntityTypes()
                    .Count(t => typeof(IInWorkspace).IsAssignableFrom(t.ClrType) && !t.IsOwned());
                return (names, tables);
            }
        );
        Assert.Equal(told.tables - LeftOut.Length, told.names.Distinct().Count());
    }
}
