using Heed.Aim;
using Heed.People;

namespace Heed.Demo;

/// <summary>What the counter cannot do alone, and the wholesalers promised.</summary>
sealed partial class SampleYear
{
    async Task AskNeighbours(Id<Objective> home, CancellationToken stop)
    {
        var dependency = await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<RequestDependency>()
                        .Run(
                            home,
                            new()
                            {
                                Team = _cast.Wholesale,
                                Needs = "The beans that regulars ask for by name, at the harbour shop each Monday",
                                ByWhen = Monday(60),
                            },
                            stop
                        )
                )
        );
        await As(
            _cast.Priya,
            s =>
                Done(
                    s.GetRequiredService<MoveDependency>()
                        .Run(
                            dependency.Id,
                            DependencyAct.Accept,
                            new DependencyAcceptanceRequest
                            {
                                Reason = "Two sacks go with the first van of the week.",
                                PromisedFor = Monday(58),
                            },
                            stop
                        )
                )
        );
    }
}
