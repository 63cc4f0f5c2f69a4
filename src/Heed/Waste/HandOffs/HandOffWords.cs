using Heed.Ui;

namespace Heed.Waste;

/// <summary>Hand-offs and their states as pages say them.</summary>
static class HandOffWords
{
    public static string Word(this HandOffState state) =>
        state switch
        {
            HandOffState.BothWritten => "Both written",
            HandOffState.AgreedFix => "Agreed fix",
            HandOffState.AgreedTension => "Agreed tension",
            _ => state.ToString(),
        };

    /// <summary>After its name: “… was escalated”.</summary>
    public static string Says(this HandOffState state) =>
        state switch
        {
            HandOffState.Raised => "was brought up and not seen by the other side",
            HandOffState.Seen => "was seen, and not both sides have written",
            HandOffState.BothWritten => "is told by both sides",
            HandOffState.AgreedFix => "has a fix that both agreed on",
            HandOffState.AgreedTension => "is a tension that both agreed on",
            HandOffState.Escalated => "was escalated",
            _ => "was taken back",
        };

    public static Status Shape(this HandOffState state) =>
        state switch
        {
            HandOffState.AgreedFix => Status.OnCourse,
            HandOffState.AgreedTension => Status.Held,
            HandOffState.Escalated => Status.OffCourse,
            HandOffState.Withdrawn => Status.NotKnown,
            _ => Status.Watch,
        };

    public static string Word(this HandOffAct act) =>
        act switch
        {
            HandOffAct.See => "We have seen it",
            HandOffAct.AgreeFix => "Agree on this fix",
            HandOffAct.AgreeTension => "It is a tension",
            HandOffAct.Escalate => "Escalate with both stories",
            HandOffAct.Withdraw => "Take it back",
            HandOffAct.BeginRound => "Begin a new round",
            _ => act.ToString(),
        };

    public static string Word(this HandOffSide side) => side == HandOffSide.Giver ? "the giver" : "the taker";

    public static IReadOnlyList<Choice> Ratings { get; } =
    [
        new("1", "1: it makes our work hard"),
        new("2", "2"),
        new("3", "3: it goes"),
        new("4", "4"),
        new("5", "5: nothing to wish for"),
    ];
}
