using Heed.Storage;

namespace Heed.Aim;

sealed class AimExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Cycle>(db, "aim/cycles"),
            ExportFile.Rows<Objective>(db, "aim/objectives"),
            ExportFile.Rows<KeyResult>(db, "aim/key-results"),
            ExportFile.Rows<Terms>(db, "aim/terms"),
            ExportFile.Rows<CheckIn>(db, "aim/check-ins"),
            ExportFile.Rows<Comment>(db, "aim/comments"),
            ExportFile.Rows<Mention>(db, "aim/mentions"),
            // Votes are nobody's to take away: what they came to stands on the lines.
            ExportFile.Rows<Agenda>(db, "aim/agendas"),
            ExportFile.Rows<AgendaLine>(db, "aim/agenda-lines"),
            ExportFile.Rows<AgendaDecision>(db, "aim/agenda-decisions"),
            ExportFile.Rows<CycleDecision>(db, "aim/cycle-decisions"),
            ExportFile.Rows<SharedObjective>(db, "aim/sharing"),
            ExportFile.Rows<Dependency>(db, "aim/dependencies"),
            ExportFile.Rows<DependencyMove>(db, "aim/dependency-moves"),
            ExportFile.Rows<Strategy>(db, "aim/strategies"),
            ExportFile.Rows<Assumption>(db, "aim/assumptions"),
            ExportFile.Rows<Sibling>(db, "aim/siblings"),
            ExportFile.Rows<FindingDismissal>(db, "aim/dismissals"),
            ExportFile.Rows<AimImport>(db, "aim/imports"),
            ExportFile.Rows<ImportedRow>(db, "aim/imported-rows"),
        ]);
}
