using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Whom a comment names with an @: it waits on their Home until they answer there, or two weeks are over.</summary>
public sealed class Mention : IInWorkspace
{
    public Id<Mention> Id { get; init; } = Id<Mention>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Comment> CommentId { get; init; }
    public required Id<Objective> ObjectiveId { get; init; }
    public required Id<Member> MemberId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Finds whom a text names: “@Maya Okafor”, or “@Maya” where only one is called so.</summary>
static class MentionedIn
{
    /// <summary>Whoever calls more than these by one comment calls nobody.</summary>
    public const int Most = 10;

    public static bool Any(string text) => text.Contains('@', StringComparison.Ordinal);

    /// <summary>The members that are named, each once; refused where a name is that of several.</summary>
    /// <param name="people">Active members, by whatever order.</param>
    public static Outcome<IReadOnlyList<Id<Member>>> Of(
        string text,
        IReadOnlyCollection<(Id<Member> Id, string Name)> people
    )
    {
        List<(Id<Member> Id, string Name, string First)> known =
        [
            .. people.Select(p => (p.Id, p.Name, p.Name.Split(' ', 2)[0])),
        ];
        List<Id<Member>> found = [];
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            // “orders@harbor.example” is an address and calls nobody.
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-'))
                continue;
            var rest = text[(at + 1)..];
            // The longest name that stands there: “Ann Lee” before “Ann”.
            var named = known
                .Select(p =>
                    (
                        p.Id,
                        Length: Says(rest, p.Name) ? p.Name.Length
                        : Says(rest, p.First) ? p.First.Length
                        : 0
                    )
                )
                .Where(p => p.Length > 0)
                .ToList();
            if (named.Count == 0)
                continue;
            var longest = named.Max(p => p.Length);
            var called = named.Where(p => p.Length == longest).Select(p => p.Id).Distinct().ToList();
            if (called.Count > 1)
                return new Refusal(
                    $"“@{rest[..longest]}” may be {Format.Some([.. people.Where(p => called.Contains(p.Id)).Select(p => p.Name)])}. Write the whole name."
                ).At(nameof(CommentRequest.Text));
            if (!found.Contains(called[0]))
                found.Add(called[0]);
        }
        return found.Count > Most
            ? new Refusal(
                $"A comment calls at most {Format.InWords(Most)} people. Whoever reads the objective sees it anyway."
            ).At(nameof(CommentRequest.Text))
            : found;
    }

    static bool Says(string rest, string name) =>
        name.Length > 0
        && rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length]));
}
