namespace Heed.Ui.Charts;

public readonly record struct ScaleTick(double At, string Label, string? Under = null);

/// <summary>A straight scale from values to places in the drawing, its ends on round numbers.</summary>
public readonly record struct LinearScale
{
    static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10, 20];

    LinearScale(double from, double to, double step, double start, double end) =>
        (From, To, Step, Start, End) = (from, to, step, start, end);

    public double From { get; }
    public double To { get; }
    public double Step { get; }
    public double Start { get; }
    public double End { get; }

    /// <summary>Widens the span to round steps of 1, 2, 2.5 or 5 times a power of ten, at most as many as wanted.</summary>
    public static LinearScale Nice(double least, double most, double start, double end, int wanted = 5)
    {
        if (!double.IsFinite(least) || !double.IsFinite(most) || least > most)
            throw new ArgumentException($"A scale needs finite ends in order; given {least} to {most}.");
        if (least == most)
            (least, most) = (least - Math.Max(1, Math.Abs(least) / 10), most + Math.Max(1, Math.Abs(most) / 10));
        var steps = Math.Max(2, wanted);
        var power = Math.Pow(10, Math.Floor(Math.Log10((most - least) / steps)));
        var step = RoundSteps.Select(s => s * power).First(s => Over(most, s) - Under(least, s) <= steps);
        return new(Under(least, step) * step, Over(most, step) * step, step, start, end);
    }

    // A hair inside the next step counts as on it: 0.1 + 0.2 is not 0.3.
    static double Under(double value, double step) => Math.Floor(value / step + 1e-9);

    static double Over(double value, double step) => Math.Ceiling(value / step - 1e-9);

    public double At(double value) => Start + (value - From) / (To - From) * (End - Start);

    public IReadOnlyList<ScaleTick> Ticks
    {
        get
        {
            var (scale, steps) = (this, (int)Math.Round((To - From) / Step));
            var places = Enumerable.Range(0, 9).First(p => p == 8 || IsWhole(scale.Step * Math.Pow(10, p)));
            return
            [
                .. Enumerable
                    .Range(0, steps + 1)
                    .Select(i => scale.From + i * scale.Step)
                    .Select(v => new ScaleTick(
                        scale.At(v),
                        Format.Number(Math.Abs(v) < scale.Step / 1e6 ? 0 : v, places)
                    )),
            ];
        }
    }

    static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 1e-6;
}

/// <summary>A straight scale of days, with ticks on days, Mondays, months, quarters or years.</summary>
public readonly record struct DateScale
{
    static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

    public DateScale(DateOnly from, DateOnly to, double start, double end)
    {
        if (to < from)
            throw new ArgumentException(
                $"A date scale ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}."
            );
        (From, To, Start, End) = (from, to, start, end);
    }

    public DateOnly From { get; }
    public DateOnly To { get; }
    public double Start { get; }
    public double End { get; }

    int Days => To.DayNumber - From.DayNumber;

    public double At(DateOnly day) =>
        Days == 0 ? (Start + End) / 2 : Start + (day.DayNumber - From.DayNumber) / (double)Days * (End - Start);

    /// <summary>The finest ticks that leave room for their labels; the year stands under the first and each January.</summary>
    public IReadOnlyList<ScaleTick> Ticks(double room)
    {
        var scale = this;
        var most = Math.Max(2, (int)((End - Start) / room));
        var days = new[] { Every(1), Every(2), Mondays(1), Mondays(2) }.FirstOrDefault(list => list.Count <= most);
        var chosen =
            Days <= 45 && days is { Count: > 0 }
                ? days
                : MonthSteps.Select(scale.Months).First(list => list.Count <= most);
        var years = chosen.Count > 0 && chosen.All(d => d is { Day: 1, Month: 1 });
        return [.. chosen.Select((day, i) => Tick(scale, day, i, years, chosen))];
    }

    static ScaleTick Tick(DateScale scale, DateOnly day, int index, bool years, List<DateOnly> all)
    {
        if (years)
            return new(scale.At(day), Format.Year(day));
        var byDay = all.Any(d => d.Day != 1);
        var first = index == 0 || all[index - 1].Year != day.Year;
        return new(
            scale.At(day),
            byDay ? Format.DayOfYear(day) : Format.ShortMonth(day),
            first ? Format.Year(day) : null
        );
    }

    List<DateOnly> Every(int step)
    {
        var first = From;
        return [.. Enumerable.Range(0, Days / step + 1).Select(i => first.AddDays(i * step))];
    }

    List<DateOnly> Mondays(int step)
    {
        var first = From.AddDays(((int)DayOfWeek.Monday - (int)From.DayOfWeek + 7) % 7);
        var last = To;
        return [.. Enumerable.Range(0, Days / 7 + 1).Select(i => first.AddDays(i * 7 * step)).Where(d => d <= last)];
    }

    List<DateOnly> Months(int step)
    {
        var round = Math.Max(1, From.Year - From.Year % Math.Max(1, step / 12));
        var list = new List<DateOnly>();
        for (var day = new DateOnly(round, 1, 1); day <= To; day = day.AddMonths(step))
        {
            if (day >= From)
                list.Add(day);
        }
        return list;
    }
}
