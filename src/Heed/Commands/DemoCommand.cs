using System.CommandLine;
using Heed.Demo;
using Heed.Storage;

namespace Heed.Commands;

/// <summary><c>heed demo</c>: the web application with the sample organisation in it.</summary>
static class DemoCommand
{
    public static Command Build()
    {
        var options = new ServeOptions();
        Command demo = new(
            "demo",
            "Starts Heed with Harbor Coffee, a sample organisation. Where an organisation of your own is, it does not start."
        );
        Option<bool> orServe = new("--or-serve")
        {
            Description = "Where an organisation of your own is, starts that, as “heed serve” does.",
        };
        options.AddTo(demo);
        demo.Options.Add(orServe);
        demo.SetAction(
            (parsed, stop) =>
            {
                var settings = options.Settings(parsed);
                return ServeCommand.Serve(
                    settings,
                    stop,
                    (here, stop) => Sample(settings, parsed.GetValue(orServe), here, stop)
                );
            }
        );
        return demo;
    }

    /// <summary>What to say once it is ready; nothing where it starts an organisation of one's own.</summary>
    internal static async Task<Outcome<string>> Sample(
        string[] settings,
        bool orServe,
        HeedDb here,
        CancellationToken stop
    )
    {
        if (await here.Workspaces.AnyAsync(w => w.SampleSince == null, stop))
            return orServe
                ? ""
                : new Refusal("An organisation of your own is here, not the sample. Start it with “heed serve”.");
        if (!await here.Workspaces.AnyAsync(stop))
        {
            Console.WriteLine("Laying in the sample organisation. The first time takes some seconds.");
            if ((await SampleOrganisation.Lay(settings, stop)).Refused(out var refusal))
                return refusal;
        }
        return $"Sign in as {SampleOrganisation.Email} with the password “{SampleOrganisation.Password}”.";
    }
}
