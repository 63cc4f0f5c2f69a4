namespace Heed.Kit;

/// <summary>How a thing stands. Each of the five has a shape, a word and a colour, in that order of weight.</summary>
public enum Status
{
    OnCourse,
    Watch,
    OffCourse,
    Held,
    NotKnown,
}

public static class StatusWords
{
    public static string Word(this Status status) =>
        status switch
        {
            Status.OnCourse => "On course",
            Status.Watch => "Watch",
            Status.OffCourse => "Off course",
            Status.Held => "Held",
            _ => "Not known",
        };
}
