using System.Text.Json;
using System.Text.Json.Serialization;
using Heed.Listen;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Spectre.Console;

namespace Heed.Commands;

/// <summary>One run of <c>heed import</c>: takes the file, tries it out, stores it, reports.</summary>
static class ImportRun
{
    const int Rejected = 1;
    public const int AskedWrongly = 2;
    const int NotDone = 3;

    public sealed record Asked(
        FileInfo File,
        string Survey,
        Mapping Mapping,
        bool DryRun,
        bool Json,
        string? Workspace,
        FileReading Reading
    );

    sealed record Report(string State, ImportReport Findings, Mapping Mapping);

    public static async Task<int> Run(Asked asked, string[] settings, CancellationToken stop)
    {
        if (!asked.File.Exists)
            return await No(new($"There is no file {asked.File.FullName}."), AskedWrongly);
        if (Server.Build(settings).Refused(out var refusal, out var app))
            return await No(refusal, AskedWrongly);
        await using (app)
        {
            if ((await Server.Prepare(app, stop)).Refused(out refusal))
                return await No(refusal, NotDone);
            await using var scope = app.Services.CreateAsyncScope();
            if ((await Enter(scope.ServiceProvider, asked.Workspace, stop)).Refused(out refusal))
                return await No(refusal, NotDone);
            return (await Import(scope.ServiceProvider, asked, stop)).Refused(out refusal, out var report)
                ? await No(refusal, NotDone)
                : Say(asked, report);
        }
    }

    /// <summary>Whoever may run commands on this machine acts as the first administrator of the workspace.</summary>
    internal static async Task<Outcome<Done>> Enter(IServiceProvider services, string? name, CancellationToken stop)
    {
        var db = services.GetRequiredService<HeedDb>();
        var found = await db
            .Workspaces.Where(w => name == null || w.Name == name)
            .OrderBy(w => w.Name)
            .Take(3)
            .ToListAsync(stop);
        if (found.Count == 0)
            return new Refusal(
                name is null
                    ? "Nobody has claimed this Heed yet. Start it with “heed serve” and claim it first."
                    : $"There is no workspace “{name}”."
            );
        if (found.Count > 1)
            return new Refusal("There are several workspaces. Say which one with --workspace NAME.");
        var admin = await db
            .Members.IgnoreQueryFilters()
            .Where(m => m.WorkspaceId == found[0].Id && m.Role == Role.Admin && m.DeactivatedAt == null)
            .OrderBy(m => m.JoinedAt)
            .FirstOrDefaultAsync(stop);
        if (admin is null)
            return new Refusal($"“{found[0].Name}” has no active administrator, and imports need one.");
        services.GetRequiredService<Visit>().Enter(found[0], admin);
        return new Done();
    }

