using Heed.Commands;

namespace Heed.Tests.Commands.Analyze;

public sealed class HeedAddressTests
{
    const string Id = "0197a0c4f3b87c5e9d1a2b3c4d5e6f70";

    [Theory]
    [InlineData("https://heed.example/metrics/" + Id, HeedThing.Metric, "https://heed.example")]
    [InlineData(
        "https://heed.example:8443/metrics/" + Id + "/edit?done=filed#add",
        HeedThing.Metric,
        "https://heed.example:8443"
    )]
    [InlineData("http://intra.example/heed/metrics/" + Id, HeedThing.Metric, "http://intra.example/heed")]
    [InlineData(
        "HTTPS://heed.example/api/v1/metrics/" + Id + "/measurements.csv",
        HeedThing.Metric,
        "https://heed.example"
    )]
    [InlineData(
        "https://heed.example/metrics/0197a0c4-f3b8-7c5e-9d1a-2b3c4d5e6f70",
        HeedThing.Metric,
        "https://heed.example"
    )]
    [InlineData("https://maya:secret@heed.example/metrics/" + Id, HeedThing.Metric, "https://heed.example")]
    [InlineData(
        "https://heed.example/listen/surveys/" + Id + "/scores/" + Id,
        HeedThing.Survey,
        "https://heed.example"
    )]
    [InlineData("https://heed.example/api/v1/surveys/" + Id, HeedThing.Survey, "https://heed.example")]
    [InlineData("https://heed.example/metrics", HeedThing.Other, "https://heed.example")]
    [InlineData("https://heed.example/metrics/new", HeedThing.Other, "https://heed.example")]
    public void An_address_leads_to_a_metric_a_survey_or_neither(string named, object thing, string heed)
    {
        var address = HeedAddress.Of(named)!;
        Assert.Equal((HeedThing)thing, address.Is);
        Assert.Equal($"{heed}/tokens", address.To("/tokens"));
        if (address.Is is not HeedThing.Other)
            Assert.Equal(Id, address.Id.Replace("-", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://intra.example", true)]
    [InlineData("http://192.0.2.7:5000", true)]
    [InlineData("https://intra.example", false)]
    [InlineData("http://localhost:5000", false)]
    [InlineData("http://[::1]:5000", false)]
    public async Task No_token_is_sent_where_others_can_read_it(string heed, bool readable)
    {
        var named = $"{heed}/metrics/{Id}";
        Assert.Equal(readable, HeedAddress.Of(named)!.IsReadable);
        if (readable)
        {
            Assert.True((await SeriesSource.Of(named, default)).Refused(out var refusal, out _));
            Assert.StartsWith($"{heed} is not encrypted", refusal.Because, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("calls.csv")]
    [InlineData("metrics/" + Id)]
    [InlineData("http:calls.csv")]
    [InlineData("ftp://heed.example/metrics/" + Id)]
    public void Anything_else_is_the_name_of_a_file(string named) => Assert.Null(HeedAddress.Of(named));
}
