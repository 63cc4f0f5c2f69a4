using Heed.Storage;

namespace Heed.Try;

/// <summary>Who a change was to be made by can be a name. Whoever is forgotten is “a former member” there, too; a longer name of somebody else stays.</summary>
sealed class TryErasure(HeedDb db) : IErasureSource
{
    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        var named = await db
            .Trials.AsNoTracking()
            .Where(t => t.Actor!.Contains(member.Name) || t.Behaviour!.Contains(member.Name))
            .Select(t => new
            {
                t.Id,
                t.Actor,
                t.Behaviour,
            })
            .ToListAsync(stop);
        foreach (var trial in named)
        {
            var (actor, behaviour) = (
                member.Without(trial.Actor, Trial.LongestActor),
                member.Without(trial.Behaviour, Trial.LongestBehaviour)
            );
            await db
                .Trials.Where(t => t.Id == trial.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(t => t.Actor, actor).SetProperty(t => t.Behaviour, behaviour),
                    stop
                );
        }

        await EraseFromBoards(member.Name, member.Without, stop);
        await EraseFromServices(member.Name, member.Without, stop);
        await EraseFromStages(member.Name, member.Without, stop);
    }

    async Task EraseFromStages(string name, Func<string?, int, string?> without, CancellationToken stop)
    {
        foreach (
            var stage in await db.TrialStages.AsNoTracking().Where(s => s.Reason!.Contains(name)).ToListAsync(stop)
        )
        {
            var reason = without(stage.Reason, TrialStage.LongestReason);
            await db
                .TrialStages.Where(s => s.Id == stage.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Reason, reason), stop);
        }
    }

    async Task EraseFromServices(string name, Func<string?, int, string?> without, CancellationToken stop)
    {
        var services = await db
            .Services.AsNoTracking()
            .Where(s => s.Name.Contains(name) || s.SinceWhat!.Contains(name))
            .ToListAsync(stop);
        foreach (var service in services)
        {
            var (called, what) = (
                without(service.Name, Service.LongestName)!,
                without(service.SinceWhat, Service.LongestReason)
            );
            await db
                .Services.Where(s => s.Id == service.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.Name, called).SetProperty(s => s.SinceWhat, what),
                    stop
                );
        }
    }

    /// <summary>What people wrote on boards names places and steps, and now and then a name slips in.</summary>
    async Task EraseFromBoards(string name, Func<string?, int, string?> without, CancellationToken stop)
    {
        var obstacles = await db
            .Obstacles.AsNoTracking()
            .Where(o => o.What.Contains(name) || o.Where.Contains(name) || o.Evidence!.Contains(name))
            .ToListAsync(stop);
        foreach (var obstacle in obstacles)
        {
            var (what, where, evidence) = (
                without(obstacle.What, Obstacle.LongestWords)!,
                without(obstacle.Where, Obstacle.LongestPlace)!,
                without(obstacle.Evidence, Obstacle.LongestWords)
            );
            await db
                .Obstacles.Where(o => o.Id == obstacle.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(o => o.What, what)
                            .SetProperty(o => o.Where, where)
                            .SetProperty(o => o.Evidence, evidence),
                    stop
                );
        }
        var records = await db
            .Experiments.AsNoTracking()
            .Where(e =>
                e.Step.Contains(name)
                || e.Expected.Contains(name)
                || e.Happened!.Contains(name)
                || e.Learned!.Contains(name)
            )
            .ToListAsync(stop);
        foreach (var record in records)
        {
            var (step, expected, happened, learned) = (
                without(record.Step, ExperimentRecord.LongestStep)!,
                without(record.Expected, ExperimentRecord.LongestWords)!,
                without(record.Happened, ExperimentRecord.LongestResult),
                without(record.Learned, ExperimentRecord.LongestResult)
            );
            await db
                .Experiments.Where(e => e.Id == record.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(e => e.Step, step)
                            .SetProperty(e => e.Expected, expected)
                            .SetProperty(e => e.Happened, happened)
                            .SetProperty(e => e.Learned, learned),
                    stop
                );
        }
    }
}
