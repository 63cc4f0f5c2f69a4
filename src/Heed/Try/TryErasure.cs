using System.Text.RegularExpressions;
using Heed.Storage;

namespace Heed.Try;

/// <summary>Who a change was to be made by can be a name. Whoever is forgotten is “a former member” there, too; a longer name of somebody else stays.</summary>
sealed class TryErasure(HeedDb db) : IErasureSource
{
    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        var longer = member.Others.Where(other => other != member.Name && other.Contains(member.Name));
        var names = longer.OrderByDescending(other => other.Length).Append(member.Name).Select(Regex.Escape);
        var word = new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', names)})(?![\p{{L}}\p{{N}}])");
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
                Without(trial.Actor, Trial.LongestActor),
                Without(trial.Behaviour, Trial.LongestBehaviour)
            );
            await db
                .Trials.Where(t => t.Id == trial.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(t => t.Actor, actor).SetProperty(t => t.Behaviour, behaviour),
                    stop
                );
        }

        string? Without(string? text, int longest) =>
            text is null ? null
            : word.Replace(text, m => m.Value == member.Name ? ForgottenMember.Words : m.Value) is var said
            && said.Length > longest
                ? said[..longest]
            : said;
    }
}
