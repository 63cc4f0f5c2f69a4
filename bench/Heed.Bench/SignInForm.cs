using System.Net;
using System.Text.RegularExpressions;

namespace Heed.Bench;

/// <summary>The form of the sign-in page, as a browser sends it.</summary>
static partial class SignInForm
{
    /// <summary>Null where the page has none, as for somebody who is signed in.</summary>
    public static FormUrlEncodedContent? On(string page, string email, string password) =>
        AntiforgeryToken().Match(page) is { Success: true } token
            ? new(
                new Dictionary<string, string>
                {
                    ["_handler"] = "sign-in",
                    ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token.Groups[1].Value),
                    ["Asked.Email"] = email,
                    ["Asked.Password"] = password,
                }
            )
            : null;

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex AntiforgeryToken();
}
