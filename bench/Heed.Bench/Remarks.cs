using Heed.Listen;
using Heed.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Heed.Bench;

/// <summary>H8: a page of what people wrote, out of a million responses, the first and the last.</summary>
static class Remarks
{
    const int Rows = 1_000_000;
    const int OnPage = 50;

    public static IEnumerable<Benchmark> All =>
        [
            new("H8-first", "first page of the remarks of 1 million responses, SQLite", "≤ 5 ms", 15, () => Sides(1)),
            new("H8-last", "last page of the same", "≤ 5 ms, no slower than the first", 15, () => Sides(int.MaxValue)),
            new("H8-filter", "first page of one of 8 regions", "≤ 5 ms", 15, () => Sides(1, "region 3")),
        ];

    static readonly Mapping Meaning = new()
    {
        Columns =
        [
            new("date", ColumnUse.Date),
            new("region", ColumnUse.Attribute),
            new("recommend", ColumnUse.Recommend),
            new("comment", ColumnUse.Remark),
        ],
    };

    static Sides Sides(int page, string? region = null)
    {
        var heed = HeedHere.Open().Result;
        var survey = Laid(heed).Result;
        var slice = region is null ? Slice.All : new Slice(new Dictionary<string, string> { ["region"] = region });
        var last = heed.As(s => s.GetRequiredService<HeedDb>().Responses.MaxAsync(r => r.Sequence)).Result;
        return new(
            [
                ("Heed: the page's reading", () => Read(heed, survey, slice, page).Result),
                ("50 records by their keys", () => ByKeys(heed, last)),
            ],
            () => heed.DisposeAsync().AsTask().Wait()
        );
    }

    static async Task<Survey> Laid(HeedHere heed)
    {
        Import import;
        await using (var file = File.OpenRead(SurveyFile.Path(Rows)))
            import = HeedHere.Given(
                await heed.As(s => s.GetRequiredService<TakeFile>().Run(file, "survey.csv", default))
            );
        HeedHere.Given(
            await heed.As(s => s.GetRequiredService<MapImport>().Run(import.Id, "Guests", Meaning, default))
        );
        HeedHere.Given(await heed.As(s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await heed.As(s => s.GetRequiredService<RunJob>().Now(s, StoreImport.Kind, import.Id, default));
        return await heed.As(async s =>
            (
                await s.GetRequiredService<ReadScores>()
                    .Survey(await s.GetRequiredService<HeedDb>().Surveys.Select(x => x.Id).SingleAsync(), default)
            )!
        );
    }

    static async Task<Found> Read(HeedHere heed, Survey survey, Slice slice, int page)
    {
        var read = await heed.As(s => s.GetRequiredService<ReadRemarks>().Run(survey, slice, null, page, default));
        // The last page need not be full.
        return read.Remarks.Count is > 0 and <= OnPage && read.Because is null
            ? "a page"
            : $"{read.Remarks.Count} remarks: {read.Because}";
    }

    static Found ByKeys(HeedHere heed, long last)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(heed.Folder, "heed.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT \"Record\" FROM \"Responses\" WHERE \"Sequence\" > {last - OnPage} AND \"Sequence\" <= {last}";
        var rows = 0;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows += reader.GetFieldValue<byte[]>(0).Length > 0 ? 1 : 0;
        return rows == OnPage ? "a page" : $"{rows} records";
    }
}
