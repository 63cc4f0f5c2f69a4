using System.Text;
using System.Text.RegularExpressions;
using Heed.Analytics.Evidence;

namespace Heed.Files;

/// <summary>How the dates of one column are written, decided once by all of them; what stays open is refused in words.</summary>
sealed partial class ColumnDates
{
    readonly string _column;
    readonly Dictionary<string, (CalendarPeriod? Period, bool IsStandIn)> _read = new(StringComparer.Ordinal);
    bool _shortYearInFront;

    ColumnDates(string column) => _column = column;

    public DateOrder Order { get; private set; }

    /// <summary>Every second part is the year after the first: 2000-01, 2001-02 are years and no months.</summary>
    public bool AreFinancialYears { get; private set; }

    /// <summary>What was taken for granted, in sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <param name="cells">The dates with their rows; blanks are passed over.</param>
    /// <param name="asked">The order, where somebody says it.</param>
    /// <param name="column">The name of the column, for sentences.</param>
    /// <param name="tellsApart">Looked for only where the dates contradict each other.</param>
    public static Outcome<ColumnDates> Of(
        IEnumerable<(string Text, long Row)> cells,
        DateOrder asked,
        string column,
        Func<string?>? tellsApart = null
    )
    {
        var evidence = new DateEvidence();
        Dictionary<string, (long Row, int Times)> texts = new(StringComparer.Ordinal);
        foreach (var (text, row) in cells.Where(cell => cell.Text.Length > 0))
            if (texts.TryGetValue(text, out var seen))
                texts[text] = (seen.Row, seen.Times + 1);
            else
            {
                texts[text] = (row, 1);
                evidence.Look(Encoding.UTF8.GetBytes(text), row);
            }
        var dates = new ColumnDates(column) { Order = asked };
        if (asked is DateOrder.ByEvidence)
        {
            if (evidence.Contradicts)
                return evidence.Contradiction(column, tellsApart?.Invoke())!;
            if (evidence.Unclear(column) is { } unclear)
                return unclear;
            dates.Order = evidence.Order is DateOrder.MonthFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;
            if (evidence.Note(column) is { } note)
                dates.Notes.Add(note);
        }
        return dates.Decide(texts) is { } refusal ? refusal : dates;
    }

    /// <summary>The day or the period; null where it is no date, or only stands in for one.</summary>
    public CalendarPeriod? Read(string text) => _read.TryGetValue(text, out var read) ? read.Period : ReadAlone(text);

    /// <summary>A day that machines write where they have none.</summary>
    public bool IsStandIn(string text) => _read.TryGetValue(text, out var read) && read.IsStandIn;

    Refusal? Decide(Dictionary<string, (long Row, int Times)> texts)
    {
        AreFinancialYears = texts.Count > 1 && texts.Keys.All(text => FinancialYear.Begins(text) is not null);
        if (ShortYears(texts) is { } refusal)
            return refusal;
        foreach (var text in texts.Keys)
            _read[text] = (ReadAlone(text), false);
        StandIns(texts);
        var oneDay = new OneDay();
        foreach (var (text, (_, times)) in texts)
            for (var i = 0; i < times && _read[text].Period is { Cadence: Cadence.Day }; i++)
                oneDay.Look(_read[text].Period!.Value.First);
        if (oneDay.Note(_column) is { } same)
            return new Refusal($"{same} Name another column.");
        Note(texts);
        return null;
    }

    CalendarPeriod? ReadAlone(string text) =>
        AreFinancialYears && FinancialYear.Begins(text) is { } begins
            ? new(FinancialYear.FirstDay(begins), Cadence.Year)
        : _shortYearInFront
        && ShortYearInFront().Match(text) is { Success: true } found
        && MonthNames.Of(found.Groups[2].ValueSpan) is { } month
            ? new(new(CalendarPeriod.YearOf(found.Groups[1].ValueSpan), month, 1), Cadence.Month)
        : CalendarPeriod.Read(text, Order);

