using System.Security.Claims;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>
/// Signs in whom the provider names. Somebody is known by the provider and its name for them, and by nothing else: an
/// address leads to a member the first time only, and only where the provider has verified it.
/// </summary>
public sealed class SignInByProvider(
    HeedDb db,
    Visit visit,
    Settings settings,
    UserManager<Person> people,
    RedeemInvitation invitations,
    TakeRights rights,
    WaysIn ways,
    Door door,
    Limits limits,
    TimeProvider clock
)
{
    public static readonly Refusal Away = new(
        "Your organisation's sign-in does not answer. Try again in a while, or use your password."
    );
    public static readonly Refusal Failed = new(
        "Your organisation's sign-in was not finished, or what it said could not be trusted. Try again, or use your password."
    );
    public static readonly Refusal Unverified = new(
        "Your organisation's sign-in does not say that it has verified your e-mail address, so it leads to no member here. Ask an administrator."
    );
    public static readonly Refusal Unknown = new(
        "Nobody here has the e-mail address that your organisation's sign-in gives. Ask an administrator to invite you."
    );
    public static readonly Refusal Shut = new(
        "Your organisation's sign-in knows you, and you are not active here. Ask an administrator."
    );
    public static readonly Refusal Another = new(
        "Somebody else has come with your e-mail address before, by another account of the same organisation. Ask an administrator."
    );

    public static readonly Refusal Full = new(
        "Your organisation's sign-in knows you, and no more members may join here. Ask an administrator to make room."
    );

    /// <summary>By a word in an address, so that nobody makes the page say something by a link.</summary>
    static readonly (string Word, Refusal Refusal)[] Words =
    [
        ("away", Away),
        ("failed", Failed),
        ("unverified", Unverified),
        ("unknown", Unknown),
        ("shut", Shut),
        ("another", Another),
        ("full", Full),
    ];

    public static string Says(Refusal refusal) =>
        $"/sign-in?not={Words.FirstOrDefault(w => w.Refusal == refusal).Word ?? "failed"}";

    public static Refusal? Of(string? word) => Words.FirstOrDefault(w => w.Word == word).Refusal;

    public async Task<Outcome<SignedIn>> Run(ClaimsPrincipal shown, CancellationToken stop)
    {
        if (shown.FindFirst("sub") is not { Value.Length: > 0 and <= 255, Issuer: { Length: > 0 } issuer } subject)
            return Failed;
        var person = await people.FindByLoginAsync(issuer, subject.Value);
        if (person is null && (await Link(shown, issuer, subject.Value, stop)).Refused(out var refusal, out person))
            return refusal;
        if (!await ways.LeadSomewhere(person.Id, stop))
            return Shut;
        await rights.Run(person, shown, stop);
        if (!HasAskedForBoth(settings, shown))
            return new SignedIn(await door.OpenAfterOne(person, OpenedBy.ProviderAlone));
        await door.Open(person, OpenedBy.Provider);
        return new SignedIn(true);
    }

    /// <summary>As the provider says it in its own words (RFC 8176 has “mfa” among those of “amr”), or as it is trusted to do.</summary>
    internal static bool HasAskedForBoth(Settings settings, ClaimsPrincipal shown) =>
        settings.TrustsOpenIdForBothSteps
        || settings.OpenIdSecondStepClaims.Any(c => shown.HasClaim(s => s.Type == c.Claim && s.Value == c.Value));

    async Task<Outcome<Person>> Link(ClaimsPrincipal shown, string issuer, string subject, CancellationToken stop)
    {
        if (shown.FindFirstValue("email") is not { Length: > 0 and <= 254 } address || !IsVerified(shown))
            return Unverified;
        if ((await Find(address, NameOf(shown, address), stop)).Refused(out var refusal, out var person))
            return refusal;
        // An address that was given to somebody new must not lead to what the one before has left.
        if (await db.UserLogins.AnyAsync(l => l.UserId == person.Id && l.LoginProvider == issuer, stop))
            return Another;
        var added = await people.AddLoginAsync(person, new UserLoginInfo(issuer, subject, null));
        return added.Succeeded ? person : Failed;
    }

    async Task<Outcome<Person>> Find(string address, string name, CancellationToken stop)
    {
        var known = await people.FindByEmailAsync(address);
        if (known is not null && await ways.LeadSomewhere(known.Id, stop))
            return known;
        if (!(await invitations.ByAddress(address, name, Full, stop)).Refused(out var not, out var invited))
            return invited;
        if (not == Full)
            return Full;
        if (known is not null)
            return Shut;
        return settings.OpenIdJoin && await ways.OnlyWorkspace(stop) is { } workspace
            ? await Join(workspace, address, name, stop)
            : Unknown;
    }

    async Task<Outcome<Person>> Join(Workspace workspace, string address, string name, CancellationToken stop)
    {
        await using var act = await db.Database.BeginTransactionAsync(stop);
        var person = Person.At(address);
        if (await people.CreateAsync(person) is { Succeeded: false })
            return Failed;
        visit.Enter(workspace, null);
        if (limits.Members(await db.Members.CountAsync(m => m.DeactivatedAt == null, stop) + 1) is not null)
            return Full;
        var member = new Member
        {
            PersonId = person.Id,
            Name = name,
            Role = Role.Viewer,
            JoinedAt = clock.GetUtcNow(),
        };
        db.Members.Add(member);
        visit.Enter(workspace, member);
        new JournalWriter(db, clock).Write("join", member.Id, $"{member.Name} joined by the organisation's sign-in.");
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return person;
    }

    /// <summary>
    /// Microsoft Entra ID does not say email_verified of accounts of organisations. Its xms_edov says that the owner of the
    /// domain has verified it, as true or 1. Where both stand there, the standard's own word counts.
    /// </summary>
    static bool IsVerified(ClaimsPrincipal shown) =>
        shown.FindFirstValue("email_verified") is { } said
            ? IsTrue(said)
            : shown.FindFirstValue("xms_edov") is { } domain && (domain == "1" || IsTrue(domain));

    static bool IsTrue(string said) => said.Equals("true", StringComparison.OrdinalIgnoreCase);

    static string NameOf(ClaimsPrincipal shown, string address)
    {
        var name = PlainText.Of(shown.FindFirstValue("name") ?? "").Trim();
        return name.Length switch
        {
            0 => address.Split('@')[0],
            > 200 => PlainText.Of(name[..200]),
            _ => name,
        };
    }
}
