using Heed.Ui;

namespace Heed.Try;

/// <summary>Obstacles and their states as pages say them.</summary>
static class ObstacleWords
{
    public static string Word(this ObstacleState state) =>
        state switch
        {
            ObstacleState.BecameWaste => "Became waste",
            ObstacleState.BecameTension => "Became a tension",
            _ => state.ToString(),
        };

    /// <summary>After its words: “… is worked on”.</summary>
    public static string Says(this ObstacleState state) =>
        state switch
        {
            ObstacleState.Parked => "is parked",
            ObstacleState.Working => "is worked on",
            ObstacleState.Dissolved => "was dissolved",
            ObstacleState.Accepted => "was accepted",
            ObstacleState.BecameWaste => "became waste",
            _ => "became a tension",
        };

    public static Status Shape(this ObstacleState state) =>
        state switch
        {
            ObstacleState.Working => Status.OnCourse,
            ObstacleState.Dissolved => Status.Held,
            _ => Status.NotKnown,
        };

    public static string Word(this ObstacleAct act) =>
        act switch
        {
            ObstacleAct.Work => "Work on it",
            ObstacleAct.Park => "Park it",
            ObstacleAct.Dissolve => "It is dissolved",
            ObstacleAct.Accept => "Accept it",
            ObstacleAct.LeaveToWaste => "It is waste",
            ObstacleAct.LeaveToTension => "It is a tension",
            _ => "Reopen it",
        };

    public static string Word(this ObstacleFrequency frequency) =>
        frequency switch
        {
            ObstacleFrequency.NotCounted => "not counted",
            ObstacleFrequency.Always => "each time",
            _ => Format.Lower(frequency.ToString()),
        };

    public static IReadOnlyList<Choice> Frequencies { get; } =
    [.. Enum.GetValues<ObstacleFrequency>().Select(f => new Choice(f.ToString(), f.Word()))];
}
