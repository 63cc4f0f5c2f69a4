using System.Text.Json;
using Heed.Tests.Commands.Analyze;
using static Heed.Tests.SharedFiles;

namespace Heed.Tests.Files;

/// <summary>
/// Two more inputs for each kind of shared/cases, unlike the first in language, separator and order. Where a value is
/// reckoned by hand, the reckoning stands beside it.
/// </summary>
public sealed class CasesOfOwnMakingTests
{
    static async Task<JsonElement> Survey(string text, string score, string kind, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Json(["analyze", "survey", file.Path, "--score", score, "--kind", kind, .. options]);
    }

    internal static double Of(JsonElement json, params string[] path) =>
        path.Aggregate(json, (element, name) => element.GetProperty(name)).GetDouble();

    static Dictionary<string, JsonElement> By(JsonElement json, string list, string name) =>
        json.GetProperty(list).EnumerateArray().ToDictionary(one => one.GetProperty(name).GetString()!);

    [Theory] // K1. 10, 9, 8, 0 and 10: (3 - 1) / 5.
    [InlineData(
        "Nr;Empfehlung\n1;10 – Äußerst wahrscheinlich\n2;9\n3;8\n4;0 – Gar nicht wahrscheinlich\n5;10 – Äußerst wahrscheinlich\n",
        "Empfehlung"
    )]
    [InlineData(
        "recommandation\tqui\nTout à fait (10)\tA\nPas du tout (0)\tB\n8\tC\n9\tD\nTout à fait (10)\tE\n",
        "recommandation"
    )]
    public async Task Labelled_ends_are_points(string text, string column)
    {
        var json = await Survey(text, column, "recommend");
        Assert.Equal((5.0, 40.0), (Of(json, "n"), Math.Round(Of(json, "value"), 9)));
    }

    [Theory] // K2. 5, 4, 3, 4, 4, 4: the mean is 24 / 6.
    [InlineData(
        "Umfrage 2026;;\n;;\nFiliale;Note;Text\nKöln;5;gut\nBonn;4;\nKöln;3;ok\nBonn;4;\nKöln;4;\nBonn;4;na ja\nGesamt;24;\n",
        "Note"
    )]
    [InlineData(
        "sep=\t\nmagasin\tavis\nLyon\t4\nParis\t4\nmagasin\tavis\nLyon\t4\nParis\t3\nLyon\t4\nParis\t5\nMoyenne\t4,0\n",
        "avis"
    )]
    public async Task What_stands_around_a_table_is_no_answer(string text, string column)
    {
        var json = await Survey(text, column, "mean");
        Assert.Equal((6.0, 4.0), (Of(json, "n"), Math.Round(Of(json, "value"), 9)));
    }

    [Theory] // K6. Who named mail stands in three of five cells.
    [InlineData(
        "osoba;kanały\n1;Mail|Web\n2;Web|Mail\n3;Web\n4;Sklep|Web\n5;Sklep|Mail\n",
        "kanały",
        "Mail",
        3,
        "Sklep",
        2
    )]
    [InlineData(
        "canali\tn\nEmail; Web\t1\nweb; Email\t2\nEmail; Negozio\t3\nNegozio; Web\t4\nWeb\t5\n",
        "canali",
        "Email",
        3,
        "Negozio",
        2
    )]
    public async Task Several_choices_in_a_cell_in_any_order(
        string text,
        string column,
        string one,
        int ones,
        string other,
        int others
    )
    {
        var options = By(await Survey(text, column, "choices"), "options", "option");
        Assert.Equal((ones, others), (Of(options[one], "count"), Of(options[other], "count")));
        Assert.Equal(3, options.Count);
    }

    [Theory] // K7. 1234.5 and 765.5 and 1000: the mean is 1000.
    [InlineData("Betrag;Kunde\n1.234,50 €;A\n765,50 €;B\n1.000,00 €;C\n", "Betrag")]
    [InlineData("client\tmontant\nA\t765.50\nB\t1'234.50\nC\t1'000.00\n", "montant")]
    public async Task Numbers_as_people_write_them(string text, string column)
    {
        var json = await Survey(text, column, "number");
        Assert.Equal((3.0, 1000.0), (Of(json, "n"), Of(json, "value")));
    }

