namespace Heed.Tests.Files;

/// <summary>The order of answers in words: eight languages, steps that nobody chose, and what is no order.</summary>
public sealed class AnswerLadderTests
{
    static AnswerLadder? Find(string answers, int each = 5) =>
        AnswerLadder.Find(answers.Split('|').Select(a => KeyValuePair.Create(a, each)));

    static string Points(AnswerLadder ladder, string answers) =>
        string.Join(' ', answers.Split('|').Select(a => ladder.Points[a]));

    [Theory]
    [InlineData("Very dissatisfied|Dissatisfied|Neither satisfied nor dissatisfied|Satisfied|Very satisfied")]
    [InlineData("Strongly disagree|Disagree|Neutral|Agree|Strongly agree")]
    [InlineData("Very difficult|Difficult|Neither easy nor difficult|Easy|Very easy")]
    [InlineData("Poor|Fair|Good|Very good|Excellent")]
    [InlineData("Never|Rarely|Sometimes|Often|Always")]
    [InlineData("Not at all important|Slightly important|Moderately important|Very important|Extremely important")]
    [InlineData("Sehr unzufrieden|Eher unzufrieden|Teils/teils|Eher zufrieden|Sehr zufrieden")]
    [InlineData("Stimme gar nicht zu|Stimme eher nicht zu|Teils, teils|Stimme eher zu|Stimme voll und ganz zu")]
    [InlineData("Très insatisfait(e)|Insatisfait(e)|Neutre|Satisfait(e)|Très satisfait(e)")]
    [InlineData("Pas du tout d’accord|Plutôt pas d’accord|Neutre|Plutôt d’accord|Tout à fait d’accord")]
    [InlineData("Muy insatisfecho/a|Insatisfecho/a|Neutral|Satisfecho/a|Muy satisfecho/a")]
    [InlineData("Totalmente en desacuerdo|En desacuerdo|Indiferente|De acuerdo|Totalmente de acuerdo")]
    [InlineData("Molto insoddisfatto|Insoddisfatto|Neutrale|Soddisfatto|Molto soddisfatto")]
    [InlineData("Zeer ontevreden|Ontevreden|Neutraal|Tevreden|Zeer tevreden")]
    [InlineData("Helemaal mee oneens|Mee oneens|Neutraal|Mee eens|Helemaal mee eens")]
    [InlineData("Péssimo|Ruim|Regular|Bom|Ótimo")]
    [InlineData("Discordo totalmente|Discordo|Neutro|Concordo|Concordo totalmente")]
    [InlineData("Bardzo niezadowolony|Raczej niezadowolony|Trudno powiedzieć|Raczej zadowolony|Bardzo zadowolony")]
    [InlineData(
        "Zdecydowanie się nie zgadzam|Raczej się nie zgadzam|Trudno powiedzieć|Raczej się zgadzam|Zdecydowanie się zgadzam"
    )]
    [InlineData(
        "Very unimportant|Somewhat unimportant|Neither important nor unimportant (neutral)|Somewhat important|Very important"
    )]
    [InlineData("None at all|A little|A moderate amount|A lot|A great deal")]
    [InlineData("A1|A2|A3|A4|A5")]
    public void Five_steps_are_1_to_5_in_whatever_order_they_come(string answers)
    {
        foreach (
            var order in new[] { answers, string.Join('|', answers.Split('|').Reverse()), answers.ToUpperInvariant() }
        )
        {
            var ladder = Find(order);
            Assert.NotNull(ladder);
            Assert.Equal("1-5", ladder.Scale);
        }
        Assert.Equal("1 2 3 4 5", Points(Find(answers)!, answers));
    }

    [Theory]
    [InlineData("Very satisfied|Satisfied|Dissatisfied", "5 4 2")]
    [InlineData("Very satisfied|Satisfied|Neutral", "5 4 3")]
    [InlineData("Strongly agree|Disagree|Neutral", "5 2 3")]
    public void A_step_that_nobody_chose_is_known_from_its_opposite(string answers, string points) =>
        Assert.Equal(points, Points(Find(answers)!, answers));

