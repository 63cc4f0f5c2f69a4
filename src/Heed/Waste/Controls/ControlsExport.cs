using Heed.Storage;

namespace Heed.Waste;

sealed class ControlsExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Control>(db, "waste/controls"),
            ExportFile.Rows<ControlRequirement>(db, "waste/control-requirements"),
            ExportFile.Rows<Catch>(db, "waste/catches"),
            ExportFile.Rows<LighterWay>(db, "waste/lighter-ways"),
            ExportFile.Rows<Waiver>(db, "waste/waivers"),
            ExportFile.Rows<Requirement>(db, "waste/requirements"),
            ExportFile.Rows<BindingChange>(db, "waste/binding-changes"),
            ExportFile.Rows<RuleAsk>(db, "waste/rule-asks"),
            ExportFile.Rows<Signer>(db, "waste/signers"),
        ]);
}
