using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>A question whose answers are held as columns.</summary>
/// <param name="Name">What it is called in queries.</param>
/// <param name="Scale">The points it can be answered with.</param>
public sealed record ScoreColumn(string Name, Scale Scale)
{
    /// <summary>The byte that stands for an answer: its distance from the lowest point.</summary>
    /// <param name="answer">A point of the scale; null where there is no answer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The answer is not on the scale; say so to people before.</exception>
    public byte Point(int? answer) =>
        answer is not { } point ? SurveyColumns.Missing
        : Scale.Holds(point) ? (byte)(point - Scale.Low)
        : throw new ArgumentOutOfRangeException(nameof(answer), answer, $"Not on the scale {Scale}.");
}

/// <summary>
/// The answers of one survey in memory, one array per question and attribute, so that a score by month and segment over
/// ten million answers takes milliseconds. The truth is in the store; this can be dropped and loaded again at any moment.
/// </summary>
/// <remarks>
/// Any number of threads may ask while one adds: a query sees the rows that were complete when it began.
/// Small groups are protected here and not by the caller: see <see cref="Breakdown"/>.
/// <code>
/// var columns = new SurveyColumns([new("recommend", Scale.ZeroToTen)], ["region"], weighted: false);
/// columns.Append(1, new(2026, 3, 14), [columns.Point("recommend", 9)], [columns.Attribute("region").CodeOf("North").Value]);
/// var cut = columns.Ask(new("recommend") { Every = Cadence.Month, By = "region" });
/// </code>
/// </remarks>
public sealed class SurveyColumns
{
    /// <summary>What stands in place of a point where there is no answer.</summary>
    public const byte Missing = 255;

    const int SmallestBlock = 1 << 10;
    const int LargestBlock = 1 << 18;
    readonly Lock _writing = new();
    readonly bool _weighted;
    Block[] _blocks = [];
    int _rowsInLast;
    long _count;
    long[] _releases = [];
    long _lastSequence = long.MinValue;

