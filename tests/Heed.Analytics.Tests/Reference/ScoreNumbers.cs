using Heed.Analytics.Columns;
using Heed.Analytics.Scores;
using Heed.Analytics.Tests.Columns;
using Heed.Analytics.Tests.Scores;

namespace Heed.Analytics.Tests.Reference;

/// <summary>Scores and their intervals, and hidden groups: sections 3.1 to 3.3 and 3.10 of the methods of the voice.</summary>
static class ScoreNumbers
{
    /// <summary>A recommend score of so many detractors, passives and promoters, in the order of the published tests.</summary>
    static Score Recommend(long detractors, long passives, long promoters) =>
        Score
            .Of(
                ScoreKind.Recommend,
                ScoreTests.Counts(Scale.ZeroToTen, detractors, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters)
            )
            .Value;

    static double Variance(Score score) => score.StandardError / 100 * (score.StandardError / 100) * score.N;

    static Estimate Wald(long detractors, long passives, long promoters) =>
        Recommend(detractors, passives, promoters).Beside!.Value.Estimate;

    static readonly Lazy<AirportSurvey> Airport = new(AirportSurvey.Of2017);

    static Score Airports(ScoreKind kind, string column, Scale scale, params double[] missing) =>
        Score.Of(kind, Airport.Value.Tally(column, scale, missing)).Value;

    static readonly Lazy<Score> Net = new(() => Airports(ScoreKind.Recommend, "NETPRO", Scale.ZeroToTen, 11));
    static readonly Lazy<Score> Overall = new(() => Airports(ScoreKind.Satisfaction, "Q7ALL", Scale.OneToFive, 0, 6));
    static readonly Lazy<Score> Food = new(() => Airports(ScoreKind.Satisfaction, "Q7FOOD", Scale.OneToFive, 0, 6));

    static (double Promoters, double Passives, double Detractors) Groups =>
        Score.Groups(Net.Value.Distribution, Net.Value.N, weighted: false);

    static Difference Waves => Difference.Newcombe(48, 80, 56, 70);

    static string Shape(SurveyColumns survey) => survey.Ask(new("liked") { By = "region" }).Value.Shape();

    static CellState Filtered(string region) =>
        Small
            .Survey()
            .With("A", 9)
            .With("B", 3)
            .Ask(new("liked") { Where = new Dictionary<string, IReadOnlyCollection<string>> { ["region"] = [region] } })
            .Value.Total.State;

