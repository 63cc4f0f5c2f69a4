using Heed.Analytics.Scores;
using Heed.Analytics.Weighting;

namespace Heed.Analytics.Tests.Scores;

/// <summary>What must hold for every set of answers.</summary>
public class ScoreLaws
{
    static readonly Scale OneToSeven = Scale.Of(1, 7).Value;

    static Distribution Tally(Scale scale, IEnumerable<(double Answer, double Weight)> answers, bool weighted = false)
    {
        var tally = new Tally(scale);
        foreach (var (answer, weight) in answers)
            if (weighted)
                tally.Add(answer, weight);
            else
                tally.Add(answer);
        return tally.Distribution().Value;
    }

    static (double, double)[] Answers(int[] numbers, Scale scale) =>
        [.. numbers.Select((number, i) => ((double)(scale.Low + number % scale.Points), 0.5 + (number / 11 + i) % 4))];

    static void ForAllAnswers(Func<int[], bool> law) => Law.ForAllCounts(3, 60, 0, 700, law);

    static bool Same(Estimate left, Estimate right) =>
        Law.Near(left.Value, right.Value)
        && Law.Near(left.Low, right.Low)
        && Law.Near(left.High, right.High)
        && Law.Near(left.StandardError, right.StandardError);

    static bool Mirrored(Estimate left, Estimate right) =>
        Same(left, new(-right.Value, -right.High, -right.Low, right.StandardError));

    [Fact]
    public void The_order_of_answers_does_not_matter() =>
        ForAllAnswers(numbers =>
        {
            var answers = Answers(numbers, OneToSeven);
            var (one, other) = (
                Tally(OneToSeven, answers, weighted: true),
                Tally(OneToSeven, Law.Shuffled(answers), weighted: true)
            );
            return Enum.GetValues<ScoreKind>()
                .Where(kind => kind is not ScoreKind.Recommend)
                .All(kind =>
                    (Score.Of(kind, one), Score.Of(kind, other)) is var (a, b)
                    && a.IsGiven == b.IsGiven
                    && (!a.IsGiven || Same(a.Value.Unweighted, b.Value.Unweighted))
                    && (!a.IsGiven || Law.Near(a.Value.Weighted?.Low, b.Value.Weighted?.Low))
                );
        });

    [Fact]
    public void The_size_of_weights_does_not_matter() =>
        ForAllAnswers(numbers =>
        {
            var answers = Answers(numbers, OneToSeven);
            var (one, other) = (
                Score.Of(ScoreKind.Mean, Tally(OneToSeven, answers, weighted: true)).Value.Weighted,
                Score
                    .Of(
                        ScoreKind.Mean,
                        Tally(OneToSeven, answers.Select(pair => (pair.Item1, 1000 * pair.Item2)), weighted: true)
                    )
                    .Value.Weighted
            );
            return (one is null) == (other is null)
                && (
                    one is not { } a
                    || other is not { } b
                    || Law.Near(a.Value, b.Value) && Law.Near(a.Low, b.Low) && Law.Near(a.EffectiveN, b.EffectiveN)
                );
        });

    [Fact]
    public void Promoters_and_detractors_that_change_places_mirror_the_score() =>
        Law.ForAllCounts(
            3,
            3,
            0,
            60,
            groups =>
            {
                if (groups.Sum() == 0)
                    return true;
                var (score, mirror) = (
                    ScoreTests.Recommend(groups[0], groups[1], groups[2]),
                    ScoreTests.Recommend(groups[2], groups[1], groups[0])
                );
                return Mirrored(score.Unweighted, mirror.Unweighted)
                    && Mirrored(score.Beside!.Value.Estimate, mirror.Beside!.Value.Estimate);
            }
        );

    [Fact]
    public void A_scale_turned_round_with_its_answers_gives_the_same_satisfaction() =>
        ForAllAnswers(numbers =>
        {
            var answers = Answers(numbers, OneToSeven);
            var turned = answers.Select(pair => (8 - pair.Item1, pair.Item2));
            Score Of(ScoreKind kind, Scale scale, IEnumerable<(double, double)> given) =>
                Score.Of(kind, Tally(scale, given)).Value;
            var (row, turnedRow) = (
                LikertRow.Of(Tally(OneToSeven, answers)).Value,
                LikertRow.Of(Tally(OneToSeven.Reversed, turned)).Value
            );
            return Same(
                    Of(ScoreKind.Satisfaction, OneToSeven, answers).Unweighted,
                    Of(ScoreKind.Satisfaction, OneToSeven.Reversed, turned).Unweighted
                )
                && Law.Near(
                    Of(ScoreKind.Mean, OneToSeven, answers).Low,
                    8 - Of(ScoreKind.Mean, OneToSeven.Reversed, turned).High
                )
                && Same(row.Good, turnedRow.Good)
                && Same(row.Bad, turnedRow.Bad);
        });

