using Heed.Storage;

namespace Heed.People;

/// <summary>One step of a story: who, why and when. Kept for ever.</summary>
public interface IMove<TMove> : IInWorkspace
    where TMove : class, IMove<TMove>
{
    Id<TMove> Id { get; }
    string Reason { get; }
    Id<Member> By { get; }
    DateTimeOffset At { get; }
}
