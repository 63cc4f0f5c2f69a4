using Heed.Aim;

namespace Heed.Demo;

/// <summary>What the counter looked at together, late for its month: that of now is left for whoever tries it. A team of two says aloud how sure it is: nothing is revealed.</summary>
sealed partial class SampleYear
{
    async Task LookTogether(CancellationToken stop)
    {
        var agenda = await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<OpenAgenda>()
                        .Run(new() { Team = _cast.Counter, Month = Monday(Stories.Weeks).AddMonths(-1) }, stop)
                )
        );
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<WriteAgenda>()
                        .Rewrite(
                            agenda.Id,
                            new()
                            {
                                Learned = "People who are called by name come back sooner, whoever calls them.",
                                Obstacles = "The second receipt comes back whenever a till is set up anew.",
                                NextSteps = "We ask ten who came three times why they stay.",
                            },
                            stop
                        )
                )
        );
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<DecideOnAgenda>()
                        .Run(
                            agenda.Id,
                            new() { Words = "Maya asks for tills that stay as they are.", Who = _cast.Maya.Id },
                            stop
                        )
                )
        );
        await As(_cast.Maya, s => Done(s.GetRequiredService<CloseAgenda>().Run(agenda.Id, stop)));
    }
}