    public static IEnumerable<ReferenceNumber> All =>
        [
            .. new Sheet("voice 3.1", "NPS package tests")
            {
                { "(1,2,3): score", "33.3", () => Recommend(1, 2, 3).Value },
                { "(1,2,3): variance", ".5556", () => Variance(Recommend(1, 2, 3)) },
                { "(1,2,3): SE", ".304", () => Recommend(1, 2, 3).StandardError / 100 },
                { "(1,0,1): variance", "1", () => Variance(Recommend(1, 0, 1)) },
                { "(1,0,1): SE", ".707", () => Recommend(1, 0, 1).StandardError / 100 },
                { "(0,1,1): variance", ".25", () => Variance(Recommend(0, 1, 1)) },
                { "(0,1,1): SE", ".354", () => Recommend(0, 1, 1).StandardError / 100 },
                { "(1,1,1): variance", ".6667", () => Variance(Recommend(1, 1, 1)) },
                { "(1,1,1): SE", ".471", () => Recommend(1, 1, 1).StandardError / 100 },
                { "all alike: variance", "0", () => Variance(Recommend(0, 0, 7)) },
                { "1 to 15 cut at 6 and 8: score", "6.667", () => Recommend(6, 2, 7).Value },
                { "1 to 15 cut at 6 and 8: variance", ".8622", () => Variance(Recommend(6, 2, 7)) },
            },
            .. new Sheet("voice 3.1", "Cross Validated 18609")
            {
                { "1/2, 1/3, 1/6: score", "33.33", () => Recommend(54, 108, 162).Value },
                { "variance", ".5556", () => Variance(Recommend(54, 108, 162)) },
                { "n = 324: SE", "4.14", () => Recommend(54, 108, 162).StandardError },
                { "n = 324: low", "25.2", () => Wald(54, 108, 162).Low },
                { "n = 324: high", "41.4", () => Wald(54, 108, 162).High },
            },
            .. new Sheet("voice 3.1", "Rocks 2016, adjusted Wald (R)")
            {
                { "(1,2,3): Wald low", "-26.3", () => Wald(1, 2, 3).Low },
                { "(1,2,3): Wald high", "93.0", () => Wald(1, 2, 3).High },
                { "(1,2,3): adjusted centre", "22.22", () => (Recommend(1, 2, 3).Low + Recommend(1, 2, 3).High) / 2 },
                { "(1,2,3): adjusted low", "-26.7", () => Recommend(1, 2, 3).Low },
                { "(1,2,3): adjusted high", "71.2", () => Recommend(1, 2, 3).High },
                { "(0,0,10): Wald low", "100", () => Wald(0, 0, 10).Low },
                { "(0,0,10): adjusted low", "47.5", () => Recommend(0, 0, 10).Low },
                { "(0,0,10): adjusted high, clamped", "100", () => Recommend(0, 0, 10).High },
                { "(2,11,18): score", "51.6", () => Recommend(2, 11, 18).Value },
                { "(2,11,18): Wald low", "29.9", () => Wald(2, 11, 18).Low },
                { "(2,11,18): Wald high", "73.3", () => Wald(2, 11, 18).High },
                { "(2,11,18): adjusted low", "25.5", () => Recommend(2, 11, 18).Low },
                { "(2,11,18): adjusted high", "68.6", () => Recommend(2, 11, 18).High },
                { "±5 points at variance .6", "922", () => SampleSize.ForRecommend(5) },
            },
            .. new Sheet("voice 3.2", "Newcombe 1998")
            {
                { "81/263 low", ".2553", () => Intervals.Wilson(81, 263).Low },
                { "81/263 high", ".3662", () => Intervals.Wilson(81, 263).High },
                { "15/148 low", ".0624", () => Intervals.Wilson(15, 148).Low },
                { "15/148 high", ".1605", () => Intervals.Wilson(15, 148).High },
                { "0/20 low", "0", () => Intervals.Wilson(0, 20).Low },
                { "0/20 high", ".1611", () => Intervals.Wilson(0, 20).High },
                { "1/29 low", ".0061", () => Intervals.Wilson(1, 29).Low },
                { "1/29 high", ".1718", () => Intervals.Wilson(1, 29).High },
                { "56/70 less 48/80", ".2000", () => Waves.Value / 100 },
                { "difference, low", ".0524", () => Waves.Low / 100 },
                { "difference, high", ".3339", () => Waves.High / 100 },
            },
            .. new Sheet("data", "San Francisco Airport 2017, would recommend")
            {
                { "answers", "2746", () => Net.Value.N },
                { "promoters", "1436", () => Groups.Promoters },
                { "passives", "968", () => Groups.Passives },
                { "detractors", "342", () => Groups.Detractors },
                { "score", "39.84", () => Net.Value.Value },
                { "SE", "1.334", () => Net.Value.StandardError },
                { "Wald low", "37.22", () => Net.Value.Beside!.Value.Estimate.Low, .01 },
                { "Wald high", "42.45", () => Net.Value.Beside!.Value.Estimate.High, .01 },
                { "adjusted low", "37.18", () => Net.Value.Low, .01 },
                { "adjusted high", "42.41", () => Net.Value.High, .01 },
                { "weighted score", "40.40", () => Net.Value.Weighted!.Value.Value },
                { "effective n", "2266.5", () => Net.Value.Weighted!.Value.EffectiveN },
            },
            .. new Sheet("data", "San Francisco Airport 2017, satisfaction")
            {
                { "overall: answers", "2688", () => Overall.Value.N },
                { "overall: two best points", "2206", () => Overall.Value.Value / 100 * Overall.Value.N },
                { "overall: per cent", "82.07", () => Overall.Value.Value },
                { "overall: mean", "4.06436", () => Overall.Value.Beside!.Value.Estimate.Value },
                { "food: answers", "2421", () => Food.Value.N },
                { "food: two best points", "1349", () => Food.Value.Value / 100 * Food.Value.N },
                { "food: mean", "3.61545", () => Food.Value.Beside!.Value.Estimate.Value },
            },
            .. new Sheet("voice 3.10", "andfrankly and others, cases to be hidden")
            {
                {
                    "12 = 9 + 3 with a minimum of 5",
                    "A:hidden B:hidden total:12",
                    () => Shape(Small.Survey().With("A", 9).With("B", 3))
                },
                { "filter A, of 9 beside 3", "Hidden", () => Filtered("A") },
                { "filter not A, of the 3", "Hidden", () => Filtered("B") },
                {
                    "11 answers one by one, minimum 5: shown",
                    "10",
                    () =>
                        Small
                            .Survey(arrival: Arrival.OneByOne)
                            .With("A", 11)
                            .Ask(new("liked"))
                            .Value.Total.Distribution!.N
                },
            },
        ];
}
