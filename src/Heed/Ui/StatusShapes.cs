namespace Heed.Ui;

/// <summary>How a status and a verdict look. No change and cannot tell are never coloured good or bad.</summary>
public static class StatusShapes
{
    /// <summary>The class of the stylesheet and, as --name, its colour token.</summary>
    public static string Class(this Status status) =>
        status switch
        {
            Status.OnCourse => "on-course",
            Status.Watch => "watch",
            Status.OffCourse => "off-course",
            Status.Held => "held",
            _ => "not-known",
        };

    public static string Word(this VerdictWord verdict) =>
        verdict switch
        {
            VerdictWord.Improved => "Improved",
            VerdictWord.Worsened => "Worsened",
            VerdictWord.NoChange => "No change",
            VerdictWord.CannotTell => "Cannot tell",
            _ => "Not measured",
        };

    public static Status Shape(this VerdictWord verdict) =>
        verdict switch
        {
            VerdictWord.Improved => Status.Held,
            VerdictWord.Worsened => Status.OffCourse,
            _ => Status.NotKnown,
        };
}
