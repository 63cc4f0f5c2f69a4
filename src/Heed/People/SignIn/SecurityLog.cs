namespace Heed.People;

/// <summary>
/// Who came in and who was kept out, for whoever watches the log of the server (ASVS 5.0, 16.3): people by their ids,
/// nobody's address, and of what was typed nothing. From where is said only where somebody was kept out.
/// </summary>
public sealed partial class SecurityLog(ILogger<SecurityLog> log, IHttpContextAccessor http)
{
    /// <param name="person">Empty where the name or the passkey is nobody's here.</param>
    public void KeptOut(Guid? person, string because) => KeptOut(person, because, From);

    public void CameIn(Guid person, OpenedBy by) => CameIn(person, $"{by}");

    public void NotProven(Guid person, string because) => NotProven(person, because, From);

    /// <summary>What was asked is told by its route: an address may hold what is nobody's business.</summary>
    public void Refused(int status, string method, string route, string who) =>
        Refused(status, method, route, who, From);

    string From => $"{http.HttpContext?.Connection.RemoteIpAddress}";

    [LoggerMessage(7001, LogLevel.Information, "Signed in: person {Person}, by {By}.")]
    partial void CameIn(Guid person, string by);

    [LoggerMessage(7002, LogLevel.Warning, "Not signed in: person {Person}, because {Because}, from {From}.")]
    partial void KeptOut(Guid? person, string because, string from);

    [LoggerMessage(7003, LogLevel.Warning, "Refused with {Status}: {Method} {Route}, asked by {Who}, from {From}.")]
    partial void Refused(int status, string method, string route, string who, string from);

    [LoggerMessage(7004, LogLevel.Warning, "Not proven: person {Person}, because {Because}, from {From}.")]
    partial void NotProven(Guid person, string because, string from);
}
