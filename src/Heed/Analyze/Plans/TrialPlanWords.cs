namespace Heed.Analyze;

/// <summary>What a trial could show, in sentences: the finding, and what it rests on.</summary>
static class TrialPlanWords
{
    const int FewPoints = 12;

    public static string Finding(TrialPlan found)
    {
        if (found.Sight is not { } sight)
            return found.Because!;
        var value = found.Ask.Series.Value;
        var smallest =
            $"watched for {found.Periods(found.Ask.After)}, an effect of {Format.Number(sight.Smallest)} or more";
        if (found.Ask.Predicted is not { } predicted)
            return $"{value}: {smallest} would be seen, four times in five.";
        var promise = $"{value}: the predicted {Format.WithSign(predicted)}";
        return sight switch
        {
            { CanBeSeen: true } => $"{promise} could be seen; {smallest} would be, four times in five.",
            { PeriodsNeeded: { } needed } =>
                $"{promise} would probably not be seen after {found.Periods(found.Ask.After)}. Watch for {found.Periods(needed)}, or make a bigger change; {smallest} would be seen.",
            _ =>
                $"{promise} cannot be seen, however long it is watched: with {sight.PointsBefore} points before, the noise hides it. Measure longer before, or make a bigger change.",
        };
    }

    public static IEnumerable<string> Limits(TrialPlan found)
    {
        if (found.Sight is not { } sight)
        {
            yield return "Measure on before you change anything: without knowing the noise, no effect can be told from it.";
            yield break;
        }
        yield return $"It rests on the noise of all {sight.PointsBefore} points before the change{(sight.PointsBefore < FewPoints ? ", which are few: the noise itself is only roughly known" : "")}. A trend that goes on is allowed for.";
        // The only way in which a longer watch sees less: the verdict of then allows for what the short one cannot know.
        if (
            found.Steps.Zip(found.Steps.Skip(1)).FirstOrDefault(pair => pair.Second.Smallest > pair.First.Smallest) is
            { Second: { After: > 0 } later }
        )
            yield return $"From a watch of {found.Periods(later.After)} on there are enough points to allow for the time of year as well, which hides more, and rightly so.";
        if (sight.CanBeSeen == false)
            yield return "A trial that cannot show its effect ends as “cannot tell”, whatever happened. Better to know now.";
        yield return $"Next: write the prediction and the day down before you begin, then judge: heed analyze series FILE --date {found.Ask.Series.Date} --value {found.Ask.Series.Value} --change DATE --predict N.";
    }
}
