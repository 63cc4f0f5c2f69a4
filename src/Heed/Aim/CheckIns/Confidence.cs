namespace Heed.Aim;

/// <summary>How sure the team is that a key result will land: 0 to 10. An opinion, shown beside the data and never mixed into it.</summary>
public readonly record struct Confidence
{
    public Confidence(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10);
        Value = value;
    }

    public int Value { get; }

    public ConfidenceLevel Level =>
        Value switch
        {
            <= 3 => ConfidenceLevel.Doubtful,
            <= 6 => ConfidenceLevel.Open,
            <= 8 => ConfidenceLevel.Likely,
            _ => ConfidenceLevel.Sure,
        };
}

/// <summary>The four labelled shapes of confidence.</summary>
public enum ConfidenceLevel
{
    Doubtful,
    Open,
    Likely,
    Sure,
}

static class ConfidenceWords
{
    public static string Word(this ConfidenceLevel level) =>
        level switch
        {
            ConfidenceLevel.Doubtful => "we doubt it",
            ConfidenceLevel.Open => "it may go either way",
            ConfidenceLevel.Likely => "likely",
            _ => "as good as there",
        };

    public static Status Shape(this ConfidenceLevel level) =>
        level switch
        {
            ConfidenceLevel.Doubtful => Status.OffCourse,
            ConfidenceLevel.Open => Status.Watch,
            ConfidenceLevel.Likely => Status.OnCourse,
            _ => Status.Held,
        };
}
