using Heed.Ui;

namespace Heed.Waste;

/// <summary>Waivers as pages say them.</summary>
static class WaiverWords
{
    public static string Word(this WaiverState state) =>
        state == WaiverState.MadePermanent ? "Made permanent" : state.ToString();

    public static string Says(this WaiverState state) =>
        state switch
        {
            WaiverState.Asked => "is asked for and not answered",
            WaiverState.Refused => "was refused",
            WaiverState.Granted => "is granted and has not begun",
            WaiverState.Live => "is live",
            WaiverState.Expired => "has expired",
            WaiverState.Renewed => "was renewed",
            _ => "was made permanent",
        };

    public static Status Shape(this WaiverState state) =>
        state switch
        {
            WaiverState.Asked => Status.Watch,
            WaiverState.Live => Status.OnCourse,
            WaiverState.Expired => Status.OffCourse,
            _ => Status.NotKnown,
        };
}
