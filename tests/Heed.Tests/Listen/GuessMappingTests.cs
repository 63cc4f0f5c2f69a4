using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>What a column means is guessed from evidence, and left out with a reason where there is too little.</summary>
public sealed class GuessMappingTests
{
    static Dictionary<string, Guess> Of(string csv)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("heed-guess-").FullName, "answers.csv");
        File.WriteAllText(path, csv);
        return OfFile(path);
    }

    static Dictionary<string, Guess> OfFile(string path) =>
        RecogniseFile.Run(path).Refused(out var refusal, out var shape)
            ? throw new InvalidOperationException(refusal.Because)
            : GuessMapping.Run(path, shape).ToDictionary(g => g.Column.Column);

    /// <summary>A file whose rows repeat these values, column by column.</summary>
    static string Columns(params (string Name, int[] Values)[] columns) =>
        string.Join(',', columns.Select(c => c.Name))
        + "\n"
        + string.Concat(
            Enumerable
                .Range(0, 60)
                .Select(row => string.Join(',', columns.Select(c => c.Values[row % c.Values.Length])) + "\n")
        );

    static readonly int[] Five = [1, 2, 3, 4, 5, 5, 4, 0, 6, 4];

    [Fact]
    public void What_a_tool_only_numbers_is_known_by_its_second_header_row()
    {
        var of = Of(
            "V1,V2,V3,V6,Q1,Q2\nResponseID,ResponseSet,Name,IPAddress,Your name for this drink?,Which e-mail of ours helped?\n"
                + string.Concat(
                    Enumerable.Range(0, 30).Select(i => $"R_{i},Set,Ann {i},192.0.2.{i},Latte,{1 + i % 5}\n")
                )
        );
        Assert.Equal(ColumnUse.Identity, of["V1"].Column.Use);
        Assert.Equal(
            ["V3", "V6"],
            of.Values.Where(g => g.IsPersonal).Select(g => g.Column.Column).Order(StringComparer.Ordinal)
        );
        Assert.Empty(of["V6"].Values);
    }

    [Theory]
    [InlineData("Q12RATE", ColumnUse.Satisfaction)]
    [InlineData("overall_satisfaction", ColumnUse.Satisfaction)]
    [InlineData("effort", ColumnUse.Effort)]
    public void A_name_that_says_score_and_a_full_scale_are_enough(string name, ColumnUse use)
    {
        var guess = Of(Columns((name, Five), ("n", [7, 8, 9])))[name];
        Assert.Equal((use, "1-5"), (guess.Column.Use, guess.Column.Scale));
        Assert.Equal(["0", "6"], guess.Column.Missing!);
        Assert.Contains("0 and 6 beside them look like codes", guess.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("score", ColumnUse.Recommend)]
    [InlineData("overall_satisfaction", ColumnUse.Satisfaction)]
    public void Eleven_points_from_0_are_a_scale_and_0_is_one_of_them(string name, ColumnUse use)
    {
        var guess = Of(Columns((name, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10])))[name];
        Assert.Equal((use, "0-10"), (guess.Column.Use, guess.Column.Scale));
        Assert.Empty(guess.Column.Missing!);
    }

    [Fact]
    public void Where_most_answers_are_0_it_is_a_code_beside_ten_points()
    {
        var guess = Of(Columns(("score", [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])))["score"];
        Assert.Equal("1-10", guess.Column.Scale);
        Assert.Equal(["0"], guess.Column.Missing!);
    }

    [Fact]
    public void Points_alone_are_no_score_and_the_reason_is_said()
    {
        var guess = Of(Columns(("Q5TIMESFLOWN", Five), ("Q6LONGUSE", [1, 2, 3, 4, 0])))["Q5TIMESFLOWN"];
        Assert.Equal(ColumnUse.Kept, guess.Column.Use);
        Assert.True(guess.MayBeScored);
        Assert.Contains("nothing in its name says score", guess.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_codes_of_a_habit_are_no_scale()
    {
        var guesses = Of(
            Columns(("Q22FLY", [1, 2, 3, 4, 0]), ("Q22SJC", [1, 2, 3, 4, 0]), ("Q22OAK", [1, 2, 3, 4, 0]))
        );
        Assert.All(guesses.Values, g => Assert.Equal(ColumnUse.Kept, g.Column.Use));
        Assert.All(guesses.Values, g => Assert.False(g.MayBeScored));
    }

    [Fact]
    public void Three_questions_of_one_number_on_one_scale_are_scores_and_say_so()
    {
        var guesses = Of(Columns(("Q7ART", Five), ("Q7FOOD", Five), ("Q7SIGN", Five), ("Q8ALONE", Five)));
        Assert.Equal(ColumnUse.Satisfaction, guesses["Q7FOOD"].Column.Use);
        Assert.StartsWith(
            "One of 3 questions Q7… on the same scale",
            guesses["Q7FOOD"].Because,
            StringComparison.Ordinal
        );
        Assert.Equal(ColumnUse.Kept, guesses["Q8ALONE"].Column.Use);
    }

    [Fact]
    public void A_question_that_few_were_concerned_by_takes_the_scale_of_its_sisters()
    {
        int[] rarely = [6, 6, 6, 6, 6, 6, 6, 6, 1, 2, 3, 4, 5, 5, 4];
        var guesses = Of(
            Columns(("Q7A", Five), ("Q7B", Five), ("Q7C", Five), ("Q7RENTAL", rarely), ("Q9RENTAL", rarely))
        );
        Assert.Equal(
            (ColumnUse.Satisfaction, "1-5"),
            (guesses["Q7RENTAL"].Column.Use, guesses["Q7RENTAL"].Column.Scale)
        );
        Assert.Equal(["6"], guesses["Q7RENTAL"].Column.Missing!);
        Assert.Equal(ColumnUse.Kept, guesses["Q9RENTAL"].Column.Use);
    }

    [Fact]
    public void A_weight_that_is_named_one_is_found_and_times_of_day_are_no_dates()
    {
        var guesses = Of(
            "WEIGHT,DEPTIME,nps\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 40)
                        .Select(i => $"{1 + i % 3 / 10.0},12/31/1899 {i % 12 + 1:00}:30:00 AM,{i % 11}\n")
                )
        );
        Assert.Equal(ColumnUse.Weight, guesses["WEIGHT"].Column.Use);
        Assert.Equal(ColumnUse.Kept, guesses["DEPTIME"].Column.Use);
        Assert.Contains("Times of day", guesses["DEPTIME"].Because, StringComparison.Ordinal);
        Assert.Equal(ColumnUse.Recommend, guesses["nps"].Column.Use);
    }

    /// <summary>The code list that the airport published says which questions are ratings: 7, 9, 12 and 13, beside NETPRO.</summary>
    [Fact]
    public void Of_the_airports_97_columns_only_ratings_are_guessed_as_scores()
    {
        var guesses = OfFile(SharedFiles.Data("airport-survey/sfo_customer_survey_2017.csv"));
        var scored = guesses.Values.Where(g => g.Column.IsScored).Select(g => g.Column.Column).ToList();
        Assert.Equal(24, scored.Count);
        Assert.All(
            scored,
            name =>
                Assert.True(
                    name is "NETPRO" or "Q12PRECHEKCRATE" or "Q13GETRATE"
                        || name.StartsWith("Q7")
                        || name.StartsWith("Q9"),
                    name
                )
        );
        Assert.All(
            guesses.Values.Where(g => g.Column.Use == ColumnUse.Satisfaction),
            g => Assert.Equal("1-5", g.Column.Scale)
        );
    }
}
