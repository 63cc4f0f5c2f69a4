using Heed.Analytics.Evidence;
using Heed.Ui;

namespace Heed.Waste;

/// <summary>Controls as pages say them: the states of a practice in a control's own words.</summary>
static class ControlWords
{
    public static string Done(this ControlAim aim) =>
        aim switch
        {
            ControlAim.Lighten => "lightened",
            ControlAim.Replace => "replaced",
            _ => "retired",
        };

    public static string Word(this ControlAim aim) => aim.ToString();

    public static string Word(this PracticeState state, ControlAim? aim)
    {
        var done = (aim ?? ControlAim.Retire).Done();
        return state switch
        {
            PracticeState.Standing => "Stated",
            PracticeState.Questioned => "Challenged",
            PracticeState.Kept => "Kept with reason",
            PracticeState.BeingRemoved => $"To be {done}",
            PracticeState.Verifying => $"{Format.Capital(done)}, verifying",
            PracticeState.Gone => $"{Format.Capital(done)}, confirmed",
            PracticeState.Restored => "Reinstated",
            _ => state.Word(),
        };
    }

    /// <summary>“2 catches in 5,200 cases: 0.38 [0.05, 1.39] in 1,000”, or what none at all can say.</summary>
    public static string Says(this Control control)
    {
        if (control.WatchedFrom is null)
            return "Nobody notes what it catches yet. Say since when, and in how many cases.";
        var caught = $"{(control.Caught == 0 ? "No catch" : Format.Count(control.Caught, "catch", "catches"))}";
        if (control.Rate is not { } rate)
            return $"{caught} since {Format.Day(control.WatchedFrom.Value)}. Say in how many cases, and it becomes a rate.";
        var cases = Format.Count((long)rate.Exposure, "case");
        return control.Caught == 0
            ? $"{caught} in {cases}: fewer than about {Format.Number(rate.High * PerThousand)} in 1,000 (95 %)."
            : $"{caught} in {cases}: {Format.Number(rate.Rate * PerThousand)} in 1,000 {Format.Interval(rate.Low * PerThousand, rate.High * PerThousand)} (95 %).";
    }

    const double PerThousand = 1000;

    public static IReadOnlyList<Choice> Aims { get; } =
    [
        new(nameof(ControlAim.Lighten), "Lighten it", "Less of it, by the lighter way that you chose."),
        new(nameof(ControlAim.Replace), "Replace it", "Something else in its place: the lighter way that you chose."),
        new(nameof(ControlAim.Retire), "Retire it", "Nothing in its place. Not where a law demands it."),
    ];
}
