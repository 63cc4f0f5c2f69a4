namespace Heed.Aim;

static class AgendaWords
{
    public static string Word(this AgendaState state) =>
        state switch
        {
            AgendaState.Open => "open",
            AgendaState.Revealed => "votes revealed",
            _ => "closed",
        };

    /// <summary>“two of five have voted”.</summary>
    public static string Turnout(int voted, int voters) =>
        voted == 0
            ? "nobody has voted yet"
            : $"{Format.InWords(voted)} of {Format.InWords(voters)} {Format.Plural(voted, "has", "have")} voted";
}
