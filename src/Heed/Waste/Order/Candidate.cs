using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Something that waits for its turn in a team's order of work: a business case, a practice that could go, or an idea.</summary>
public sealed class Candidate : IInWorkspace, IVersioned
{
    /// <summary>A list of more is no order.</summary>
    public const int MostOfATeam = 100;

    public Id<Candidate> Id { get; init; } = Id<Candidate>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }
    public required string Name { get; set; }

    /// <summary>Its cost of delay and its weeks are read there, not typed.</summary>
    public Id<BusinessCase>? BusinessCaseId { get; init; }

    /// <summary>Its cost of delay is the money that it takes, not typed.</summary>
    public Id<Practice>? PracticeId { get; init; }

    /// <summary>What the typed figures rest on.</summary>
    public required EvidenceClass Evidence { get; set; }

    /// <summary>What a week of waiting costs, in money.</summary>
    public double? CostOfDelay { get; set; }

    /// <summary>How long it takes.</summary>
    public double? Weeks { get; set; }

    /// <summary>The part of those asked for whom it is important: the top two boxes, 0..1.</summary>
    public double? Important { get; set; }

    /// <summary>The part who are satisfied with it: the top two boxes, 0..1.</summary>
    public double? Satisfied { get; set; }

    /// <summary>How many people it reaches in a quarter.</summary>
    public double? Reach { get; set; }
    public double? Impact { get; set; }

    /// <summary>In months of one person.</summary>
    public double? Effort { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Id<Member>? ClosedBy { get; private set; }

    /// <summary>Why it left the list: done, or dropped.</summary>
    public string? ClosedBecause { get; private set; }

    public Outcome<Candidate> Close(string because, Id<Member> by, DateTimeOffset at)
    {
        if (ClosedAt is not null)
            return Refusal.Conflict($"“{Name}” left the list already.");
        (ClosedAt, ClosedBy, ClosedBecause) = (at, by, because.Trim());
        return this;
    }
}
