using Heed.Ui;

namespace Heed.Waste;

static class MeetingWords
{
    public const string ByInvite = "by invite: at most";

    public static string Word(this MeetingState state) =>
        state switch
        {
            MeetingState.ReAdded => "Re-added",
            _ => state.ToString(),
        };

    /// <summary>“This meeting is cleared.”</summary>
    public static string Says(this MeetingState state) => $"is {Format.Lower(state.Word())}";

    public static string Word(this Meeting meeting) =>
        meeting.State == MeetingState.Watched
            ? meeting.Change is { } change
                ? $"Watched: {Format.Lower(change.Word())}"
                : "Watched: gone"
            : meeting.State.Word();

    public static Status Shape(this MeetingState state) =>
        state switch
        {
            MeetingState.Cleared => Status.Watch,
            MeetingState.ReAdded or MeetingState.Gone => Status.OnCourse,
            MeetingState.Watched => Status.Held,
            _ => Status.NotKnown,
        };

    public static string Word(this MeetingChange change) =>
        change switch
        {
            MeetingChange.FewerPeople => "Fewer people",
            _ => change.ToString(),
        };

    public static IReadOnlyList<Choice> Changes { get; } =
    [.. Enum.GetValues<MeetingChange>().Select(c => new Choice(c.ToString(), c.Word()))];

    /// <summary>“6 people, 60 minutes, 1 × a week”.</summary>
    public static string Made(this Meeting meeting) =>
        meeting.TimesAWeek == 0
            ? "not in the newest calendar"
            : $"{Format.Number(meeting.People, 0)} people, {Format.Number(meeting.Minutes, 0)} minutes, {Format.Number(meeting.TimesAWeek)} × a week";

    /// <summary>“impact 1, effort 3 (4 voices)”.</summary>
    public static string Rated(this Meeting meeting) =>
        meeting is { Impact: { } impact, Effort: { } effort }
            ? $"impact {Format.Number(impact)}, effort {Format.Number(effort)} ({Format.Count(meeting.Ratings.Count, "voice")})"
            : "nobody yet";
}
