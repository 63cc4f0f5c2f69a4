using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heed.Listen;

namespace Heed.Commands;

/// <summary><c>heed import</c>: the wizard's use cases from the command line, with a progress bar.</summary>
static class ImportCommand
{
    public static Command Build()
    {
        Argument<FileInfo> file = new("file") { Description = "The CSV file, one response a row." };
        Option<string> survey = new("--survey")
        {
            Description = "The survey; a new name makes a new one.",
            Required = true,
        };
        Option<FileInfo?> map = new("--mapping")
        {
            Description = "A mapping as JSON, such as --json --dry-run prints.",
        };
        Option<string[]> questions = new("--question")
        {
            Description =
                "COLUMN:KIND[:SCALE[:MISSING]], KIND being recommend, satisfaction, effort, mean, share, ranking, choice, choices, number or remark: Q7ALL:satisfaction:1-5:0,6. For choices what stands between the options: Channels:choices:; For numbers the edges of the bands: Minutes:number:5,10,30",
        };
        Option<string[]> attributes = new("--attribute") { Description = "A column to tell groups apart by." };
        Option<string?> weight = new("--weight") { Description = "The column of weights." };
        Option<string?> date = new("--date") { Description = "The column of dates." };
        Option<string?> identity = new("--id") { Description = "The column with an id for each response." };
        Option<string?> wave = new("--wave")
        {
            Description = "The round of asking that the whole file is, such as 2017.",
        };
        Option<string?> on = new("--on") { Description = "The day of the whole file, such as 2017-05-01." };
        Option<bool> cut = new("--accept-cut")
        {
            Description = "Take in the rows of a file that ends in the middle of one.",
        };
        Option<bool> loss = new("--accept-loss")
        {
            Description = "Take in the other rows where many fall out; the dry run says which.",
        };
        Option<string[]> points = new("--points")
        {
            HelpName = "COLUMN:WORD=POINT,…",
            Description =
                "The points of answers in words: “How satisfied?: Very satisfied=5, Satisfied=4”. A number in a label needs none.",
        };
        Option<bool> dryRun = new("--dry-run") { Description = "Say what would happen and store nothing." };
        Option<bool> json = new("--json") { Description = "Report as JSON." };
        Option<string?> workspace = new("--workspace") { Description = "The workspace, where there are several." };
        Option<string?> data = new("--data") { Description = "The folder of the database (SQLite)." };
        Option<string?> database = new("--database") { Description = "A PostgreSQL connection string." };
        Command import = new("import", "Takes in the answers of a file, like the wizard under Listen.")
        {
            file,
            survey,
            map,
            questions,
            points,
            attributes,
            weight,
            date,
            identity,
            wave,
            on,
            cut,
            loss,
            dryRun,
            json,
            workspace,
            data,
            database,
        };
        ReadingOptions.AddTo(import);
        import.SetAction(
            async (parsed, stop) =>
            {
                if (ReadingOptions.Of(parsed).Refused(out var unread, out var reading))
                    return await ImportRun.No(unread, ImportRun.AskedWrongly);
                var read = MappingOf(
                    parsed.GetValue(map),
                    parsed.GetValue(questions) ?? [],
                    parsed.GetValue(points) ?? [],
                    parsed.GetValue(attributes) ?? [],
                    [
                        (parsed.GetValue(weight), ColumnUse.Weight),
                        (parsed.GetValue(date), ColumnUse.Date),
                        (parsed.GetValue(identity), ColumnUse.Identity),
                    ],
                    parsed.GetValue(on)
                );
                if (read.Refused(out var refusal, out var mapping))
                    return await ImportRun.No(refusal, ImportRun.AskedWrongly);
                mapping = mapping with
                {
                    Wave = parsed.GetValue(wave) ?? mapping.Wave,
                    AcceptCut = parsed.GetValue(cut) || mapping.AcceptCut,
                    AcceptLoss = parsed.GetValue(loss),
                };
                return await ImportRun.Run(
                    new(
                        parsed.GetValue(file)!,
                        parsed.GetValue(survey)!,
                        mapping,
                        parsed.GetValue(dryRun),
                        parsed.GetValue(json),
                        parsed.GetValue(workspace),
                        reading
                    ),
                    [
                        .. parsed.GetValue(data) is { } folder ? [$"--Heed:Data={folder}"] : Array.Empty<string>(),
                        .. parsed.GetValue(database) is { } given
                            ? [$"--Heed:Database={given}"]
                            : Array.Empty<string>(),
                        "--Logging:LogLevel:Default=Warning",
                    ],
                    stop
                );
            }
        );
        return import;
    }