    [Fact]
    public void A_middle_that_none_of_many_chose_was_not_offered_and_one_that_none_of_few_chose_may_have_been()
    {
        const string Answers = "Strongly disagree|Disagree|Agree|Strongly agree";
        Assert.Equal(("1-4", "1 2 3 4"), (Find(Answers, 100)!.Scale, Points(Find(Answers, 100)!, Answers)));
        Assert.Equal(("1-5", "1 2 4 5"), (Find(Answers, 3)!.Scale, Points(Find(Answers, 3)!, Answers)));
    }

    [Theory]
    [InlineData("Not at all satisfied|Not very satisfied|Fairly satisfied|Very satisfied", "1-4")]
    [InlineData("Pas du tout satisfait|Peu satisfait|Assez satisfait|Très satisfait", "1-4")]
    [InlineData("Per niente facile|Poco facile|Abbastanza facile|Molto facile", "1-4")]
    [InlineData(
        "Extremely dissatisfied|Dissatisfied|Somewhat dissatisfied|Neither|Somewhat satisfied|Satisfied|Extremely satisfied",
        "1-7"
    )]
    [InlineData("Bad|OK|Good", "1-3")]
    public void Ladders_have_as_many_points_as_were_offered(string answers, string scale)
    {
        var ladder = Find(answers, 40)!;
        Assert.Equal(scale, ladder.Scale);
        Assert.Equal(string.Join(' ', Enumerable.Range(1, ladder.High)), Points(ladder, answers));
    }

    [Theory]
    [InlineData("No|Yes")]
    [InlineData("Nein|Ja")]
    [InlineData("Non|Oui")]
    [InlineData("No|Sí")]
    [InlineData("No|Sì")]
    [InlineData("Nee|Ja")]
    [InlineData("Não|Sim")]
    [InlineData("Nie|Tak")]
    public void No_and_yes_are_0_and_1(string answers)
    {
        var ladder = Find(answers)!;
        Assert.Equal((LadderOf.YesNo, "0-1", "0 1"), (ladder.Of, ladder.Scale, Points(ladder, answers)));
    }

    [Fact]
    public void Words_beside_a_ladder_that_say_there_is_no_answer_are_no_step_of_it()
    {
        var ladder = Find("Very satisfied|Satisfied|Dissatisfied|Not applicable|Don’t know")!;
        Assert.Equal(["Not applicable", "Don’t know"], ladder.Missing);
        Assert.Equal(3, ladder.Points.Count);
    }

    [Fact]
    public void Two_ways_to_write_a_step_have_one_point()
    {
        var ladder = Find("very satisfied|Very Satisfied|Satisfied|Dissatisfied ")!;
        Assert.Equal((5, 5), (ladder.Points["very satisfied"], ladder.Points["Very Satisfied"]));
    }

    [Theory]
    [InlineData("Web|Phone|Shop")]
    [InlineData("Very satisfied|Web|Satisfied")]
    [InlineData("18-24|25-34|35-44")]
    [InlineData("Yes")]
    [InlineData("Very cheap|Not at all friendly|Slightly broken")]
    public void What_stands_in_no_known_order_has_none(string answers) => Assert.Null(Find(answers));

    [Fact]
    public void Every_word_of_the_tables_is_folded_and_stands_at_one_rank_of_its_line()
    {
        var lines = TwoSidedLadders
            .All.Concat(LadderWords.OneSided)
            .Select(l => l.Steps)
            .Concat(LadderWords.Amounts)
            .Concat(LadderWords.NoYes);
        foreach (var line in lines)
        {
            var words = line.Split('|', '/').Select(w => w.TrimStart('~')).ToList();
            Assert.Equal(words.Distinct(), words);
            Assert.All(words, word => Assert.Equal(FoldedText.Of(word), word));
        }
    }

    [Fact]
    public void The_middle_of_a_two_sided_ladder_has_the_same_steps_on_both_sides_or_the_good_side_more() =>
        Assert.All(
            TwoSidedLadders.All,
            ladder =>
            {
                var steps = ladder.Steps.Split('|');
                var middle = Array.FindIndex(steps, s => s.StartsWith('~'));
                Assert.InRange(steps.Length - 1 - middle - middle, 0, 1);
            }
        );
}
