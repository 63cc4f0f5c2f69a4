using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>“Did it really move?”, answered in words.</summary>
public static class MovementWords
{
    /// <summary>Two or three words for a list.</summary>
    public static string Word(this MovementState state) =>
        state switch
        {
            MovementState.NotMeasured => "Not measured",
            MovementState.TooFewPoints => "Too few points",
            MovementState.Flat => "Flat",
            MovementState.InsideItsBand => "Inside its band",
            MovementState.Moved => "Moved",
            _ => "Moved, and back",
        };

    /// <summary>The status for shape and colour. What cannot be told is never coloured good or bad.</summary>
    public static Status Shape(this Movement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return movement.Current is { } signal ? signal.Shape() : Status.NotKnown;
    }

    /// <summary>Only what is so now is coloured; a signal that has passed is history, neither good nor bad.</summary>
    public static Status Shape(this MetricSignal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return Ui.Charts.SeriesLine.Colour(signal.IsOn, signal.IsWanted);
    }

    /// <summary>The finding: the title of the chart.</summary>
    public static string Finding(this Movement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        var unit = movement.Metric.Unit;
        var trust = movement.IsProvisional ? ", as far as provisional limits tell" : "";
        return movement.State switch
        {
            MovementState.NotMeasured => "Nothing is measured yet",
            MovementState.TooFewPoints => $"Too few points to tell whether it moved. {movement.NoBandBecause}",
            MovementState.Flat =>
                $"It has not moved at all: every point is {Format.Value(movement.Band!.Centre!.Value, unit)}",
            MovementState.InsideItsBand =>
                $"It has not moved beyond its noise{Since(movement)}: {movement.UsualIn(unit)} is usual{trust}",
            MovementState.Moved =>
                $"It moved: it {movement.Current!.Says}, now {Format.Number(movement.Current.Value)} against a usual {Format.Number(movement.Current.Usual)} {unit}{movement.OnWhichDay()}{trust}",
            _ => $"It {movement.Latest!.Says}, and is back inside its band, {movement.UsualIn(unit)}{trust}",
        };
    }

    /// <summary>What the band rests on, for the foot of the chart.</summary>
    public static string Basis(this Movement movement, Baseline? baseline)
    {
        ArgumentNullException.ThrowIfNull(movement);
        if (movement.NoBandBecause is { } because)
            return because;
        var band = movement.Band!;
        var from = baseline is null
            ? "of all points, no baseline is named yet"
            : $"of the baseline {Format.Day(baseline.From)} to {Format.Day(baseline.To)}";
        return $"XmR band {from}: {Format.Count(band.Points, "point")}, average moving range {Format.Number(band.AverageMovingRange)}.{(movement.IsProvisional ? " Provisional: firm from 12 points on." : "")}{(movement.Week() is { } week ? $" {week}" : "")}";
    }

    /// <summary>“ on a middle day of the week”, where the days differ; else nothing.</summary>
    public static string OnWhichDay(this Movement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return movement.Weekdays is null ? "" : " on a middle day of the week";
    }

    /// <summary>How the days of the week differ, and of which day the figures are; empty where they do not.</summary>
    public static string? Week(this Movement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return movement.Weekdays is not { } week
            ? null
            : $"{Farthest(week, movement.Metric)}. The band allows for weekdays: figures drawn and judged are those of a middle day.";
    }

    /// <summary>The day that differs most: as a share where there is a nothing to take shares of, else in the unit.</summary>
    static string Farthest(Weekdays week, Metric metric)
    {
        var (day, level) = week.Levels.Index().MaxBy(d => Math.Abs(d.Item ?? 0));
        var size =
            metric.LowerBound >= 0 && week.Centre > 0
                ? Format.Percent(Math.Abs(level!.Value) / week.Centre)
                : Format.Value(Math.Abs(level!.Value), metric.Unit);
        return $"{(DayOfWeek)((day + 1) % 7)} is usually {size} {(level < 0 ? "below" : "above")} the middle of the week";
    }

    /// <summary>What moved before the last rebase is history, and the sentence does not deny it.</summary>
    static string Since(Movement movement) =>
        movement.Signals.Count > 0 ? $" since {Format.Day(movement.Look!.Phase.From)}" : "";
}
