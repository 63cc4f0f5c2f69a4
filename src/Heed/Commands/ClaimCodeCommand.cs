using System.CommandLine;
using Heed.People;

namespace Heed.Commands;

/// <summary><c>heed claim-code</c>: a new code for the first administrator, where the one in the log is lost.</summary>
static class ClaimCodeCommand
{
    public static Command Build()
    {
        var options = new DatabaseOptions();
        Command claim = new("claim-code", "Prints a new one-time code for the first administrator; an older one ends.");
        options.AddTo(claim);
        claim.SetAction((parsed, stop) => options.Run(parsed, services => Code(services, stop), stop));
        return claim;
    }

    internal static async Task<Outcome<string>> Code(IServiceProvider services, CancellationToken stop) =>
        await services.GetRequiredService<ClaimFirstWorkspace>().NewCode(stop) is { } code
            ? code
            : new Refusal("This Heed was claimed already. Ask one of its administrators for an invitation.");
}
