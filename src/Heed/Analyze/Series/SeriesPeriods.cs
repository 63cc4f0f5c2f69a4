using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>What becomes of rows that share a date or a period.</summary>
enum Together
{
    Sum,
    Mean,

    /// <summary>The rows themselves are what is counted.</summary>
    Rows,
}

/// <summary>What a period without a row means where events are counted.</summary>
enum Absent
{
    Zero,
    Gap,
}

/// <summary>One row with its date read.</summary>
readonly record struct DatedRow(CalendarPeriod Date, double Value, double? Population, long Row)
{
    public DateOnly First => Date.First;
}

/// <summary>Rows in the order of their dates become points, one a period: put together, cut to whole periods, absent ones counted.</summary>
/// <param name="rows">In the order of their dates.</param>
/// <param name="blank">Dates of rows whose value is blank: not measured, which is not the same as absent.</param>
/// <param name="all">From when to when all series of the file reach, where an absent period of one is to be seen by the others.</param>
sealed class SeriesPeriods(
    SeriesAsk ask,
    IReadOnlyList<DatedRow> rows,
    IReadOnlyList<DateOnly> blank,
    bool countsRows,
    Window? all
)
{
    // Days of five in seven and more are measured daily; a log of events is not.
    const double DailyShare = 0.6;
    const int MostNamed = 3;

    public List<string> Notes { get; } = [];

    public Cadence Cadence { get; private set; }

    /// <summary>Periods that have no row, between the first and the last that have one.</summary>
    public IReadOnlyList<int> AbsentPeriods { get; private set; } = [];

    /// <summary>How many periods there are from the first to the last.</summary>
    public int Span { get; private set; }

    Together? How =>
        countsRows ? Together.Rows : ask.Together ?? (ask is { Counts: true, To: not null } ? Together.Sum : null);

    DateOnly First => ask.From ?? all?.From ?? rows[0].First;
    DateOnly Last => ask.Until ?? all?.To ?? rows[^1].First;
    int _begins;
    int _ends;

    public Outcome<List<Point>> Points()
    {
        var usual = Usual();
        var to = ask.To ?? (countsRows ? ask.Every : null);
        if (to is { } wanted && rows.Count > 0 && rows[0].Date.Cadence > wanted)
            return new Refusal(
                $"--to {wanted.Name()}: the dates are {rows[0].Date.Cadence.Name(2)}, which cannot be parted. Name a longer period."
            );
        if (countsRows && to is null && usual is Cadence.Day)
            return new Refusal(
                "By which period the rows are to be counted is not said. Add --to day, week, month or quarter."
            );
        if (to is not null && How is null)
            return new Refusal(
                $"--to {to.Value.Name()}: whether the values of a {to.Value.Name()} are added up or averaged is not said. Add --sum, --mean, or --rows to count the rows."
            );
        Cadence = to ?? ask.Every ?? usual;
        if (rows.Count == 0)
            return new List<Point>();
        (_begins, _ends) = (Cadence.PeriodOf(First), Cadence.PeriodOf(Last));
        if (How is null)
        {
            if (Doubled() is { } doubled)
                return doubled;
            Look(rows.Select(row => Cadence.PeriodOf(row.First)));
            return rows.Select(row => new Point(row.First, row.Value, row.Population))
                .Concat(Zeros)
                .OrderBy(p => p.Date)
                .ToList();
        }
        var whole = to is null ? rows : Whole(usual);
        var byPeriod = whole
            .GroupBy(row => Cadence.PeriodOf(row.First))
            .ToDictionary(same => same.Key, same => same.ToList());
        Look(byPeriod.Keys);
        return byPeriod
            .Select(same =>
                Of(
                    to is null && same.Value.All(row => row.First == same.Value[0].First)
                        ? same.Value[0].First
                        : Cadence.StartOf(same.Key),
                    same.Value
                )
            )
            .Concat(Zeros)
            .OrderBy(point => point.Date)
            .ToList();
    }

    IEnumerable<Point> Zeros =>
        ask.Absent is Absent.Zero ? AbsentPeriods.Select(period => new Point(Cadence.StartOf(period), 0)) : [];

    Point Of(DateOnly date, List<DatedRow> same) =>
        new(
            date,
            How switch
            {
                Together.Rows => same.Count,
                Together.Sum => same.Sum(row => row.Value),
                _ => same.Average(row => row.Value),
            },
            How is Together.Rows || same[0].Population is null ? null
                : How is Together.Sum ? same.Sum(row => row.Population)
                : same.Average(row => row.Population)
        );

    Cadence Usual() =>
        rows.Count > 0 && rows[0].Date.Cadence is not Cadence.Day ? rows[0].Date.Cadence
        // The distances of events say how often they happen, not how often anybody looks.
        : countsRows ? Cadence.Day
        : Cadences.Guess(rows.Select(row => row.First));

    /// <summary>Without the first and the last period where the figures begin or end in its middle.</summary>
    IReadOnlyList<DatedRow> Whole(Cadence usual)
    {
        if (Cadence == usual)
            return rows;
        var (first, last) = (First, Last);
        var (start, end) = (Cadence.StartOf(first), Cadence.StartOf(Cadence.PeriodOf(last) + 1).AddDays(-1));
        var isDaily = IsDaily(out var days);
        if (usual is Cadence.Day && !isDaily)
        {
            // Of a log nobody knows from when to when it was kept, unless somebody says so.
            if (ask.From is null || ask.Until is null)
                Notes.Add(
                    $"When the log was {(ask.From is not null ? "ended" : ask.Until is not null ? "begun" : "begun and ended")} stands nowhere in it: it is taken to cover the whole {Cadence.Name()} of its {(ask.From is not null ? $"last row, {Format.Day(last)}" : ask.Until is not null ? $"first row, {Format.Day(first)}" : $"first row, {Format.Day(first)}, and of its last, {Format.Day(last)}")}. If it was kept longer, say so with --from and --until: quiet {Cadence.Name(2)} at its ends count too."
                );
            (start, end) = (ask.From is null ? first : start, ask.Until is null ? last : end);
        }
        else if (usual is Cadence.Day)
        {
            while (start < first && !days.Contains(start.DayOfWeek))
                start = start.AddDays(1);
            while (end > last && !days.Contains(end.DayOfWeek))
                end = end.AddDays(-1);
        }
        else
        {
            // Of weeks and months the neighbour outside must lie in another period.
            start = usual.StartOf(usual.PeriodOf(first) - 1) < start ? first : start;
            end = usual.StartOf(usual.PeriodOf(last) + 1) > end ? last : end;
        }
        var (cutFirst, cutLast) = (start < first, end > last);
        var (from, to) = (Cadence.PeriodOf(first), Cadence.PeriodOf(last));
        if (cutFirst)
            Notes.Add(Cut("first", from, $"the figures begin on {Format.Day(first)}"));
        if (cutLast)
            Notes.Add(Cut("last", to, $"the figures end on {Format.Day(last)}"));
        (_begins, _ends) = (from + (cutFirst ? 1 : 0), to - (cutLast ? 1 : 0));
        return
        [
            .. rows.Where(row => Cadence.PeriodOf(row.First) is var period && period >= _begins && period <= _ends),
        ];
    }

    string Cut(string which, int period, string because) =>
        $"The {which} {Cadence.Name()} ({SeriesWords.Date(Cadence.StartOf(period), Cadence)}) is not whole, for {because}: left out.";

    bool IsDaily(out HashSet<DayOfWeek> days)
    {
        var all = rows.Select(row => row.First).Concat(blank).Distinct().ToList();
        days =
        [
            .. all.GroupBy(day => day.DayOfWeek)
                .Where(same => 10 * same.Count() * 7 >= all.Count)
                .Select(same => same.Key),
        ];
        var span = all.Max().DayNumber - all.Min().DayNumber + 1;
        return all.Count >= DailyShare * span;
    }

    /// <summary>Which periods have no row at all.</summary>
    void Look(IEnumerable<int> present)
    {
        HashSet<int> known = [.. present, .. blank.Select(day => Cadence.PeriodOf(day))];
        Span = Math.Max(0, _ends - _begins + 1);
        AbsentPeriods = [.. Enumerable.Range(_begins, Span).Where(period => !known.Contains(period))];
    }

    /// <summary>“14 of 40 weeks have no row”.</summary>
    public static string HaveNoRow(int absent, int span, Cadence cadence) =>
        $"{Format.Count(absent)} of {Format.Count(span)} {cadence.Name(span)} {(absent == 1 ? "has" : "have")} no row";

    public void NoteAbsent(bool isCount)
    {
        if (AbsentPeriods.Count == 0)
            return;
        var named = AbsentPeriods
            .Take(MostNamed)
            .Select(period => SeriesWords.Date(Cadence.StartOf(period), Cadence))
            .ToList();
        var which =
            AbsentPeriods.Count > MostNamed
                ? $"{string.Join(", ", named)} and {AbsentPeriods.Count - MostNamed} more"
                : Format.List(named);
        Notes.Add(
            $"{HaveNoRow(AbsentPeriods.Count, Span, Cadence)} ({which}): {(isCount && ask.Absent is Absent.Zero ? "none happened, as --absent zero says" : "not known, so gaps and not zeros")}."
        );
    }

    Refusal? Doubled()
    {
        for (var i = 1; i < rows.Count; i++)
        {
            var (one, other) = (rows[i - 1], rows[i]);
            if (one.First == other.First)
                return new Refusal(
                    $"Rows {one.Row} and {other.Row} have the same date, {Format.Day(one.First)}. A series has one value for a date: add them up with --sum, average them with --mean, or count them with --rows. Where they are of different things, --by COLUMN makes a series of each, and --where COLUMN=VALUE takes one."
                );
            if (Cadence.PeriodOf(one.First) == Cadence.PeriodOf(other.First))
                return new Refusal(
                    $"Rows {one.Row} and {other.Row} ({Format.Day(one.First)}, {Format.Day(other.First)}) fall into the same {Cadence.Name()}, and this looks like a series by {Cadence.Name()}. Keep one of them, say how often it is measured with --every, or put them together: --to {Cadence.Name()} with --sum, --mean or --rows."
                );
        }
        return null;
    }
}
