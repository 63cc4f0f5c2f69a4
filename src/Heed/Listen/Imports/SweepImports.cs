using Heed.Storage;

namespace Heed.Listen;

/// <summary>At each start: files of imports that nobody waits for any more are removed from this server's disk.</summary>
static class SweepImports
{
    public static async Task Run(IServiceProvider services, CancellationToken stop)
    {
        var waiting = await services
            .GetRequiredService<HeedDb>()
            .Imports.IgnoreQueryFilters()
            .Where(i =>
                i.State == ImportState.Mapping
                || i.State == ImportState.Checking
                || i.State == ImportState.Checked
                || i.State == ImportState.Running
            )
            .Select(i => i.Id)
            .ToHashSetAsync(stop);
        services
            .GetRequiredService<ImportFiles>()
            .Sweep(services.GetRequiredService<TimeProvider>().GetUtcNow(), waiting.Contains);
    }
}
