using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Heed.Simulations;

/// <summary>Every promise that is tried.</summary>
static class Promises
{
    public static Simulation[] All =>
        [
            .. NothingHappened.All,
            .. SomethingHappened.All,
            .. FalseAlarms.All,
            .. CoverageOfScores.All,
            .. CoverageOfEffects.All,
            .. Looks.All,
        ];
}

/// <summary>The outcomes as a table and as the page that is kept.</summary>
static class Report
{
    public static string Path { get; } = Locate("simulations.md");

    /// <summary>The page of the verdict's method, which says what it does not hold.</summary>
    public static string VerdictsPath { get; } = Locate("verdicts.md");

    const string Begin = "<!-- written by tools/simulations/run -->\n";
    const string End = "<!-- to here -->\n";

    static string Locate(string page, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(
            System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "docs", "methods", page)
        );

    public static string Page(Outcome[] outcomes) =>
        $"""
            # Simulations: are the promises kept?

            A 95 % interval promises that 95 of 100 such intervals hold the truth; a verdict promises that of 100 series in which
            nothing happened at most 2.5 are called improved. Here each promise is tried on made-up data whose truth is known, at the
            small numbers where formulas tend to fail. `tools/simulations/run` does it again and writes this page; the seeds are fixed.

            - *found* is the share of cases (or the mean, where no per cent sign stands), with two Monte Carlo errors: how far the
              figure may be off because so many cases were tried and not all.
            - *kept*: not beyond the promise by more than that. *nearly*: an interval that holds the truth up to two times in a
              hundred less often than it says. **not held**: beyond it, and the list at the end says why. **falls short**: beyond
              it, and nobody knew. A line without a promise is there for comparison.

            {Summary(outcomes)}

            {BesideOthers.Table()}
            ## Every promise

            {Table(outcomes)}
            """ + Limits(outcomes);

    /// <summary>The verdict's page with every cell that is called improved too often, by its rate.</summary>
    public static string VerdictsPage(string page, IEnumerable<Outcome> outcomes)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return page[..(begin + Begin.Length)] + CalledImproved(outcomes) + page[end..];
    }

    static string CalledImproved(IEnumerable<Outcome> outcomes)
    {
        var text = new StringBuilder(
            "| what went on, though nothing was changed | called improved, % (at most 2.5 was promised) | why |\n|---|---|---|\n"
        );
        var told = outcomes.Where(one =>
            one.Kept is Kept.Named && one.Of.Group.StartsWith(NothingHappened.Group, StringComparison.Ordinal)
        );
        foreach (var kind in told.GroupBy(one => (What: KindOf(one.Of), one.Of.Limit)))
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {kind.Key.What} | {string.Join("; ", kind.Select(one => $"{LengthOf(one.Of)}: {one.Found.ToString("0.0", CultureInfo.InvariantCulture)}"))} | {kind.Key.Limit} |\n"
            );
        return text.ToString();
    }

    // A case is told as “random walk, 8 before and 8 after”.
    static string KindOf(Simulation of) => of.What[..of.What.LastIndexOf(", ", StringComparison.Ordinal)];

    static string LengthOf(Simulation of) => of.What[(of.What.LastIndexOf(", ", StringComparison.Ordinal) + 2)..];

    public static string Summary(Outcome[] outcomes) =>
        $"{outcomes.Count(one => one.Kept is Kept.Yes)} promises kept, {outcomes.Count(one => one.Kept is Kept.Nearly)} nearly, "
        + $"{outcomes.Count(one => one.Kept is Kept.Named)} are not held, as is said below; {outcomes.Count(one => one.Kept is Kept.No)} fall short.";

    public static string Table(IEnumerable<Outcome> outcomes)
    {
        var text = new StringBuilder();
        foreach (var group in outcomes.GroupBy(outcome => outcome.Of.Group))
        {
            text.Append(CultureInfo.InvariantCulture, $"**{group.Key}**\n\n");
            text.Append("| case | promised | found | | cases |\n|---|--:|--:|---|--:|\n");
            foreach (var outcome in group)
                text.Append(Line(outcome)).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }

    static string Line(Outcome outcome)
    {
        var (of, _, answered, found, error) = outcome;
        var unit = of.Promise.InPercent ? " %" : "";
        string Number(double value) =>
            value.ToString(of.Promise.InPercent ? "0.0" : "0.##", CultureInfo.InvariantCulture);
        var promised = of.Promise.Kind switch
        {
            PromiseKind.AtLeast => $"at least {Number(of.Promise.Target)}{unit}",
            PromiseKind.AtMost => $"at most {Number(of.Promise.Target)}{unit}",
            PromiseKind.About => $"{Number(of.Promise.Target)}{unit}",
            _ => "",
        };
        var kept = outcome.Kept switch
        {
            Kept.Yes => "kept",
            Kept.Nearly => "nearly",
            Kept.Named => "**not held**",
            Kept.No => "**falls short**",
            _ => "",
        };
        var cases =
            answered == outcome.Runs
                ? answered.ToString("N0", CultureInfo.InvariantCulture)
                : $"{answered.ToString("N0", CultureInfo.InvariantCulture)} of {outcome.Runs.ToString("N0", CultureInfo.InvariantCulture)}; the others were refused";
        return $"| {of.What} | {promised} | {Number(found)}{unit} ± {Number(error)} | {kept} | {cases} |";
    }

    static string Limits(Outcome[] outcomes)
    {
        var known = outcomes.Where(outcome => outcome.Of.Limit is not null && outcome.Kept is not Kept.Yes).ToList();
        return known.Count == 0
            ? ""
            : "## Where it is known to fall short\n\n"
                + string.Concat(
                    known
                        .GroupBy(one => (one.Of.Group, one.Of.Limit))
                        .Select(group =>
                            $"- {group.Key.Group}: {group.Key.Limit}. {string.Join("; ", group.Select(one => $"{one.Of.What} ({one.Found.ToString("0.0", CultureInfo.InvariantCulture)})"))}.\n"
                        )
                );
    }
}