    // K13. Promoters weigh 1.5 + 2 + 1.5 = 5, detractors 0.5 + 0.5 = 1, all 7; 7² / 10 is the effective n.
    [Theory]
    [InlineData(
        "Gewicht;Antwort\n1,5;10\n0,5;3\n2;9\n;0\n1;7\n1,5;10\n0,5;6\n",
        "Antwort",
        "Gewicht",
        "1 answer has no weight"
    )]
    [InlineData(
        "réponse\tpoids\n6\t0.5\n10\t1.5\n7\t1\n0\tN/A\n9\t2\n3\t0.5\n10\t1.5\n",
        "réponse",
        "poids",
        "1 answer has no weight"
    )]
    public async Task Weights_of_which_one_is_missing(string text, string score, string weight, string said)
    {
        var json = await Survey(text, score, "recommend", "--weight", weight);
        Assert.Equal((7.0, 0.0), (Of(json, "n"), Of(json, "value")));
        Assert.Equal(100 * 4 / 7.0, Of(json, "weighted", "value"), 1e-9);
        Assert.Equal(4.9, Of(json, "weighted", "effectiveN"), 1e-9);
        Assert.Contains(said, SeriesCases.Notes(json), StringComparison.Ordinal);
    }

    // K13. Weights 2 + 1 of 8, 4.5 of 8, 0.5 of 8; the effective n is 8² / 15.5 = 4.129, and Wilson's interval rests on it.
    [Theory]
    [InlineData(
        "poids\tcanal\n2\tWeb\n1\tWeb\n1\tApp\n0.5\tBoutique\n0.5\tApp\n\tWeb\n3\tApp\n",
        "canal",
        "poids",
        "Boutique"
    )]
    [InlineData("Kanał;Waga\nApp;3\nWeb;\nApp;0,5\nSklep;0,5\nApp;1\nWeb;1\nWeb;2\n", "Kanał", "Waga", "Sklep")]
    public async Task Weighted_shares_stand_beside_plain_ones(string text, string column, string weight, string shop)
    {
        var json = await Survey(text, column, "choice", "--weight", weight);
        Assert.Equal(7, Of(json, "n"));
        Assert.Equal(64 / 15.5, Of(json, "effectiveN"), 1e-9);
        var options = By(json, "options", "option");
        Assert.Equal((3.0, 100 * 3 / 7.0), (Of(options["Web"], "count"), Of(options["Web"], "percent")));
        Assert.Equal(37.5, Of(options["Web"], "weighted", "percent"), 1e-9);
        Assert.Equal(9.379390, Of(options["Web"], "weighted", "low"), 1e-6);
        Assert.Equal(77.669613, Of(options["Web"], "weighted", "high"), 1e-6);
        Assert.Equal(56.25, Of(options["App"], "weighted", "percent"), 1e-9);
        Assert.Equal(6.25, Of(options[shop], "weighted", "percent"), 1e-9);
        using var file = new Csv(text);
        string[] asked = ["analyze", "survey", file.Path, "--score", column, "--kind", "choice", "--weight", weight];
        var report = (await Typed.Heed(asked)).Output;
        foreach (var said in new[] { "7 of 7 rows", "effective n 4.1", "weighted", "37.5", "42.9" })
            Assert.Contains(said, report, StringComparison.Ordinal);
    }

    [Fact] // K13. Both options of a cell carry the weight of the person: 3 of 4 named A, 2 of 4 named B.
    public async Task Who_chose_several_counts_for_each_with_the_whole_weight()
    {
        var json = await Survey("w,ways\n2,A;B\n1,A\n1,C;D\n0,B;C\n", "ways", "choices", "--weight", "w");
        var options = By(json, "options", "option");
        Assert.Equal(
            (75.0, 50.0, 25.0),
            (
                Of(options["A"], "weighted", "percent"),
                Of(options["B"], "weighted", "percent"),
                Of(options["D"], "weighted", "percent")
            )
        );
        using var file = new Csv("w,way\n0,A\n0,B\n");
        string[] asked = ["analyze", "survey", file.Path, "--score", "way", "--kind", "choice", "--weight", "w"];
        Assert.Contains("nobody is represented", await Typed.Refused(asked), StringComparison.Ordinal);
    }

    // K15. Six remarks, one disagreement: 5/6 agree where chance would 1 - 94/132, so α = 1 - (2/12) / (94/132) = 0.7660.
    // Five, of which one: 1 - (2/10) / (66/90) = 0.7273; those that differ share no word, so the list is as the label.
    [Theory]
    [InlineData(
        "Bartek;Anna;uwaga\ncena;Cena;1\nOBSŁUGA;obsługa;2\ncena;czas;3\nCena ;cena;4\nobsługa;Obsługa;5\nCZAS;czas;6\n",
        "uwaga",
        new[] { "--rater", "Anna", "Bartek" },
        0.765957
    )]
    [InlineData(
        "tema\tquién\tnota\nprecio; servicio\tana\t1\nServicio; Precio\tluis\t1\nlimpieza\tana\t2\nLimpieza\tluis\t2\nespera; horario\tana\t3\nlimpieza\tluis\t3\nservicio; precio\tana\t4\nprecio; servicio\tluis\t4\nhorario; espera\tana\t5\nespera; horario\tluis\t5\n",
        "nota",
        new[] { "--rater", "quién", "--value", "tema" },
        0.727273
    )]
    public async Task Codes_in_other_capitals_and_other_orders_agree(
        string text,
        string unit,
        string[] raters,
        double alpha
    )
    {
        using var file = new Csv(text);
        var json = await Typed.Json([
            "analyze",
            "agreement",
            file.Path,
            "--unit",
            unit,
            "--level",
            "nominal",
            .. raters,
        ]);
        Assert.Equal(alpha, Of(json, "alpha"), 1e-6);
    }

