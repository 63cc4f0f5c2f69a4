using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Try;

/// <summary>What came of a move in this organisation: of trials that came from it, each by its newest verdict.</summary>
/// <param name="Worked">Improved, and not crept back.</param>
/// <param name="DidNot">No change, worse, or crept back.</param>
/// <param name="CouldNotTell">Looked at, and nobody could tell.</param>
/// <param name="Under">Planned or running.</param>
public sealed record MoveRecord(int Worked, int DidNot, int CouldNotTell, int Under)
{
    public static MoveRecord None { get; } = new(0, 0, 0, 0);

    public int Judged => Worked + DidNot;

    /// <summary>“Worked here 2 of 3 times (21 % to 94 %)”.</summary>
    public string InWords
    {
        get
        {
            var besides = string.Join(
                ", ",
                new[]
                {
                    CouldNotTell > 0 ? $"{Format.Times(CouldNotTell)} nobody could tell" : null,
                    Under > 0 ? $"{Format.InWords(Under)} not judged yet" : null,
                }.OfType<string>()
            );
            if (Judged == 0)
                return besides.Length == 0 ? "Nobody has tried it here." : $"Nobody knows yet: {besides}.";
            var share = Intervals.Wilson(Worked, Judged);
            return $"Worked here {Worked} of {Format.Times(Judged)} ({Format.Percent(share.Low)} to {Format.Percent(share.High)}, Wilson){(besides.Length == 0 ? "" : $"; {besides}")}.".Replace(
                "of once",
                "of 1 time",
                StringComparison.Ordinal
            );
        }
    }

    internal static MoveRecord Of(IEnumerable<(Trial Trial, VerdictWord? Word)> trials)
    {
        var record = None;
        foreach (var (trial, word) in trials)
            record = word switch
            {
                VerdictWord.Improved when trial.Watch is not WatchState.Relapsed => record with
                {
                    Worked = record.Worked + 1,
                },
                VerdictWord.Improved or VerdictWord.NoChange or VerdictWord.Worsened => record with
                {
                    DidNot = record.DidNot + 1,
                },
                VerdictWord.CannotTell or VerdictWord.NotMeasured => record with
                {
                    CouldNotTell = record.CouldNotTell + 1,
                },
                _ when trial.State is TrialState.Planned or TrialState.Running => record with
                {
                    Under = record.Under + 1,
                },
                _ => record,
            };
        return record;
    }
}
