using System.ComponentModel.DataAnnotations;
using System.Text;
using Heed.Analyze;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Listen;

public enum LifetimeUnit
{
    Week,
    Day,
    Month,
    Year,
}

public class LifetimeRequest
{
    public const int MostText = 4_000_000;

    /// <summary>What the file is called; of a file that is sent, its own name.</summary>
    [StringLength(LifetimeRun.LongestFile, ErrorMessage = "Use at most 200 characters.")]
    public string? File { get; set; }

    /// <summary>One purchase a row, with the names of the columns in the first.</summary>
    [StringLength(MostText, ErrorMessage = "Use at most 4,000,000 characters.")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Name the column that says who bought.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Customer { get; set; }

    [Required(ErrorMessage = "Name the column that says when.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Date { get; set; }

    /// <summary>The column that says for how much; without it there is no value.</summary>
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Amount { get; set; }

    public LifetimeUnit Unit { get; set; }

    /// <summary>How many of these to look ahead.</summary>
    [Required(ErrorMessage = "Say how far to look ahead.")]
    [Range(1, 1040, ErrorMessage = "Look 1 to 1,040 units of time ahead.")]
    public int? Ahead { get; set; }

    /// <summary>What stays of a purchase's value, in percent.</summary>
    [Required(ErrorMessage = "Say what stays of a purchase's value, in percent.")]
    [Range(0.01, 100.0, ErrorMessage = "The margin is above 0 and at most 100 percent.")]
    public double? MarginPercent { get; set; }

    /// <summary>By how many percent money loses in worth with each unit of time; 0 for nothing.</summary>
    [Required(ErrorMessage = "Say by how many percent money loses in worth with each unit of time; 0 is an answer.")]
    [Range(0.0, 99.99, ErrorMessage = "The loss of worth goes from 0 to below 100 percent.")]
    public double? DiscountPercent { get; set; }
}

/// <summary>
/// Looks at a file of purchases by the reader and the models of <c>heed analyze lifetime</c>, and keeps what they say. The file is not
/// kept, and neither is who bought.
/// </summary>
public sealed class LookAtPurchases(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public Task<Outcome<LifetimeRun>> Run(LifetimeRequest asked, CancellationToken stop) =>
        string.IsNullOrWhiteSpace(asked.Text)
            ? Task.FromResult<Outcome<LifetimeRun>>(
                new Refusal(
                    "Choose a file, or paste rows: one purchase in each, with the names of the columns above."
                ).At(nameof(asked.Text))
            )
            : Run(asked, Encoding.UTF8.GetBytes(asked.Text), asked.File ?? "pasted rows", stop);

    /// <param name="name">What the file is called.</param>
    public async Task<Outcome<LifetimeRun>> Run(
        LifetimeRequest asked,
        ReadOnlyMemory<byte> bytes,
        string name,
        CancellationToken stop
    )
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here, not write. Ask an administrator for the role Contributor.");
        name = Format.Shortened(string.IsNullOrWhiteSpace(name) ? "a file" : name.Trim(), LifetimeRun.LongestFile);
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, bytes, stop);
            if (Find(asked, path, name, stop).Refused(out var refusal, out var run))
                return refusal with { Because = refusal.Because.Replace(path, name, StringComparison.Ordinal) };
            db.LifetimeRuns.Add(run);
            journal.Write(
                "look",
                run.Id,
                $"{me.Name} looked at the purchases in “{name}”, {Format.Count(run.Customers, "customer")}."
            );
            await db.SaveChangesAsync(stop);
            return run;
        }
        finally
        {
            File.Delete(path);
        }
    }

