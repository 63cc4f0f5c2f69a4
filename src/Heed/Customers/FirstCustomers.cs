using Heed.Storage;

namespace Heed.Customers;

/// <summary>Whether it is said here who is served.</summary>
sealed class FirstCustomers(HeedDb db) : IFirstStepSource
{
    public async Task<FirstStep> FirstStep(CancellationToken stop) =>
        new(
            30,
            "Say whom you serve",
            "/customers/new",
            "External, internal or partner: everyone has customers.",
            await db.CustomerGroups.AnyAsync(stop)
        );
}
