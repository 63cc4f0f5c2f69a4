using Heed.Analytics.Weighting;

namespace Heed.Analytics.Tests.Reference;

/// <summary>Raking and design-based errors: section 3.7 of the methods of the voice.</summary>
static class WeightNumbers
{
    static readonly Lazy<(Dictionary<string, string[]> File, RakedWeights Raked, SampleDesign Design)> Simple = new(
        () =>
        {
            var file = Csv.Columns("weighting/apiclus1.csv");
            return Rake(
                file,
                new() { Tolerance = 1e-9 },
                Margin.From("type", Targets(("E", 4421), ("H", 755), ("M", 1018)), file["stype"]),
                Margin.From("school-wide target", Targets(("No", 1072), ("Yes", 5122)), file["sch.wide"])
            );
        }
    );

    static readonly Lazy<(Dictionary<string, string[]> File, RakedWeights Raked, SampleDesign Design)> Joint = new(() =>
    {
        var file = Csv.Columns("weighting/apiclus1.csv");
        var population = Joined(Csv.Columns("weighting/apipop_margins_source.csv"))
            .CountBy(key => key)
            .ToDictionary(pair => pair.Key, pair => (double)pair.Value);
        return Rake(
            file,
            new() { MostCycles = 30, Tolerance = 1e-10 },
            Margin.From("type and target", population, Joined(file)),
            Margin.From("comparable improvement", Targets(("No", 1712), ("Yes", 4482)), file["comp.imp"])
        );
    });

    static IEnumerable<string> Joined(Dictionary<string, string[]> file) =>
        file["stype"].Zip(file["sch.wide"], (type, target) => $"{type} {target}");

    static Dictionary<string, double> Targets(params (string Category, double People)[] targets) =>
        targets.ToDictionary(target => target.Category, target => target.People);

    static (Dictionary<string, string[]>, RakedWeights, SampleDesign) Rake(
        Dictionary<string, string[]> file,
        RakingOptions options,
        params Margin[] margins
    )
    {
        var raked = Raking.Rake(file.Numbers("pw"), margins, options).Value;
        return (
            file,
            raked,
            new(raked.Weights)
            {
                Clusters = [.. file.Numbers("dnum").Select(district => (int)district)],
                InPopulation = file.Numbers("fpc"),
                RakedTo = margins,
            }
        );
    }

    static DesignEstimate Mean(Lazy<(Dictionary<string, string[]> File, RakedWeights, SampleDesign Design)> sample) =>
        DesignBased.Mean(Answers(sample.Value.File.Numbers("api00")), sample.Value.Design).Value;

    static DesignEstimate Total =>
        DesignBased.Total(Answers(Simple.Value.File.Numbers("enroll")), Simple.Value.Design).Value;

    static double?[] Answers(double[] values) => Array.ConvertAll(values, value => (double?)value);

    public static IEnumerable<ReferenceNumber> All =>
        [
            .. new Sheet("voice 3.7", "Lumley, R package survey: California schools, raked to type and target")
            {
                { "mean of api00", "641.23", () => Mean(Simple).Value },
                { "SE of the mean", "23.704", () => Mean(Simple).StandardError },
                // The package stops as soon as a round moves no margin by one school: its total is that much short.
                { "total enrolled", "3,647,280", () => Total.Value, 2 },
                { "SE of the total", "400,603", () => Total.StandardError, 2 },
            },
            .. new Sheet("voice 3.7", "the same, joint margin and improvement")
            {
                { "mean of api00", "642.61", () => Mean(Joint).Value },
                { "SE of the mean", "22.731", () => Mean(Joint).StandardError },
                { "converges in 30 cycles", "False", () => Joint.Value.Raked.Converged },
            },
        ];
}
