using Heed.Analytics.Text.Likeness;

namespace Heed.Try;

/// <summary>A step that nothing can be learned from is a to-do, and none for a storyboard (2.5). Told by its words, in words.</summary>
public static class ToDo
{
    /// <summary>Two words name a thing, and no question.</summary>
    const int LeastWords = 3;
    const double SameFrom = 0.9;

    static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "nothing",
        "none",
        "no",
        "n/a",
        "na",
        "not applicable",
        "we know it",
        "we know everything",
        "nothing is unknown",
        "there is nothing",
        "to do",
        "todo",
    };

    static readonly HashSet<string> Done = new(StringComparer.OrdinalIgnoreCase)
    {
        "done",
        "it is done",
        "it will be done",
        "finished",
        "it is finished",
        "completed",
        "it works",
        "it will work",
    };

    public static Refusal? Fault(string step, string unknown, string expected)
    {
        if (string.IsNullOrWhiteSpace(unknown) || Nothing.Contains(Bare(unknown)))
            return new Refusal(
                "Where nothing is unknown, this is a to-do: do it, or put it on your list. A step here names what you do not yet know."
            ).At(nameof(ExperimentRequest.Unknown));
        if (Bare(unknown).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < LeastWords)
            return new Refusal(
                "Say what you do not yet know as a question, in three words or more: “Do guests read the sign?”"
            ).At(nameof(ExperimentRequest.Unknown));
        if (IsSame(step, unknown))
            return new Refusal(
                "This repeats the step, so it is a to-do. Say what you do not yet know and the step will tell."
            ).At(nameof(ExperimentRequest.Unknown));
        if (Done.Contains(Bare(expected)) || IsSame(step, expected))
            return new Refusal(
                "That it is done is no expectation. Say what you will see when it is: who does what, how often, how long."
            ).At(nameof(ExperimentRequest.Expected));
        return null;
    }

    static string Bare(string text) => text.Trim().Trim('.', '!', '?', '…', '-', '–', ' ');

    static bool IsSame(string one, string other)
    {
        var (all, worded) = Signatures.Of([one, other]);
        return worded is [true, true]
            && MinHash.Likeness(all.AsSpan(0, MinHash.Size), all.AsSpan(MinHash.Size, MinHash.Size)) > SameFrom;
    }
}
