using Heed.Storage;

namespace Heed.Try;

/// <summary>
/// Who a change was to be made by can be a name, and what people wrote on boards names one now and then. Whoever is forgotten
/// is “a former member” there; a longer name of somebody else stays.
/// </summary>
sealed class TryErasure(HeedDb db) : IErasureSource
{
    internal static IReadOnlyList<WrittenText> Texts { get; } =
    [
        .. WrittenText.In(
            db => db.Trials,
            t => t.Change,
            t => t.Obstacle,
            t => t.Actor,
            t => t.Behaviour,
            t => t.Undo,
            t => t.WhatElseChanged,
            t => t.Decision
        ),
        .. WrittenText.In(db => db.TrialVerdicts, v => v.Sentence, v => v.Because, v => v.WhatElseChanged),
        .. WrittenText.In(db => db.TrialStages, s => s.Reason),
        .. WrittenText.In(db => db.Services, s => s.Name, s => s.SinceWhat),
        .. WrittenText.In(db => db.Obstacles, o => o.What, o => o.Where, o => o.Evidence),
        .. WrittenText.In(db => db.ObstacleMoves, m => m.Reason),
        .. WrittenText.In(db => db.Storyboards, b => b.Challenge, b => b.Current),
        .. WrittenText.In(db => db.TargetConditions, t => t.Outcome, t => t.Pattern),
        .. WrittenText.In(db => db.TargetMoves, m => m.Reason),
        .. WrittenText.In(
            db => db.Experiments,
            e => e.Step,
            e => e.Expected,
            e => e.Unknown,
            e => e.Happened,
            e => e.Learned,
            e => e.WithdrawnBecause
        ),
    ];

    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        foreach (var text in Texts)
            await text.Erase(db, member, stop);
    }
}
