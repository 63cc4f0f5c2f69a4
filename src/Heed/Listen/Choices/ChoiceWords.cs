using Heed.Analytics.Columns;

namespace Heed.Listen;

/// <summary>What people chose, in words.</summary>
static class ChoiceWords
{
    public const string Several = "People could choose several, so the shares add to more than 100 %.";

    public static string Kind(Question question) =>
        question.Kind switch
        {
            QuestionKind.Number => "A number each",
            QuestionKind.Choices => "Several options each",
            _ => "One option each",
        };

    /// <summary>“12.5 [9.0, 16.0]”.</summary>
    public static string Mean(NumberMean mean) => Format.Interval(mean.Value, mean.Low, mean.High);

    /// <summary>“55.0 % [44.1, 65.4]”.</summary>
    public static string Whole(LeadReading share) => $"{Percent(share.Value)} {Brackets(share)}";

    public static string Percent(double value) => $"{Format.Number(value, 1)} %";

    public static string Brackets(LeadReading share) =>
        $"[{Format.Number(share.Low, 1)}, {Format.Number(share.High, 1)}]";

    /// <summary>The option that most chose, where its interval lies above that of the next one; else that they cannot be told apart.</summary>
    public static string Finding(CountedQuestion counted)
    {
        if (counted.Number is { } number)
            return Finding(number, counted);
        if (counted.Most is not { } most)
            return "No option was chosen by five people or more, so none is shown.";
        var first = LeadReading.Of(most.Share.Value);
        var of =
            $"{Whole(first)}{(first.IsWeighted ? ", weighted," : "")} of {Format.Count(most.Share.Value.N, "person", "people")} who answered";
        var next = counted.Options.Skip(1).FirstOrDefault(o => o.Share.IsGiven);
        return next is null || LeadReading.Of(next.Share.Value).High < first.Low
            ? $"“{most.Name}” was chosen most: by {of}."
            : $"“{most.Name}” was chosen by {of}, and “{next.Name}” by nearly as many: their intervals overlap.";
    }

    static string Finding(CountedNumber number, CountedQuestion counted)
    {
        if (counted.Answered.Refused(out var hidden, out var answered))
            return hidden;
        if (answered == 0)
            return "Nobody answered.";
        var people = Format.Count(answered, "person", "people");
        var mean = number.Lead is { } lead
            ? $"The mean is {Mean(lead)}{(number.Weighted is null ? "" : ", weighted,")} of {people} who answered"
            : $"{people} answered, and their mean is not shown";
        return Middle(number) is { } middle ? $"{mean}; {middle}." : $"{mean}.";
    }

    /// <summary>By its band: the middle answer itself is one person's.</summary>
    static string? Middle(CountedNumber number) =>
        number.Middle switch
        {
            [] => null,
            [var one] => $"the middle answer lies in “{one}”",
            [var first, .., var last] => $"the middle answer lies somewhere from “{first}” to “{last}”",
        };
}
