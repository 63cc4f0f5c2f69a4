using Heed.Analytics.Evidence;
using Heed.Ui;

namespace Heed.Try;

/// <summary>How a state of traction is said and drawn. Waiting and blind are grey and blame nobody; only an improvement is green.</summary>
static class TractionWords
{
    public static string Word(this OutcomeTraction outcome) => outcome.State.ToString();

    public static Status Shape(this OutcomeTraction outcome) =>
        outcome.State switch
        {
            TractionState.Spinning or TractionState.Revving or TractionState.Rocking => Status.Watch,
            TractionState.Moving when outcome.Tried[^1].Word is VerdictWord.Improved => Status.Held,
            _ => Status.NotKnown,
        };

    /// <summary>The sentence of the library; where nothing is stuck, what that rests on.</summary>
    public static string Sentence(this OutcomeTraction outcome) =>
        outcome.State is not TractionState.Moving ? outcome.Found.Sentence
        : outcome.Tried[^1].Word is VerdictWord.Improved ? "Moving: the newest change improved it."
        : "Moving: the same move was not made three times in vain.";

    /// <summary>The same beside the word itself: “The same move 4 times, 96 hours, …”.</summary>
    public static string BesideItsWord(this OutcomeTraction outcome) =>
        Format.Capital(outcome.Sentence()[(outcome.Word().Length + 1)..].TrimStart());

    /// <summary>“96 hours”, “at least 48 hours”, “hours not said”.</summary>
    public static string Cost(this OutcomeTraction outcome) =>
        outcome.Found.SpinHours is not { } hours
            ? "hours not said"
            : $"{(outcome.Found.IsAtLeast ? "at least " : "")}{Format.Number(hours)} {Format.Plural(hours == 1 ? 1 : 2, "hour", "hours")}";

    /// <summary>“It rests on 3 attempts of Delivery, from 12 February to 9 July 2026: cannot tell, no change, no change. 42 hours.”</summary>
    public static string RestsOn(this OutcomeTraction outcome)
    {
        var shown = outcome.Run.Count > 0 ? outcome.Run : outcome.Tried;
        var words = string.Join(", ", shown.TakeLast(MostWords).Select(t => t.Said.ToLowerInvariant()));
        var days = Format.Span(shown[0].Trial.Start, shown[^1].Trial.Start);
        return $"It rests on {Format.Count(shown.Count, "attempt")} of {outcome.Team}, {(shown.Count == 1 ? "of" : "from")} {days}: {(shown.Count > MostWords ? "…, " : "")}{words}."
            // Where it spins, the sentence says it already.
            + (
                outcome.Run.Count > 0 && outcome.State is not TractionState.Spinning
                    ? $" {Format.Capital(outcome.Cost())}."
                    : ""
            );
    }

    const int MostWords = 6;
}
