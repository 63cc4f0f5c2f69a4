using Heed.People;

namespace Heed.Listen;

/// <summary>
/// A stretch of an import's rows and the release that shows them. Rows without one are shown to nobody. All processes read
/// the same releases in the same order, whenever they were started.
/// </summary>
public sealed class ReleasedRows : IInWorkspace
{
    public Id<ReleasedRows> Id { get; init; } = Id<ReleasedRows>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Survey> SurveyId { get; init; }
    public required Id<Import> ImportId { get; init; }

    /// <summary>The number of the release, from 1, never used again.</summary>
    public required int Number { get; init; }

    /// <summary>The first and the last row of the import that it shows.</summary>
    public required long First { get; init; }
    public required long Last { get; init; }
}