    static async Task<Outcome<Report>> Import(IServiceProvider services, Asked asked, CancellationToken stop)
    {
        Import import;
        await using (var file = asked.File.OpenRead())
            if (
                (await services.GetRequiredService<TakeFile>().Run(file, asked.File.Name, stop)).Refused(
                    out var no,
                    out import!
                )
            )
                return no;
        if (
            (asked.Reading with { Where = [] }) != FileReading.FoundOut
            && (await services.GetRequiredService<MapImport>().Reread(import.Id, asked.Reading, stop)).Refused(
                out var unread,
                out import!
            )
        )
            return unread;
        var stopping = services.GetRequiredService<StopImport>();
        if (asked.Mapping.Columns.Count == 0 && !asked.DryRun && Guessed(import) is { } word)
        {
            await stopping.Cancel(import.Id, stop);
            return word;
        }
        var mapping = asked.Mapping.Columns.Count > 0 ? asked.Mapping : Proposed(import, asked.Mapping);
        if (mapping.Without.Count == 0)
            mapping = mapping with { Without = Mapping.FromJson(import.Mapping).Without };
        if (asked.Reading.Where.Count > 0)
            mapping = mapping with { Where = asked.Reading.Where };
        var tried = await WithBar(
            "Trying out",
            asked.Json,
            show =>
            {
                services.GetRequiredService<CheckImport>().OnProgress = (_, share) => show(share);
                return services.GetRequiredService<MapImport>().Run(import.Id, asked.Survey, mapping, stop);
            }
        );
        if (tried.Refused(out var refusal, out var findings))
        {
            await stopping.Cancel(import.Id, stop);
            return refusal;
        }
        if (asked.DryRun || (findings.New == 0 && findings.Known > 0))
        {
            await stopping.Cancel(import.Id, stop);
            return new Report(asked.DryRun ? "dry run" : "nothing new", findings, mapping);
        }
        if ((await services.GetRequiredService<StartImport>().Run(import.Id, stop)).Refused(out refusal))
        {
            await stopping.Cancel(import.Id, stop);
            return refusal;
        }
        var run = services.GetRequiredService<RunJob>();
        await WithBar(
            "Storing",
            asked.Json,
            show =>
            {
                services.GetRequiredService<StoreImport>().OnProgress = (_, share) => show(share);
                return Until(run, services, StoreImport.Kind, import.Id, stop);
            }
        );
        var db = services.GetRequiredService<HeedDb>();
        db.ChangeTracker.Clear();
        import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id, stop);
        await Until(run, services, CleanImport.Kind, import.Id, stop);
        await Until(run, services, MeasureScores.Kind, import.SurveyId!.Value, stop);
        return import.State == ImportState.Done
            ? new Report("done", ImportReport.FromJson(import.Findings)!, mapping)
            : new Refusal(
                import.FailedBecause
                    ?? $"The import is {ImportTable.Words(import.State)}. Look at it under Listen, Imports."
            );
    }

    /// <summary>The point of a word is a guess until somebody has agreed to it.</summary>
    static Refusal? Guessed(Import import) =>
        import.IsRemembered ? null
        : Mapping.FromJson(import.Mapping).Columns.FirstOrDefault(c => c.Points is { Count: > 0 }) is { } column
            ? new Refusal(
                $"“{column.Column}” is answered in words, and their points would be a guess: {AnswerPoints.Written(column.Points!)}. "
                    + $"Agree to them with --question \"{column.Column}:{Format.Lower(column.Use.ToString())}{(column.Scale is { } scale ? $":{scale}" : "")}\" --points \"{column.Column}: {AnswerPoints.Written(column.Points!)}\", or take the mapping that --dry-run --json prints, correct it, and give it with --mapping."
            )
        : null;

    static Mapping Proposed(Import import, Mapping asked) =>
        Mapping.FromJson(import.Mapping) with
        {
            Wave = asked.Wave,
            On = asked.On,
            AcceptCut = asked.AcceptCut,
            AcceptLoss = asked.AcceptLoss,
        };

    static async Task<T> WithBar<T>(string what, bool quiet, Func<Action<double>, Task<T>> act)
    {
        if (quiet || Console.IsOutputRedirected)
            return await act(static _ => { });
        return await AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(what, maxValue: 1);
                var result = await act(share => bar.Value = share);
                bar.Value = bar.MaxValue;
                return result;
            });
    }

    /// <summary>A server beside this command may take the import first; then its end is waited for.</summary>
    static async Task<bool> Until<T>(
        RunJob run,
        IServiceProvider services,
        string kind,
        Id<T> subject,
        CancellationToken stop
    )
    {
        while (!await run.Now(services, kind, subject, stop))
            await Task.Delay(TimeSpan.FromMilliseconds(500), stop);
        return true;
    }

    static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static int Say(Asked asked, Report report)
    {
        var findings = report.Findings;
        if (asked.Json)
            Console.WriteLine(JsonSerializer.Serialize(report, Written));
        else
        {
            Console.WriteLine(
                $"{asked.File.Name} into “{asked.Survey}”, {report.State}: {findings.Rows:#,0} rows read, {findings.New:#,0} new, {findings.Known:#,0} here already, {findings.Rejected:#,0} rejected."
            );
            foreach (var line in findings.Problems.Select(p => $"- {p.Says} {p.Repair}").Concat(findings.Notes))
                Console.WriteLine(line);
            if (findings.Rejected > 0 && report.State == "done")
                Console.WriteLine("The rejected rows are a file on the page of this import, under Listen, Imports.");
        }
        return findings.Rejected > 0 ? Rejected : 0;
    }

    public static async Task<int> No(Refusal refusal, int code)
    {
        await Console.Error.WriteLineAsync(refusal.Because);
        return code;
    }
}
