using System.Text;
using Heed.Listen;
using Heed.Metrics;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Listen;

namespace Heed.Tests.Files;

/// <summary>Two stray quotes make one cell of the rows between them, and no row may be lost so without a word.</summary>
public sealed class SwallowedRowsTests
{
    /// <summary>Four answers that would be two.</summary>
    const string Four = "id,shop,said,nps\n1,York,\"so nice,9\n2,Hull,ok,8\n3,York,and so\" on,7\n4,Hull,fine,6\n";

    [Fact]
    public async Task Rows_within_a_pair_of_stray_quotes_are_refused_with_their_numbers()
    {
        using var file = new Csv(Four);
        Assert.Equal(
            "Rows 2 to 4 of answers.csv run together: a quote opens in column “said” of row 2, closes in row 4, and what it takes in looks like rows of this table (“2,Hull,ok,8”). Take the stray quotes out. If it is one remark, write it in one line.",
            await Typed.Refused("analyze", "survey", file.Path, "--score", "nps", "--kind", "recommend")
        );
    }

    [Fact]
    public async Task An_import_says_which_rows_it_cannot_take()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var rows = string.Concat(Enumerable.Range(5, 300).Select(i => $"{i},York,good,{i % 11}\n"));
        var findings = await world.DryRun(cast, Four + rows, new ColumnMapping("nps", ColumnUse.Recommend));
        Assert.Equal((301, 1), (findings.New, findings.Rejected));
        var problem = Assert.Single(findings.Problems);
        Assert.Equal(
            "Row 2, column “said”: a quote opens here and closes in row 4, and what it takes in looks like rows of this table.",
            problem.Says
        );
        Assert.StartsWith("Take the stray quotes out", problem.Repair, StringComparison.Ordinal);
    }

    [Theory]
    // The second quote stands at the end of its cell, where one belongs.
    [InlineData("id;said;nps\n1;\"so;9\n2;ok;8\n3;and so\";7\n4;good;5\n", true)]
    // Two columns, the remark first and last; days; and rows that end as Windows ends them.
    [InlineData("said,nps\n\"so nice,9\nok,8\nand so\" on,7\nfine,6\ngood,6\n", true)]
    [InlineData(
        "day\tsaid\r\n2026-03-01\t\"so\r\n2026-03-02\tok\r\n2026-03-03\tand so\"\r\n2026-03-04\tfine\r\n",
        true
    )]
    // It opens in one column and closes in another, so that the row is short.
    [InlineData("id,said,nps,more\n1,\"so,9,a\n2,ok,8,b\n3,ok,7,c\" d\n4,fine,6,e\n5,fine,6,f\n", true)]
    // All the file in one cell but its first.
    [InlineData("id,said,nps\n1,\"so,9\n2,and,8\n3,so\" on,7\n", true)]
    // No column tells anything apart.
    [InlineData("name,said,mail\nAnna,\"so,a@x\nBert,ok,b@x\nCleo,and so\" on,c@x\nDora,fine,d@x\n", true)]
    // What people write into a remark of several lines.
    [InlineData("id,said,nps\n1,\"Cold, wet, dark\nand late, too, again\",3\n2,ok,8\n3,fine,7\n", false)]
    [InlineData("id,said\n1,\"My points:\n1, the food\n2, the music\"\n2,ok\n3,fine\n", false)]
    [InlineData("nps,said\n9,\"I paid\n12,50 for it\"\n8,ok\n7,fine\n", false)]
    [InlineData("id;said;nps\n1;\"He said \"\"no\"\";\nthen left;\n\nfor good\";3\n2;ok;8\n3;fine;7\n", false)]
    [InlineData("name,said,mail\nAnna,\"so\nI went, and, left\",a@x\nBert,ok,b@x\nCleo,fine,c@x\n", false)]
    public async Task What_looks_like_rows_is_told_from_what_people_write(string text, bool swallowed)
    {
        using var file = new Csv(text);
        var column = text.Contains("nps", StringComparison.Ordinal) ? "nps" : "said";
        string[] asked =
        [
            "analyze",
            "survey",
            file.Path,
            "--score",
            column,
            "--kind",
            column == "nps" ? "recommend" : "choice",
        ];
        if (swallowed)
            Assert.Contains("run together", await Typed.Refused(asked), StringComparison.Ordinal);
        else
        {
            var json = await Typed.Json(asked);
            Assert.Equal(3, Read(file));
            Assert.DoesNotContain("quote", SeriesCases.Notes(json), StringComparison.Ordinal);
        }
    }

    static int Read(Csv csv)
    {
        Assert.False(DataFile.Open(csv.Path).Refused(out var refusal, out var opened), refusal?.Because);
        using var file = opened!;
        var rows = 0;
        while (!file.Next().Refused(out refusal, out var more) && more)
            rows++;
        Assert.Null(refusal);
        return rows;
    }

    [Fact]
    public void Values_that_are_pasted_say_it_too()
    {
        Assert.True(
            MeasurementFile
                .Read("date,value,note\n2026-01-05,12,\"so\n2026-01-12,13,ok\n2026-01-19,14,and so\" on\n")
                .Refused(out var refusal)
        );
        Assert.Equal(
            "Row 2 holds other rows within quotes, the first is “2026-01-12,13,ok”: a quote that opens there closes in row 4. Take the stray quotes out. Nothing was recorded.",
            refusal!.Because
        );
        Assert.False(
            MeasurementFile
                .Read("date,value,note\n2026-01-05,12,\"late, cold\nand, well, wet\"\n2026-01-12,13,ok\n")
                .Refused(out _)
        );
    }

    static readonly string[] Remarks =
    [
        "ok",
        "fine",
        "so nice",
        "it was cold",
        "the best I ever had",
        "",
        "never again!",
        "fast & friendly",
    ];

    static readonly string[] Lines =
    [
        "Cold, wet, dark",
        "first; second; third",
        "1, the food",
        "I paid 12,50",
        "",
        "He said \"\"no\"\"",
        "and left",
        "- price, service, and so on",
        "what else?",
    ];

    /// <summary>A table by chance: an id or a day, a shop, a score, and a remark in some place.</summary>
    static List<string[]> Table(Random random, out int remark)
    {
        var (width, byDay) = (random.Next(3, 6), random.Next(2) == 0);
        remark = random.Next(1, width);
        List<string[]> rows = [];
        for (var i = 1; i <= random.Next(6, 60); i++)
        {
            var row = new string[width];
            row[0] = byDay ? $"{new DateOnly(2026, 1, 1).AddDays(i):yyyy-MM-dd}" : $"{i}";
            for (var c = 1; c < width; c++)
                row[c] =
                    c % 2 == 1 ? $"{random.Next(11)}"
                    : random.Next(2) == 0 ? "York"
                    : "Hull";
            row[remark] = Remarks[random.Next(Remarks.Length)];
            rows.Add(row);
        }
        return rows;
    }

    static string Written(List<string[]> rows, char by) =>
        string.Concat(
            rows.Prepend([.. Enumerable.Range(0, rows[0].Length).Select(i => $"column {(char)('a' + i)}")])
                .Select(row => string.Join(by, row) + "\n")
        );

    [Fact]
    public void No_pair_of_stray_quotes_loses_a_row_without_a_word()
    {
        foreach (var seed in Fuzzing.Seeds(400))
        {
            var random = new Random(seed);
            var rows = Table(random, out var remark);
            var from = random.Next(rows.Count - 1);
            var to = random.Next(from + 1, rows.Count);
            rows[from][remark] = '"' + rows[from][remark];
            rows[to][remark] = random.Next(3) switch
            {
                0 => rows[to][remark] + '"',
                1 => '"' + rows[to][remark],
                _ => "and so\" on",
            };
            using var csv = new Csv(Written(rows, ",;\t|"[random.Next(4)]));
            Assert.False(DataFile.Open(csv.Path).Refused(out var refusal, out var file), refusal?.Because);
            using (file)
            {
                var read = 0;
                while (!file!.Next().Refused(out refusal, out var more) && more)
                    read++;
                Assert.True(
                    refusal is not null || read == rows.Count,
                    $"seed {seed}: {read} of {rows.Count} rows, {File.ReadAllText(csv.Path)}"
                );
            }
        }
    }

    [Fact]
    public void Remarks_of_several_lines_in_quotes_are_never_complained_of()
    {
        foreach (var seed in Fuzzing.Seeds(400))
        {
            var random = new Random(seed);
            var rows = Table(random, out var remark);
            foreach (var row in rows.Where(_ => random.Next(3) == 0))
                row[remark] =
                    '"'
                    + string.Join(
                        random.Next(2) == 0 ? "\n" : "\r\n",
                        Enumerable.Range(0, random.Next(1, 6)).Select(_ => Lines[random.Next(Lines.Length)])
                    )
                    + '"';
            using var csv = new Csv(Written(rows, ",;\t|"[random.Next(4)]), Encoding.UTF8);
            Assert.True(Read(csv) == rows.Count, $"seed {seed}: {File.ReadAllText(csv.Path)}");
        }
    }
}
