using System.Xml.Linq;
using Heed.Ui;
using Heed.Ui.Charts;
using Heed.Ui.Samples;

namespace Heed.Tests.Ui;

public class ChartTests
{
    static readonly (string, object?)[] Reorders =
    [
        ("Title", "It left its band"),
        ("Unit", "of 100"),
        ("Points", ChartSamples.Weeks),
        ("Bands", ChartSamples.Band),
        ("Changes", ChartSamples.Changes),
        ("Expected", ChartSamples.Without),
        ("Target", ChartSamples.Target),
    ];

    [Fact]
    public async Task The_table_says_what_the_drawing_shows()
    {
        var page = await Drawn.Page<BandChart>(Reorders);
        var rows = page.QuerySelectorAll("details.twin table:first-of-type tbody tr");
        var points = page.QuerySelectorAll("svg.wide .point");

        Assert.Equal(ChartSamples.Weeks.Count, rows.Length);
        Assert.Equal(ChartSamples.Weeks.Count, points.Length);
        foreach (var (row, point) in rows.Zip(points))
        {
            var value = row.QuerySelector("td")!.Says();
            Assert.StartsWith($"{row.QuerySelector("th")!.Says()}: {value}", point.GetAttribute("aria-label"));
        }
        Assert.Equal("68.9 of 100", rows[15].QuerySelector("td")!.Says());
    }

    [Fact]
    public async Task Each_width_carries_the_same_points_with_a_title_and_a_summary()
    {
        var page = await Drawn.Page<BandChart>(Reorders);
        var drawings = page.QuerySelectorAll("svg.plot");

        Assert.Equal(3, drawings.Length);
        foreach (var drawing in drawings)
        {
            Assert.Equal("It left its band", drawing.QuerySelector("title")!.TextContent);
            Assert.Contains("21 readings", drawing.QuerySelector("desc")!.TextContent);
            Assert.Contains("6 outside the noise band", drawing.QuerySelector("desc")!.TextContent);
            Assert.Equal(ChartSamples.Weeks.Count, drawing.QuerySelectorAll(".point").Length);
        }
    }

