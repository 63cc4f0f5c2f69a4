using Heed.Storage;

namespace Heed.Try;

sealed class TryExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Trial>(db, "try/trials"),
            ExportFile.Rows<TrialVerdict>(db, "try/verdicts"),
            ExportFile.Rows<ArmCount>(db, "try/arm-counts"),
            ExportFile.Rows<TrialStage>(db, "try/stages"),
            ExportFile.Rows<Obstacle>(db, "try/obstacles"),
            ExportFile.Rows<ObstacleMove>(db, "try/obstacle-moves"),
            ExportFile.Rows<Storyboard>(db, "try/storyboards"),
            ExportFile.Rows<TargetCondition>(db, "try/target-conditions"),
            ExportFile.Rows<TargetMove>(db, "try/target-moves"),
            ExportFile.Rows<ExperimentRecord>(db, "try/experiments"),
            ExportFile.Rows<Service>(db, "try/services"),
        ]);
}