    // Case 19: rows of enrolment carry no answer, a code stands for none. (4 - 2) / 7 and (2 - 2) / 5.
    [Theory]
    [InlineData(
        "Fall;Ereignis;Instrument;Nr;Empfehlung\nA1;Aufnahme;;;\nA1;Verlauf;Umfrage;1;9\nA1;Verlauf;Umfrage;2;10\nA2;Aufnahme;;;\nA2;Verlauf;Umfrage;1;3\nA2;Verlauf;Umfrage;2;-77\nA3;Aufnahme;;;\nA3;Verlauf;Umfrage;1;7\nA3;Verlauf;Umfrage;2;10\nA3;Verlauf;Umfrage;3;6\nA4;Verlauf;Umfrage;1;9\n",
        "Empfehlung",
        "-77",
        7,
        4,
        28.571429
    )]
    [InlineData(
        "nota\tvez\tinstrumento\tevento\tid\n8\t1\tencuesta\tseguimiento\t7\n\t\t\talta\t7\n999\t2\tencuesta\tseguimiento\t7\n2\t1\tencuesta\tseguimiento\t9\n\t\t\talta\t9\n10\t2\tencuesta\tseguimiento\t9\n10\t1\tencuesta\tseguimiento\t12\n5\t2\tencuesta\tseguimiento\t12\n",
        "nota",
        "999",
        5,
        3,
        0
    )]
    public async Task Repeated_instruments_beside_rows_that_were_not_asked(
        string text,
        string score,
        string missing,
        int n,
        int none,
        double value
    )
    {
        var json = await Survey(text, score, "recommend", "--missing", missing);
        Assert.Equal((n, none), (json.GetProperty("n").GetInt32(), json.GetProperty("missing").GetInt32()));
        Assert.Equal(value, Of(json, "value"), 1e-6);
    }

    // K10. Of six rows two are nobody's: (2 - 1) / 4.
    [Theory]
    [InlineData(
        "Note;Antworttyp\n10;IP-Adresse\n0;Umfragevorschau\n9;IP-Adresse\n7;IP-Adresse\n0;Umfragetest\n5;IP-Adresse\n",
        "Note"
    )]
    [InlineData("Disposition|score\ncomplete|5\nTest|1\ncomplete|7\ncomplete|9\nBOT|2\ncomplete|10\n", "score")]
    public async Task Previews_and_tests_are_no_answers(string text, string score)
    {
        var json = await Survey(text, score, "recommend");
        Assert.Equal((4.0, 25.0), (Of(json, "n"), Of(json, "value")));
        Assert.Contains(
            "2 rows are no answer of anybody and left out",
            SeriesCases.Notes(json),
            StringComparison.Ordinal
        );
    }

    // K12. 7 of 12 and 9 of 15, with Wilson's interval.
    [Theory]
    [InlineData("gekauft;nr\n", "Ja;", "nein;", 7, 5, "gekauft", 58.333333, 31.951131, 80.673969)]
    [InlineData("no\tacheté\n", "\tOui", "\tNon", 9, 6, "acheté", 60.0, 35.746830, 80.175504)]
    public async Task Shares_of_yes_and_no(
        string head,
        string yes,
        string no,
        int said,
        int not,
        string column,
        double share,
        double low,
        double high
    )
    {
        string Row(string cell, int i) => cell.StartsWith('\t') ? $"{i}{cell}\n" : $"{cell}{i}\n";
        var json = await Survey(
            head
                + string.Concat(Enumerable.Range(1, not).Select(i => Row(no, i)))
                + string.Concat(Enumerable.Range(1, said).Select(i => Row(yes, i))),
            column,
            "share"
        );
        Assert.Equal(said + not, Of(json, "n"));
        Assert.Equal(share, Of(json, "value"), 1e-6);
        Assert.Equal(low, Of(json, "low"), 1e-6);
        Assert.Equal(high, Of(json, "high"), 1e-6);
    }
}