    [Fact]
    public async Task A_signal_has_another_shape_and_a_stop_for_the_keyboard()
    {
        var page = await Drawn.Page<BandChart>(Reorders);
        var signals = page.QuerySelectorAll("svg.wide .point:has(path.signal)");

        Assert.Equal(ChartSamples.Weeks.Count(p => p.Signal is not null), signals.Length);
        Assert.All(signals, s => Assert.Equal("0", s.GetAttribute("tabindex")));
        Assert.All(signals, s => Assert.Contains("outside its band", s.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task A_missing_reading_breaks_the_line_and_is_not_a_zero()
    {
        ChartPoint[] points =
        [
            new(new(2026, 1, 5), 10),
            new(new(2026, 1, 12), 12),
            new(new(2026, 1, 19), null),
            new(new(2026, 1, 26), 11),
            new(new(2026, 2, 2), 13),
        ];
        var page = await Drawn.Page<BandChart>(("Title", "A gap"), ("Points", points));

        Assert.Equal(2, page.QuerySelectorAll("svg.wide path.line").Length);
        Assert.Equal(4, page.QuerySelectorAll("svg.wide .point").Length);
        Assert.Equal("not measured", page.QuerySelectorAll("tbody tr")[2].QuerySelector("td")!.Says());
    }

    [Fact]
    public async Task Without_a_band_none_is_drawn_and_the_reason_is_given()
    {
        var page = await Drawn.Page<BandChart>(("Title", "Four"), ("Points", ChartSamples.Few));

        Assert.Empty(page.QuerySelectorAll(".band"));
        Assert.Contains("too few readings", page.QuerySelector(".chart-foot")!.TextContent);
        Assert.DoesNotContain("upper", page.QuerySelector("svg.wide")!.TextContent);
    }

    [Fact]
    public async Task A_second_band_is_marked_as_a_new_baseline()
    {
        var page = await Drawn.Page<BandChart>(
            ("Title", "Waiting"),
            ("Points", ChartSamples.Waits),
            ("Bands", ChartSamples.WaitBands)
        );

        Assert.Single(page.QuerySelectorAll("svg.wide path.rebase"));
        Assert.Contains("new baseline", page.QuerySelector("svg.wide")!.TextContent);
    }

    [Fact]
    public async Task No_reading_at_all_is_a_drawing_too() =>
        Assert.Contains(
            "No reading yet",
            await Drawn.Text<BandChart>(("Title", "None"), ("Points", Array.Empty<ChartPoint>()))
        );

    [Fact]
    public async Task As_a_file_the_drawing_stands_alone()
    {
        foreach (
            var text in new[]
            {
                await Drawn.Text<BandChart>([.. Reorders, ("Alone", true)]),
                await Drawn.Text<IntervalDots>(("Title", "Groups"), ("Groups", ChartSamples.Groups), ("Alone", true)),
                await Drawn.Text<DistributionChart>(
                    ("Title", "Spread"),
                    ("Counts", ChartSamples.Recommend),
                    ("Alone", true)
                ),
                await Drawn.Text<DivergingChart>(
                    ("Title", "Answers"),
                    ("Answers", ChartSamples.Answers),
                    ("Scale", ChartSamples.Agreement),
                    ("Alone", true)
                ),
            }
        )
        {
            var svg = XElement.Parse(text.Trim());
            Assert.Equal("{http://www.w3.org/2000/svg}svg", svg.Name.ToString());
            Assert.DoesNotContain("var(--", text);
            Assert.DoesNotContain("tabindex", text);
            Assert.DoesNotContain("<details", text);
        }
    }

    [Fact]
    public async Task A_group_too_small_to_show_carries_no_number_of_its_own_anywhere()
    {
        ChartGroup[] groups =
        [
            ChartGroup.Shown("Harbour", 212, 74, 68, 80),
            ChartGroup.NotShown("Night shift", "too few answers"),
        ];
        var page = await Drawn.Page<IntervalDots>(("Title", "Groups"), ("Groups", groups));

        var hidden = page.QuerySelectorAll(".point").Where(p => p.TextContent.Contains("Night shift")).ToList();
        Assert.Equal(3, hidden.Count);
        Assert.All(hidden, point => Assert.NotNull(point.QuerySelector(".closed-eye")));
        Assert.All(hidden, point => Assert.Null(point.QuerySelector(".mark, .interval")));
        Assert.All(hidden, point => Assert.DoesNotMatch("[0-9]", point.TextContent + point.GetAttribute("aria-label")));
        Assert.Equal("not shown: too few answers", page.QuerySelectorAll("tbody tr")[1].QuerySelector("td")!.Says());
    }

    [Fact]
    public async Task Hidden_answers_are_a_closed_eye_too()
    {
        var page = await Drawn.Page<DivergingChart>(
            ("Title", "Answers"),
            ("Scale", ChartSamples.Agreement),
            ("Answers", new[] { ChartAnswers.NotShown("Wholesale", "too few answers") })
        );

        Assert.Equal(3, page.QuerySelectorAll(".closed-eye").Length);
        Assert.DoesNotMatch("[0-9]", page.QuerySelector(".point")!.TextContent);
    }

    [Fact]
    public void A_group_outside_its_own_interval_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => ChartGroup.Shown("Harbour", 212, 90, 68, 80));

    [Fact]
    public async Task Every_count_of_a_distribution_is_printed()
    {
        var page = await Drawn.Page<DistributionChart>(("Title", "Spread"), ("Counts", ChartSamples.Recommend));
        var printed = page.QuerySelectorAll("svg.phone .point").Select(p => p.QuerySelector("text")!.TextContent);

        Assert.Equal(ChartSamples.Recommend.Select(c => $"{c.Count}"), printed);
    }

    [Fact]
    public async Task Few_answers_are_drawn_one_dot_each()
    {
        var page = await Drawn.Page<DistributionChart>(("Title", "Spread"), ("Counts", ChartSamples.Handful));

        Assert.Equal(ChartSamples.Handful.Sum(c => c.Count), page.QuerySelectorAll("svg.wide circle").Length);
    }

    [Fact]
    public void Answers_lie_to_the_side_of_the_middle_where_they_belong()
    {
        var plot = new DivergingPlot(Canvas.Wide, ChartSamples.Answers, 5);

        foreach (var row in ChartSamples.Answers.Where(a => !a.Hidden).Select(plot.Row))
        {
            Assert.All(row.Take(2), share => Assert.True(share.X + share.Width <= plot.Middle + 1e-6));
            Assert.All(row.Skip(3), share => Assert.True(share.X >= plot.Middle - 1e-6));
            Assert.True(row[0].X >= -1e-6 && row[^1].X + row[^1].Width <= plot.End + 1e-6);
        }
    }

    [Fact]
    public async Task A_rank_that_a_few_answers_would_change_is_hollow_and_said()
    {
        var page = await Drawn.Page<RankedBars>(("Title", "Pains"), ("Bars", ChartSamples.Pains));
        var bars = page.QuerySelectorAll("svg.middle .point");
        var widths = bars.Select(b => double.Parse(b.QuerySelector("rect")!.GetAttribute("width")!)).ToList();

        Assert.Equal(ChartSamples.Pains.Select(p => p.Fragile), bars.Select(b => b.TextContent.Contains("fragile")));
        Assert.Equal(
            ChartSamples.Pains.Select(p => p.Fragile),
            bars.Select(b => b.QuerySelector("rect[stroke-dasharray]") is not null)
        );
        Assert.Equal(widths.OrderDescending(), widths);
        Assert.Equal(93 / 61.0, widths[0] / widths[1], 2);
    }

    [Fact]
    public async Task A_sparkline_is_read_out_and_breaks_at_a_gap()
    {
        var page = await Drawn.Page<Sparkline>(
            ("Values", new double?[] { 1, 2, null, 4, 5 }),
            ("Says", "Five weeks, one to five"),
            ("Lower", 1.0),
            ("Upper", 3.0)
        );

        Assert.Equal("Five weeks, one to five", page.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        Assert.Equal(2, page.QuerySelectorAll("path[fill=none]").Length);
    }

    [Fact]
    public void Words_of_a_change_stay_on_the_canvas_at_every_width()
    {
        foreach (var canvas in new[] { Canvas.Wide, Canvas.Middle, Canvas.Phone })
        {
            var plot = new BandPlot(
                canvas,
                new(ChartSamples.Weeks, ChartSamples.Band, ChartSamples.Changes, [], ChartSamples.Target, "of 100", "")
            );
            foreach (var lane in plot.Lanes)
            {
                var room = canvas.Room(lane.Says, strong: true);
                Assert.InRange(lane.Anchor == "end" ? lane.LabelX - room : lane.LabelX, 0, canvas.Width);
                Assert.InRange(lane.Anchor == "end" ? lane.LabelX : lane.LabelX + room, 0, canvas.Width + 0.01);
            }
        }
    }

    [Fact]
    public void Why_a_group_is_not_shown_stays_on_the_canvas_at_every_width()
    {
        const string Because =
            "Hidden: fewer than 5 people answered here, or so few beside it that theirs could be worked out.";
        var group = ChartGroup.NotShown("Night shift", Because);
        Assert.StartsWith("fewer than 5", group.HiddenBecause, StringComparison.Ordinal);
        foreach (var canvas in new[] { Canvas.Wide, Canvas.Middle, Canvas.Phone })
        {
            var plot = new DotPlot(canvas, [group], null);
            Assert.StartsWith("not shown", plot.Shut(group), StringComparison.Ordinal);
            Assert.InRange(plot.Left + 34 + canvas.Room(plot.Shut(group)), 0, canvas.Width);
        }
        Assert.Equal("not shown", new DotPlot(Canvas.Phone, [group], null).Shut(group));
    }

    [Theory]
    [InlineData(35, 37)]
    [InlineData(-37, -35)]
    [InlineData(4, 4.01)]
    public void Before_the_noise_is_known_a_small_step_looks_small(double one, double other)
    {
        ChartPoint[] two = [new(new(2035, 1, 1), one), new(new(2035, 1, 8), other)];
        var y = new BandPlot(Canvas.Wide, new(two, [], [], [], null, "of 100", "")).Y;

        Assert.True(Math.Abs(other - one) / (y.To - y.From) <= 0.25, $"{y.From} to {y.To}");
        Assert.True(one * y.From >= 0 && one * y.To >= 0, "The scale crosses zero, and no value does.");
    }
}
