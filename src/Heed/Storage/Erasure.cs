using System.Text.RegularExpressions;
using Heed.People;

namespace Heed.Storage;

/// <summary>A member who is to be forgotten. What they did stays, done by “a former member”.</summary>
/// <param name="Name">What the member is called now.</param>
/// <param name="Address">Their mail address, as they typed it; empty where none is known.</param>
/// <param name="Others">What the others here are called now: not every line with a name that is in one of these is about this one.</param>
public sealed record ForgottenMember(Id<Member> Id, string Name, string Address, IReadOnlyList<string> Others)
{
    public const string Words = "a former member";

    /// <summary>A text in which “a former member” stands for the name; a longer name of somebody else stays.</summary>
    public string? Without(string? text, int longest)
    {
        if (text is null)
            return null;
        var longer = Others.Where(other => other != Name && other.Contains(Name, StringComparison.Ordinal));
        var names = longer.OrderByDescending(other => other.Length).Append(Name).Select(Regex.Escape);
        var said = Regex.Replace(
            text,
            $@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', names)})(?![\p{{L}}\p{{N}}])",
            m => m.Value == Name ? Words : m.Value
        );
        return said.Length > longest ? said[..longest] : said;
    }
}

/// <summary>
/// How a room forgets a member: names, addresses and secrets go; numbers, and ids that no longer lead to anybody, stay.
/// It runs in the transaction of the act.
/// </summary>
public interface IErasureSource
{
    Task Erase(ForgottenMember member, CancellationToken stop);
}
