using Heed.Analytics;
using Heed.Analytics.Scores;

namespace Heed.Aim;

/// <summary>How often the quality check is right about sentences that people labelled.</summary>
/// <param name="Class">The label: outcome, work, vague, health, vanity, binary, bau, no-baseline, sandbagged, compound.</param>
/// <param name="Labelled">How many have this label alone, so that one may be missed.</param>
/// <param name="Found">How many of those are read so.</param>
/// <param name="Others">How many do not have this label.</param>
/// <param name="False">How many of those are read so all the same.</param>
public sealed record ProseAccuracy(string Class, int Labelled, int Found, int Others, int False)
{
    public Estimate? Recall => Labelled == 0 ? null : Intervals.Wilson(Found, Labelled);
    public Estimate? FalseAlarms => Others == 0 ? null : Intervals.Wilson(False, Others);

    /// <summary>A row with several labels is right with any; output and activity are one class, work.</summary>
    public static IReadOnlyList<ProseAccuracy> Of(IReadOnlyList<(string Text, string Label)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var read = rows.Select(r => (Is: Word(KeyResultProse.Read(r.Text).Is), Labels: Labels(r.Label))).ToList();
        return
        [
            .. read.SelectMany(r => r.Labels)
                .Distinct()
                .OrderBy(Place)
                .ThenBy(l => l, StringComparer.Ordinal)
                .Select(label =>
                {
                    var with = read.Where(r => r.Labels.Contains(label)).ToList();
                    var without = read.Where(r => !r.Labels.Contains(label)).ToList();
                    return new ProseAccuracy(
                        label,
                        with.Count,
                        with.Count(r => r.Labels.Contains(r.Is)),
                        without.Count,
                        without.Count(r => r.Is == label)
                    );
                }),
        ];
    }

    /// <summary>Outcomes that are taken for work: what makes people stop listening to a check.</summary>
    public static ProseAccuracy WorkAmongOutcomes(IReadOnlyList<(string Text, string Label)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var work = Word(ProseClass.Work);
        bool IsWork((string Text, string Label) row) => KeyResultProse.Read(row.Text).Is == ProseClass.Work;
        var all = rows.Select(r => (Row: r, Labels: Labels(r.Label))).ToList();
        var made = all.Where(r => r.Labels.Contains(work)).ToList();
        var outcomes = all.Where(r => r.Labels.Contains("outcome") && !r.Labels.Contains(work)).ToList();
        return new(
            work,
            made.Count,
            made.Count(r => r.Labels.Contains(Word(KeyResultProse.Read(r.Row.Text).Is))),
            outcomes.Count,
            outcomes.Count(r => IsWork(r.Row))
        );
    }

    public static string Word(ProseClass read) =>
        read switch
        {
            ProseClass.BusinessAsUsual => "bau",
            ProseClass.NoBaseline => "no-baseline",
            _ => read.ToString().ToLowerInvariant(),
        };

    static int Place(string label) =>
        label switch
        {
            "work" => 0,
            "outcome" => 1,
            _ => 2,
        };

    static HashSet<string> Labels(string label) =>
        [
            .. label
                .Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.ToLowerInvariant() is "output" or "activity" ? "work" : l.ToLowerInvariant()),
        ];
}
