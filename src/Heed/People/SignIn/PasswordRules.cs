using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>
/// What a password may not be, beside too short: one that everybody knows, or little more than the words that stand around it
/// (NIST SP 800-63B, 3.1.1.2). No rule about digits and signs, which make passwords worse.
/// </summary>
public sealed class PasswordRules(HeedDb db) : IPasswordValidator<Person>
{
    /// <summary>So many letters and digits have to be left when the words around it are taken away.</summary>
    const int Own = 8;

    /// <summary>Shorter parts of a name stand in good passwords by chance.</summary>
    const int Word = 4;

    public async Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Refusal(password ?? "", [user.Email, .. await Around(user)]) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = refusal.Because })
            : IdentityResult.Success;

    /// <summary>Of each organisation that the password opens: its name, and theirs in it.</summary>
    async Task<IEnumerable<string>> Around(Person user) =>
        (
            await db
                .Members.IgnoreQueryFilters()
                .Where(m => m.PersonId == user.Id)
                .Join(
                    db.Workspaces,
                    m => m.WorkspaceId,
                    w => w.Id,
                    (m, w) => new { Member = m.Name, Workspace = w.Name }
                )
                .ToListAsync()
        ).SelectMany(n => (string[])[n.Member, n.Workspace]);

    /// <summary>Why this is no password for somebody of these names; null where it is one, or is too short anyhow. Who joins
    /// by it is in no organisation yet: whoever lets them in names it.</summary>
    public static Refusal? Refusal(string password, params IEnumerable<string?> names)
    {
        if (password.Length < KnownPasswords.Shortest)
            return null;
        if (KnownPasswords.Hold(password))
            return new("This password stands in lists of stolen ones, which are tried first. Choose another.");
        var left = Without(password, names.SelectMany(Words).Append("heed"));
        return left != password && left.Count(char.IsLetterOrDigit) < Own
            ? new(
                "This password is little more than a name or an address that others know. Choose words that have nothing to do with it."
            )
            : null;
    }

    static IEnumerable<string> Words(string? text) =>
        (text ?? "").Split(Apart, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= Word);

    static readonly char[] Apart = [' ', '@', '.', '-', '_', '+', ',', '\'', '’', '&'];

    /// <summary>The longest words first, so that none hides in another.</summary>
    static string Without(string password, IEnumerable<string> words) =>
        words
            .OrderByDescending(w => w.Length)
            .Aggregate(password, (left, w) => left.Replace(w, "", StringComparison.OrdinalIgnoreCase));
}
