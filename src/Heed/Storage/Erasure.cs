using Heed.People;

namespace Heed.Storage;

/// <summary>A member who is to be forgotten. What they did stays, done by “a former member”.</summary>
/// <param name="Name">What the member is called now.</param>
/// <param name="Address">Their mail address, as they typed it; empty where none is known.</param>
/// <param name="IsNamesake">Somebody else here has the same name, so that not every line with it is about this one.</param>
public sealed record ForgottenMember(Id<Member> Id, string Name, string Address, bool IsNamesake)
{
    public const string Words = "a former member";
}

/// <summary>
/// How a room forgets a member: names, addresses and secrets go; numbers, and ids that no longer lead to anybody, stay.
/// It runs in the transaction of the act.
/// </summary>
public interface IErasureSource
{
    Task Erase(ForgottenMember member, CancellationToken stop);
}