    [Fact]
    public void Waves_that_change_places_mirror_their_difference() =>
        ForAllAnswers(numbers =>
        {
            var half = numbers.Length / 2;
            var kinds = new[] { ScoreKind.Satisfaction, ScoreKind.Mean, ScoreKind.Recommend };
            return kinds.All(kind =>
            {
                var scale = kind is ScoreKind.Recommend ? Scale.ZeroToTen : OneToSeven;
                var (a, b) = (
                    Score.Of(kind, Tally(scale, Answers(numbers[..half], scale))),
                    Score.Of(kind, Tally(scale, Answers(numbers[half..], scale)))
                );
                if (!a.IsGiven || !b.IsGiven)
                    return true;
                var (there, back) = (Difference.Between(a.Value, b.Value), Difference.Between(b.Value, a.Value));
                return there.IsGiven == back.IsGiven
                    && (
                        !there.IsGiven
                        || Law.Near(there.Value.Value, -back.Value.Value)
                            && Law.Near(there.Value.Low, -back.Value.High)
                            && Law.Near(there.Value.Probability, back.Value.Probability)
                            && there.Value.CanBeTold == back.Value.CanBeTold
                    );
            });
        });

    [Fact]
    public void Mix_and_change_add_up_and_mirror_when_waves_change_places() =>
        ForAllAnswers(numbers =>
        {
            if (numbers.Length < 12)
                return true;
            var parts = numbers
                .Chunk((numbers.Length + 3) / 4)
                .Select(chunk => Tally(OneToSeven, Answers(chunk, OneToSeven)))
                .ToArray();
            var (there, back) = (
                ShiftDecomposition.Between(
                    ScoreKind.Mean,
                    [new("A", parts[0], parts[1]), new("B", parts[2], parts[3])]
                ),
                ShiftDecomposition.Between(ScoreKind.Mean, [new("A", parts[1], parts[0]), new("B", parts[3], parts[2])])
            );
            return there.IsGiven == back.IsGiven
                && (
                    !there.IsGiven
                    || Law.Near(there.Value.Whole, there.Value.Change.Value + there.Value.Mix.Value)
                        && Mirrored(there.Value.Change, back.Value.Change)
                        && Mirrored(there.Value.Mix, back.Value.Mix)
                );
        });

    [Fact]
    public void Raking_and_design_do_not_depend_on_order_or_unit() =>
        ForAllAnswers(numbers =>
        {
            if (numbers.Select(number => number % 2).Distinct().Count() < 2)
                return true;
            var places = Law.Shuffled([.. Enumerable.Range(0, numbers.Length)]);
            RakedWeights Rake(int[] order, double unit) =>
                Raking
                    .Rake(
                        [.. order.Select(i => unit * (1 + numbers[i] % 3))],
                        [new("half", ["even", "odd"], [60, 40], [.. order.Select(i => numbers[i] % 2)])]
                    )
                    .Value;
            int[] given = [.. Enumerable.Range(0, numbers.Length)];
            var (one, other) = (Rake(given, 1), Rake(places, 7));
            DesignEstimate Mean(RakedWeights raked, int[] order, double scale) =>
                DesignBased
                    .Mean(
                        [.. order.Select(i => (double?)(scale * numbers[i] + 5))],
                        new(raked.Weights) { Clusters = [.. order.Select(i => i / 2)] }
                    )
                    .Value;
            var (a, b) = (Mean(one, given, 1), Mean(other, places, -3));
            return places.Select((place, i) => Law.Near(one.Weights[place], other.Weights[i], 100)).All(same => same)
                && Law.Near(-3 * (a.Value - 5) + 5, b.Value, 1000)
                && Law.Near(3 * a.StandardError, b.StandardError, 1000)
                && Law.Near(-3 * (a.High - 5) + 5, b.Low, 10_000);
        });
}
