using Heed.Analytics.Text.Likeness;
using Heed.Ui;

namespace Heed.Try;

/// <summary>Experiments as pages say them.</summary>
static class ExperimentWords
{
    const double CopiedFrom = 0.9;

    public static string Word(this ExperimentState state) =>
        state switch
        {
            ExperimentState.Locked => "Expectation locked",
            _ => state.ToString(),
        };

    /// <summary>What was measured is no verdict: neither is coloured good or bad.</summary>
    public static Status Shape(this ExperimentState state) =>
        state switch
        {
            ExperimentState.Locked => Status.OnCourse,
            ExperimentState.Planned => Status.Watch,
            _ => Status.NotKnown,
        };

    public static string Word(this ExperimentResult result) =>
        result switch
        {
            ExperimentResult.Measured => "Measured",
            ExperimentResult.NotMeasured => "Not measured",
            _ => "I do not know",
        };

    public static IReadOnlyList<Choice> Results { get; } =
    [.. Enum.GetValues<ExperimentResult>().Select(r => new Choice(r.ToString(), r.Word()))];

    /// <summary>
    /// Which earlier one of the board each is worded like, by more than nine tenths: copied words are said, not refused.
    /// </summary>
    public static IReadOnlyDictionary<Id<ExperimentRecord>, int> Copied(IReadOnlyList<ExperimentRecord> ofOneBoard)
    {
        var inOrder = ofOneBoard.OrderBy(e => e.Number).ToList();
        var plans = Signatures.Of(inOrder.ConvertAll<string?>(e => $"{e.Step} {e.Unknown} {e.Expected}"));
        var results = Signatures.Of(inOrder.ConvertAll(e => $"{e.Happened} {e.Learned}".Trim()));
        Dictionary<Id<ExperimentRecord>, int> copied = [];
        for (var at = 1; at < inOrder.Count; at++)
        for (var earlier = 0; earlier < at; earlier++)
            if (IsCopy(plans, earlier, at) || IsCopy(results, earlier, at))
            {
                copied[inOrder[at].Id] = inOrder[earlier].Number;
                break;
            }
        return copied;
    }

    static bool IsCopy((ushort[] All, bool[] Worded) texts, int one, int other) =>
        texts.Worded[one]
        && texts.Worded[other]
        && MinHash.Likeness(Of(texts.All, one), Of(texts.All, other)) > CopiedFrom;

    static ReadOnlySpan<ushort> Of(ushort[] all, int at) => all.AsSpan(at * MinHash.Size, MinHash.Size);
}
