using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>Who signs in. A person may be a member of several workspaces.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>Where the person was last, so that signing in opens the same room.</summary>
    public Id<Workspace>? LastWorkspaceId { get; set; }

    /// <summary>Somebody new: the address is the name.</summary>
    public static Person At(string address) =>
        new()
        {
            Id = Id<Person>.New().Value,
            UserName = address,
            Email = address,
        };
}
