using Heed.Ui;

namespace Heed.Waste;

/// <summary>Classes, decisions and ratings as people say them.</summary>
public static class NominationWords
{
    public static string Word(this NominationClass found) =>
        found switch
        {
            NominationClass.NeverMeant => "Never meant to happen",
            NominationClass.CouldBeBetter => "Needed, but could be better",
            _ => "Required, but not understood",
        };

    public static string Hint(this NominationClass found) =>
        found switch
        {
            NominationClass.NeverMeant => "Nobody wanted it so; it grew.",
            NominationClass.CouldBeBetter => "It serves somebody, and costs more than it has to.",
            _ => "Something demands it, and nobody has said what.",
        };

    public static bool NeedsReason(this NominationDecision decision) =>
        decision is NominationDecision.Explain or NominationDecision.Keep;

    public static string Hint(this NominationDecision decision) =>
        decision switch
        {
            NominationDecision.Remove => "Try it without.",
            NominationDecision.Reduce => "Try less of it: rarer, shorter, for fewer.",
            NominationDecision.Replace => "Try something else in its place.",
            NominationDecision.Explain => "It has a reason that nobody told. Write it down.",
            _ => "It stays as it is. Write why.",
        };

    public static string Word(this ReasonRating rating) =>
        rating == ReasonRating.FairEnough ? "Fair enough" : "Still stupid";

    /// <summary>The address at which something is nominated that is seen on a page of Heed.</summary>
    public static string StartFrom(string page, string what) =>
        $"/waste?evidence={Uri.EscapeDataString(page)}&what={Uri.EscapeDataString(what)}";

    public static IReadOnlyList<Choice> Classes { get; } =
    [.. Enum.GetValues<NominationClass>().Select(c => new Choice(c.ToString(), c.Word(), c.Hint()))];

    public static IReadOnlyList<Choice> Decisions { get; } =
    [.. Enum.GetValues<NominationDecision>().Select(d => new Choice(d.ToString(), d.ToString(), d.Hint()))];
}
