using System.CommandLine;

namespace Heed.Commands;

/// <summary>Options that say how a file is to be read, alike for every verb that reads one.</summary>
static class ReadingOptions
{
    public static readonly Option<int?> HeaderRows = new("--header-rows")
    {
        HelpName = "0..3",
        Description = "Rows with the names of the columns. Without it, it is found out from the file.",
        Recursive = true,
    };

    public static readonly Option<int?> Skip = new("--skip")
    {
        HelpName = "ROWS",
        Description = "Rows above the header that belong to no table, such as titles.",
        Recursive = true,
    };

    public static readonly Option<bool> KeepTotals = new("--keep-totals")
    {
        Description = "The last rows are answers, though they look like totals.",
        Recursive = true,
    };

    public static readonly Option<string[]> Where = new("--where")
    {
        HelpName = "COLUMN=VALUE,…",
        Description = "Only the rows where it is so: shop=York; shop=York,Hull for either; shop=York,kind=A for both.",
        Recursive = true,
    };

    public static readonly Option<string?> Sheet = new("--sheet")
    {
        HelpName = "NAME",
        Description = "The sheet of a workbook. Without it the first one that holds a table.",
        Recursive = true,
    };

    public static readonly Option<string?> Censored = new("--censored")
    {
        HelpName = "half|limit|missing",
        Description = "What “<1” and “>95” count as: half the limit, the limit itself, or left out.",
        Recursive = true,
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(HeaderRows);
        command.Options.Add(Skip);
        command.Options.Add(KeepTotals);
        command.Options.Add(Where);
        command.Options.Add(Sheet);
        Censored.AcceptOnlyFromAmong("half", "limit", "missing");
        command.Options.Add(Censored);
    }

    public static Outcome<FileReading> Of(ParseResult parsed)
    {
        if (parsed.GetValue(HeaderRows) is < 0 or > 3)
            return new Refusal("--header-rows: a file has no header row, or one, two or three.");
        if (parsed.GetValue(Skip) is < 0 or > 100)
            return new Refusal("--skip: from 0 to 100 rows can be left out above the header.");
        if (RowFilter.Parse(parsed.GetValue(Where) ?? []).Refused(out var refusal, out var where))
            return new Refusal($"--where: {refusal.Because}");
        return new FileReading
        {
            HeaderRows = parsed.GetValue(HeaderRows),
            RowsAbove = parsed.GetValue(Skip),
            KeepTotals = parsed.GetValue(KeepTotals),
            Where = where,
            Sheet = parsed.GetValue(Sheet),
            Censored = parsed.GetValue(Censored) is { } counts
                ? Enum.Parse<Files.Censored>(counts, ignoreCase: true)
                : null,
        };
    }
}