    /// <summary>“Apr-21” is a month of 2021 unless only its number moves; “21-Apr” is one only where years follow one another.</summary>
    Refusal? ShortYears(Dictionary<string, (long Row, int Times)> texts)
    {
        var behind = texts
            .Keys.Select(t => ShortYearBehind().Match(t))
            .Where(m => m.Success && MonthNames.Of(m.Groups[1].ValueSpan) is not null)
            .ToList();
        if (
            behind.Count == texts.Count
            && behind.Count > 1
            && behind.Select(m => MonthNames.Of(m.Groups[1].ValueSpan)).Distinct().Count() == 1
            && behind.Select(m => m.Groups[2].Value).All(number => string.CompareOrdinal(number, "31") <= 0)
        )
            return new Refusal(
                $"Column “{_column}”, row {texts[behind[0].Value].Row}: {DataFile.Quoted(behind[0].Value)} could be a month of a year or a day of a month, and all dates are of one month. Write months as 2021-04 and days as 2021-04-21."
            );
        var front = texts
            .Keys.Select(t => ShortYearInFront().Match(t))
            .Where(m => m.Success && MonthNames.Of(m.Groups[2].ValueSpan) is not null)
            .ToList();
        if (front.Count == 0 || front.Count < texts.Count)
            return null;
        var months = front
            .Select(m =>
                12 * int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
                + MonthNames.Of(m.Groups[2].ValueSpan)!.Value
            )
            .Order()
            .ToArray();
        _shortYearInFront =
            front.Select(m => m.Groups[1].Value).Distinct().Count() > 1
            && months.Zip(months.Skip(1)).All(pair => pair.Second - pair.First == 1);
        return _shortYearInFront
            ? null
            : new Refusal(
                $"Column “{_column}”, row {texts[front[0].Value].Row}: {DataFile.Quoted(front[0].Value)} has no year that can be told from a day. Write months as 2021-04 and days as 2021-04-21."
            );
    }

    void StandIns(Dictionary<string, (long Row, int Times)> texts)
    {
        var standIns = StandInDays.Among(
            _read.Values.Where(read => read.Period is { Cadence: Cadence.Day }).Select(read => read.Period!.Value.First)
        );
        foreach (var text in texts.Keys)
        {
            var day = _read[text].Period is { Cadence: Cadence.Day } read ? read.First : default;
            if (
                standIns.Contains(day) && _read[text].Period is not null
                || StandInDays.Hold(Encoding.UTF8.GetBytes(text), default)
            )
                _read[text] = (null, true);
        }
        foreach (
            var same in texts
                .Where(t => _read[t.Key].IsStandIn)
                .GroupBy(t => CalendarPeriod.Read(t.Key, Order)?.First ?? default)
        )
            Notes.Add(StandInDays.Note(same.Sum(t => t.Value.Times), same.Key, _column));
    }

    void Note(Dictionary<string, (long Row, int Times)> texts)
    {
        foreach (
            var kind in new[]
            {
                MachineDates.Kind.Excel,
                MachineDates.Kind.UnixSeconds,
                MachineDates.Kind.UnixMilliseconds,
            }
        )
        {
            var written = texts.Where(t => MachineDates.Read(Encoding.UTF8.GetBytes(t.Key), out _) == kind).ToList();
            if (written.Count == 0)
                continue;
            MachineDates.Read(Encoding.UTF8.GetBytes(written[0].Key), out var day);
            var rows = written.Sum(t => t.Value.Times);
            Notes.Add(
                $"“{written[0].Key}” in “{_column}” {MachineDates.InWords(kind, day)}: {(rows == 1 ? "it was" : $"{Format.Count(rows)} such numbers were")} read as days."
            );
        }
        if (AreFinancialYears)
            Notes.Add(
                $"“{texts.Keys.First()}” and the others in “{_column}” are years that end in the next one, not months: each stands as the year in which it begins."
            );
        if (texts.Keys.FirstOrDefault(text => FinancialYear.Quarter(text) is not null) is { } quarter)
            Notes.Add(
                $"“{quarter}” is taken for {Format.Month(FinancialYear.Quarter(quarter)!.Value)} and the two months after it: the financial year is assumed to begin in April. Where it begins in another month, write quarters as 2021-Q2."
            );
    }

    [GeneratedRegex(@"^(\p{L}{3,12})\.?[-/ .'’]?([0-9]{2})$")]
    private static partial Regex ShortYearBehind();

    [GeneratedRegex(@"^([0-9]{2})[-/ .]?(\p{L}{3,12})\.?$")]
    private static partial Regex ShortYearInFront();
}
