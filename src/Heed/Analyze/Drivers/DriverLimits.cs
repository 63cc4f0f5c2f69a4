using Heed.Analytics.Drivers;

namespace Heed.Analyze;

/// <summary>What a ranking of drivers cannot carry, in sentences, and what to do next.</summary>
static class DriverLimits
{
    const double ManyMissing = 0.2;
    const double SameGround = 10;

    public static IEnumerable<string> Of(DriverFindings found)
    {
        if (Missing(found) is { } missing)
            yield return missing;
        if (found.OrdinalBecause is { } because)
            yield return $"The check with ranks cannot be made: {because}";
        if (found.Analysis is not { } analysis)
        {
            yield return "Ask more people, or name fewer drivers.";
            yield break;
        }
        foreach (var driver in found.Ranked.Where(driver => driver.IsSuppressor))
            yield return $"{driver.Name} goes with {(driver.Correlation > 0 ? "more" : "less")} {found.Outcome} alone and with {(driver.Correlation > 0 ? "less" : "more")} beside the others: it corrects them. Do not read its share as a reason to change it.";
        var noise = found.Ranked.Where(driver => !driver.IsMoreThanNoise).Select(driver => driver.Name).ToList();
        if (found.IsMoreThanNoise && noise.Count > 0)
            yield return $"{Format.Some(noise)} {Format.Plural(noise.Count, "has", "have")} no more than the same answers dealt out at random would reach (19 times in 20). That an interval begins above 0 says nothing here: a share is never below 0.";
        var alike = found.Ranked.Where(driver => driver.VarianceInflation > SameGround).Select(d => d.Name).ToList();
        if (alike.Count > 0)
            yield return $"{Format.Some(alike)} {Format.Plural(alike.Count, "says", "say")} nearly what the others say together (VIF above {SameGround:0}): the shares still hold, but their directions do not.";
        if (Turned(found) is { } turned)
            yield return turned;
        if (!found.IsMoreThanNoise)
        {
            yield return "Do not act on this ranking: with these answers it would come out in another order next time. Ask more people, or ask about other things.";
            yield break;
        }
        yield return "That two things go together does not say that one moves the other: happy people may praise everything.";
        yield return $"Next: change one thing about {found.Ranked.FirstOrDefault(driver => !driver.IsSuppressor, found.Ranked[0]).Name} for a while, write down the day, and judge it: heed analyze series FILE --change DATE --wanted up.";
    }

    static string? Missing(DriverFindings found)
    {
        var answers = found.Answers;
        var lost = found.Analysis?.Missing ?? 0;
        if (lost <= answers.Rows * ManyMissing)
            return null;
        var (name, count) = answers
            .Data.Names.Append(answers.Outcome)
            .Zip(answers.Missing.Append(answers.MissingOutcomes))
            .MaxBy(column => column.Second);
        return $"{Format.Count(lost)} of {Format.Count(answers.Rows)} rows are left out because an answer is missing ({100.0 * lost / answers.Rows:0} %), most often {name} ({Format.Count(count)}). Who answers everything may think otherwise than the rest; leave a thin driver out and look whether the ranking stays.";
    }

    static string? Turned(DriverFindings found)
    {
        if (found is not { Ordinal: { } ordinal, Analysis: { } analysis })
            return null;
        var other = analysis
            .Drivers.Zip(ordinal.Coefficients)
            .Where(pair => pair.First.Coefficient * pair.Second.Estimate.Value < 0)
            .Select(pair => pair.First.Name)
            .ToList();
        return other.Count == 0
            ? "Taken as ranks, all drivers point the same way: the steps of the scale do not decide the finding."
            : $"Taken as ranks, {Format.Some(other)} {Format.Plural(other.Count, "points", "point")} the other way: that direction hangs on the steps of the scale.";
    }
}
