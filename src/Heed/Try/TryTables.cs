using Heed.Aim;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Heed.Try;

static class TryTables
{
    public static void Map(ModelBuilder model)
    {
        ObstacleTables.Map(model);
        StoryboardTables.Map(model);
        ServiceTables.Map(model);
        StageTables.Map(model);
        model.Entity<Trial>(trial =>
        {
            trial.Property(t => t.Change).HasMaxLength(200);
            trial.Property(t => t.Obstacle).HasMaxLength(500);
            trial.Property(t => t.Actor).HasMaxLength(Trial.LongestActor);
            trial.Property(t => t.Behaviour).HasMaxLength(Trial.LongestBehaviour);
            trial.Property(t => t.Move).HasMaxLength(UnstuckMove.LongestKey);
            trial.Property(t => t.Undo).HasMaxLength(500);
            trial.OwnsOne(
                t => t.Arms,
                arms =>
                {
                    arms.Property(a => a.Share).HasColumnName("ArmShare");
                    arms.Property(a => a.TauSquared).HasColumnName("ArmTauSquared");
                    arms.Ignore(a => a.InWords);
                    arms.Property(a => a.Horizon).HasColumnName("ArmHorizon");
                }
            );
            trial.Property(t => t.WhatElseChanged).HasMaxLength(1000);
            trial.Property(t => t.Decision).HasMaxLength(1000);
            trial.Property(t => t.LockedZone).HasMaxLength(100);
            trial.HasOne<Team>().WithMany().HasForeignKey(t => t.TeamId);
            trial.HasOne<KeyResult>().WithMany().HasForeignKey(t => t.KeyResultId);
            trial.HasOne<Metric>().WithMany().HasForeignKey(t => t.MetricId);
            // No key to it: SQLite would write the whole table anew, outside of a transaction.
            trial.HasIndex(t => t.ObstacleId);
            trial
                .Property(t => t.ComparedWith)
                .HasConversion(
                    others => Comparisons.Written(others),
                    text => Comparisons.Read(text),
                    new ValueComparer<IReadOnlyList<ComparedMetric>>(
                        (one, other) => one!.SequenceEqual(other!),
                        others => others.Count,
                        others => others.ToList()
                    )
                )
                .HasMaxLength(500);
            MetricGuardrail.Map(trial, t => t.Guardrail);
            trial.HasOne<Trial>().WithMany().HasForeignKey(t => t.Extends);
            trial.HasIndex(t => new { t.WorkspaceId, t.Look });
        });
        model.Entity<TrialVerdict>(verdict =>
        {
            verdict.Property(v => v.Fingerprint).HasMaxLength(64);
            verdict.Property(v => v.Breakdown).HasMaxLength(500);
            verdict.Property(v => v.SecondOpinion).HasMaxLength(500);
            verdict.Property(v => v.Opinions).HasMaxLength(TrialJudgement.LongestOpinions);
            verdict.Property(v => v.Comparison).HasMaxLength(1500);
            verdict.OwnsMany(v => v.Counterfactual, days => days.ToJson());
            verdict.OwnsOne(
                v => v.RollOut,
                found =>
                {
                    found.ToJson();
                    found.OwnsMany(f => f.Since);
                }
            );
            verdict.OwnsOne(v => v.Arms, found => found.ToJson());
            verdict.HasOne<Trial>().WithMany().HasForeignKey(v => v.TrialId);
            verdict.HasIndex(v => v.Rejudges);
            verdict.HasIndex(v => new { v.TrialId, v.At });
            verdict.HasIndex(v => new { v.WorkspaceId, v.At });
            verdict.Keep();
        });
        model.Entity<ArmCount>(count =>
        {
            count.HasOne<Trial>().WithMany().HasForeignKey(c => c.TrialId);
            count.HasIndex(c => new { c.TrialId, c.On }).IsUnique();
        });
    }
}
