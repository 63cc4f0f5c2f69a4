using System.Text;
using Heed.Analytics.Evidence;
using Heed.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>Takes a file through the whole import, as the wizard does.</summary>
static class SampleImports
{
    public static Stream Csv(string text, Encoding? encoding = null) =>
        new MemoryStream([.. (encoding ?? Encoding.UTF8).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(text)]);

    public static async Task<Import> Take(this World world, Cast who, Stream file, string name = "answers.csv") =>
        (await world.As(who, s => s.GetRequiredService<TakeFile>().Run(file, name, default))).Refused(
            out var refusal,
            out var import
        )
            ? throw new InvalidOperationException(refusal.Because)
            : import;

    public static Task<Outcome<ImportReport>> Map(
        this World world,
        Cast who,
        Import import,
        Mapping mapping,
        string survey = "Guests"
    ) => world.As(who, s => s.GetRequiredService<MapImport>().Run(import.Id, survey, mapping, default));

    public static async Task<ImportReport> DryRun(
        this World world,
        Cast who,
        string csv,
        params ColumnMapping[] columns
    )
    {
        var import = await world.Take(who, Csv(csv));
        return Given(await world.Map(who, import, new Mapping { Columns = columns }));
    }

    /// <summary>From the file to the scores: nothing is left to a background that a test could not wait for.</summary>
    public static async Task<Import> Bring(
        this World world,
        Cast who,
        Stream file,
        Mapping mapping,
        string survey = "Guests",
        string name = "answers.csv"
    )
    {
        var import = await world.Take(who, file, name);
        Given(await world.Map(who, import, mapping, survey));
        Given(await world.As(who, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        return await world.Settle(who, import.Id);
    }

    /// <summary>Waits until the worker has nothing left to do for this import.</summary>
    public static async Task<Import> Settle(this World world, Cast who, Id<Import> id)
    {
        for (var i = 0; i < 600; i++)
        {
            var busy = await world.As(
                who,
                s =>
                    s.GetRequiredService<Heed.Storage.HeedDb>()
                        .Jobs.AnyAsync(j => j.DoneAt == null && j.FailedAt == null)
            );
            var import = await world.As(
                who,
                s => s.GetRequiredService<Heed.Storage.HeedDb>().Imports.AsNoTracking().SingleAsync(x => x.Id == id)
            );
            if (!busy)
                return import;
            await Task.Delay(50);
        }
        throw new InvalidOperationException("The import did not settle within thirty seconds.");
    }

    public static async Task<ScoreTable> Score(
        this World world,
        Cast who,
        string question,
        string? by = null,
        Heed.Analytics.Evidence.Cadence? every = null,
        string survey = "Guests"
    ) =>
        Given(
            await world.As(
                who,
                async s =>
                {
                    var there = await s.SurveyCalled(survey);
                    return await s.GetRequiredService<ReadScores>().Of(there, question, Slice.All, by, every, default);
                }
            )
        );

    /// <summary>The survey of that name, as a page reads it.</summary>
    public static async Task<Survey> SurveyCalled(this IServiceProvider services, string name)
    {
        var surveys = services.GetRequiredService<Heed.Storage.HeedDb>().Surveys;
        var id = await surveys.Where(s => s.Name == name).Select(s => s.Id).SingleAsync();
        return (await services.GetRequiredService<ReadScores>().Survey(id, default))!;
    }

    public static T Given<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.Refused(out var refusal, out var value) ? throw new InvalidOperationException(refusal.Because) : value;
}
