namespace Heed.Storage;

/// <summary>Where people sign in by a provider of their organisation (OpenID Connect).</summary>
public sealed partial class Settings
{
    /// <summary>The address of the provider, below which its discovery document lies. Empty: people sign in here alone.</summary>
    public string OpenIdAuthority { get; set; } = "";

    /// <summary>The name that the provider has given to this Heed.</summary>
    public string OpenIdClient { get; set; } = "";

    /// <summary>A file that holds the secret that the provider has given to this Heed.</summary>
    public string OpenIdSecretFile { get; set; } = "";

    /// <summary>What the button calls it.</summary>
    public string OpenIdName { get; set; } = "your organisation's account";

    /// <summary>The claim that says what somebody may do here. Empty: roles are given here.</summary>
    public string OpenIdRoleClaim { get; set; } = "";

    /// <summary>What its values mean, such as heed-admins=Admin. Whoever has none of them is a Viewer.</summary>
    public string[] OpenIdRoles { get; set; } = [];

    /// <summary>The claim that names teams. Empty: people are put into teams here.</summary>
    public string OpenIdTeamClaim { get; set; } = "";

    /// <summary>Whether somebody whom nobody has invited becomes a member by signing in.</summary>
    public bool OpenIdJoin { get; set; }

    /// <summary>Whether passwords and passkeys open nothing for those who have come by the provider.</summary>
    public bool OpenIdOnly { get; set; }

    /// <summary>
    /// By which claims the provider says that it has asked for a second step, such as amr=mfa. always: it is trusted to.
    /// </summary>
    public string[] OpenIdSecondStep { get; set; } = ["amr=mfa"];

    public const string Always = "always";

    string _openIdSecret = "";

    public string OpenIdSecret => _openIdSecret;
    public bool UsesOpenId => OpenIdAuthority.Length > 0;

    /// <summary>Where the provider says how it is talked to (OpenID Connect Discovery 1.0, 4).</summary>
    public string OpenIdDiscovery => OpenIdAuthority.TrimEnd('/') + "/.well-known/openid-configuration";

    /// <summary>The value of the claim and the name of the role of each.</summary>
    public IEnumerable<(string Value, string Role)> OpenIdRolesByValue =>
        OpenIdRoles.Select(pair =>
            pair.LastIndexOf('=') is > 0 and var at ? (pair[..at].Trim(), pair[(at + 1)..].Trim()) : (pair, "")
        );

    public bool TrustsOpenIdForBothSteps => OpenIdSecondStep is [Always];

    /// <summary>The claims and their values of which one is enough.</summary>
    public IEnumerable<(string Claim, string Value)> OpenIdSecondStepClaims =>
        OpenIdSecondStep.Select(pair =>
            pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
                ? (pair[..at].Trim(), pair[(at + 1)..].Trim())
                : (pair, "")
        );

    IEnumerable<string> OpenIdProblems()
    {
        if (!UsesOpenId)
        {
            if (OpenIdClient.Length + OpenIdSecretFile.Length + OpenIdRoles.Length > 0 || OpenIdJoin || OpenIdOnly)
                yield return "Heed:OpenIdAuthority is empty, and other settings of the provider are given. Give its address, or take them out.";
            yield break;
        }
        if (
            !Uri.TryCreate(OpenIdAuthority, UriKind.Absolute, out var address)
            || !(address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
        )
            yield return $"Heed:OpenIdAuthority is “{OpenIdAuthority}”. Give the provider's whole address with https://.";
        if (OpenIdClient.Length == 0)
            yield return "Heed:OpenIdClient is empty. Give the client id that the provider shows for this Heed.";
        if (OpenIdSecretFile.Length == 0)
            yield return "Heed:OpenIdSecretFile is empty. Name a file that holds the client secret of this Heed.";
        else if (Secret(OpenIdSecretFile, out _openIdSecret) is { } unread)
            yield return $"Heed:OpenIdSecretFile is “{OpenIdSecretFile}”, and it cannot be read: {unread}";
        if (OpenIdRoleClaim.Length > 0 != OpenIdRoles.Length > 0)
            yield return "Heed:OpenIdRoleClaim and Heed:OpenIdRoles belong together: give both, or neither.";
        if (!TrustsOpenIdForBothSteps && OpenIdSecondStepClaims.Any(c => c.Value.Length == 0))
            yield return $"Heed:OpenIdSecondStep is “{string.Join(", ", OpenIdSecondStep)}”. Give claims with their values, such as amr=mfa, or always.";
        foreach (
            var (value, role) in OpenIdRolesByValue.Where(r => r.Role is not ("Admin" or "Contributor" or "Viewer"))
        )
            yield return $"Heed:OpenIdRoles says “{value}={role}”. Give pairs such as heed-admins=Admin, with Admin, Contributor or Viewer.";
    }
}
