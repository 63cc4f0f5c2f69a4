namespace Heed.Tests.Commands.Analyze;

/// <summary>What each verb is asked with. A wrong question is answered by a sentence that says what is wrong and what to write.</summary>
public sealed class AnalyzeOptionsTests
{
    /// <summary>Figures that every verb finds its columns in.</summary>
    const string Figures = """
        date,value,other,third,who,x,t,age,n
        2026-01-05,5,4,3,a,1,3,10,100
        2026-01-12,7,6,5,b,0,0,10,80
        2026-01-19,6,5,4,a,2,4,10,70

        """;

    static async Task<string> Refused(string verb, string typed)
    {
        using var file = new Csv(Figures, name: "figures.csv");
        return await Typed.Refused(["analyze", verb, file.Path, .. typed.Split(' ')]);
    }

    [Theory]
    [InlineData("--change soon", "--change: “soon” is not a date. Write it as 2026-03-31.")]
    [InlineData("--change 2026-01-12 --predict NaN", "--predict: A prediction must be a number.")]
    [InlineData("--change 2026-01-12 --wanted 4..6", "--wanted: a change is judged by a direction, not by a range.")]
    [InlineData("--wanted sideways", "--wanted: “sideways” is neither up nor down nor a range")]
    [InlineData("--target 6", "--target: whether it is to be reached or stayed under is not said.")]
    [InlineData("--target 6 --wanted 4..6", "--target: whether it is to be reached or stayed under is not said.")]
    [InlineData("--target NaN --wanted up", "--target: a target is a number.")]
    [InlineData("--per NaN", "--per: the base of a rate is a number above zero")]
    [InlineData("--per -100", "--per: the base of a rate is a number above zero")]
    [InlineData("--compare other", "--compare is for judging a change, and no change is named")]
    [InlineData("--change 2026-01-12 --compare other --count", "leave --count, --population and --method out")]
    [InlineData(
        "--change 2026-01-12 --compare other --population third",
        "leave --count, --population and --method out"
    )]
    [InlineData("--change 2026-01-12 --compare VALUE", "a series cannot be compared with itself")]
    [InlineData("--count --method newey-west", "--method: counts take auto or step")]
    public async Task A_series(string typed, string sentence) =>
        Assert.Contains(
            sentence,
            await Refused("series", $"--date date --value value {typed}"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--window 1-2-3", "--window: “1-2-3” is not a window.")]
    [InlineData("--window 0..", "--window: “0..” is not a window.")]
    [InlineData("--window 1.5", "--window: “1.5” is not a window.")]
    [InlineData("--window 4..2", "--window: it ends (2) before it begins (4).")]
    [InlineData("--window 0-61", "--window: 61 periods are too far apart to be tested; 60 are the most.")]
    [InlineData("--window 0-2 --attempt 0", "--attempt counts from 1")]
    public async Task A_tie(string typed, string sentence) =>
        Assert.Contains(
            sentence,
            await Refused("tie", $"--date date --leading value --lagging other {typed}"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_figure_follows_itself_in_whatever_letters() =>
        Assert.StartsWith(
            "--lagging: a figure always follows itself.",
            await Refused("tie", "--date date --leading value --lagging VALUE --window 0-2")
        );

    [Theory]
    [InlineData("--until soon", "--until: “soon” is not a date. Write it as 2026-03-31.")]
    [InlineData("--ahead 0", "--ahead: look 1 or more units of time ahead.")]
    [InlineData("--margin 0", "--margin is what stays of a purchase's value, in percent: above 0, at most 100.")]
    [InlineData("--margin 101", "--margin is what stays of a purchase's value")]
    [InlineData("--margin NaN", "--margin is what stays of a purchase's value")]
    [InlineData("--discount -1", "--discount is a loss of worth in percent: 0 or more, below 100.")]
    [InlineData("--discount 100", "--discount is a loss of worth in percent")]
    [InlineData("--payment 5 --discount 0", "--discount: renewals may go on for ever")]
    [InlineData("--payment 0", "--payment is what one renewal brings: a number above zero.")]
    [InlineData("--payment Infinity", "--payment is what one renewal brings")]
    [InlineData("--started-with 0.5", "--started-with is a number of customers: 1 or more.")]
    public async Task A_lifetime(string typed, string sentence) =>
        Assert.StartsWith(sentence, await Refused("lifetime", $"--staying n {typed}"));

    [Theory]
    [InlineData("--staying n --amount value")]
    [InlineData("--staying n --spend value")]
    [InlineData("--staying n --customer who")]
    [InlineData("--frequency x --recency t --age age --amount value")]
    [InlineData("--frequency x --recency t --age age --customer who --date date")]
    [InlineData("--customer who --date date --spend value")]
    [InlineData("--customer who --date date --age age")]
    [InlineData("--customer who")]
    [InlineData("--frequency x --recency t --customer who")]
    public async Task The_columns_of_two_forms_are_not_mixed(string typed) =>
        Assert.StartsWith("Say what a row of the file is, in one way", await Refused("lifetime", typed));

    [Theory]
    [InlineData("--kind mean --deviation 1 --answers 0", "--answers: a wave has 1 answer or more.")]
    [InlineData("--kind share --difference 100", "--difference: a number above zero and below 100 is needed.")]
    [InlineData("--kind recommend --margin 200", "--margin: a number above zero and below 200 is needed.")]
    [InlineData("--kind mean --deviation 0 --margin 1", "--deviation: a number above zero is needed.")]
    [InlineData("--kind mean --deviation NaN --margin 1", "--deviation: a number above zero is needed.")]
    [InlineData("--kind recommend --detractors 20 --margin 5", "--promoters and --detractors go together")]
    public async Task A_plan_of_a_survey(string typed, string sentence) =>
        Assert.StartsWith(sentence, await Typed.Refused(["analyze", "plan", .. typed.Split(' ')]));

    [Theory]
    [InlineData("--date date --value value --change soon", "--change: “soon” is not a date.")]
    [InlineData("--date date --value value --predict Infinity", "--predict: no change cannot be seen to happen.")]
    [InlineData("--date date --value value --after 100001", "--after: measure 1 to 100,000 periods after the change.")]
    [InlineData("--value value", "A trial is planned on a series: name its columns with --date and --value.")]
    public async Task A_plan_of_a_trial(string typed, string sentence) =>
        Assert.StartsWith(sentence, await Refused("plan", typed));

    [Theory]
    [InlineData("--split 50:0", "--split: “50:0” is not a split.")]
    [InlineData("--split 50:-50", "--split: “50:-50” is not a split.")]
    [InlineData("--split 1:1:1", "--split: “1:1:1” is not a split.")]
    [InlineData("--split 1e308:1e308", "is not a split.")]
    [InlineData("--winsorise 100", "--winsorise: give a percent from 50 to below 100")]
    [InlineData("--winsorise NaN", "--winsorise: give a percent from 50 to below 100")]
    [InlineData("--per VALUE", "--per: “VALUE” is the figure itself.")]
    [InlineData("--treatment c", "--treatment: there is no arm “c”. The arms are a and b.")]
    [InlineData("--control b --treatment b", "--treatment: an arm cannot be compared with itself.")]
    public async Task An_experiment(string typed, string sentence) =>
        Assert.Contains(
            sentence,
            await Refused("experiment", $"--arm who --value value {typed}"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "--rater value",
        "One rater agrees with nobody. Name a column for each rater, as in --rater value OTHER"
    )]
    [InlineData("--rater value other --value third", "With --value each row is one rating")]
    [InlineData("--rater value other --scale five", "--scale: ")]
    [InlineData("--rater value,VALUE", "would agree with itself")]
    [InlineData("--rater who other", "is not a number; other ratings are")]
    [InlineData("--rater value other --group n", "has 3 values (100, 80 and 70); Cliff's δ compares two.")]
    public async Task An_agreement(string typed, string sentence) =>
        Assert.Contains(sentence, await Refused("agreement", typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("--scale 5", "--scale: ")]
    [InlineData("--scale 3-3", "--scale: ")]
    [InlineData("--by shop", "has no column “shop”")]
    [InlineData("--by who --by WHO", "--by: “who” is named twice. Name each column once.")]
    [InlineData("--weight shop", "has no column “shop”")]
    [InlineData("--date shop", "has no column “shop”")]
    [InlineData("--date who", "Row 2, column “who”: “a” is not a day or a month.")]
    public async Task A_survey(string typed, string sentence) =>
        Assert.Contains(
            sentence,
            await Refused("survey", $"--score third --kind mean {typed}"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--themes 201", "--themes: give 2 to 200 themes.")]
    [InlineData("--by shop", "has no column “shop”")]
    [InlineData("--by who --by who", "--by: “who” is named twice. Name each column once.")]
    public async Task Themes(string typed, string sentence) =>
        Assert.Contains(sentence, await Refused("themes", $"--text who {typed}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("analyse survey x.csv")]
    [InlineData("analyze survey x.csv")]
    [InlineData("analyze survey x.csv --score a --kind mean --scores b")]
    [InlineData("analyze series x.csv --date a --value b --season winter")]
    [InlineData("analyze series x.csv --date a --value b --lag soon")]
    [InlineData("analyze tie x.csv --date a --leading b --lagging c --window 0-2 --moves sideways")]
    [InlineData("serve --port soon")]
    [InlineData("token create --member maya@harbor.example")]
    [InlineData("new-password")]
    public async Task What_no_verb_knows_is_bad_usage_and_starts_nothing(string typed) =>
        Assert.Equal(2, (await Typed.Heed(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Code);
}
