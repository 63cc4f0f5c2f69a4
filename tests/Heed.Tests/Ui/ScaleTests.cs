using Heed.Ui.Charts;

namespace Heed.Tests.Ui;

public class ScaleTests
{
    [Theory]
    [InlineData(55.9, 75, "55 60 65 70 75")]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-3, 7, "−5.0 −2.5 0.0 2.5 5.0 7.5")]
    [InlineData(0.5, 1.5, "0.50 0.75 1.00 1.25 1.50")]
    [InlineData(0, 12000, "0 2,500 5,000 7,500 10,000 12,500")]
    public void Ticks_stand_on_round_numbers(double least, double most, string expected)
    {
        var scale = LinearScale.Nice(least, most, 0, 100);

        Assert.True(scale.From <= least && scale.To >= most);
        Assert.Equal(expected, string.Join(' ', scale.Ticks.Select(t => t.Label)));
    }

    [Fact]
    public void One_single_value_still_has_a_scale_with_it_inside()
    {
        var scale = LinearScale.Nice(7, 7, 100, 0);

        Assert.InRange(scale.At(7), 1, 99);
    }

    [Fact]
    public void Any_span_gives_two_to_eight_ticks_that_hold_it()
    {
        var chance = new Random(20261122);
        for (var i = 0; i < 2000; i++)
        {
            var least = (chance.NextDouble() - 0.5) * Math.Pow(10, chance.Next(-4, 7));
            var most = least + chance.NextDouble() * Math.Pow(10, chance.Next(-3, 7)) + 1e-6;
            var scale = LinearScale.Nice(least, most, 300, 20);

            Assert.InRange(scale.Ticks.Count, 2, 8);
            var hair = scale.Step * 1e-8;
            Assert.True(scale.From <= least + hair && scale.To >= most - hair, $"{least} to {most}");
        }
    }

    [Fact]
    public void Half_a_year_is_ticked_by_month_with_the_year_said_once()
    {
        var scale = new DateScale(new(2026, 6, 29), new(2026, 12, 31), 0, 700);

        var ticks = scale.Ticks(room: 60);

        Assert.Equal("Jul Aug Sep Oct Nov Dec", string.Join(' ', ticks.Select(t => t.Label)));
        Assert.Equal("2026", Assert.Single(ticks, t => t.Under is not null).Under);
    }

    [Fact]
    public void Each_new_year_is_said_under_its_first_tick()
    {
        var ticks = new DateScale(new(2025, 9, 1), new(2026, 11, 2), 0, 700).Ticks(60);

        Assert.Equal(["2025", "2026"], ticks.Where(t => t.Under is not null).Select(t => t.Under));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(300)]
    [InlineData(2000)]
    [InlineData(12000)]
    public void Labels_of_days_never_overlap(int days)
    {
        foreach (var width in new[] { 180.0, 400, 700 })
        {
            var scale = new DateScale(new(2024, 2, 27), new DateOnly(2024, 2, 27).AddDays(days), 0, width);
            var places = scale.Ticks(50).Select(t => t.At).ToList();

            Assert.NotEmpty(places);
            Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First > 30, $"{days} days"));
        }
    }

    [Fact]
    public void A_scale_of_one_day_stands_in_the_middle() =>
        Assert.Equal(50, new DateScale(new(2026, 1, 1), new(2026, 1, 1), 0, 100).At(new(2026, 1, 1)));

    [Fact]
    public void Labels_at_the_edge_keep_apart_and_stay_inside()
    {
        var chance = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var labels = Enumerable
                .Range(0, 4)
                .Select(_ => 20 + chance.NextDouble() * 200)
                .Select(y => new EdgeLabel(y, y, "usual 5", "", Strong: false));
            var placed = EdgeLabels.Place(labels, gap: 16, top: 20, bottom: 220);

            Assert.All(placed, label => Assert.InRange(label.Y, 19.99, 220.01));
            Assert.All(placed.Zip(placed.Skip(1)), p => Assert.True(p.Second.Y - p.First.Y > 15.99));
        }
    }

    [Fact]
    public void A_label_with_room_stays_where_it_belongs()
    {
        EdgeLabel[] labels = [new(40, 40, "upper", "", false), new(120, 120, "lower", "", false)];

        Assert.Equal([40, 120], EdgeLabels.Place(labels, 16, 0, 200).Select(l => l.Y));
    }
}
