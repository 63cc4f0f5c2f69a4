using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>One file of objectives and key results of another tool, taken in: what it made can be taken back whole.</summary>
public sealed class AimImport : IInWorkspace, IVersioned
{
    public Id<AimImport> Id { get; init; } = Id<AimImport>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required string FileName { get; init; }

    /// <summary>The tool whose columns it has, as it was recognised.</summary>
    public required string Source { get; init; }
    public required Id<Cycle> CycleId { get; init; }
    public required Id<Team> TeamId { get; init; }
    public required int Objectives { get; init; }
    public required int KeyResults { get; init; }

    /// <summary>Rows that an earlier import took in already.</summary>
    public required int Known { get; init; }

    /// <summary>Rows of which nothing could be made.</summary>
    public required int LeftOut { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Id<Member> By { get; init; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public Id<Member>? UndoneBy { get; private set; }

    public Outcome<Done> Undo(Id<Member> by, DateTimeOffset at)
    {
        if (UndoneAt is not null)
            return Refusal.Conflict("This import is undone already.");
        (UndoneAt, UndoneBy) = (at, by);
        return new Done();
    }
}

public enum ImportedState
{
    Made,
    Known,
    LeftOut,
}

/// <summary>What became of one row of the file, with the row as it was: nothing is lost.</summary>
public sealed class ImportedRow : IInWorkspace
{
    public Id<ImportedRow> Id { get; init; } = Id<ImportedRow>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<AimImport> ImportId { get; init; }

    /// <summary>Its place in the import: one row of the file may hold several.</summary>
    public required int Number { get; init; }

    /// <summary>As a sheet counts: the head is row 1.</summary>
    public required int Row { get; init; }

    /// <summary>By which the same row is known when the file comes again.</summary>
    public required string SourceKey { get; init; }
    public required ImportedState State { get; init; }
    public required string Title { get; init; }

    /// <summary>What is worth knowing about it; empty where all of it was taken over as it is.</summary>
    public required string Says { get; init; }

    /// <summary>The row as it was in the file.</summary>
    public required string Raw { get; init; }
    public Id<Objective>? ObjectiveId { get; init; }
    public Id<KeyResult>? KeyResultId { get; init; }
    public Id<Metrics.Metric>? MetricId { get; init; }
}
