using System.Security.Cryptography;
using Heed.People;

namespace Heed.Listen;

public enum ImportState
{
    /// <summary>The file is here; nobody has said yet what its columns mean.</summary>
    Mapping,

    /// <summary>The dry run is under way.</summary>
    Checking,

    /// <summary>The dry run is done: what will happen is known, nothing has happened.</summary>
    Checked,

    /// <summary>Being stored, unseen by every score until it is done.</summary>
    Running,
    Done,
    Cancelled,
    Failed,
    Undone,
}

public enum ImportSource
{
    File,
    Api,
}

/// <summary>One file taken in, or the answers that one program sent: where they came from, what the columns mean, what became of them.</summary>
public sealed class Import : IInWorkspace
{
    public const int DaysToUndo = 30;
    public const int LongestName = 200;

    /// <summary>
    /// Also to the member who brought the file once that member is no administrator any more: rows name people, and rights
    /// end when they are taken.
    /// </summary>
    internal const string RawIsForAdministrators =
        "What stands in the rows of a file is shown to administrators alone, so that nobody who answered is singled out.";

    /// <summary>Rows of one import: 28 bits of the sequence number, 268 million.</summary>
    const int RowBits = 28;

    public Id<Import> Id { get; init; } = Id<Import>.New();
    public Id<Workspace> WorkspaceId { get; init; }

    /// <summary>The first part of the sequence numbers of its responses. Random, so that processes need not agree on a counter.</summary>
    public long Number { get; init; } = NewNumber();
    public Id<Survey>? SurveyId { get; set; }

    /// <summary>The survey that is meant; it is made when the import starts, if it is new.</summary>
    public string SurveyName { get; set; } = "";

    /// <summary>The mapping is that of an earlier file with the same columns, not a guess.</summary>
    public bool IsRemembered { get; set; }
    public ImportSource Source { get; init; }
    public required string FileName { get; init; }
    public required long FileSize { get; init; }
    public required string FileHash { get; init; }

    /// <summary>How the file is to be read, as JSON of <see cref="FileShape"/>.</summary>
    public required string Shape { get; set; }

    /// <summary>What its columns mean, as JSON of <see cref="Listen.Mapping"/>.</summary>
    public string Mapping { get; set; } = "";

    /// <summary>What the dry run found, as JSON of <see cref="ImportReport"/>.</summary>
    public string Findings { get; set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }

    /// <summary>The member whose answers these are, where that is no administrator: they are released apart from all others.</summary>
    public Id<Member>? Sender { get; init; }
    public ImportState State { get; private set; } = ImportState.Mapping;
    public DateTimeOffset? ChangedAt { get; private set; }
    public Id<Member>? ChangedBy { get; private set; }
    public string? FailedBecause { get; private set; }

    /// <summary>Rows of the file read so far, responses stored, rows that were here already, rows refused.</summary>
    public long Read { get; set; }
    public long Stored { get; set; }
    public long Known { get; set; }
    public long Rejected { get; set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>What its survey may be called where there is none yet: as whoever exported the file called that.</summary>
    internal string NameOfItsSurvey =>
        Format.Capital(
            string.Join(
                ' ',
                Path.GetFileNameWithoutExtension(FileName)
                    .Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
            )
        );

    public long FirstSequence => (Number << RowBits) + 1;
    public long LastSequence => (Number + 1) << RowBits;

    public long SequenceOf(long row) => (Number << RowBits) + row;

    public bool IsOpen => State is ImportState.Mapping or ImportState.Checked;

    public bool MayUndo(DateTimeOffset now) =>
        State == ImportState.Done && Source == ImportSource.File && now < DoneAt + TimeSpan.FromDays(DaysToUndo);

    public void Become(ImportState state, DateTimeOffset at, Id<Member>? by, string? because = null)
    {
        (State, ChangedAt, ChangedBy, FailedBecause) = (state, at, by, because);
        if (state == ImportState.Done)
            DoneAt = at;
    }

    static long NewNumber() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & ((1L << 34) - 1);
}

static class StoredByImports
{
    /// <summary>How many responses of the workspace are here.</summary>
    public static Task<long> Stored(this IQueryable<Import> imports, CancellationToken stop) =>
        imports.Where(i => i.State != ImportState.Undone).SumAsync(i => i.Stored, stop);

    /// <summary>How many bytes of the workspace's files are waited for.</summary>
    public static Task<long> UnderWay(this IQueryable<Import> imports, CancellationToken stop) =>
        imports
            .Where(i =>
                i.Source == ImportSource.File
                && (
                    i.State == ImportState.Mapping
                    || i.State == ImportState.Checking
                    || i.State == ImportState.Checked
                    || i.State == ImportState.Running
                )
            )
            .SumAsync(i => i.FileSize, stop);
}

/// <summary>The meaning of a set of columns, remembered for the next file of the same survey.</summary>
public sealed class RememberedMapping : IInWorkspace
{
    public Id<RememberedMapping> Id { get; init; } = Id<RememberedMapping>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Survey> SurveyId { get; init; }
    public required string HeaderHash { get; init; }
    public required string Mapping { get; set; }
    public required DateTimeOffset KeptAt { get; set; }
}

/// <summary>
/// One answer set as it came. It has no workspace of its own: its sequence number begins with the number of its import,
/// and imports are read through the workspace's filter. Only <see cref="StoredResponses"/> touches this table.
/// </summary>
public sealed class Response
{
    public long Sequence { get; init; }

    /// <summary>Hash of all its cells and of how often they were seen before in the same file.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Hash of survey and the id that its source gave it; empty where there is none.</summary>
    public byte[]? External { get; init; }

    /// <summary>The raw record, UTF-8, read with the shape of its import.</summary>
    public required byte[] Record { get; init; }
}

/// <summary>A row that was refused, kept with the reason so that it can be repaired and brought again.</summary>
public sealed class RejectedRow
{
    public long Sequence { get; init; }
    public required string Because { get; init; }
    public required byte[] Record { get; init; }
}
