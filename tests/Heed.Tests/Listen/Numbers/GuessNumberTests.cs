using System.Globalization;
using Heed.Analytics.Columns;
using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Which columns of numbers are taken for numbers that people gave, and which are digits of another kind.</summary>
public sealed class GuessNumberTests
{
    static ColumnMapping Of(string name, Func<int, string> cell, int rows = 300)
    {
        using var file = new Csv(
            $"nps,{name}\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 11},{cell(i)}\n"))
        );
        return GuessMapping.Run(file.Path, SampleImports.Given(RecogniseFile.Run(file.Path)))[1].Column;
    }

    static int Some(int i, int most) => (int)((long)i * 7919 % 997 * most / 997);

    [Fact]
    public void Minutes_ages_times_and_amounts_are_numbers_with_bands()
    {
        (string Name, Func<int, string> Cell)[] columns =
        [
            ("How many minutes did you wait?", i => $"{Some(i, 60)}"),
            ("Age", i => $"{18 + Some(i, 60)}"),
            ("Visits last year", i => $"{Some(i, 26) * Some(i + 5, 26) / 10}"),
            ("Spent", i => (Some(i, 90) + .5).ToString(CultureInfo.InvariantCulture)),
            ("Gewicht in kg", i => $"\"{50 + Some(i, 40)},{i % 10}\""),
        ];
        foreach (var (name, cell) in columns)
        {
            var guess = Of(name, cell);
            Assert.Equal((name, ColumnUse.Number), (name, guess.Use));
            Assert.InRange(Bands.Parse(guess.Scale!).Value.Names.Count, 3, 7);
            Assert.Null(guess.Missing);
        }
    }

    public static TheoryData<string, string> Digits =>
        new()
        {
            { "Customer", "id" },
            { "Customer ID", "quantity" },
            { "Postcode", "quantity" },
            { "PLZ", "quantity" },
            { "Where", "postcode" },
            { "Call us", "phone" },
            { "Mobile", "quantity" },
            { "Born", "year" },
            { "Visit date", "quantity" },
            { "When", "day" },
            { "x", "scale" },
            { "x", "two" },
            { "x", "tens" },
        };

    [Theory]
    [MemberData(nameof(Digits))]
    public void Ids_days_years_postcodes_telephones_and_scales_are_none(string name, string kind) =>
        Assert.NotEqual(
            ColumnUse.Number,
            Of(
                name,
                i =>
                    kind switch
                    {
                        "id" => $"{i + 1}",
                        "postcode" => $"{10000 + Some(i, 50) * 731 % 89999}",
                        "phone" => $"{4930000000 + Some(i, 200)}",
                        "year" => $"{1940 + Some(i, 60)}",
                        "day" => $"{20340100 + Some(i, 28)}",
                        "scale" => $"{1 + i % 5}",
                        "two" => $"{i % 2 * 40}",
                        "tens" => $"{i % 11}",
                        _ => $"{Some(i, 60)}",
                    }
            ).Use
        );

    [Fact]
    public void A_number_far_from_all_others_that_comes_again_looks_like_a_code()
    {
        var guess = Of(
            "Minutes waited",
            i =>
                i % 20 == 0 ? "999"
                : i % 33 == 0 ? "-9"
                : $"{1 + Some(i, 45)}"
        );
        Assert.Equal((ColumnUse.Number, "-9,999"), (guess.Use, string.Join(',', guess.Missing!)));
        Assert.All(Bands.Parse(guess.Scale!).Value.Edges, edge => Assert.InRange(edge, 1, 45));
    }

    [Fact]
    public void Too_few_answers_for_bands_are_kept_raw() =>
        Assert.Equal(ColumnUse.Kept, Of("Minutes waited", i => $"{i * 3}", rows: 12).Use);
}
