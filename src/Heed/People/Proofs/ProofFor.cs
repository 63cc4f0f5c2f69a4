namespace Heed.People;

/// <summary>What somebody proves themselves for, and the page that asks: a proof that is kept is good for this alone.</summary>
public sealed record ProofFor(string Word, string Page)
{
    public static readonly ProofFor NewPasskey = new("new-passkey", "/passkeys");
    public static readonly ProofFor NewPapers = new("new-papers", "/second-step");
    public static readonly ProofFor SecondStepOn = new("second-step-on", "/second-step");
    public static readonly ProofFor SecondStepOff = new("second-step-off", "/second-step");
    public static readonly ProofFor FirstPassword = new("first-password", "/me");

    const string Removing = "remove-passkey";

    /// <summary>Which passkey; empty for all else.</summary>
    public string? Of { get; init; }

    public static ProofFor RemovePasskey(string id) =>
        new(Removing, $"/passkeys?remove={Uri.EscapeDataString(id)}") { Of = id };

    /// <summary>As an address says it; null where it says nothing that is asked for here.</summary>
    public static ProofFor? Said(string? word, string? of) =>
        word == Removing
            ? of is { Length: > 0 and <= Passkey.LongestName } id
                ? RemovePasskey(id)
                : null
            : ((ProofFor[])[NewPasskey, NewPapers, SecondStepOn, SecondStepOff, FirstPassword]).FirstOrDefault(f =>
                f.Word == word
            );

    public string Key => Of is null ? Word : $"{Word} {Of}";

    /// <summary>The page again, which says what has come of it.</summary>
    public string Saying(string not) => $"{Page}{(Of is null ? '?' : '&')}for={Word}&not={not}";
}
