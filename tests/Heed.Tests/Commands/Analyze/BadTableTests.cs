namespace Heed.Tests.Commands.Analyze;

/// <summary>Files that hold what a verb cannot use, each told with its row, its column and what to do.</summary>
public sealed class BadTableTests
{
    static async Task<string> Refused(string text, string typed)
    {
        using var file = new Csv(text);
        var words = typed.Split(' ');
        return await Typed.Refused(["analyze", words[0], file.Path, .. words[1..]]);
    }

    const string Survey = "survey --score score --kind mean";

    [Theory]
    [InlineData(
        "score\n7\n8\n9\n6\n0\n-1\n11\n3\n",
        "7 of 8 answers are not on the scale 1-5: “-1” (once), “0” (once), "
    )]
    [InlineData("score\n7\n8\n9\n6\n0\n-1\n11\n3\n", " and 2 other values. The first is in row 2.")]
    [InlineData("score\n7\n8\n9\n6\n0\n-1\n11\n3\n", "otherwise give the scale that was asked with --scale.")]
    [InlineData("score\n3\nlate\n", "1 of 2 answers is not on the scale 1-5: “late” (once). The first is in row 3.")]
    [InlineData("score\n3.5\n3\n", "“3.5” (once)")]
    [InlineData(
        "score\n3\n\"a very long remark that somebody typed into the column of the codes\"\n",
        "“a very long remark that somebody typed"
    )]
    public async Task Answers_off_the_scale_are_counted_and_the_five_most_common_named(string text, string sentence) =>
        Assert.Contains(sentence, await Refused(text, Survey), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "score,day\n1,2026-02-30\n2,2026-01-05\n",
        "Row 2, column “day”: “2026-02-30” is not a day or a month."
    )]
    [InlineData("score,day\n1,2026-01-05\n2,2999-01-05\n", "Row 3, column “day”: 5 January 2999 is too far ahead")]
    [InlineData(
        "score,day\n1,13/01/2026\n2,01/14/2026\n",
        "mixes two orders: row 2 has “13/01/2026”, which is day first, and row 3 has “01/14/2026”"
    )]
    public async Task A_day_of_an_answer_that_cannot_be_names_its_row(string text, string sentence) =>
        Assert.Contains(sentence, await Refused(text, $"{Survey} --date day"), StringComparison.Ordinal);

    const string Purchases = "lifetime --customer who --date day --amount sum";

    [Theory]
    [InlineData(
        "who,day,sum\n,2026-01-05,1\n,2026-01-06,1\n",
        "has a customer in column “who”, so nobody's purchases can be followed"
    )]
    [InlineData(
        "who,day,sum\na,2026-01-05,1\nb,2026-01-06,free\n",
        "Row 3, column “sum”: “free” is not a number. Write a number there, or leave the cell blank."
    )]
    [InlineData("who,day,sum\na,03/04/2026,1\nb,04/05/2026,1\n", "could be day first or month first")]
    [InlineData(
        "who,day,sum\na,03/04/2026,1\nb,13/05/2026,1\nc,05/16/2026,1\n",
        "mixes two orders: row 3 has “13/05/2026”"
    )]
    [InlineData("who,day\na,2026-01-05\n", "has no column “sum”")]
    public async Task A_purchase_that_cannot_be_names_its_row(string text, string sentence) =>
        Assert.Contains(sentence, await Refused(text, Purchases), StringComparison.Ordinal);

    const string Customers = "lifetime --frequency x --recency t --age T --spend z";

    [Theory]
    [InlineData("x,t,T,z\n1,3,10,-5\n", "Row 2, column “z”: −5 is below zero. Leave refunds out of the mean.")]
    [InlineData("x,t,T,z\n-1,3,10,5\n", "a number of purchases is whole, 0 or more.")]
    [InlineData("x,t,T,z\n3000000000,3,10,5\n", "a number of purchases is whole, 0 or more.")]
    [InlineData("x,t,T,z\n1,3,-10,5\n", "time is counted from the first purchase, from 0 on.")]
    [InlineData("x,t,T,z\n1,3,2,5\n", "Correct the row, or look whether two columns are mixed up.")]
    public async Task A_customer_who_cannot_be_names_the_row_and_all_three_cells(string text, string sentence) =>
        Assert.Contains(sentence, await Refused(text, Customers), StringComparison.Ordinal);

    [Theory]
    [InlineData("g,v\n,1\n,2\n", "--arm: “g” has no value; two arms are compared.")]
    [InlineData(
        "g,v\na,1\nb,good\n",
        "Row 3, column “v”: “good” is not a number. A figure is a number: give 1 and 0 for yes and no"
    )]
    public async Task Arms_that_cannot_be_compared(string text, string sentence) =>
        Assert.Contains(sentence, await Refused(text, "experiment --arm g --value v"), StringComparison.Ordinal);

    [Fact]
    public async Task An_arm_for_each_person_is_no_arm() =>
        Assert.Equal(
            "--arm: “g” has 21 values; a column of arms has two or a few.",
            await Refused(
                "g,v\n" + string.Concat(Enumerable.Range(0, 21).Select(i => $"p{i},{i}\n")),
                "experiment --arm g --value v"
            )
        );

    [Theory]
    [InlineData(
        "u,r,v\n1,x,2\n,y,3\n",
        "Row 3 has a rating and no unit in column “u”. Say whose it is, or remove the row."
    )]
    [InlineData("u,r,v\n1,x,2\n1,y,good\n", "Row 3, column “v”: “good” is not a number; other ratings are.")]
    public async Task A_rating_that_is_nobodys_names_its_row(string text, string sentence) =>
        Assert.Contains(
            sentence,
            await Refused(text, "agreement --unit u --rater r --value v"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("w\n", "The file has 1 header row and no answers below.")]
    [InlineData("w\n\n", "The file has 1 header row and no answers below.")]
    public async Task No_remark_is_nothing_to_read(string rows, string sentence) =>
        Assert.Contains(sentence, await Refused($"comment,{rows}", "themes --text comment"), StringComparison.Ordinal);

    [Fact]
    public async Task Remarks_are_not_grouped_by_an_id()
    {
        var rows = string.Concat(Enumerable.Range(0, 1200).Select(i => $"the queue,R{i}\n"));
        Assert.Contains(
            "more than 1000 different values by row 1002",
            await Refused("comment,id\n" + rows, "themes --text comment --by id"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("overall,a,w\n1,2,-1\n2,3,1\n", "Row 2, column “w”: “−1” is not a weight.")]
    [InlineData("overall,a,w\n1,2,heavy\n2,3,1\n", "Row 2, column “w”: “heavy” is not a number.")]
    public async Task A_weight_of_a_driver_that_cannot_be_names_its_row(string text, string sentence) =>
        Assert.Contains(
            sentence,
            await Refused(text, "drivers --outcome overall --driver a --weight w"),
            StringComparison.Ordinal
        );
}
