using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Questions with options, as exports of survey tools write them.</summary>
public sealed class GuessOptionsTests
{
    static List<ColumnMapping> Of(string header, Func<int, string> row, int rows = 60)
    {
        using var file = new Csv($"{header}\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{row(i)}\n")));
        return
        [
            .. GuessMapping.Run(file.Path, SampleImports.Given(RecogniseFile.Run(file.Path))).Select(g => g.Column),
        ];
    }

    static readonly string[] Ways = ["Branch", "App", "Phone", "Web"];

    static List<string> Some(int i) => [.. Ways.Where((_, w) => ((i * 7 + 3) >> w & 1) == 1)];

    static string Quoted(string cell) => $"\"{cell}\"";

    [Theory]
    [InlineData(";", ";")]
    [InlineData(", ", ",")]
    [InlineData("|", "|")]
    [InlineData("\n", "\n")]
    public void A_cell_with_several_options_is_known_by_its_parts_that_come_again(string between, string separator)
    {
        var guess = Of("nps,How do you reach us?", i => $"{i % 11},{Quoted(string.Join(between, Some(i)))}")[1];
        Assert.Equal((ColumnUse.Choices, separator), (guess.Use, guess.Separator));
        Assert.Null(guess.Whole);
    }

    [Fact]
    public void An_option_that_holds_a_comma_and_always_stands_whole_is_one_option()
    {
        string[] options = ["Yes, often", "Only at home", "At work, now and then", "Never"];
        var guess = Of(
            "nps,Where?",
            i => $"{i % 11},{Quoted(string.Join(", ", options.Where((_, o) => ((i * 5 + 1) >> o & 1) == 1)))}"
        )[1];
        Assert.Equal(ColumnUse.Choices, guess.Use);
        Assert.Equal(["At work, now and then", "Yes, often"], guess.Whole!.Order());
        Assert.Equal(
            ["Yes, often", "Never", "At work, now and then"],
            new OptionParts(",", guess.Whole!).Of("Yes, often, Never ,At work, now and then")
        );
    }

    [Fact]
    public void Words_with_commas_are_not_several_options()
    {
        string[] whole = ["$25,000 - $49,999", "$50,000 - $99,999", "$100,000, or more", "Less"];
        Assert.NotEqual(ColumnUse.Choices, Of("nps,x", i => $"{i % 11},{Quoted(whole[i % 4])}")[1].Use);
        Assert.NotEqual(
            ColumnUse.Choices,
            Of("nps,x", i => $"{i % 11},{Quoted($"the queue, at gate {i}, was too long, and slow {i * 3}")}")[1].Use
        );
        Assert.NotEqual(
            ColumnUse.Choices,
            Of("nps,place", i => $"{i % 11},{Quoted($"City {i % 30}, State {i % 5}")}")[1].Use
        );
    }

    [Theory]
    [InlineData("words")]
    [InlineData("1")]
    [InlineData("x")]
    [InlineData("1/0")]
    public void One_column_an_option_is_one_question_the_first_option_too(string how)
    {
        string Cell(string way, bool chosen) =>
            (how, chosen) switch
            {
                ("words", true) => way,
                ("1/0", false) => "0",
                ("1/0", true) => "1",
                (_, true) => how,
                _ => "",
            };
        var guesses = Of(
            $"Respondent ID,How do you reach us? (all that apply),,,,NPS\n,{string.Join(',', Ways)},Response",
            i => $"{1000 + i},{string.Join(',', Ways.Select(w => Cell(w, Some(i).Contains(w))))},{i % 11}"
        );
        Assert.All(
            guesses[1..5],
            g => Assert.Equal((ColumnUse.Choices, "How do you reach us? (all that apply)"), (g.Use, g.Name))
        );
        Assert.Equal(Ways, guesses[1..5].Select(g => g.Option));
    }

    [Fact]
    public void Yes_and_no_in_every_row_is_a_matrix_and_not_a_set()
    {
        var guesses = Of(
            "Respondent ID,Do you have a rule for these?,,,NPS\n,Use,Release,Sponsor,Response",
            i =>
                $"{1000 + i},{(i % 2 == 0 ? "Yes" : "No")},{(i % 3 == 0 ? "Yes" : "Don't know")},{(i % 5 == 0 ? "No" : "Yes")},{i % 11}"
        );
        Assert.All(guesses[1..4], g => Assert.Equal(ColumnUse.Choice, g.Use));
    }

    [Fact]
    public void Places_that_are_given_once_a_row_are_a_ranking_and_points_are_not()
    {
        int[][] orders =
        [
            [1, 2, 3, 4],
            [2, 1, 4, 3],
            [4, 3, 2, 1],
            [3, 1, 2, 4],
        ];
        const string Head = "Respondent ID,Put these in order,,,,NPS\n,Price,Speed,Care,Place,Response";
        var ranked = Of(Head, i => $"{1000 + i},{string.Join(',', orders[i % 4])},{i % 11}");
        Assert.All(ranked[1..5], g => Assert.Equal((ColumnUse.Ranking, "4-1"), (g.Use, g.Scale)));
        var rated = Of(Head, i => $"{1000 + i},{1 + i % 4},{1 + i % 3},{1 + (i + 1) % 4},{1 + i / 3 % 4},{i % 11}");
        Assert.All(rated[1..5], g => Assert.NotEqual(ColumnUse.Ranking, g.Use));
    }

    [Fact]
    public void What_reads_as_a_question_is_a_choice_and_what_people_are_tells_them_apart()
    {
        var guesses = Of(
            "nps,How do you like your coffee?,shop,In which country do you live?",
            i => $"{i % 11},{"black white iced".Split(' ')[i % 3]},shop {i % 3},{(i % 2 == 0 ? "AT" : "DE")}"
        );
        Assert.Equal([ColumnUse.Choice, ColumnUse.Attribute, ColumnUse.Attribute], guesses[1..].Select(g => g.Use));
    }

    [Fact]
    public void Words_beside_other_are_a_remark_and_other_is_an_option()
    {
        var guesses = Of(
            "Respondent ID,How do you reach us?,,,NPS\n,App,Web,Other (please specify),Response",
            i =>
                $"{1000 + i},{(i % 2 == 0 ? "App" : "")},{(i % 3 == 0 ? "Web" : "")},{(i % 7 == 0 ? $"by pigeon {i}" : "")},{i % 11}"
        );
        Assert.Equal(
            (ColumnUse.Choices, "Other (please specify)", true),
            (guesses[3].Use, guesses[3].Option, guesses[3].Words)
        );
        Assert.False(guesses[1].Words);
    }
}
