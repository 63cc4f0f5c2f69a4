using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Map;

/// <summary>
/// A claim that one metric feeds another: by arithmetic, where the upper one is the sum of those beneath, or by what people
/// do. What is claimed is locked with its sign and its window of lags before anything is tested; whoever thinks otherwise later
/// withdraws it and claims anew, and the attempts go on counting.
/// </summary>
public sealed class Tie : IInWorkspace, IVersioned
{
    public const int LongestReason = 500;
    public const int MostLag = 24;

    public Id<Tie> Id { get; init; } = Id<Tie>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }

    /// <summary>The metric that is said to lead.</summary>
    public required Id<Metric> ChildId { get; init; }

    /// <summary>The metric that is said to follow.</summary>
    public required Id<Metric> ParentId { get; init; }

    /// <summary>The parent is the sum of all that are tied to it so.</summary>
    public required bool IsSum { get; init; }

    /// <summary>Up: the parent moves with the child. Down: against it.</summary>
    public required Direction Moves { get; init; }

    /// <summary>The fewest and the most periods until the parent follows.</summary>
    public required int FirstLag { get; init; }
    public required int LastLag { get; init; }

    /// <summary>
    /// By how much the parent moves when the child moves by one, without a sign; empty where nobody said, and then no trial can
    /// refute it.
    /// </summary>
    public double? PerUnit { get; init; }

    /// <summary>Why the one should feed the other.</summary>
    public required string Because { get; init; }
    public required DateOnly ClaimedOn { get; init; }
    public required Id<Member> ClaimedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What is known of it, by its last test.</summary>
    public TieState State { get; private set; }
    public DateOnly? TestedOn { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Id<Member>? WithdrawnBy { get; private set; }

    /// <summary>Tested once, and two quarters ago or more.</summary>
    public bool IsStale(DateOnly today) => TestedOn is { } tested && LeadLagTest.IsStale(tested, today);

    public static Tie Claim(TieRequest asked, Id<Member> by, DateTimeOffset at, DateOnly today) =>
        new()
        {
            ChildId = asked.Child!.Value,
            ParentId = asked.Parent!.Value,
            IsSum = asked.IsSum,
            Moves = asked.IsSum ? Direction.Up : asked.Moves!.Value,
            FirstLag = asked.IsSum ? 0 : asked.FirstLag!.Value,
            LastLag = asked.IsSum ? 0 : asked.LastLag!.Value,
            PerUnit = asked.IsSum ? null : asked.PerUnit,
            Because = asked.Because!.Trim(),
            ClaimedOn = today,
            ClaimedBy = by,
            CreatedAt = at,
            State = asked.IsSum ? TieState.Arithmetic : TieState.Claimed,
        };

    /// <summary>Why it cannot be tested; null where it can.</summary>
    public Refusal? Untestable =>
        WithdrawnAt is not null ? Refusal.Conflict("This tie was withdrawn. Claim it anew to test it.")
        : IsSum ? Refusal.Conflict("This tie holds by arithmetic: whether the parts add up is seen without a test.")
        : null;

    public void Take(TieTest test) => (State, TestedOn) = (test.State, test.On);

    public Outcome<Done> Withdraw(Id<Member> by, DateTimeOffset at)
    {
        if (WithdrawnAt is not null)
            return Refusal.Conflict("This tie was withdrawn already.");
        (WithdrawnAt, WithdrawnBy) = (at, by);
        return new Done();
    }
}

/// <summary>What a test of a tie rests on.</summary>
public enum TieEvidence
{
    /// <summary>How the changes of both went together, inside the window that was locked.</summary>
    Changes,

    /// <summary>A trial that moved the child: what the parent did after it. It outranks the other.</summary>
    Trial,
}

/// <summary>What one test of a tie said. Kept for ever: testing again adds another, and makes the limit harder.</summary>
public sealed class TieTest : IInWorkspace
{
    public const int LongestSentence = 1000;
    public const int LongestCorrelations = 2000;

    public Id<TieTest> Id { get; init; } = Id<TieTest>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Tie> TieId { get; init; }
    public required TieEvidence Evidence { get; init; }

    /// <summary>The how-manieth look at how these two metrics change together, whoever claimed it.</summary>
    public required int Attempt { get; init; }
    public required TieState State { get; init; }
    public required string Sentence { get; init; }
    public required DateOnly On { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Id<Member> By { get; init; }

    /// <summary>How many of the periods it rests on were measured before the claim, when its window could still be chosen by them.</summary>
    public int BeforeClaim { get; init; }
    public int Points { get; init; }
    public int? Lag { get; init; }
    public double? Correlation { get; init; }
    public double? Limit { get; init; }

    /// <summary>Of the values themselves, in the same period: what misleads.</summary>
    public double? Raw { get; init; }

    /// <summary>Of the bare changes at that lag.</summary>
    public double? Differenced { get; init; }
    public bool IsDirectionUnclear { get; init; }

    /// <summary>The correlation at each lag that was looked at and its mirror: “-1:0.02;1:0.41”.</summary>
    public string Correlations { get; init; } = "";

    /// <summary>The trial that moved the child, where one did.</summary>
    public Id<Try.Trial>? TrialId { get; init; }
}
