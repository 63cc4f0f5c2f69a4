using Heed.Storage;

namespace Heed.Waste;

/// <summary>
/// What people wrote names steps, rules and places, and now and then a name slips in. The words stay, and who did what stays
/// by an id that leads to nobody; whoever is forgotten is “a former member” in them.
/// </summary>
sealed class WasteErasure(HeedDb db) : IErasureSource
{
    internal static IReadOnlyList<WrittenText> Texts { get; } =
    [
        .. WrittenText.In(db => db.Nominations, n => n.What, n => n.Why, n => n.Where, n => n.Evidence, n => n.Reason),
        .. WrittenText.In(db => db.NominationSteps, s => s.Because),
        .. WrittenText.In(db => db.Spots, s => s.Name, s => s.ClosedBecause),
        .. WrittenText.In(db => db.Practices, p => p.Name, p => p.Reason, p => p.Requirement, p => p.Evidence),
        .. WrittenText.In(db => db.PracticeMoves, m => m.Reason),
        .. WrittenText.In(db => db.Removals, r => r.ReliedOn, r => r.Prevented, r => r.LastCaught, r => r.Undo),
        .. WrittenText.In(db => db.Requirements, r => r.Name, r => r.Source, r => r.Clause),
        .. WrittenText.In(db => db.BindingChanges, c => c.Why, c => c.DeclinedBecause),
        .. WrittenText.In(db => db.RuleAsks, a => a.Text),
        .. WrittenText.In(db => db.Controls, c => c.Asks, c => c.Works),
        .. WrittenText.In(db => db.Catches, c => c.Text),
        .. WrittenText.In(db => db.LighterWays, w => w.What, w => w.Spares),
        .. WrittenText.In(
            db => db.Waivers,
            w => w.Scope,
            w => w.Reason,
            w => w.Instead,
            w => w.Answer,
            w => w.MadePermanentBecause
        ),
        .. WrittenText.In(db => db.Meetings, m => m.Purpose, m => m.Decision),
        .. WrittenText.In(db => db.MeetingMoves, m => m.Reason),
        .. WrittenText.In(db => db.Resets, r => r.Reason),
        .. WrittenText.In(db => db.BusinessCases, c => c.Name, c => c.Why),
        .. WrittenText.In(db => db.CaseBenefits, b => b.Name),
        .. WrittenText.In(db => db.BusinessCaseMoves, m => m.Reason),
        .. WrittenText.In(db => db.CaseScores, s => s.Says),
        .. WrittenText.In(db => db.Candidates, c => c.Name, c => c.ClosedBecause),
        .. WrittenText.In(db => db.OutcomeClaims, c => c.Reason),
        .. WrittenText.In(
            db => db.WalkNotes,
            n => n.Saw,
            n => n.Heard,
            n => n.Inferred,
            n => n.Where,
            n => n.WithdrawnBecause
        ),
        .. WrittenText.In(db => db.HandOffs, h => h.Name, h => h.Promise),
        .. WrittenText.In(db => db.HandOffStories, s => s.Sees, s => s.Easier),
        .. WrittenText.In(db => db.HandOffMoves, m => m.Reason),
        .. WrittenText.In(db => db.LeaderAsks, a => a.What),
        .. WrittenText.In(db => db.LeaderAskMoves, m => m.Reason),
        .. WrittenText.In(db => db.DecisionRights, r => r.Topic, r => r.LimitWords),
        .. WrittenText.In(db => db.DecisionRightMoves, m => m.Reason),
        .. WrittenText.In(db => db.RightUses, u => u.Story, u => u.CustomerOutcome, u => u.Case),
    ];

    /// <summary>In small letters, as several uses of one case are found.</summary>
    internal static WrittenText CaseKey { get; } = WrittenText.In(db => db.RightUses, u => u.CaseKey).Single();

    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        foreach (var text in Texts)
            await text.Erase(db, member, stop);
        var small = member with
        {
            Name = member.Name.ToLowerInvariant(),
            Others = [.. member.Others.Select(other => other.ToLowerInvariant())],
        };
        await CaseKey.Erase(db, small, stop);
    }
}
