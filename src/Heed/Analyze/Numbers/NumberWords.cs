namespace Heed.Analyze;

/// <summary>What a column of numbers says, in sentences.</summary>
static class NumberWords
{
    const double Skewed = .2;

    public static string Finding(NumberFindings found, string file)
    {
        var median = found.Quartiles[1].Found.Value;
        return found.Mean.Refused(out var because, out var mean)
            ? $"{Format.Count(found.N, "person", "people")} answered {found.Ask.Column} in {file}. {because}"
            : $"The mean of {found.Ask.Column} is {Format.Number(mean.Value, mean.Low, mean.High)}, allowing for chance {Format.Ends(mean.Low, mean.High)}, of {Format.Count(found.N, "person", "people")} who answered; half of them say {Format.Number(median)} or less.";
    }

    public static string Quartile(double share) =>
        share switch
        {
            .25 => "a quarter say at most",
            .5 => "half say at most",
            _ => "three quarters say at most",
        };

    public static string Ends(double? low, double? high) =>
        $"{(low is { } l ? Format.Number(l) : "not known")} to {(high is { } h ? Format.Number(h) : "not known")}";

    public static IEnumerable<string> Limits(NumberFindings found)
    {
        var (first, median, third) = (found.Quartiles[0].Found, found.Quartiles[1].Found, found.Quartiles[2].Found);
        if (
            found.Mean is { IsGiven: true, Value.Value: var mean }
            && Math.Abs(mean - median.Value) > Skewed * Math.Max(third.Value - first.Value, 1e-12)
        )
            yield return $"A few far {(mean > median.Value ? "above" : "below")} the others draw the mean away from the middle answer: say both.";
        if (found.Quartiles.Any(q => q.Found.Low is null || q.Found.High is null))
            yield return "So few answers leave an end of the interval of a quartile open.";
        yield return "The least, the largest and the quartiles are single people's answers. This is your own file; Heed's pages show the mean and bands instead.";
        yield return "People round what they estimate: many say 5, 10 or 30, and few 11.";
    }
}
