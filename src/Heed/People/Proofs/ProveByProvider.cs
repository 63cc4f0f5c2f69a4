using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>
/// Proof by a fresh sign-in at the organisation's provider, for whom no password opens anything. It is asked for by one
/// person in one session for one act, answered once, and used up by the act. That it is fresh the provider must say itself:
/// one that does not know “prompt” answers as if nothing had been asked (OpenID Connect Core 1.0, 2 and 3.1.2.1, auth_time).
/// </summary>
public sealed class ProveByProvider(
    HeedDb db,
    Visit visit,
    Settings settings,
    UserManager<Person> people,
    SessionCookie sessions,
    WaysIn ways,
    SecurityLog log,
    TimeProvider clock
)
{
    /// <summary>From being sent there to being back, and from there to the act.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>By how much the clock of the provider may differ, as for all that it says.</summary>
    internal static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    const string Kept = "provider-proof";
    const string Used = "used";

    public static readonly Refusal Failed = new(
        "Your organisation's sign-in was not finished, or what it said could not be trusted. Try again."
    );
    public static readonly Refusal Away = new("Your organisation's sign-in does not answer. Try again in a while.");
    public static readonly Refusal Elsewhere = new(
        "This was begun in another browser, or before you signed in here. Begin it again in this one."
    );
    public static readonly Refusal Late = new(
        "Heed sent you to your organisation's sign-in more than five minutes ago, or has had this answer already. Begin again."
    );
    public static readonly Refusal Another = new(
        "Your organisation's sign-in has named somebody else than you. Sign in there as yourself, then try again."
    );
    public static readonly Refusal Old = new(
        "Your organisation's sign-in let you through without asking you again, so it proves nothing. Try again, or ask an administrator for a link that sets a password."
    );
    public static readonly Refusal Undated = new(
        "Your organisation's sign-in does not say when you have signed in there, so it proves nothing. Ask an administrator to have it say auth_time, or for a link that sets a password."
    );

    /// <summary>By a word in an address, as at the sign-in page.</summary>
    static readonly (string Word, Refusal Refusal)[] Words =
    [
        ("failed", Failed),
        ("away", Away),
        ("elsewhere", Elsewhere),
        ("late", Late),
        ("another", Another),
        ("old", Old),
        ("undated", Undated),
    ];

    public static string WordOf(Refusal refusal) => Words.Single(w => w.Refusal == refusal).Word;

    public static Refusal? Of(string? word) => Words.FirstOrDefault(w => w.Word == word).Refusal;

    /// <summary>Travels sealed by way of the provider and back.</summary>
    internal sealed record Asked(string Id, Guid Person, Id<Session> Session, ProofFor For, DateTimeOffset At)
    {
        const string Item = "proof";

        public void Keep(IDictionary<string, string?> items) => items[Item] = JsonSerializer.Serialize(this);

        public static Asked? In(IDictionary<string, string?>? items) =>
            items is not null && items.TryGetValue(Item, out var kept) && kept is not null
                ? JsonSerializer.Deserialize<Asked>(kept)
                : null;
    }

    internal Asked? Ask(ProofFor what) =>
        visit is { Member.PersonId: var person, Session: { } session }
            ? new(Secret.New("proof"), person, session, what, clock.GetUtcNow())
            : null;

    /// <summary>Whether somebody comes by the provider and has no password that opens anything.</summary>
    public async Task<bool> IsFor(Person person, CancellationToken stop) =>
        settings.UsesOpenId
        && (person.PasswordHash is null || settings.OpenIdOnly)
        && await db.UserLogins.AnyAsync(l => l.UserId == person.Id, stop);

    /// <param name="here">Who is signed in in the browser that has come back.</param>
    /// <param name="shown">What the provider says.</param>
    internal async Task<Outcome<Done>> Run(
        Asked asked,
        ClaimsPrincipal here,
        ClaimsPrincipal shown,
        CancellationToken stop
    )
    {
        if (SessionCookie.Of(here) != asked.Session || !await sessions.IsOpen(here, stop))
            return No(asked, Elsewhere);
        var now = clock.GetUtcNow();
        if (now > asked.At + Lifetime)
            return No(asked, Late);
        if (
            shown.FindFirst("sub") is not { } subject
            || await people.FindByLoginAsync(subject.Issuer, subject.Value) is not { } person
            || person.Id != asked.Person
        )
            return No(asked, Another);
        if (!long.TryParse(shown.FindFirstValue("auth_time"), CultureInfo.InvariantCulture, out var seconds))
            return No(asked, Undated);
        // The claim has whole seconds.
        var (earliest, latest) = ((asked.At - Skew).ToUnixTimeSeconds(), (now + Skew).ToUnixTimeSeconds());
        if (seconds < earliest || seconds > latest)
            return No(asked, Old);
        if (!await Keep(asked, now, stop))
            return No(asked, Late);
        await db.SaveChangesAsync(stop);
        if (SignInByProvider.HasAskedForBoth(settings, shown))
            await ways.Mark(asked.Session, OpenedBy.Provider, stop);
        return new Done();
    }

    Refusal No(Asked asked, Refusal because)
    {
        log.NotProven(asked.Person, because.Because);
        return because;
    }

    /// <summary>False where this answer was here before: what it gave is kept, used or not, for longer than it can be given again.</summary>
    async Task<bool> Keep(Asked asked, DateTimeOffset now, CancellationToken stop)
    {
        var before = await Rows(asked.Person).AsNoTracking().ToListAsync(stop);
        if (before.Exists(t => t.Name == asked.Id))
            return false;
        var over = before.Where(t => EndOf(t) < now.UtcTicks).Select(t => t.Name).ToList();
        await Rows(asked.Person).Where(t => over.Contains(t.Name)).ExecuteDeleteAsync(stop);
        db.UserTokens.Add(
            new()
            {
                UserId = asked.Person,
                LoginProvider = Kept,
                Name = asked.Id,
                Value = Text((now + Lifetime).UtcTicks, ForIn(asked.For, asked.Session)),
            }
        );
        return true;
    }

    public async Task<bool> Stands(Person person, ProofFor what, CancellationToken stop) =>
        (await Standing(person, what, stop)).Count > 0;

    /// <summary>Uses it up; of two acts at the same moment one goes without.</summary>
    internal async Task<bool> Use(Person person, ProofFor what, CancellationToken stop)
    {
        foreach (var (name, value) in await Standing(person, what, stop))
        {
            var used = Text(long.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture), Used);
            var changed = await Rows(person.Id)
                .Where(t => t.Name == name && t.Value == value)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, used), stop);
            if (changed == 1)
                return true;
        }
        return false;
    }

    async Task<List<(string Name, string Value)>> Standing(Person person, ProofFor what, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var tail = visit.Session is { } here ? $" {ForIn(what, here)}" : null;
        return tail is null
            ? []
            :
            [
                .. (await Rows(person.Id).AsNoTracking().ToListAsync(stop))
                    .Where(t => EndOf(t) >= now && t.Value!.EndsWith(tail, StringComparison.Ordinal))
                    .Select(t => (t.Name, t.Value!)),
            ];
    }

    static string ForIn(ProofFor what, Id<Session> session) => $"{session} {what.Key}";

    static string Text(long end, string what) => $"{end.ToString(CultureInfo.InvariantCulture)} {what}";

    static long EndOf(IdentityUserToken<Guid> kept) =>
        long.Parse(kept.Value!.Split(' ')[0], CultureInfo.InvariantCulture);

    IQueryable<IdentityUserToken<Guid>> Rows(Guid person) =>
        db.UserTokens.Where(t => t.UserId == person && t.LoginProvider == Kept);
}
