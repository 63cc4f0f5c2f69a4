namespace Heed.Ui;

/// <summary>The five statuses. Each has a shape, a word and a colour, in that order of weight.</summary>
public enum Standing
{
    OnCourse,
    Watch,
    OffCourse,
    Held,
    NotKnown,
}

/// <summary>What a judgement says. Level and Open are never coloured good or bad.</summary>
public enum Turn
{
    Better,
    Worse,
    Level,
    Open,
    Unmeasured,
}

public static class StandingWords
{
    public static string Word(this Standing standing) =>
        standing switch
        {
            Standing.OnCourse => "On course",
            Standing.Watch => "Watch",
            Standing.OffCourse => "Off course",
            Standing.Held => "Held",
            _ => "Not known",
        };

    /// <summary>The class of the stylesheet and, as --name, its colour token.</summary>
    public static string Class(this Standing standing) =>
        standing switch
        {
            Standing.OnCourse => "on-course",
            Standing.Watch => "watch",
            Standing.OffCourse => "off-course",
            Standing.Held => "held",
            _ => "not-known",
        };

    public static string Word(this Turn turn) =>
        turn switch
        {
            Turn.Better => "Improved",
            Turn.Worse => "Worsened",
            Turn.Level => "No change",
            Turn.Open => "Cannot tell",
            _ => "Not measured",
        };

    public static Standing Shape(this Turn turn) =>
        turn switch
        {
            Turn.Better => Standing.Held,
            Turn.Worse => Standing.OffCourse,
            _ => Standing.NotKnown,
        };
}