    /// <summary>Empty columns for a survey.</summary>
    /// <param name="questions">The questions, with different names.</param>
    /// <param name="attributes">The names of the attributes to group and filter by.</param>
    /// <param name="weighted">Whether rows carry weights.</param>
    /// <param name="minimum">The smallest group that may be shown; five if left out.</param>
    /// <param name="grid">
    /// The finest time that is kept of a row. Months can be summed to quarters and years, weeks to nothing else. A survey
    /// too small for months should use quarters.
    /// </param>
    /// <param name="arrival">Whether the newest answers must be held back.</param>
    /// <param name="sets">The questions that people chose several options of, with names unlike the others.</param>
    /// <param name="numbers">The questions that were answered with numbers. Their bands are attributes too.</param>
    public SurveyColumns(
        IReadOnlyList<ScoreColumn> questions,
        IReadOnlyList<string> attributes,
        bool weighted = false,
        MinimumGroup minimum = default,
        Cadence grid = Cadence.Month,
        Arrival arrival = Arrival.OneByOne,
        IReadOnlyList<string>? sets = null,
        IReadOnlyList<NumberColumn>? numbers = null
    )
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(attributes);
        Numbers = [.. numbers ?? []];
        List<string> names = [.. questions.Select(q => q.Name), .. attributes, .. sets ?? []];
        names.AddRange(Numbers.Select(n => n.Name));
        if (names.Distinct().Count() < names.Count)
            throw new ArgumentException("Questions and attributes need different names.", nameof(questions));
        if (grid == Cadence.Day && minimum.Protects)
            throw new ArgumentException("Protected answers are kept by week or coarser.", nameof(grid));
        Questions = [.. questions];
        Attributes =
        [
            .. attributes
                .Concat(Numbers.Select(number => number.Name))
                .Select((name, index) => new AttributeColumn(name, index)),
        ];
        foreach (var (number, bands) in Numbers.Zip(Attributes.Skip(attributes.Count)))
            bands.Begin(number.Bands.Names);
        Sets = [.. (sets ?? []).Select((name, index) => new SetColumn(name, index))];
        (_weighted, Minimum, Grid, Arrival) = (weighted, minimum, grid, arrival);
    }

    /// <summary>The questions.</summary>
    public IReadOnlyList<ScoreColumn> Questions { get; }

    /// <summary>The questions that were answered with numbers.</summary>
    public IReadOnlyList<NumberColumn> Numbers { get; }

    /// <summary>The attributes, with the dictionaries of their values; behind them the bands of the numbers.</summary>
    public IReadOnlyList<AttributeColumn> Attributes { get; }

    /// <summary>The questions that people chose several options of.</summary>
    public IReadOnlyList<SetColumn> Sets { get; }

    /// <summary>The smallest group that is shown.</summary>
    public MinimumGroup Minimum { get; }

    /// <summary>The finest time that is kept.</summary>
    public Cadence Grid { get; }

    /// <summary>Whether the newest answers are held back.</summary>
    public Arrival Arrival { get; }

    /// <summary>How many rows there are.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>The sequence number of the newest row; load from the store what comes after it.</summary>
    public long LastSequence => Volatile.Read(ref _lastSequence);

    /// <summary>Whether rows carry weights.</summary>
    public bool IsWeighted => _weighted;

    /// <summary>
    /// How many rows a query looks at: all, a whole number of minimum groups where answers come one by one, or those that
    /// were released.
    /// </summary>
    public long VisibleCount => Looks()[^1].To;

    /// <summary>
    /// Releases the rows that were added since the last release. From here on they are seen: together, and with what they
    /// alone would show.
    /// </summary>
    /// <exception cref="InvalidOperationException">These columns are not shown in releases.</exception>
    public void Release()
    {
        if (Arrival != Arrival.InReleases)
            throw new InvalidOperationException($"These columns are shown {Arrival}, not {Arrival.InReleases}.");
        lock (_writing)
            if (_count > _releases.LastOrDefault())
                Volatile.Write(ref _releases, [.. _releases, _count]);
    }

    /// <summary>The question with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ScoreColumn Question(string name) =>
        Questions.FirstOrDefault(question => question.Name == name)
        ?? throw new KeyNotFoundException($"There is no question {name}.");

    /// <summary>The attribute with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public AttributeColumn Attribute(string name) =>
        Attributes.FirstOrDefault(attribute => attribute.Name == name)
        ?? throw new KeyNotFoundException($"There is no attribute {name}.");

    /// <summary>The byte that stands for an answer to a question by name; see <see cref="ScoreColumn.Point"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such question.</exception>
    public byte Point(string question, int? answer) => Question(question).Point(answer);

    /// <summary>Whether a row can be dated so: 1 January 1900 to 5 June 2079.</summary>
    public static bool Holds(DateOnly day) => Calendar.Reaches(day);

    /// <summary>Adds a row. Rows come in the order of their sequence numbers; one that is here already changes nothing.</summary>
    /// <param name="sequence">The row's number in the store.</param>
    /// <param name="day">When it was answered, 1900 to 2079; null when that is not known.</param>
    /// <param name="points">One byte per question, from <see cref="Point"/>.</param>
    /// <param name="codes">One number per attribute, from <see cref="AttributeColumn.CodeOf"/>.</param>
    /// <param name="weight">For how many people the row stands, zero or more; ignored where rows carry no weights.</param>
    /// <param name="sets">One value per set, from <see cref="SetColumn.With"/>; 0 where nothing was answered.</param>
    /// <param name="numbers">One value per number; NaN where nothing was answered.</param>
    /// <returns>Whether the row was new.</returns>
    /// <exception cref="ArgumentException">The row does not fit the columns.</exception>
    public bool Append(
        long sequence,
        DateOnly? day,
        ReadOnlySpan<byte> points,
        ReadOnlySpan<int> codes,
        float weight = 1,
        ReadOnlySpan<ulong> sets = default,
        ReadOnlySpan<double> numbers = default
    )
    {
        Check(day, points, codes, weight);
        Check(sets);
        Span<int> all = stackalloc int[Attributes.Count];
        codes.CopyTo(all);
        PutBands(numbers, all[codes.Length..]);
        var period = day is { } date ? Calendar.Number(date, Grid) : 0;
        lock (_writing)
        {
            if (sequence <= _lastSequence)
                return false;
            if (_blocks.Length == 0 || _rowsInLast == _blocks[^1].Capacity)
                Grow();
            _blocks[^1].Write(_rowsInLast++, period, points, all, sets, numbers, weight);
            Volatile.Write(ref _lastSequence, sequence);
            Volatile.Write(ref _count, _count + 1);
            return true;
        }
    }

    /// <summary>Answers a question about the survey, with small groups hidden.</summary>
    /// <returns>The breakdown, or a sentence: an unknown name, a range off the grid, or too fine a breakdown.</returns>
    public Answer<Breakdown> Ask(BreakdownQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Plan(this).Refused(out var because, out var plan) ? new NoAnswer(because) : plan.Run(this);
    }

    /// <summary>How many chose each option of an attribute or a set, with small groups hidden.</summary>
    /// <param name="name">The attribute or the set.</param>
    /// <returns>The options, or a sentence: an unknown name.</returns>
    public Answer<OptionCounts> Options(string name) => OptionCounts.Of(this, name);

    /// <summary>The mean of a number and the share in each of its bands, with small groups hidden.</summary>
    /// <param name="name">The number.</param>
    /// <returns>Both, or a sentence: an unknown name.</returns>
    public Answer<NumberSummary> Number(string name) => NumberSummary.Of(this, name);

    /// <summary>A question by the options of a set: groups that overlap, since a person may have chosen several.</summary>
    /// <param name="question">The question.</param>
    /// <param name="set">The set.</param>
    /// <returns>The cells, or a sentence: an unknown name.</returns>
    public Answer<IReadOnlyList<OptionCell>> ByOptions(string question, string set) =>
        OverlappingGroups.Of(this, question, set);

    /// <summary>The rows to look at, a stretch for each release, and the blocks that hold all of them.</summary>
    internal Block[] Snapshot(out Stretch[] looks)
    {
        looks = Looks();
        return Volatile.Read(ref _blocks);
    }

    Stretch[] Looks()
    {
        if (Arrival == Arrival.InReleases)
        {
            var ends = Volatile.Read(ref _releases);
            return ends.Length == 0
                ? [new(0, 0)]
                : [.. ends.Select((end, at) => new Stretch(at == 0 ? 0 : ends[at - 1], end))];
        }
        var count = Count;
        return [new(0, Minimum.Protects && Arrival == Arrival.OneByOne ? count - count % Minimum.Size : count)];
    }

    void Check(DateOnly? day, ReadOnlySpan<byte> points, ReadOnlySpan<int> codes, float weight)
    {
        var plain = Attributes.Count - Numbers.Count;
        if (points.Length != Questions.Count || codes.Length != plain)
            throw new ArgumentException($"A row has {Questions.Count} answers and {plain} attributes.");
        for (var q = 0; q < points.Length; q++)
            if (points[q] != Missing && points[q] >= Questions[q].Scale.Points)
                throw new ArgumentException($"{Questions[q].Name} has no point {points[q]}.", nameof(points));
        for (var a = 0; a < codes.Length; a++)
            if ((uint)codes[a] >= (uint)Attributes[a].Count)
                throw new ArgumentException($"{Attributes[a].Name} has no value {codes[a]}.", nameof(codes));
        if (day is { } date && !Calendar.Reaches(date))
            throw new ArgumentOutOfRangeException(nameof(day), day, "Dates lie between 1900-01-01 and 2079-06-05.");
        if (!(weight >= 0 && float.IsFinite(weight)))
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is zero or more.");
    }

    void Check(ReadOnlySpan<ulong> sets)
    {
        if (sets.Length != Sets.Count)
            throw new ArgumentException($"A row has {Sets.Count} sets.", nameof(sets));
        for (var s = 0; s < sets.Length; s++)
            if (!Sets[s].Holds(sets[s]))
                throw new ArgumentException($"{Sets[s].Name} has no such options.", nameof(sets));
    }

    void PutBands(ReadOnlySpan<double> numbers, Span<int> bands)
    {
        if (numbers.Length != Numbers.Count)
            throw new ArgumentException($"A row has {Numbers.Count} numbers.", nameof(numbers));
        for (var n = 0; n < numbers.Length; n++)
            bands[n] =
                double.IsInfinity(numbers[n]) ? throw new ArgumentException("A number is finite.", nameof(numbers))
                : double.IsNaN(numbers[n]) ? 0
                : 1 + Numbers[n].Bands.Of(numbers[n]);
    }

    void Grow()
    {
        var capacity = (int)Math.Clamp(_count, SmallestBlock, LargestBlock);
        Volatile.Write(
            ref _blocks,
            [.. _blocks, new(capacity, Questions.Count, Attributes.Count, Sets.Count, Numbers.Count, _weighted)]
        );
        _rowsInLast = 0;
    }
}

/// <summary>Some rows beside each other: from one, up to another that is not among them.</summary>
readonly record struct Stretch(long From, long To)
{
    public long Length => To - From;
}
