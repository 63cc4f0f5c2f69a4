using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>One option of a question, with the answers of those who chose it or with how many did.</summary>
/// <param name="Name">The option.</param>
/// <param name="Cell">What is shown of it.</param>
public sealed record OptionCell(string Name, Cell Cell);

/// <summary>How many chose each option of a question.</summary>
/// <remarks>
/// An option is a group of people and is protected as one: what fewer than a minimum chose is hidden, what all but a few
/// chose too, and so is another option beside it where the others would give it away. Each release is counted and
/// protected alone, as in a <see cref="Breakdown"/>; the share of an option is among those who answered in the releases that
/// show it, so that hidden ones do not make it smaller.
/// </remarks>
public sealed class OptionCounts
{
    OptionCounts(Cell total, bool overlap, IReadOnlyList<OptionCell> options) =>
        (Total, Overlap, Options) = (total, overlap, options);

    /// <summary>How many people answered the question, as answers of 1, and how many did not.</summary>
    public Cell Total { get; }

    /// <summary>Whether a person may have chosen several, so that the shares add to more than all.</summary>
    public bool Overlap { get; }

    /// <summary>
    /// The options in the order first seen, each with the answers “not chosen” (0) and “chosen” (1): its score of the kind
    /// <see cref="ScoreKind.Share"/> is the percent who chose it, with Wilson's interval.
    /// </summary>
    public IReadOnlyList<OptionCell> Options { get; }

    internal static Answer<OptionCounts> Of(SurveyColumns survey, string name)
    {
        var blocks = survey.Snapshot(out var looks);
        if (survey.Sets.FirstOrDefault(set => set.Name == name) is { } several)
            return Of(
                several,
                [.. looks.Select(rows => OverlappingGroups.People(rows, several, blocks, survey))],
                survey
            );
        if (survey.Attributes.FirstOrDefault(attribute => attribute.Name == name) is { } one)
            return Of(one, [.. looks.Select(rows => Line(rows, one, blocks, survey))], survey);
        return new NoAnswer($"There is no question {name} in this survey.");
    }

    internal static Cube Line(Stretch rows, AttributeColumn options, Block[] blocks, SurveyColumns survey) =>
        CubeCount
            .Of([Axis.Of(options)], CubeCount.Anybody, Chosen, blocks, rows, survey.IsWeighted)
            .Unanswered(place: 0);

    internal static OptionCounts Of(AttributeColumn options, Cube[] cubes, SurveyColumns survey)
    {
        var size = cubes[0].Axes[0].Size;
        int[] all = [.. Enumerable.Range(0, size)];
        (Cube Cube, CellSuppression Protection)[] releases =
        [
            .. cubes.Select(cube => (cube, CellSuppression.Of(cube, survey.Minimum))),
        ];
        Distribution? Shown((Cube Cube, CellSuppression Protection) release, int option) =>
            release.Protection.Shows([
                [option],
            ])
                ? Both(
                    release.Cube.Sum([
                        [.. all.Where(o => o != option)],
                    ]),
                    release.Cube.Sum([
                        [option],
                    ])
                )
                : null;
        return new(
            Together(
                survey.Minimum,
                releases.Select(r => r.Protection.Shows([null]) ? r.Cube.Sum([all]) : null),
                answers => answers.N
            ),
            overlap: false,
            [.. all.Skip(1).Select(option => Option(options[option], releases.Select(r => Shown(r, option)), survey))]
        );
    }

    static OptionCounts Of(SetColumn set, OverlappingGroups[] releases, SurveyColumns survey) =>
        new(
            Together(survey.Minimum, releases.Select(release => release.Total), answers => answers.N),
            overlap: true,
            [
                .. Enumerable
                    .Range(1, releases[0].Count)
                    .Select(option =>
                        Option(
                            set[option],
                            releases.Select(r => r.Shows(option) ? Both(r.Not(option), r.Chosen(option)) : null),
                            survey
                        )
                    ),
            ]
        );

    static OptionCell Option(string name, IEnumerable<Distribution?> releases, SurveyColumns survey) =>
        new(name, Together(survey.Minimum, releases, answers => answers.CountOf(1)));

    static Distribution Both(Distribution not, Distribution chosen) =>
        new(
            Chosen,
            [not.N, chosen.N],
            not.Missing + chosen.Missing,
            chosen.IsWeighted ? [not.TotalWeight, chosen.TotalWeight] : null,
            not.TotalSquaredWeight + chosen.TotalSquaredWeight
        );

    /// <summary>What the releases show; hidden where they hide all that there may be.</summary>
    internal static Cell Together(
        MinimumGroup minimum,
        IEnumerable<Distribution?> releases,
        Func<Distribution, long> people
    )
    {
        var all = releases.ToList();
        var shown = all.OfType<Distribution>().ToList();
        // “Nobody” where a release hides somebody would not be true.
        var nothing = shown.Count == 0 || (shown.Count < all.Count && shown.TrueForAll(part => people(part) == 0));
        return new(nothing ? null : Distribution.Together(shown), minimum);
    }

    internal static Scale Chosen { get; } = Scale.Of(0, 1).Value;
}
