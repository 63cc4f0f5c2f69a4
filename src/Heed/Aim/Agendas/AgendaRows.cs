using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>
/// How sure one member is of a key result. It is read by the act that reveals, by the act that counts, and by nothing else:
/// no page, export, program or line of the journal. When the votes are revealed or the agenda is closed, it is gone.
/// </summary>
public sealed class ConfidenceVote : IInWorkspace
{
    /// <summary>Random: an id that tells the time would tell who sat there at that time.</summary>
    public Id<ConfidenceVote> Id { get; init; } = Id<ConfidenceVote>.Random();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Agenda> AgendaId { get; init; }
    public required Id<KeyResult> KeyResultId { get; init; }
    public required Id<Member> MemberId { get; init; }
    public required Confidence Confidence { get; set; }
}

/// <summary>A key result on an agenda: how sure the team was, and how it stood when the agenda was closed.</summary>
public sealed class AgendaLine : IInWorkspace
{
    public const int LongestSays = 1000;

    public Id<AgendaLine> Id { get; init; } = Id<AgendaLine>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Agenda> AgendaId { get; init; }
    public required Id<KeyResult> KeyResultId { get; init; }

    /// <summary>How many voted on it; the other three are empty where that were fewer than three.</summary>
    public int Votes { get; private set; }
    public double? Median { get; private set; }
    public int? Lowest { get; private set; }
    public int? Highest { get; private set; }

    /// <summary>How it stood when the agenda was closed, in a sentence; empty until then.</summary>
    public string? Says { get; private set; }
    public double? Now { get; private set; }
    public Status? Stood { get; private set; }

    /// <summary>Keeps of the votes what names nobody.</summary>
    public void Reveal(IReadOnlyCollection<int> votes)
    {
        Votes = votes.Count;
        if (votes.Count < Agenda.FewestVotes)
            return;
        var sorted = votes.Order().ToList();
        (Lowest, Highest) = (sorted[0], sorted[^1]);
        Median = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }

    public void Keep(string says, double? now, Status stood) => (Says, Now, Stood) = (says, now, stood);

    /// <summary>“6, from 3 to 8 (four votes)”; “two votes are too few to show” where they are.</summary>
    public string Confidence =>
        Median is { } median
            ? $"{Format.Number(median)}, {(Lowest == Highest ? "all alike" : $"from {Lowest} to {Highest}")} ({Format.InWords(Votes)} votes)"
        : Votes == 0 ? "nobody voted"
        : $"{Format.InWords(Votes)} {Format.Plural(Votes, "vote is", "votes are")} too few to show";
}

/// <summary>What a team decided on an agenda: a sentence, and who takes it on.</summary>
public sealed class AgendaDecision : IInWorkspace
{
    public const int LongestWords = 500;

    /// <summary>On one agenda.</summary>
    public const int Most = 50;

    public Id<AgendaDecision> Id { get; init; } = Id<AgendaDecision>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Agenda> AgendaId { get; init; }
    public required string Words { get; init; }
    public required Id<Member> Who { get; init; }

    /// <summary>The trial or nomination that it is, by its address within Heed.</summary>
    public string? Link { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required Id<Member> DecidedBy { get; init; }
}
