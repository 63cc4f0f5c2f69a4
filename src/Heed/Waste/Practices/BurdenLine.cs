using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Three accounts that are never added up.</summary>
public enum Ledger
{
    StaffHours,
    CustomerHours,
    Cash,
}

/// <summary>In which time it happens so often.</summary>
public enum Often
{
    Month,
    Week,
    Year,
}

/// <summary>
/// What a practice costs in one ledger: people × times × how long it takes, or times × what is paid. At least, likely and at
/// most, with what it rests on.
/// </summary>
public sealed class BurdenLine : IInWorkspace
{
    const double MinutesAnHour = 60;

    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required Ledger Ledger { get; init; }

    /// <summary>How many people do it each time; one where money is paid.</summary>
    public required double People { get; init; }
    public required double Times { get; init; }
    public required Often Often { get; init; }

    /// <summary>Minutes of one person, or money, each time.</summary>
    public required double Low { get; init; }
    public required double Likely { get; init; }
    public required double High { get; init; }
    public required EvidenceClass Evidence { get; init; }

    /// <summary>Somebody stops paying for these hours when they are saved.</summary>
    public bool IsCashable { get; init; }
    public double? HourCost { get; init; }
    public double MonthLow { get; private set; }
    public double MonthLikely { get; private set; }
    public double MonthHigh { get; private set; }

    /// <summary>A month of it, in hours or money.</summary>
    public LikelyRange Month => new(MonthLow, MonthLikely, MonthHigh);

    /// <summary>The money behind the hours; nothing where saving them saves none, so that no hour is counted twice.</summary>
    public LikelyRange? InCash =>
        Ledger == Ledger.StaffHours
        && HourCost is { } cost
        && !Analytics.Evidence.Burden.InCash(Month, cost, IsCashable).Refused(out _, out var cash)
            ? cash
            : null;

    public static Outcome<BurdenLine> Of(Id<Practice> practice, BurdenRequest asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (ledger, evidence, likely) = (asked.Ledger!.Value, asked.Evidence!.Value, asked.Likely!.Value);
        var (low, high) = (asked.Low ?? likely, asked.High ?? likely);
        if (!(low <= likely && likely <= high))
            return new Refusal("At least comes before likely, and at most after it.").At(nameof(asked.Low));
        if (evidence != EvidenceClass.Measured && low == high && likely > 0)
            return new Refusal("An opinion or a sample is never one number: say what it is at least and at most.").At(
                nameof(asked.Low)
            );
        if (asked.IsCashable && ledger != Ledger.StaffHours)
            return new Refusal("Only hours of staff can be cashable: customers are not paid for theirs.").At(
                nameof(asked.IsCashable)
            );
        if (asked.IsCashable && asked.HourCost is null)
            return new Refusal("Say what an hour costs, since somebody stops paying for it.").At(
                nameof(asked.HourCost)
            );
        if (ledger != Ledger.Cash && asked.People is null)
            return new Refusal("Say how many people do it each time.").At(nameof(asked.People));
        BurdenLine line = new()
        {
            PracticeId = practice,
            Ledger = ledger,
            People = ledger == Ledger.Cash ? 1 : asked.People!.Value,
            Times = asked.Times!.Value,
            Often = asked.Often,
            Low = low,
            Likely = likely,
            High = high,
            Evidence = evidence,
            IsCashable = asked.IsCashable,
            HourCost = asked.IsCashable ? asked.HourCost : null,
        };
        var month = line.OfAMonth();
        (line.MonthLow, line.MonthLikely, line.MonthHigh) = (month.Low, month.Likely, month.High);
        return line;
    }

    LikelyRange OfAMonth()
    {
        var times = Often switch
        {
            Often.Week => Times * Year.Weeks / Year.Months,
            Often.Year => Times / Year.Months,
            _ => Times,
        };
        LikelyRange each = new(Low, Likely, High);
        return Ledger == Ledger.Cash
            ? each * times
            : Analytics.Evidence.Burden.Hours(each * (1 / MinutesAnHour), People, times);
    }
}
