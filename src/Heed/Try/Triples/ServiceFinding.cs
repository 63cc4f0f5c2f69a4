using Heed.Analytics.Evidence;
using Heed.Ui;

namespace Heed.Try;

/// <summary>What the verdicts on a service say together.</summary>
public enum ServiceFinding
{
    /// <summary>One improved at least, and none worsened.</summary>
    Improvement,

    /// <summary>One improved and one worsened: the one may have been paid for with the other.</summary>
    Trade,

    /// <summary>One worsened at least, and none improved.</summary>
    GotWorse,

    /// <summary>None changed, and the hours that are spent on them rise.</summary>
    EffortWithoutMovement,

    /// <summary>None changed.</summary>
    NoMovement,

    CannotTell,
    NotMeasured,
}

/// <summary>One word for up to four: the same whichever of them says which.</summary>
static class ServiceRule
{
    public static ServiceFinding Of(IReadOnlyCollection<VerdictWord> lines, bool hoursRise)
    {
        var (up, down) = (lines.Contains(VerdictWord.Improved), lines.Contains(VerdictWord.Worsened));
        if (up || down)
            return (up, down) switch
            {
                (true, true) => ServiceFinding.Trade,
                (true, false) => ServiceFinding.Improvement,
                _ => ServiceFinding.GotWorse,
            };
        // What nobody measures is not flat; what cannot be told may have moved.
        return lines.All(word => word is VerdictWord.NotMeasured) ? ServiceFinding.NotMeasured
            : lines.Contains(VerdictWord.CannotTell) ? ServiceFinding.CannotTell
            : hoursRise ? ServiceFinding.EffortWithoutMovement
            : ServiceFinding.NoMovement;
    }
}

static class ServiceWords
{
    public static string Word(this ServiceLine line) =>
        line is ServiceLine.ServiceLevel ? "Service level" : line.ToString();

    public static string Word(this ServiceFinding finding) =>
        finding switch
        {
            ServiceFinding.Improvement => "Improvement",
            ServiceFinding.Trade => "Trade",
            ServiceFinding.GotWorse => "Got worse",
            ServiceFinding.EffortWithoutMovement => "Effort without movement",
            ServiceFinding.NoMovement => "No movement yet",
            ServiceFinding.CannotTell => "Cannot tell",
            _ => "Not measured",
        };

    public static Status Shape(this ServiceFinding finding) =>
        finding switch
        {
            ServiceFinding.Improvement => Status.Held,
            ServiceFinding.Trade => Status.Watch,
            ServiceFinding.GotWorse => Status.OffCourse,
            ServiceFinding.EffortWithoutMovement => Status.Watch,
            _ => Status.NotKnown,
        };

    /// <summary>The finding in a sentence, with the names of what moved.</summary>
    public static string Say(this JudgedService judged)
    {
        var (up, down) = (Names(judged, VerdictWord.Improved), Names(judged, VerdictWord.Worsened));
        return judged.Finding switch
        {
            ServiceFinding.Trade =>
                $"{Format.Capital(up)} improved and {down} worsened over the same days: a trade, unless something else moved one of them. Before more of it is done, lay the two side by side as a tension.",
            ServiceFinding.Improvement => $"{Format.Capital(up)} improved, and nothing that is measured worsened.",
            ServiceFinding.GotWorse => $"{Format.Capital(down)} worsened, and nothing that is measured improved.",
            ServiceFinding.EffortWithoutMovement =>
                "Nothing moved by as much as would matter, while the hours of the trials on it rise: something else is called for.",
            ServiceFinding.NoMovement => "Nothing moved by as much as would matter.",
            ServiceFinding.CannotTell => "Nothing moved for sure, and of one at least it cannot be told.",
            _ => "Nothing of it was measured in these days.",
        };
    }

    static string Names(JudgedService judged, VerdictWord word) =>
        Format.List([
            .. judged.Lines.Where(line => line.Word == word).Select(line => line.Line.Word().ToLowerInvariant()),
        ]);

    /// <summary>“the change on 3 March 2026: a second barista”, “the last quarter”.</summary>
    public static string SinceInWords(this Service service, ServiceWindow window) =>
        service.Since is null ? $"the last quarter, from {Format.Day(window.Since)} on"
        : service.SinceWhat is { } what ? $"the change on {Format.Day(window.Since)}: {what}"
        : $"from {Format.Day(window.Since)} on";
}
