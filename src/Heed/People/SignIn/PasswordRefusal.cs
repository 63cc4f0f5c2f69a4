using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>Why an account was not kept as asked: beside the password, where it is the password that was refused.</summary>
public static class PasswordRefusal
{
    public static Refusal Refused(this IdentityResult failed, string field)
    {
        var refusal = new Refusal(string.Join(" ", failed.Errors.Select(e => e.Description)));
        return failed.Errors.All(e => e.Code.StartsWith("Password", StringComparison.Ordinal))
            ? refusal.At(field)
            : refusal;
    }
}
