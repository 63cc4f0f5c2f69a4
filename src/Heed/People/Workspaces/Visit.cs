namespace Heed.People;

/// <summary>Who is here and in which workspace, for the length of one request or command.</summary>
public sealed class Visit
{
    public Workspace? Workspace { get; private set; }
    public Member? Member { get; private set; }

    /// <summary>What the caller's token allows; a signed-in person may do all that the role allows.</summary>
    public Scopes Scopes { get; private set; } = Scopes.Read | Scopes.Write;

    /// <summary>When the caller's token ends; empty for a signed-in person.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>The browser of a signed-in person; empty for a program.</summary>
    public Id<Session>? Session { get; private set; }

    public void Enter(
        Workspace workspace,
        Member? member,
        Scopes scopes = Scopes.Read | Scopes.Write,
        DateTimeOffset? until = null,
        Id<Session>? session = null
    ) => (Workspace, Member, Scopes, Until, Session) = (workspace, member, scopes, until, session);
}
