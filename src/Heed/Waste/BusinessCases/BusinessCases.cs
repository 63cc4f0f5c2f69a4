using Heed.Storage;

namespace Heed.Waste;

/// <summary>What this part of the room serves.</summary>
static class BusinessCases
{
    public static void Services(IServiceCollection services)
    {
        services.AddScoped<ReadBusinessCases>().AddScoped<WriteBusinessCase>().AddScoped<ClaimMonths>();
        services.AddScoped<AddBenefit>().AddScoped<RemoveBenefit>();
        services.AddScoped<DecideOnBusinessCase>().AddScoped<ScoreBusinessCase>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadBusinessCases.Map(api);
        WriteBusinessCase.Map(api);
        AddBenefit.Map(api);
        RemoveBenefit.Map(api);
        DecideOnBusinessCase.Map(api);
        ScoreBusinessCase.Map(api);
    }
}

sealed class BusinessCasesExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<BusinessCase>(db, "waste/business-cases"),
            ExportFile.Rows<CaseBenefit>(db, "waste/business-case-benefits"),
            ExportFile.Rows<ClaimedMonth>(db, "waste/claimed-months"),
            ExportFile.Rows<BusinessCaseMove>(db, "waste/business-case-moves"),
            ExportFile.Rows<CaseScore>(db, "waste/business-case-scores"),
        ]);
}
