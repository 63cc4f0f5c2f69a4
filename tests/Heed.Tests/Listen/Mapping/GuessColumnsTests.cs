using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>What is guessed of columns that are no scores, and the reason that stands beside each.</summary>
public sealed class GuessColumnsTests
{
    /// <summary>A file of forty rows, made row by row.</summary>
    static Dictionary<string, Guess> Of(string header, Func<int, string> row)
    {
        using var file = new Csv($"{header}\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{row(i)}\n")));
        return GuessMapping
            .Run(file.Path, SampleImports.Given(RecogniseFile.Run(file.Path)))
            .ToDictionary(g => g.Column.Column);
    }

    static (ColumnUse Use, string Because) One(string name, Func<int, string> value)
    {
        var guess = Of($"{name},nps", i => $"{value(i)},{i % 11}")[name];
        return (guess.Column.Use, guess.Because);
    }

    [Theory]
    [InlineData("Response ID")]
    [InlineData("respondent_id")]
    [InlineData("#")]
    [InlineData("UUID")]
    [InlineData("external-id")]
    public void A_column_named_like_an_id_is_one_only_where_no_two_are_alike(string name)
    {
        Assert.Equal((ColumnUse.Identity, "Named like an id, and no two are alike"), One(name, i => $"r{i}"));
        Assert.NotEqual(ColumnUse.Identity, One(name, i => $"r{i % 39}").Use);
    }

    [Theory]
    [InlineData("E-mail")]
    [InlineData("email address")]
    [InlineData("First Name")]
    [InlineData("IP Address")]
    [InlineData("Name")]
    [InlineData("Phone")]
    [InlineData("LocationLatitude")]
    public void What_names_a_person_is_kept_raw_and_its_values_are_shown_to_nobody(string name)
    {
        var guess = Of($"{name},nps", i => $"maria{i % 5}@x.at,{i % 11}")[name];
        Assert.Equal((ColumnUse.Kept, true), (guess.Column.Use, guess.IsPersonal));
        Assert.Equal("Names a person: kept raw, shown nowhere", guess.Because);
        Assert.Empty(guess.Values);
    }

    [Fact]
    public void Any_other_column_shows_its_twelve_commonest_values_the_commonest_first()
    {
        var guess = Of("region,nps", i => $"{(i < 20 ? "North" : $"Place {i}")},{i % 11}")["region"];
        Assert.False(guess.IsPersonal);
        Assert.Equal(new("North", 20), guess.Values[0]);
        Assert.Equal(12, guess.Values.Count);
    }

    [Theory]
    [InlineData("wave")]
    [InlineData("Round")]
    [InlineData("round_nr")]
    [InlineData("Wave-Name")]
    public void A_round_of_asking_is_known_by_its_name(string name) =>
        Assert.Equal((ColumnUse.Wave, "Named like a round of asking"), One(name, i => $"W{i % 2}"));

    [Fact]
    public void A_weight_is_named_one_and_never_below_0()
    {
        Assert.Equal(ColumnUse.Weight, One("wgt", i => $"{0.5 + i % 3}").Use);
        Assert.NotEqual(ColumnUse.Weight, One("wgt", i => $"{i % 3 - 1}.5").Use);
        Assert.NotEqual(ColumnUse.Weight, One("body weight", i => $"{0.5 + i % 3}").Use);
    }

    [Theory]
    [InlineData("EndDate", "2035-02-{0:00}", .95)]
    [InlineData("EndDate", "{0:00}/02/2035 14:05", .95)]
    [InlineData("EndDate", "{0} February 2035", .95)]
    [InlineData("x", "{0:00}.02.2035", .7)]
    public void Dates_are_known_by_their_values_and_surer_by_their_name(string name, string format, double confidence)
    {
        var guess = Of($"{name},nps", i => $"{string.Format(format, 1 + i % 28)},{i % 11}")[name];
        Assert.Equal((ColumnUse.Date, confidence), (guess.Column.Use, guess.Confidence));
        Assert.Equal("100 % of its values are dates", guess.Because);
    }

    [Fact]
    public void A_number_of_eight_digits_is_no_date() =>
        Assert.NotEqual(ColumnUse.Date, One("ticket", i => $"{20350201 + i % 28}").Use);

    [Fact]
    public void Of_two_dates_the_surer_one_is_the_date_and_the_other_is_kept()
    {
        var guesses = Of("booked,recorded,nps", i => $"2035-01-{1 + i % 28:00},2035-02-{1 + i % 28:00},{i % 11}");
        Assert.Equal(ColumnUse.Date, guesses["recorded"].Column.Use);
        Assert.Equal(
            (ColumnUse.Kept, "Another column is a better date"),
            (guesses["booked"].Column.Use, guesses["booked"].Because)
        );
    }

    [Fact]
    public void Free_words_are_a_remark_where_nearly_every_one_is_different()
    {
        static string Words(int i) => $"the queue at gate {i} was far too long";
        Assert.Equal((ColumnUse.Remark, "Free words, nearly every one different"), One("Q9", Words));
        Assert.NotEqual(ColumnUse.Remark, One("Q9", i => Words(i % 4)).Use);
        Assert.Equal((ColumnUse.Remark, "Named like a remark"), One("Comment", i => $"it was ok {i % 3}"));
    }

    [Fact]
    public void A_few_different_words_tell_groups_apart_and_one_word_does_not()
    {
        Assert.Equal((ColumnUse.Attribute, "3 different values"), One("shop", i => $"shop {"abc"[i % 3]}"));
        Assert.Equal((ColumnUse.Kept, "1 different value"), One("survey", _ => "guests"));
        Assert.Equal((ColumnUse.Kept, "20 different values"), One("shop", i => $"shop {i % 20}"));
    }

    [Theory]
    [InlineData("Gender", 2)]
    [InlineData("age", 12)]
    [InlineData("Q3_language", 5)]
    public void Numbers_named_like_a_group_are_one(string name, int values) =>
        Assert.Equal(
            (ColumnUse.Attribute, $"Named like a group, {values} different values"),
            One(name, i => $"{1 + i % values}")
        );

    [Fact]
    public void A_column_without_a_value_is_kept_and_so_are_numbers_that_fill_no_scale()
    {
        Assert.Equal((ColumnUse.Kept, "Empty in the first rows"), One("late", _ => ""));
        Assert.Equal((ColumnUse.Kept, "Only two values"), One("flag", i => $"{i % 2}"));
        Assert.Equal((ColumnUse.Kept, "Numbers with decimals"), One("price", i => $"{i % 4}.5"));
        Assert.Equal(
            (ColumnUse.Kept, "Numbers, 40 different ones, and no scale that they fill"),
            One("minutes", i => $"{i * 3}")
        );
    }

    [Fact]
    public void The_recommend_question_keeps_its_name_where_a_value_lies_far_off_and_that_is_a_code()
    {
        var guess = Of("NPS,x", i => $"{(i % 12 == 11 ? 99 : i % 11)},a")["NPS"];
        Assert.Equal((ColumnUse.Recommend, "0-10"), (guess.Column.Use, guess.Column.Scale));
        Assert.Equal(["99"], guess.Column.Missing!);
        Assert.EndsWith("99 beside them looks like a code for no answer", guess.Because, StringComparison.Ordinal);
    }
}
