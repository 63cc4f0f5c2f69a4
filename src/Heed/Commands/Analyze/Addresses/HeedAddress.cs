using System.Text.RegularExpressions;

namespace Heed.Commands;

/// <summary>What the address of a Heed's page leads to.</summary>
enum HeedThing
{
    Metric,
    Survey,
    Other,
}

/// <summary>An address as copied from a browser, or one of the API, in the place of a file.</summary>
/// <param name="Heed">Where that Heed stands, without a slash at its end.</param>
/// <param name="Id">Of the metric or the survey; empty for anything else.</param>
sealed partial record HeedAddress(HeedThing Is, Uri Heed, string Id)
{
    /// <summary>Null where it is the name of a file.</summary>
    public static HeedAddress? Of(string named)
    {
        if (
            !named.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                && !named.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(named, UriKind.Absolute, out var address)
        )
            return null;
        // Whoever is named in an address is no part of it: a token speaks for them here.
        var origin = new Uri(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
        var found = Thing().Match(address.AbsolutePath);
        return found.Success
            ? new(
                found.Groups["metric"].Success ? HeedThing.Metric : HeedThing.Survey,
                new Uri(origin, found.Groups["base"].Value),
                found.Groups["id"].Value
            )
            : new(HeedThing.Other, origin, "");
    }

    public string Host => Heed.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>What is looked for there, as a sentence says it.</summary>
    public string Sought => Is is HeedThing.Survey ? "survey or question" : "metric";

    /// <summary>A token that is sent there can be read by everybody on the way.</summary>
    public bool IsReadable => Heed.Scheme == Uri.UriSchemeHttp && !Heed.IsLoopback;

    public string To(string path) => $"{Heed.AbsoluteUri.TrimEnd('/')}{path}";

    /// <summary>Why nothing can be read from there, and what can.</summary>
    public Refusal Refusal =>
        Is switch
        {
            HeedThing.Metric => new(
                $"Metrics are read by “heed analyze series {To($"/metrics/{Id}")}” and “heed analyze plan”; this verb needs a file."
            ),
            HeedThing.Survey => new(
                $"The rows of a survey do not leave Heed, so that nobody who answered is singled out. Its scores do, with their intervals: “heed analyze survey {To($"/listen/surveys/{Id}")} --score QUESTION” reads one, and {To($"/listen/surveys/{Id}/scores.csv")} has all for who is signed in. Each score is a metric too: take the address of its page, {To("/metrics/…")}, for “heed analyze series”."
            ),
            _ => new(
                $"This address leads to no metric. Open the page of one in Heed and copy its address: {To("/metrics/…")}."
            ),
        };

    [GeneratedRegex(
        "^(?<base>.*?)(/api/v1)?/((?<metric>metrics)|listen/surveys|surveys)/(?<id>[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(/.*)?$"
    )]
    private static partial Regex Thing();
}
