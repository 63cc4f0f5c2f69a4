using Heed.People;

namespace Heed.Storage;

/// <summary>A row of one workspace. The one query filter and the stamp on saving go by this.</summary>
public interface IInWorkspace
{
    Id<Workspace> WorkspaceId { get; }
}
