using System.Globalization;
using System.Security.Cryptography;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>Whose passkey an answer is by: right for this place, this browser and this moment, and good once.</summary>
public sealed class PasskeyCheck(
    HeedDb db,
    IHttpContextAccessor http,
    PasskeyChallenge challenge,
    IPasskeyHandler<Person> passkeys,
    UserManager<Person> people,
    TimeProvider clock
)
{
    const string Spent = "passkey-spent";

    public static readonly Refusal TooLate = new(
        "Heed asked for the passkey more than five minutes ago, or in another browser. Press the button again."
    );

    public static readonly Refusal NotTaken = new(
        "This passkey opens nothing here. It may have been removed, or copied. Use another one, or your password."
    );

    internal async Task<Outcome<Person>> Whose(string? answer, CancellationToken stop)
    {
        if (challenge.Take(making: false) is not { } asked)
            return TooLate;
        var shown = await passkeys.PerformAssertionAsync(
            new()
            {
                HttpContext = http.HttpContext!,
                CredentialJson = answer ?? "",
                AssertionState = asked.State,
            }
        );
        // Why not is for nobody but the owner, who can do nothing with it.
        if (!shown.Succeeded)
            return NotTaken;
        var (person, passkey) = (shown.User, shown.Passkey);
        await using var act = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(stop)
            : null;
        if (!await Spend(person, asked, stop))
            return NotTaken;
        var now = clock.GetUtcNow();
        // Two that were signed at once count up one after the other: of a copy, the later one is refused.
        var saved = await people.AddOrUpdatePasskeyAsync(person, passkey);
        if (!saved.Succeeded)
            return NotTaken;
        await db
            .UserPasskeys.Where(p => p.CredentialId == passkey.CredentialId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastUsedAt, now), stop);
        await (act?.CommitAsync(stop) ?? Task.CompletedTask);
        return person;
    }

    /// <summary>A kept cookie and a kept answer would open the door again for as long as the challenge lives.</summary>
    async Task<bool> Spend(Person person, PasskeyChallenge.Asked asked, CancellationToken stop)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(asked.State)));
        var now = Ticks(clock.GetUtcNow().UtcTicks);
        var spent = db.UserTokens.Where(t => t.UserId == person.Id && t.LoginProvider == Spent);
        await spent.Where(t => string.Compare(t.Value, now) < 0).ExecuteDeleteAsync(stop);
        if (await spent.AnyAsync(t => t.Name == name, stop))
            return false;
        db.UserTokens.Add(
            new()
            {
                UserId = person.Id,
                LoginProvider = Spent,
                Name = name,
                Value = Ticks(asked.Ends),
            }
        );
        return true;
    }

    static string Ticks(long ticks) => ticks.ToString("D20", CultureInfo.InvariantCulture);
}
