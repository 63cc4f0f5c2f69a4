using Heed.Listen;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>A file as it is taken in: its name, its size, and what is remembered of files like it.</summary>
public sealed class TakeFileTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    const string Answers = "nps,region\n9,North\n10,South\n3,South\n";

    static readonly Mapping Guests = new()
    {
        Columns = [new("nps", ColumnUse.Recommend, "Would recommend"), new("region", ColumnUse.Attribute)],
        Wave = "Winter",
        On = new(2035, 2, 1),
        AcceptCut = true,
    };

    static string Folder(World world) => Path.Combine(world.Services.GetRequiredService<Settings>().Data, "imports");

    [Fact]
    public async Task A_file_is_called_by_its_name_and_its_bytes_are_kept_with_their_size_and_hash()
    {
        var (world, cast) = await one.Story();
        (string Sent, string Kept)[] names =
        [
            ("march.csv", "march.csv"),
            ("/home/maya/march.csv", "march.csv"),
            ("C:\\Users\\Maya\\march.csv", "march.csv"),
            ("uploads/", "unnamed.csv"),
            (new string('m', 300), new string('m', 199) + "…"),
        ];
        foreach (var (sent, kept) in names)
        {
            var import = await world.Take(cast, SampleImports.Csv(Answers), sent);
            Assert.Equal((kept, ImportState.Mapping), (import.FileName, import.State));
            Assert.Equal(cast.Member.Id, import.CreatedBy);
            var path = world.Services.GetRequiredService<ImportFiles>().PathOf(import.Id);
            var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(bytes.Length, import.FileSize);
            Assert.Equal(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
                import.FileHash
            );
        }
    }

    [Fact]
    public async Task A_file_that_is_refused_leaves_nothing_on_the_disk()
    {
        await using var world = await World.Start(Worlds.Idle, "--Heed:LargestImport=1");
        var cast = await world.Organisation("Harbor Coffee");
        (Stream File, int Status, string Says)[] bad =
        [
            (new MemoryStream(new byte[(1 << 20) + 1]), StatusCodes.Status413PayloadTooLarge, "larger than 1 MB"),
            (SampleImports.Csv("nps,region\n"), StatusCodes.Status422UnprocessableEntity, "no answers below"),
        ];
        foreach (var (file, status, says) in bad)
        {
            var outcome = await world.As(cast, s => s.GetRequiredService<TakeFile>().Run(file, "a.csv", default));
            Assert.True(outcome.Refused(out var refusal));
            Assert.Equal(status, refusal.Status);
            Assert.Contains(says, refusal.Because, StringComparison.Ordinal);
        }
        await Assert.ThrowsAsync<EndOfStreamException>(() =>
            world.As(cast, s => s.GetRequiredService<TakeFile>().Run(new Torn(), "a.csv", default))
        );
        Assert.Empty(Directory.GetFiles(Folder(world)));
        Assert.Empty(await world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.ToListAsync()));

        var largest = new byte[1 << 20];
        Array.Fill(largest, (byte)'\n');
        Plans.Bytes(Answers).CopyTo(largest, 0);
        await world.Take(cast, new MemoryStream(largest));
        Assert.Single(Directory.GetFiles(Folder(world)));
    }

    /// <summary>A line that breaks in the middle of the file.</summary>
    sealed class Torn : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new EndOfStreamException();
    }

    [Fact]
    public async Task The_next_file_with_the_same_columns_is_meant_as_the_last_one_was_but_is_a_round_of_its_own()
    {
        var (world, cast) = await one.Story();
        var first = await world.Take(cast, SampleImports.Csv(Answers));
        Assert.False(first.IsRemembered);
        SampleImports.Given(await world.Map(cast, first, Guests));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(first.Id, default)));
        await world.Work(cast, StoreImport.Kind, first.Id);

        var next = await world.Take(cast, SampleImports.Csv("nps,region\n1,East\n2,West\n"));
        var mapping = Mapping.FromJson(next.Mapping);
        Assert.Equal((true, "Guests"), (next.IsRemembered, next.SurveyName));
        Assert.Equal(["Would recommend", "region"], mapping.Columns.Select(c => c.Target));
        Assert.Equal((null, null, false), (mapping.Wave, mapping.On, mapping.AcceptCut));

        var turned = await world.Take(cast, SampleImports.Csv("region,nps\nEast,1\nWest,2\n"));
        Assert.True(turned.IsRemembered);
        Assert.False((await world.Take(cast, SampleImports.Csv("nps,shop\n1,East\n2,West\n"))).IsRemembered);
        var others = await world.Organisation("Airport", "Ada");
        Assert.False((await world.Take(others, SampleImports.Csv(Answers))).IsRemembered);

        // Read with other header rows it is no such file any more.
        var reread = await world.As(
            cast,
            s => s.GetRequiredService<MapImport>().Reread(next.Id, new() { HeaderRows = 0 }, default)
        );
        Assert.False(SampleImports.Given(reread).IsRemembered);
    }

    [Fact]
    public async Task A_file_with_nearly_the_same_columns_is_asked_about_only_where_it_differs()
    {
        var (world, cast) = await one.Story();
        const string rows = "9,4,North,2035-02-01,fine\n10,5,South,2035-02-02,good\n3,1,South,2035-02-03,bad\n";
        var first = await world.Take(cast, SampleImports.Csv($"nps,happy,region,day,said\n{rows}"));
        var meant = new Mapping
        {
            Columns =
            [
                new("nps", ColumnUse.Recommend, "Would recommend", "0-10"),
                new("happy", ColumnUse.Satisfaction, Scale: "1-5"),
                new("region", ColumnUse.Attribute),
                new("day", ColumnUse.Date),
            ],
            Without = [new("region", ["Test"])],
        };
        SampleImports.Given(await world.Map(cast, first, meant));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(first.Id, default)));
        await world.Work(cast, StoreImport.Kind, first.Id);

        // “said” was kept raw and stays so; “phone” and “easy” are new; “region” is gone.
        var next = await world.Take(
            cast,
            SampleImports.Csv(
                "nps,happy,day,said,How easy was it?\n"
                    + string.Concat(
                        Enumerable
                            .Range(1, 28)
                            .Select(i => $"{i % 11},{1 + i % 5},2035-03-{i:00},fine {i},{1 + i % 7}\n")
                    )
            )
        );
        var mapping = Mapping.FromJson(next.Mapping);
        Assert.Equal((true, "Guests"), (next.IsRemembered, next.SurveyName));
        Assert.Equal(
            [ColumnUse.Recommend, ColumnUse.Satisfaction, ColumnUse.Date, ColumnUse.Effort],
            mapping.Columns.Select(c => c.Use)
        );
        Assert.Equal("Would recommend", mapping.Columns[0].Name);
        Assert.Empty(mapping.Without);
        using var browser = await cast.Browser();
        var page = (await browser.Page($"/listen/imports/{next.Id}")).Body!.Says();
        Assert.Contains(
            "A file of “Guests” with nearly the same columns was imported before",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("New this time, and guessed: “How easy was it?”.", page, StringComparison.Ordinal);
        Assert.Contains("Not in this file: “region”.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_a_file_is_drawn_without_what_people_wrote_or_who_they_are()
    {
        var (world, cast) = await one.Story();
        var rows = string.Concat(
            Enumerable.Range(0, 40).Select(i => $"guest{i}@example.com,{i % 11},The queue was long on day {i}\n")
        );
        var import = await world.Take(
            cast,
            SampleImports.Csv($"Guests of the year\n\nE-mail,Would you recommend us?,In your own words\n{rows}")
        );
        using var browser = await cast.Browser();
        var page = await browser.Page($"/listen/imports/{import.Id}");
        var lines = page.QuerySelectorAll(".head-picture tr")
            .Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim())))
            .ToList();
        Assert.Contains("left out|Guests of the year||", lines);
        Assert.Contains("header|E-mail|Would you recommend us?|In your own words", lines);
        Assert.Contains("answer|not shown|1|not shown", lines);
        Assert.DoesNotContain("@example.com", page.Body!.InnerHtml, StringComparison.Ordinal);
    }
}
