using System.CommandLine;
using Heed.Demo;

namespace Heed.Commands;

/// <summary><c>heed demo</c>: the web application with the sample organisation in it.</summary>
static class DemoCommand
{
    public static Command Build()
    {
        var options = new ServeOptions();
        Command demo = new(
            "demo",
            "Starts Heed with Harbor Coffee, a sample organisation, unless somebody is here already."
        );
        options.AddTo(demo);
        demo.SetAction(
            async (parsed, stop) =>
            {
                var settings = options.Settings(parsed);
                Console.WriteLine("Laying in the sample organisation. The first time takes some seconds.");
                if ((await SampleOrganisation.Lay(settings, stop)).Refused(out var refusal))
                {
                    await Console.Error.WriteLineAsync(refusal.Because);
                    return 3;
                }
                return await ServeCommand.Serve(
                    settings,
                    ready: $"Sign in as {SampleOrganisation.Email} with the password “{SampleOrganisation.Password}”.",
                    stop
                );
            }
        );
        return demo;
    }
}
