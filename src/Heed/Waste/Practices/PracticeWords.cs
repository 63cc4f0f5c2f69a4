using Heed.Analytics.Evidence;
using Heed.Ui;

namespace Heed.Waste;

/// <summary>Practices, their states and burdens as pages say them.</summary>
static class PracticeWords
{
    public static string Word(this PracticeKind kind) => kind == PracticeKind.HandOff ? "Hand-off" : kind.ToString();

    public static string Word(this PracticeState state) =>
        state switch
        {
            PracticeState.BeingRemoved => "Being removed",
            PracticeState.BoundByLaw => "Bound by law",
            PracticeState.Gone => "Gone, verified",
            _ => state.ToString(),
        };

    /// <summary>After its name: “… is being removed”.</summary>
    public static string Says(this PracticeState state) =>
        state switch
        {
            PracticeState.Standing => "stands as it did",
            PracticeState.Questioned => "is questioned",
            PracticeState.Kept => "was kept",
            PracticeState.Reduced => "was reduced",
            PracticeState.Replaced => "was replaced",
            PracticeState.BeingRemoved => "is being removed",
            PracticeState.Verifying => "is left out on trial",
            PracticeState.Gone => "is gone",
            PracticeState.Restored => "was put back",
            PracticeState.Relapsed => "crept back",
            _ => "is bound by law",
        };

    public static Status Shape(this PracticeState state) =>
        state switch
        {
            PracticeState.Gone => Status.Held,
            PracticeState.Relapsed => Status.OffCourse,
            PracticeState.Questioned or PracticeState.BeingRemoved => Status.Watch,
            PracticeState.Verifying => Status.OnCourse,
            _ => Status.NotKnown,
        };

    public static string Word(this PracticeAct act) =>
        act switch
        {
            PracticeAct.Question => "Question it",
            PracticeAct.Keep => "Keep it",
            PracticeAct.Reduce => "Reduce it",
            PracticeAct.Replace => "Replace it",
            PracticeAct.Remove => "Remove it",
            _ => "A law demands it",
        };

    public static string Word(this Ledger ledger) =>
        ledger switch
        {
            Ledger.StaffHours => "Hours of staff",
            Ledger.CustomerHours => "Hours of customers",
            _ => "Cash",
        };

    public static string Unit(this Ledger ledger) => ledger == Ledger.Cash ? "a month" : "hours a month";

    /// <summary>“opinion, counts 50 %”.</summary>
    public static string Word(this EvidenceClass evidence) =>
        $"{Format.Lower(evidence.ToString())}, counts {Format.Percent(Prioritisation.Confidence(evidence))}";

    /// <summary>A range as a range: “10 to 30, likely 20”; one number only where nothing is open.</summary>
    public static string Word(this LikelyRange range) =>
        range.Low == range.High
            ? Format.Number(range.Likely)
            : $"{Format.Number(range.Low)} to {Format.Number(range.High)}, likely {Format.Number(range.Likely)}";

    /// <summary>Where there is little room: “10 to 30”.</summary>
    public static string Short(this LikelyRange range) =>
        range.Low == range.High
            ? Format.Number(range.Likely)
            : $"{Format.Number(range.Low)} to {Format.Number(range.High)}";

    /// <summary>“20 people, once a week, 300 to 420 minutes each”.</summary>
    public static string Made(this BurdenLine line)
    {
        var each = new LikelyRange(line.Low, line.Likely, line.High).Word();
        var often = $"{Format.Number(line.Times)} × a {Format.Lower(line.Often.ToString())}";
        return line.Ledger == Ledger.Cash
            ? $"{often}, {each} each time"
            : $"{Format.Number(line.People)} {(line.People == 1 ? "person" : "people")}, {often}, {each} minutes each";
    }

    public static IReadOnlyList<Choice> Kinds { get; } =
    [.. Enum.GetValues<PracticeKind>().Select(k => new Choice(k.ToString(), k.Word()))];

    public static IReadOnlyList<Choice> States { get; } =
    [.. Enum.GetValues<PracticeState>().Select(s => new Choice(s.ToString(), s.Word()))];

    public static IReadOnlyList<Choice> Sources { get; } =
    [
        new(nameof(EvidenceClass.Opinion), "An opinion", "Somebody thinks so. It counts half."),
        new(nameof(EvidenceClass.Sampled), "A sample", "Timed a few times. It counts four fifths."),
        new(nameof(EvidenceClass.Measured), "A measurement", "Counted, all of it. It counts in full."),
    ];
}