    Outcome<LifetimeRun> Find(LifetimeRequest asked, string path, string name, CancellationToken stop)
    {
        if (DataFile.Open(path, new FileReading { Name = name }).Refused(out var refusal, out var file))
            return refusal;
        using var read = file;
        LifetimeAsk ask = new()
        {
            Purchases = (asked.Customer!.Trim(), asked.Date!.Trim()),
            Amount = string.IsNullOrWhiteSpace(asked.Amount) ? null : asked.Amount.Trim(),
            Unit = Enum.Parse<TimeUnit>($"{asked.Unit}"),
            Ahead = asked.Ahead,
            Margin = asked.MarginPercent!.Value / 100,
            Discount = asked.DiscountPercent!.Value / 100,
        };
        var progress = new ReadingProgress(file, TextWriter.Null, false, clock);
        if (ReadPurchases.Run(file, ask, progress, stop).Refused(out refusal, out var buyers))
            return refusal;
        if (PurchaseFindings.Of(ask, buyers, progress).Refused(out refusal, out var found))
            return refusal;
        var said = PurchaseJson.Of(found, []);
        return new LifetimeRun
        {
            At = clock.GetUtcNow(),
            By = me.Id,
            File = name,
            Customers = said.Customers,
            Unit = said.Unit,
            Ahead = said.Ahead,
            MarginPercent = asked.MarginPercent.Value,
            DiscountPercent = asked.DiscountPercent.Value,
            Sentence = said.Sentence,
            Method = Method(said),
            Limits = string.Join('\n', said.CannotTell),
            Expected = said.Expected?.Value,
            ExpectedLow = said.Expected?.Low,
            ExpectedHigh = said.Expected?.High,
            Value = said.Value?.Value,
            ValueLow = said.Value?.Low,
            ValueHigh = said.Value?.High,
            ValueBecause = said.Value is null
                ? ask.Amount is null
                    ? "The column of amounts was not named."
                    : said.ValueBecause ?? said.Because
                : null,
            Curve = [.. said.NewCustomer.Select(step => new CurveAt(step.Time, step.Expected, step.Low, step.High))],
        };
    }

    static string Method(PurchaseJson said)
    {
        List<string> models = [];
        if (said.BgNbd is not null)
            models.Add("BG/NBD for how often customers come back (Fader, Hardie and Lee 2005)");
        if (said.ParetoNbd is not null)
            models.Add("Pareto/NBD beside it");
        if (said.GammaGamma is not null)
            models.Add("gamma-gamma for what a purchase is worth (Fader and Hardie 2013)");
        return models.Count == 0 ? "no model could be fitted" : string.Join("; ", models);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/lifetimes", Post)
            .WithName("RecordLifetime")
            .WithSummary("Looks at purchases, one a row, and keeps what they say of how often customers come back.");
        api.MapGet("/lifetimes", List)
            .WithName("ListLifetimes")
            .WithSummary("What files of purchases have said, the newest last.");
        api.MapGet("/lifetimes/{id}", One).WithName("ReadLifetime").WithSummary("What one file of purchases said.");
    }

    static Task<Results<Created<LifetimeView>, ProblemHttpResult>> Post(
        LifetimeRequest asked,
        LookAtPurchases look,
        CancellationToken stop
    ) => look.Run(asked, stop).Created(run => $"/lifetimes/{run.Id}", LifetimeView.Of);

    static async Task<Ok<Listed<LifetimeView>>> List(
        HeedDb db,
        Id<LifetimeRun>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.LifetimeRuns.AsNoTracking();
        if (after is { } last)
            wanted = wanted.Where(r => r.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(r => r.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<LifetimeView>.Of([.. rows.Select(LifetimeView.Of)], size, r => r.Id.ToString()));
    }

    static Task<Results<Ok<LifetimeView>, ProblemHttpResult>> One(
        Id<LifetimeRun> id,
        ReadLifetimes read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("lifetime run", LifetimeView.Of);
}

/// <summary>The value never comes without the curve that it rests on.</summary>
public sealed record LifetimeView(
    Id<LifetimeRun> Id,
    DateTimeOffset At,
    Id<Member> By,
    string File,
    int Customers,
    string Unit,
    int Ahead,
    double MarginPercent,
    double DiscountPercent,
    string Sentence,
    string Method,
    IReadOnlyList<string> CannotTell,
    double? Expected,
    double? ExpectedLow,
    double? ExpectedHigh,
    double? Value,
    double? ValueLow,
    double? ValueHigh,
    string? ValueBecause,
    IReadOnlyList<CurveAt> Curve
)
{
    internal static LifetimeView Of(LifetimeRun run) =>
        new(
            run.Id,
            run.At,
            run.By,
            run.File,
            run.Customers,
            run.Unit,
            run.Ahead,
            run.MarginPercent,
            run.DiscountPercent,
            run.Sentence,
            run.Method,
            run.Limits.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            run.Expected,
            run.ExpectedLow,
            run.ExpectedHigh,
            run.Value,
            run.ValueLow,
            run.ValueHigh,
            run.ValueBecause,
            run.Curve
        );
}
