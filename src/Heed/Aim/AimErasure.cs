using Heed.Storage;

namespace Heed.Aim;

/// <summary>What people wrote about aims names somebody now and then. Whoever is forgotten is “a former member” there.</summary>
sealed class AimErasure(HeedDb db) : IErasureSource
{
    internal static IReadOnlyList<WrittenText> Texts { get; } =
    [
        .. WrittenText.In(
            db => db.Objectives,
            o => o.Title,
            o => o.Why,
            o => o.LastWord,
            o => o.NoParentBecause,
            o => o.WrongIf,
            o => o.WrongLeftOut,
            o => o.WrongSeen
        ),
        .. WrittenText.In(db => db.Strategies, s => s.Challenge, s => s.Opinion, s => s.NotDoing),
        .. WrittenText.In(db => db.Agendas, a => a.Learned, a => a.Obstacles, a => a.NextSteps, a => a.Work),
        .. WrittenText.In(db => db.AgendaLines, l => l.Says),
        .. WrittenText.In(db => db.AgendaDecisions, d => d.Words),
        .. WrittenText.In(
            db => db.CycleDecisions,
            d => d.Reason,
            d => d.AgreedBy,
            d => d.Learned,
            d => d.Before,
            d => d.After
        ),
        .. WrittenText.In(db => db.SharedObjectives, s => s.Reason),
        .. WrittenText.In(db => db.Dependencies, d => d.Needs),
        .. WrittenText.In(db => db.DependencyMoves, m => m.Reason),
        .. WrittenText.In(db => db.Assumptions, a => a.Words),
        .. WrittenText.In(db => db.ImportedRows, r => r.Raw, r => r.Says, r => r.Title),
        .. WrittenText.In(
            db => db.Siblings,
            s => s.Words,
            s => s.Customer,
            s => s.WillDo,
            s => s.HowKnown,
            s => s.Answer
        ),
    ];

    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        foreach (var text in Texts)
            await text.Erase(db, member, stop);
        await db.Mentions.Where(m => m.MemberId == member.Id).ExecuteDeleteAsync(stop);
        await db.ConfidenceVotes.Where(v => v.MemberId == member.Id).ExecuteDeleteAsync(stop);
    }
}
