using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Aim;

/// <summary>Something in the wording or the numbers that is worth a second look. It teaches and never blocks.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Words">What it is about, as it was written.</param>
/// <param name="Says">Why it matters, and a question that helps to rewrite it.</param>
public sealed record Finding(string Rule, string Words, string Says);

/// <summary>What an experienced reader would ask about an objective or a key result.</summary>
public static partial class Findings
{
    /// <summary>Fewer points than this do not make a window: one month may be a lucky one.</summary>
    const int WindowOfPoints = 6;

    public static IReadOnlyList<Finding> Of(Objective objective)
    {
        List<Finding> found = [];
        if (OutputVerb().Match(objective.Title) is { Success: true } verb)
            found.Add(
                new(
                    "output",
                    verb.Value,
                    $"“{verb.Value}” is something that you do. What will be different for the customer once it is done?"
                )
            );
        if (Digits().Match(objective.Title) is { Success: true } digits)
            found.Add(
                new(
                    "number",
                    digits.Value,
                    $"“{digits.Value}” is a measure. Say in the objective what should be different, and leave the number to a key result."
                )
            );
        return found;
    }

    public static IReadOnlyList<Finding> OfWords(string who, string doesWhat)
    {
        List<Finding> found = [];
        if (string.IsNullOrWhiteSpace(who))
        {
            found.Add(
                new("who", "who", "Nobody is named. Whose behaviour is to change: which customers, outside or inside?")
            );
            // Without a subject it is a sentence on its own, and is read as one.
            var prose = KeyResultProse.Read(doesWhat);
            if (prose.Is != ProseClass.Outcome)
                found.Add(new(prose.Rule, prose.Words, prose.Question));
        }
        else if (OutputVerb().Match(doesWhat) is { Success: true } verb)
            found.Add(
                new(
                    "output",
                    verb.Value,
                    $"“{verb.Value}” is what your team does. What will {who.Trim()} do differently because of it?"
                )
            );
        if (OurSelves().Match(who) is { Success: true } us)
            found.Add(
                new(
                    "customer",
                    us.Value,
                    $"“{us.Value}” looks like the team itself. Whom does it serve, inside or outside, and what do they do?"
                )
            );
        if (SystemWord().Match(doesWhat) is { Success: true } system)
            found.Add(
                new(
                    "system",
                    system.Value,
                    $"“{system.Value}” is what a system does. What do people do more or less of when it gets better?"
                )
            );
        return found;
    }

    public static IReadOnlyList<Finding> Of(EvaluatedKeyResult reading)
    {
        var keyResult = reading.KeyResult;
        List<Finding> found = [.. OfWords(keyResult.Who, keyResult.DoesWhat)];
        if (keyResult.BaselineState != BaselineState.Known && reading.Keeps is null)
            found.Add(
                new(
                    "no start",
                    "from",
                    "From where is not known, so no progress can be told. Who measures the start, and until when?"
                )
            );
        if (reading.Metric.Kind == MetricKind.System && !found.Exists(f => f.Rule == "system"))
            found.Add(
                new(
                    "system",
                    reading.Metric.Name,
                    $"“{reading.Metric.Name}” measures a system. Is there a metric of what people do?"
                )
            );
        if (reading is { Limit: not null, LimitInWords: { } limit })
            found.Add(
                new(
                    "limit",
                    Format.Number(keyResult.Target),
                    $"“{reading.Metric.Name}” is wanted {(reading.Limit == Direction.Down ? "low" : "high")}, and {Format.Number(keyResult.Target)} is the other way from {Format.Number(keyResult.Baseline!.Value)}: it is kept as a limit, {limit}, and has no progress. Is that what you mean?"
                )
            );
        else if (reading.Keeps is null && reading.Band is { HasLimits: true } band && !band.Excludes(keyResult.Target))
            found.Add(
                new(
                    "target inside the noise",
                    Format.Number(keyResult.Target),
                    $"{Format.Number(keyResult.Target)} lies within the usual {reading.Movement.Usual}: luck alone reaches it. Would a bigger change be worth aiming at?"
                )
            );
        if (Window(reading) is { } window)
            found.Add(window);
        return found;
    }

    static Finding? Window(EvaluatedKeyResult reading)
    {
        if (reading.KeyResult is not { BaselineFrom: { } from, BaselineTo: { } to } || reading.Now is null)
            return null;
        var points = reading.Measured.Points.Count(p => p.On >= from && p.On <= to);
        return points >= WindowOfPoints
            ? null
            : new(
                "short window",
                points.ToString(CultureInfo.InvariantCulture),
                $"The start rests on {Format.Count(points, "point")}. With {WindowOfPoints} or more, a lucky or unlucky one weighs less."
            );
    }

    // Verbs of work at the beginning; a customer's own verbs are left alone because they seldom begin with these.
    [GeneratedRegex(
        @"^\s*(?:(?:launch|deliver|implement|train|build|deploy|install|develop|publish|design|finish|conduct|hold)(?:s|es|ing|ed)?|(?:releas|migrat|introduc|creat|complet|organi[sz]|writ|hir|upgrad)(?:e|es|ing|ed)|roll(?:s|ing|ed)? ?outs?|ship(?:s|ping|ped)?|run(?:s|ning)?|set(?:s|ting)? up)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OutputVerb();

    [GeneratedRegex(
        @"^\s*(we|(?-i:[Uu]s)|our (?:own )?team|the team|engineering|developers|management|our staff)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OurSelves();

    [GeneratedRegex(
        @"\b(uptime|latency|load time|response time|throughput|error rate|availability|server|pop-?ups?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SystemWord();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*(?:\s*%)?", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
