using Heed.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace Heed.Tests.Ui;

public class QuantityTests
{
    [Fact]
    public async Task A_figure_prints_its_n_and_its_interval()
    {
        var page = await Drawn.Page<Figure>(("Of", Quantity.Of(72, "of 100", 1418, 67.25, 76)));

        Assert.Equal("72.0 of 100", page.QuerySelector(".value")!.Says().Replace("0of", "0 of"));
        Assert.Equal("n 1,418 · [67.3, 76.0]", page.QuerySelector(".basis")!.Says());
    }

    [Theory]
    [InlineData(72, 0, 67, 76)]
    [InlineData(72, 10, 73, 76)]
    [InlineData(72, 10, 67, 71)]
    [InlineData(double.NaN, 10, 67, 71)]
    [InlineData(72, 10, double.NaN, 76)]
    public void A_number_without_what_it_rests_on_cannot_be_made(double value, long n, double low, double high) =>
        Assert.Throws<ArgumentException>(() => Quantity.Of(value, "of 100", n, low, high));

    [Fact]
    public void A_point_says_what_its_source_does_not_know()
    {
        const string newest = "9 November 2026, the newest of 52 points";
        Assert.Equal(
            $"n 1,418 · [67.3, 76.0] · {newest}",
            Quantity.Point(72, "%", 1418, 67.25, 76, newest, "usual").Basis
        );
        Assert.Equal(
            $"n 12, interval not known · {newest}",
            Quantity.Point(72, "%", 12, null, null, newest, null).Basis
        );
        Assert.Equal(
            $"by noise alone between 60 and 70 · {newest}",
            Quantity.Point(72, "%", null, null, null, newest, "by noise alone between 60 and 70").Basis
        );
        Assert.Equal(
            $"n and interval not known · {newest}",
            Quantity.Point(72, "%", null, null, null, newest, null).Basis
        );
    }

    [Fact]
    public async Task Nothing_measured_is_said_and_not_drawn_as_zero()
    {
        var page = await Drawn.Page<Figure>(("Of", null), ("Because", "No reading since May."));

        Assert.Equal("Not measured", page.QuerySelector(".value")!.Says());
        Assert.DoesNotMatch("[0-9]", page.Body!.TextContent);
    }

    [Theory]
    [InlineData("/aim?x=1", "/aim?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("", "/")]
    public void A_choice_of_display_leads_back_into_Heed_and_nowhere_else(string back, string to)
    {
        var http = new DefaultHttpContext();
        var form = new FormCollection(new Dictionary<string, StringValues> { ["theme"] = "dark", ["back"] = back });

        var answer = Assert.IsType<RedirectHttpResult>(Display.Choose(http, form));

        Assert.Equal(to, answer.Url);
        Assert.Contains("heed-theme=dark", http.Response.Headers.SetCookie.ToString());
    }

    [Fact]
    public void A_cookie_with_another_word_is_no_theme()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = "heed-theme=\"><script>; heed-keys=off";

        Assert.Equal(new Display(null, Keys: false), Display.Of(http.Request));
    }
}
