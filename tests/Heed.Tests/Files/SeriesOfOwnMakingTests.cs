using System.Globalization;
using System.Text.Json;
using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Files.CasesOfOwnMakingTests;
using static Heed.Tests.SharedFiles;

namespace Heed.Tests.Files;

/// <summary>The same for purchases, series and targets.</summary>
public sealed class SeriesOfOwnMakingTests
{
    [Theory] // K14. The same purchases as in case 12, so the values are those of its README.
    [InlineData(';', "dd.MM.yyyy HH:mm", true, "Betrag", "Kunde", "Datum")]
    [InlineData('\t', "yyyy/MM/dd", false, "date", "client", "montant")]
    public async Task A_log_of_purchases_as_other_shops_write_it(
        char by,
        string form,
        bool decimalComma,
        params string[] names
    )
    {
        var (customer, date, amount) = by == ';' ? (1, 2, 0) : (1, 0, 2);
        var rows = File.ReadLines(Case("12-retail-log/withid.csv"))
            .Skip(1)
            .Reverse()
            .Select(line => line.Split("\",")[1].Split(','))
            .Select(cells =>
            {
                var row = new string[3];
                row[customer] = cells[3];
                row[date] = DateTime
                    .Parse(cells[1], CultureInfo.InvariantCulture)
                    .ToString(form, CultureInfo.InvariantCulture);
                row[amount] = decimalComma ? cells[5].Replace('.', ',') : cells[5];
                return string.Join(by, row);
            });
        using var file = new Csv($"{string.Join(by, names)}\n{string.Join('\n', rows)}\n");
        string[] asked = ["analyze", "lifetime", file.Path, "--customer", names[customer], "--date", names[date]];
        var json = await Typed.Json([.. asked, "--amount", names[amount]]);
        Assert.Equal(Right("12", "Right:"), Of(json, "customers"));
        Assert.Equal(Right("12", "BG/NBD r"), Of(json, "bgNbd", "r"), 0.0005);
        Assert.Equal(Right("12", "α"), Of(json, "bgNbd", "alpha"), 0.005);
        Assert.Equal(Right("12", "ll"), Of(json, "bgNbd", "logLikelihood"), 0.005);
        Assert.Contains(
            $"{Right("12", "gross"):#,0} before, {Right("12", "net"):#,0} after",
            SeriesCases.Notes(json),
            StringComparison.Ordinal
        );
    }

    [Theory] // K16. Where nothing moves there is no noise to hold anything against: no limits, no forecast, no verdict.
    [InlineData("Woche;Wert\n", ';', "dd.MM.yyyy", false, "35,7", "35,7")]
    [InlineData("valeur\tsemaine\n", '\t', "yyyy-MM-dd", true, "10", "12")]
    public async Task Noise_of_no_width_judges_nothing(
        string head,
        char by,
        string form,
        bool valueFirst,
        string before,
        string after
    )
    {
        var rows = Enumerable
            .Range(0, 24)
            .Select(i => (On: new DateOnly(2026, 1, 5).AddDays(7 * i).ToString(form), Value: i < 12 ? before : after))
            .Select(row => valueFirst ? $"{row.Value}{by}{row.On}\n" : $"{row.On}{by}{row.Value}\n");
        var names = head.TrimEnd('\n').Split(by);
        using var file = new Csv(head + string.Concat(rows));
        var (date, value) = valueFirst ? (names[1], names[0]) : (names[0], names[1]);
        var json = await SeriesCases.Series(
            file.Path,
            date,
            value,
            "--change",
            "2026-03-30",
            "--wanted",
            "up",
            "--target",
            "40"
        );
        Assert.Equal("Flat", json.GetProperty("band").GetProperty("state").GetString());
        foreach (var side in new[] { "lower", "upper" })
            Assert.Equal(JsonValueKind.Null, json.GetProperty("band").GetProperty(side).ValueKind);
        Assert.Equal("CannotTell", json.GetProperty("change").GetProperty("verdict").GetString());
        Assert.Contains(
            "no noise",
            json.GetProperty("change").GetProperty("because").GetString(),
            StringComparison.Ordinal
        );
        Assert.Empty(json.GetProperty("signals").EnumerateArray());
    }

    /// <summary>K6b. A list of key results and a file of values, as they are pasted: what is to stay is kept or crossed.</summary>
    [Theory]
    [InlineData(
        "Wer;Was;Ist;Soll;Einheit;Bis;Kennzahl\nKunden;kündigen;4,16;5;%;31.12.2035;Abwanderung\n",
        "Abwanderung",
        Wanted.Down,
        "Woche;Wert\n{0:dd.MM.yyyy};{1:0.00}\n",
        4.16,
        "Limit kept",
        "at most 5"
    )]
    [InlineData(
        "metric name\tto\twho\tfrom\tdoes what\nPonctualité\t90\tles livreurs\t92\tarrivent à l'heure\n",
        "Ponctualité",
        Wanted.Up,
        "valeur\tsemaine\n{1:0.00}\t{0:yyyy-MM-dd}\n",
        89.2,
        "Limit crossed",
        "at least 90"
    )]
    public async Task A_target_on_the_unwanted_side_is_kept_or_crossed(
        string pasted,
        string name,
        Wanted wanted,
        string form,
        double level,
        string word,
        string limit
    )
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var (objective, browser) = (await cast.Objective(), await cast.Browser());
        var asked = SampleMeasurements.Asked(name);
        (asked.Wanted, asked.Unit) = (wanted, "%");
        var metric = await cast.Metric(asked);
        var (head, row) = (form.Split('\n')[0], form.Split('\n')[1]);
        var values = Enumerable
            .Range(0, 20)
            .Select(i =>
                string.Format(
                    CultureInfo.InvariantCulture,
                    row,
                    new DateOnly(2035, 2, 26).AddDays(-7 * (19 - i)),
                    level + (i % 3 - 1) * 0.1
                )
            )
            .Select(line => head.Contains(';') ? $"{line[..10]}{line[10..].Replace('.', ',')}" : line);
        var read = MeasurementFile.Read($"{head}\n{string.Join('\n', values)}\n").Given();
        (await cast.Record(metric.Id, read.Rows)).Given();

        var seen = await (
            await browser.PostForm($"/aim/objectives/{objective.Id}/paste", "paste", new() { ["Asked.Text"] = pasted })
        ).Html();
        var sure = seen.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "paste");
        await browser.PostAsync($"/aim/objectives/{objective.Id}/paste", new FormUrlEncodedContent(Forms.Filled(sure)));
        var kept = await cast.World.As(
            cast,
            here =>
                here.GetRequiredService<HeedDb>()
                    .KeyResults.AsNoTracking()
                    .SingleAsync(k => k.ObjectiveId == objective.Id)
        );
        var page = await (await browser.GetAsync($"/aim/key-results/{kept.Id}")).Html();
        Assert.Contains(word, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(limit, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Target reached", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
