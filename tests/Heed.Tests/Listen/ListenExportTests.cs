using System.Text;
using System.Text.Json.Nodes;
using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>What a workspace takes away of its surveys: their settings, and every answer as it came.</summary>
public sealed class ListenExportTests(OneWorld one) : IClassFixture<OneWorld>
{
    static readonly Mapping Guests = new()
    {
        Columns =
        [
            new("nps", ColumnUse.Recommend, "Would recommend"),
            new("region", ColumnUse.Attribute),
            new("said", ColumnUse.Remark),
        ],
        On = new(2035, 2, 1),
    };

    static async Task<Dictionary<string, string>> Files(World world, Cast cast) =>
        await world.As(
            cast,
            async s =>
            {
                Dictionary<string, string> files = [];
                foreach (
                    var file in await s.GetServices<IExportSource>().OfType<ListenExport>().Single().Files(default)
                )
                {
                    using var to = new MemoryStream();
                    await file.Write(to, default);
                    files.Add(file.Name, Encoding.UTF8.GetString(to.ToArray()).TrimStart('\uFEFF'));
                }
                return files;
            }
        );

    [Fact]
    public async Task Files_and_what_programs_sent_come_back_row_by_row_and_what_was_undone_does_not()
    {
        var (world, cast) = await one.Story();
        var other = await world.Organisation("Airport", "Ada");
        var long_ = new string('w', 70_000);
        var import = await world.Bring(
            cast,
            SampleImports.Csv(
                $"nps;region;said\n9;North;\"so; \"\"well\"\"\"\n42;West;odd\n8;;=1+1\n7;South;{long_}\n"
            ),
            Guests
        );
        Assert.Equal((3, 1), (import.Stored, import.Rejected));
        var undone = await world.Bring(cast, SampleImports.Csv("nps,region,said\n1,East,gone\n"), Guests);
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StopImport>().Undo(undone.Id, default)));
        await world.Settle(cast, undone.Id);
        SampleImports.Given(
            await world.As(
                cast,
                s =>
                    s.GetRequiredService<ReceiveResponses>()
                        .Run(
                            import.SurveyId!.Value,
                            [
                                new()
                                {
                                    Id = "r1",
                                    On = new(2035, 2, 3),
                                    Answers = new() { ["Would recommend"] = "10", ["said"] = "fine, \"really\"" },
                                },
                            ],
                            default
                        )
            )
        );

        var files = await Files(world, cast);

        var answers = files.Where(f => f.Key.StartsWith("listen/responses/", StringComparison.Ordinal)).ToDictionary();
        Assert.Equal(2, answers.Count);
        Assert.Equal(
            ["nps,region,said", "9,North,\"so; \"\"well\"\"\"", "8,,'=1+1", $"7,South,{long_}", ""],
            answers[$"listen/responses/{import.Id}.csv"].Split("\r\n")
        );
        var sent = answers.Single(a => !a.Key.Contains($"{import.Id}", StringComparison.Ordinal)).Value.Split("\r\n");
        Assert.StartsWith("id,on,wave,? ", sent[0], StringComparison.Ordinal);
        Assert.StartsWith("r1,2035-02-03,,", sent[1], StringComparison.Ordinal);
        Assert.Contains(",\"fine, \"\"really\"\"\",", sent[1], StringComparison.Ordinal);

        Assert.Equal("Guests", JsonNode.Parse(files["listen/surveys.json"])![0]!["name"]!.GetValue<string>());
        Assert.Equal(
            ["Would recommend Recommend 0-10", "said Remark "],
            JsonNode
                .Parse(files["listen/questions.json"])!
                .AsArray()
                .Select(q => $"{q!["name"]} {q["kind"]} {q["scale"]}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(3, JsonNode.Parse(files["listen/imports.json"])!.AsArray().Count);
        Assert.Single(JsonNode.Parse(files["listen/mappings.json"])!.AsArray());
        Assert.Equal("region", JsonNode.Parse(files["listen/attributes.json"])![0]!["name"]!.GetValue<string>());
        Assert.All((await Files(world, other)).Values, text => Assert.Equal("[]\n", text));
    }

    [Fact]
    public async Task Rejected_rows_come_back_with_their_reasons_to_be_repaired()
    {
        var (world, cast) = await one.Story();
        var rows = string.Concat(Enumerable.Range(0, 2_100).Select(i => $"{i},x{i}\n"));
        var good = string.Concat(Enumerable.Range(0, 2_100).Select(i => $"9,y{i}\n"));
        var import = await world.Bring(
            cast,
            SampleImports.Csv($"nps,said\n{rows}=9,so\n{good}"),
            new() { Columns = [new("nps", ColumnUse.Recommend)], AcceptLoss = true }
        );
        Assert.Equal((2_111, 2_090), (import.Stored, import.Rejected));
        using var browser = await cast.Browser();
        var answer = await browser.GetAsync($"/listen/imports/{import.Id}/rejected.csv");
        Assert.Equal("rejected-rows.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("nps,said,Rejected because", lines[0].TrimStart('\uFEFF'));
        Assert.Equal("11,x11,\"Row 13, column “nps”: “11” is not on the scale 0-10.\"", lines[1]);
        Assert.Equal("2099,x2099,\"Row 2,101, column “nps”: “2099” is not on the scale 0-10.\"", lines[2_089]);
        Assert.Equal("'=9,so,\"Row 2,102, column “nps”: “=9” is not a number on the scale 0-10.\"", lines[2_090]);
        Assert.Equal((2_092, ""), (lines.Length, lines[^1]));
        Assert.Equal(lines.Length, lines.Distinct().Count());
    }
}