    internal static Outcome<Mapping> MappingOf(
        FileInfo? map,
        string[] questions,
        string[] points,
        string[] attributes,
        (string? Column, ColumnUse Use)[] others,
        string? on
    )
    {
        Mapping mapping = new();
        try
        {
            if (map is not null)
                mapping = ReadMapping(File.ReadAllText(map.FullName));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return new Refusal($"The mapping {map!.Name} cannot be read: {problem.Message}");
        }
        List<ColumnMapping> columns = [.. mapping.Columns];
        foreach (var question in questions)
        {
            var parts = question.Split(':');
            if (
                parts.Length is < 2 or > 4
                || !parts[1].All(char.IsLetter)
                || !Enum.TryParse(parts[1], ignoreCase: true, out ColumnUse use)
                || !new ColumnMapping("", use).IsQuestion
            )
                return new Refusal(
                    $"--question {question}: write COLUMN:KIND:SCALE:MISSING, such as NETPRO:recommend or Q7ALL:satisfaction:1-5:0,6."
                );
            if (use == ColumnUse.Choices)
            {
                columns.Add(new(parts[0], use, Separator: Separators.Read(parts.ElementAtOrDefault(2)) ?? ";"));
                continue;
            }
            columns.Add(
                new(
                    parts[0],
                    use,
                    Scale: parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null,
                    Missing: parts.Length > 3 ? MappingForm.Codes(parts[3]) : null
                )
            );
        }
        columns.AddRange(attributes.Select(a => new ColumnMapping(a, ColumnUse.Attribute)));
        columns.AddRange(others.Where(o => o.Column is not null).Select(o => new ColumnMapping(o.Column!, o.Use)));
        foreach (var given in points)
            if (WithPoints(columns, given) is { } wrong)
                return wrong;
        if (on is null)
            return mapping with { Columns = columns };
        return DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? mapping with
            {
                Columns = columns,
                On = day,
            }
            : new Refusal($"--on {on}: write the day as 2017-05-01.");
    }

    /// <summary>The name of the column may hold colons: the last one before the first point parts them.</summary>
    static Refusal? WithPoints(List<ColumnMapping> columns, string given)
    {
        var part = given.IndexOf('=') is var first and > 0 ? given.LastIndexOf(':', first) : -1;
        if (part < 0)
            return new Refusal(
                $"--points {given}: write COLUMN:WORD=POINT, such as “How satisfied?: Very satisfied=5, Satisfied=4”."
            );
        if (AnswerPoints.Parse(given[(part + 1)..]).Refused(out var refusal, out var points))
            return new Refusal($"--points {given}: {refusal.Because}");
        var column = given[..part].Trim();
        var at = columns.FindIndex(c => c.Column == column && c.IsScored);
        if (at < 0)
            return new Refusal($"--points {given}: “{column}” is no scored question. Name it with --question first.");
        columns[at] = columns[at] with { Points = points };
        return null;
    }

    /// <summary>A mapping alone, or the whole report of a dry run, which has one in it.</summary>
    static Mapping ReadMapping(string json)
    {
        var whole = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("It is no JSON object.");
        var mapping = Mapping.FromJson((whole["mapping"] as JsonObject ?? whole).ToJsonString());
        return mapping.Columns?.All(c => c?.Column is not null) == true
            ? mapping
            : throw new JsonException("Each of its columns needs a name: “column”.");
    }
}
