using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>α of one level; its interval is null where it cannot be told, with the reason.</summary>
sealed record AlphaOfLevel(MeasurementLevel Level, double? Alpha, Estimate? Interval, string? Because);

/// <summary>How well a unit is agreed upon.</summary>
/// <param name="Spread">For sorting: the variance of its ratings, or the share of pairs that differ.</param>
/// <param name="Agreement">r_wg; null without a scale or with one rating.</param>
sealed record UnitAgreement(RatedUnit Unit, double Spread, Agreement? Agreement, string? Because);

/// <summary>How far two groups lie apart.</summary>
sealed record GroupsApart(string First, int FirstN, string Second, int SecondN, Estimate? Delta, string? Because);

/// <summary>What the ratings say about agreement; or, in a sentence, why that cannot be told.</summary>
sealed record AgreementFindings(AgreementAsk Ask, Ratings Ratings, MeasurementLevel Level)
{
    const int FewestForOthers = 3;
    const int MostWork = 20_000_000;

    public IReadOnlyList<AlphaOfLevel> Levels { get; private init; } = [];
    public int UnitsRatedTwice { get; private init; }
    public int Count { get; private init; }

    /// <summary>All ratings are the same, so that α has no meaning.</summary>
    public bool IsUnanimous { get; private init; }

    /// <summary>Why there is no α at all; null when there is one or all ratings are the same.</summary>
    public string? Because { get; private init; }

    /// <summary>For each rater, α of the others; null where it cannot be told.</summary>
    public IReadOnlyList<double?> Without { get; private init; } = [];

    /// <summary>The most contested first.</summary>
    public IReadOnlyList<UnitAgreement> Units { get; private init; } = [];
    public GroupsApart? Apart { get; private init; }

    /// <summary>α of the level that was asked for.</summary>
    public AlphaOfLevel Alpha => Levels.First(one => one.Level == Level);

    public static Outcome<AgreementFindings> Of(AgreementAsk ask, Ratings ratings, ReadingProgress progress)
    {
        var level = ask.Level ?? (ratings.Codes is null ? MeasurementLevel.Ordinal : MeasurementLevel.Nominal);
        var given = ratings.Units.Select(unit => unit.Given).ToList();
        var units = new List<UnitAgreement>();
        foreach (var unit in ratings.Units.Where(unit => unit.Ratings.Any()))
        {
            if (OnUnit(ask, ratings, unit).Refused(out var off, out var agreement))
                return off;
            units.Add(agreement);
        }
        var found = new AgreementFindings(ask, ratings, level)
        {
            Units = [.. units.OrderByDescending(unit => unit.Spread)],
            Apart = Groups(ratings),
        };
        var alpha = KrippendorffAlpha.Of(given, level);
        if (alpha.Refused(out var because, out var whole))
            return given.Any(unit => unit.Count(code => code is not null) >= 2)
                ? new Refusal($"--level: {because}")
                : found with
                {
                    Because = because,
                    Levels = [new(level, null, null, because)],
                };
        var levels = progress.While(
            "Resampling units",
            () => LevelsOf(ratings).Select(each => Alphas(given, each, whole.Ratings)).ToList()
        );
        return found with
        {
            Levels = levels,
            UnitsRatedTwice = whole.Units,
            Count = whole.Ratings,
            IsUnanimous = whole.IsUnanimous,
            Without = Others(ratings, level),
        };
    }

    static MeasurementLevel[] LevelsOf(Ratings ratings) =>
        ratings.Codes is null ? Enum.GetValues<MeasurementLevel>() : [MeasurementLevel.Nominal];

    static AlphaOfLevel Alphas(List<double?[]> given, MeasurementLevel level, int ratings)
    {
        if (KrippendorffAlpha.Of(given, level).Refused(out var because, out var alpha))
            return new(level, null, null, because);
        var resamples = Math.Clamp(MostWork / Math.Max(1, ratings), 100, 1000);
        return KrippendorffAlpha.Interval(given, level, resamples: resamples).Refused(out because, out var interval)
            ? new(level, alpha.Value, null, because)
            : new(level, alpha.Value, interval, null);
    }

    static IReadOnlyList<double?> Others(Ratings ratings, MeasurementLevel level) =>
        ratings.Raters.Count < FewestForOthers
            ? [.. ratings.Raters.Select(_ => (double?)null)]
            :
            [
                .. ratings.Raters.Select(
                    (_, rater) =>
                        KrippendorffAlpha.Of(
                            ratings.Units.Select(unit => unit.Given.Where((_, place) => place != rater)),
                            level
                        )
                            is { IsGiven: true } others
                            ? others.Value.Value
                            : null
                ),
            ];

    static Outcome<UnitAgreement> OnUnit(AgreementAsk ask, Ratings ratings, RatedUnit unit)
    {
        double[] codes = [.. unit.Ratings];
        var spread =
            codes.Length < 2 ? 0
            : ratings.Codes is null ? codes.Sum(code => Math.Pow(code - codes.Average(), 2)) / (codes.Length - 1)
            : 1
                - codes.CountBy(code => code).Sum(same => same.Value * (same.Value - 1.0))
                    / (codes.Length * (codes.Length - 1.0));
        if (ask.Scale is not { } scale)
            return new UnitAgreement(
                unit,
                spread,
                null,
                "The agreement on each unit needs the scale: add --scale 1-5."
            );
        if (ratings.Codes is not null || codes.Any(code => code != Math.Floor(code)))
            return new Refusal(
                $"--scale: “{unit.Name}” was rated {Format.Some([.. codes.Select(ratings.Say)])}; the agreement on a unit needs whole points of a scale. Leave --scale out."
            );
        if (Array.Find(codes, code => !scale.Holds(code)) is var odd && codes.Any(code => !scale.Holds(code)))
            return new Refusal(
                $"--scale: “{unit.Name}” was rated {Format.Typed(odd)}, which is not on the scale {scale}. Name it with --missing if it means “no answer”, or give the scale that was used."
            );
        var answer = Agreement.Of([.. codes.Select(code => (int)code)], scale.Low, scale.High);
        return new UnitAgreement(unit, spread, answer.IsGiven ? answer.Value : null, answer.Because);
    }

    static GroupsApart? Groups(Ratings ratings)
    {
        if (ratings.Groups is not [var first, var second])
            return null;
        var delta = CliffsDelta.Interval(first.Ratings, second.Ratings);
        return new(
            first.Name,
            first.Ratings.Count,
            second.Name,
            second.Ratings.Count,
            delta.IsGiven ? (Estimate?)delta.Value : null,
            delta.Because
        );
    }
}
