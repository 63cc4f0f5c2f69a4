namespace Heed.Analytics.Columns;

/// <summary>The fewest answers that may stand behind a figure that is shown.</summary>
/// <remarks>
/// Five unless chosen otherwise, never below three: of two answers each of the two people knows the other's. It belongs to
/// the survey and not to the question asked of it, because two callers with different minimums could subtract.
/// </remarks>
public readonly record struct MinimumGroup
{
    const int Usual = 5;
    const int Floor = 3;
    readonly int _size;

    MinimumGroup(int size) => _size = size;

    /// <summary>Five, the usual minimum; also what a value that was never set means.</summary>
    public static MinimumGroup Five => default;

    /// <summary>
    /// No protection: one answer may be shown. Only for a file that the analyst already holds and could open in any
    /// editor, as <c>heed analyze</c> does. Never for answers that people gave to a running Heed.
    /// </summary>
    public static MinimumGroup None => new(1);

    /// <summary>How many answers a shown group has at least.</summary>
    public int Size => _size == 0 ? Usual : _size;

    /// <summary>Whether anything is hidden at all.</summary>
    public bool Protects => Size > 1;

    /// <summary>
    /// Which groups of one breakdown may be shown by the number of people in each, when everybody together is shown too:
    /// none below the minimum, and none from which one below it could be worked out.
    /// </summary>
    /// <param name="people">How many people each group has; 0 is known to be empty.</param>
    /// <returns>For each group whether it may be shown; nowhere true when there are too few people altogether.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is below zero.</exception>
    public IReadOnlyList<bool> Shows(IReadOnlyList<int> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        if (people.Any(count => count < 0))
            throw new ArgumentOutOfRangeException(nameof(people), "A group has no fewer than no people.");
        if (people.Count == 0)
            return [];
        // All said the same, the best there is: what is protected is who they are.
        var scale = Scores.Scale.ZeroToTen;
        var counts = new int[people.Count * (scale.Points + 1)];
        for (var group = 0; group < people.Count; group++)
            counts[group * (scale.Points + 1) + scale.Points - 1] = people[group];
        Axis[] axes = [new("group", 0, 0, people.Count, [.. people.Select(_ => true)])];
        var protection = CellSuppression.Of(new(axes, scale, counts, null), this);
        return
        [
            .. Enumerable
                .Range(0, people.Count)
                .Select(group =>
                    protection.Shows([
                        [group],
                    ])
                ),
        ];
    }

    /// <summary>A minimum of the organisation's choice.</summary>
    /// <param name="size">3 or more.</param>
    /// <returns>The minimum, or a sentence when it is below the floor.</returns>
    public static Answer<MinimumGroup> Of(int size) =>
        size < Floor
            ? new NoAnswer($"Groups below {Floor} are never shown: a minimum of {size} is too small.")
            : new MinimumGroup(size);
}

/// <summary>How answers come in, which decides whether the newest may be shown at once.</summary>
public enum Arrival
{
    /// <summary>
    /// One by one, from a running survey. The newest are held back until a minimum group of them has come, or who looks
    /// before and after an answer could read it off the change.
    /// </summary>
    OneByOne,

    /// <summary>All together, as from a file of a finished survey: everything is shown as soon as it is loaded.</summary>
    AllAtOnce,

    /// <summary>
    /// In releases, each of which says by <see cref="SurveyColumns.Release"/> that it is whole. Every release is protected
    /// as if it were a survey of its own, and a figure is the sum of what the releases show: so neither two looks nor a
    /// history of them tell more than the releases one by one.
    /// </summary>
    InReleases,
}
