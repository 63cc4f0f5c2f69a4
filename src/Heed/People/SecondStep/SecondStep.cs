using System.Globalization;
using System.Security.Cryptography;
using Heed.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace Heed.People;

/// <summary>
/// What somebody has beside the password: a key in an app that makes a code of it every half minute (RFC 6238), and codes
/// on paper for the day on which the phone is lost. Each code is good once.
/// </summary>
public sealed class SecondStep(HeedDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    const string Of = "heed";
    const string Key = "second-step";
    const string Offered = "second-step-offered";
    const string Used = "second-step-used";
    const string Papers = "second-step-papers";
    const int CodesOnPaper = 10;

    /// <summary>120 bits: enough that their hashes cannot be tried out (ASVS 5.0, 6.5.2).</summary>
    const int PaperBytes = 15;

    readonly IDataProtector _seal = protection.CreateProtector("second step");

    /// <summary>A key that is not in use before a code of it was given.</summary>
    public async Task<string> Offer(Person person, CancellationToken stop)
    {
        if (await Read(person, Offered, stop) is { } before && Unsealed(before) is { } offered)
            return offered;
        var key = Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));
        await Write(person, Offered, _seal.Protect(key), stop);
        return key;
    }

    /// <summary>For an app that reads it as a picture.</summary>
    public static string Address(string key, string email, string organisation) =>
        $"otpauth://totp/{Uri.EscapeDataString($"Heed {organisation}:{email}")}?secret={key}&issuer={Uri.EscapeDataString($"Heed {organisation}")}";

    /// <summary>Whether this is a code of the offered key, which stays offered.</summary>
    internal async Task<bool> IsOffered(Person person, string? code, CancellationToken stop) =>
        await Read(person, Offered, stop) is { } kept
        && Unsealed(kept) is { } key
        && StepOf(key, Plain(code)) is not null;

    /// <summary>Takes the offered key into use; false where this is no code of it.</summary>
    internal async Task<bool> Take(Person person, string? code, CancellationToken stop)
    {
        if (await Read(person, Offered, stop) is not { } kept || Unsealed(kept) is not { } key)
            return false;
        if (StepOf(key, Plain(code)) is not { } step)
            return false;
        await Drop(person, stop);
        await Write(person, Key, kept, stop);
        await Write(person, Used, Padded(step), stop);
        return true;
    }

    /// <summary>New codes on paper; those of before open nothing.</summary>
    internal async Task<IReadOnlyList<string>> NewPapers(Person person, CancellationToken stop)
    {
        List<string> codes =
        [
            .. Enumerable
                .Range(0, CodesOnPaper)
                .Select(_ => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(PaperBytes)))
                .Select(code => string.Join('-', code.Chunk(4).Select(part => new string(part)))),
        ];
        await Write(person, Papers, string.Join(' ', codes.Select(code => Secret.Hash(Plain(code)))), stop);
        return codes;
    }

    public async Task<int> PapersLeft(Person person, CancellationToken stop) =>
        (await Read(person, Papers, stop))?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0;

    /// <summary>Whether a code is right; it is used up with that, whoever asks at the same moment.</summary>
    internal async Task<bool> Accepts(Person person, string? given, CancellationToken stop)
    {
        var code = Plain(given);
        if (code.Length > 6)
        {
            var hash = Secret.Hash(code);
            return await Rows(person, Papers)
                    .Where(t => t.Value!.Contains(hash))
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, t => t.Value!.Replace(hash, "")), stop)
                == 1;
        }
        if (await Read(person, Key, stop) is not { } kept || Unsealed(kept) is not { } key)
            return false;
        if (StepOf(key, code) is not { } step)
            return false;
        var now = Padded(step);
        return await Rows(person, Used)
                .Where(t => string.Compare(t.Value, now) < 0)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, now), stop) == 1;
    }

    internal Task Drop(Person person, CancellationToken stop) =>
        db.UserTokens.Where(t => t.UserId == person.Id && t.LoginProvider == Of).ExecuteDeleteAsync(stop);

    /// <summary>A clock may go wrong by half a minute.</summary>
    long? StepOf(string key, string code) =>
        new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(
            DateTime.UnixEpoch.AddSeconds(clock.GetUtcNow().ToUnixTimeSeconds()),
            code,
            out var step,
            new VerificationWindow(previous: 1, future: 1)
        )
            ? step
            : null;

    static string Padded(long step) => step.ToString("D20", CultureInfo.InvariantCulture);

    /// <summary>As people type it: with blanks and hyphens, in small letters.</summary>
    static string Plain(string? code) =>
        new([.. (code ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).Take(40)]);

    /// <summary>Null where the keys that seal it are others by now.</summary>
    string? Unsealed(string kept)
    {
        try
        {
            return _seal.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    IQueryable<IdentityUserToken<Guid>> Rows(Person person, string name) =>
        db.UserTokens.Where(t => t.UserId == person.Id && t.LoginProvider == Of && t.Name == name);

    Task<string?> Read(Person person, string name, CancellationToken stop) =>
        Rows(person, name).Select(t => t.Value).SingleOrDefaultAsync(stop);

    async Task Write(Person person, string name, string value, CancellationToken stop)
    {
        var changed = await Rows(person, name).ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, value), stop);
        if (changed > 0)
            return;
        db.UserTokens.Add(
            new()
            {
                UserId = person.Id,
                LoginProvider = Of,
                Name = name,
                Value = value,
            }
        );
        await db.SaveChangesAsync(stop);
    }
}
