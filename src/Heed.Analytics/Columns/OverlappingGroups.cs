using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>The options of a set in one release, as groups of people that overlap, and which of them may be shown.</summary>
/// <remarks>
/// Who chose an option and who did not add up to all, so each option is protected with its remainder, as a breakdown by two
/// values. But options also add up among themselves wherever everybody was to choose the same number of them (“choose
/// three”): what all options hold together is then known, and a single hidden one would follow. So they are protected as one
/// line of groups too, and where only one is hidden the smallest shown one goes with it.
/// </remarks>
sealed class OverlappingGroups
{
    readonly Cube[] _cubes;
    readonly bool[] _shows;

    OverlappingGroups(Cube[] cubes, bool[] shows, Distribution? total) =>
        (_cubes, _shows, Total) = (cubes, shows, total);

    public int Count => _cubes.Length;

    /// <summary>All who answered the set; null where even that is hidden.</summary>
    public Distribution? Total { get; }

    public bool Shows(int option) => _shows[option - 1];

    /// <summary>Those who chose others, and those who answered nothing among the missing.</summary>
    public Distribution Not(int option) =>
        _cubes[option - 1]
            .Sum([
                [0, 1],
            ]);

    public Distribution Chosen(int option) =>
        _cubes[option - 1]
            .Sum([
                [2],
            ]);

    public static Answer<IReadOnlyList<OptionCell>> Of(SurveyColumns survey, string question, string name)
    {
        var asked = survey.Questions.ToList().FindIndex(column => column.Name == question);
        if (asked < 0)
            return new NoAnswer($"There is no question {question} in this survey.");
        if (survey.Sets.FirstOrDefault(column => column.Name == name) is not { } set)
            return new NoAnswer($"There is no question {name} with several options in this survey.");
        var blocks = survey.Snapshot(out var looks);
        var scale = survey.Questions[asked].Scale;
        var count = set.Count;
        OverlappingGroups[] releases =
        [
            .. looks.Select(rows =>
            {
                Cube[] cubes =
                [
                    .. Options(count).Select(option => Cube(rows, set, option, asked, scale, blocks, survey)),
                ];
                return new OverlappingGroups(cubes, Shown(cubes, scale, survey.Minimum), null);
            }),
        ];
        List<OptionCell> groups =
        [
            .. Options(count)
                .Select(option => new OptionCell(
                    set[option],
                    OptionCounts.Together(
                        survey.Minimum,
                        releases.Select(release => release.Shows(option) ? release.Chosen(option) : null),
                        answers => answers.N
                    )
                )),
        ];
        return groups;
    }

    /// <summary>How many people chose each option in a stretch of rows.</summary>
    public static OverlappingGroups People(Stretch rows, SetColumn set, Block[] blocks, SurveyColumns survey)
    {
        // Whoever did not answer is no group where people are counted. Option 0 is that of having answered at all.
        Cube[] cubes =
        [
            .. Enumerable
                .Range(0, set.Count + 1)
                .Select(option =>
                    Cube(rows, set, option, CubeCount.Anybody, OptionCounts.Chosen, blocks, survey).Unanswered(place: 0)
                ),
        ];
        var shows = CellSuppression.Of(cubes[0], survey.Minimum).Shows([null]);
        var total = cubes[0]
            .Sum([
                [0, 1, 2],
            ]);
        return new(cubes[1..], Shown(cubes[1..], OptionCounts.Chosen, survey.Minimum), shows ? total : null);
    }

    static IEnumerable<int> Options(int count) => Enumerable.Range(1, count);

    static Cube Cube(
        Stretch rows,
        SetColumn set,
        int option,
        int question,
        Scale scale,
        Block[] blocks,
        SurveyColumns survey
    ) => CubeCount.Of([Axis.Of(set, option)], question, scale, blocks, rows, survey.IsWeighted);

    static bool[] Shown(Cube[] cubes, Scale scale, MinimumGroup minimum)
    {
        if (cubes.Length == 0 || !minimum.Protects)
            return [.. cubes.Select(_ => true)];
        // Of two that are as small the name decides, and not which of them stood first in a file.
        int[] order = [.. Enumerable.Range(0, cubes.Length)];
        Array.Sort(order, (a, b) => string.CompareOrdinal(cubes[a].Axes[0].Name, cubes[b].Axes[0].Name));
        Axis line = new("option", 0, 0, cubes.Length, [.. cubes.Select(_ => true)]);
        int[] counts = [.. order.SelectMany(at => cubes[at].Group(2).ToArray())];
        var among = CellSuppression.Of(new([line], scale, counts, null), minimum);
        var shows = new bool[cubes.Length];
        for (var at = 0; at < order.Length; at++)
            shows[order[at]] =
                among.Shows([
                    [at],
                ])
                && CellSuppression
                    .Of(cubes[order[at]], minimum)
                    .Shows([
                        [2],
                    ]);
        if (shows.Count(shown => !shown) == 1 && Smallest(cubes, shows) is { } next)
            shows[next] = false;
        return shows;
    }

    static int? Smallest(Cube[] cubes, bool[] shows)
    {
        long N(int option) =>
            cubes[option]
                .Sum([
                    [2],
                ])
                .N;
        return Enumerable
            .Range(0, cubes.Length)
            .Where(at => shows[at] && N(at) > 0)
            .OrderBy(N)
            .ThenBy(at => cubes[at].Axes[0].Name, StringComparer.Ordinal)
            .Cast<int?>()
            .FirstOrDefault();
    }
}
