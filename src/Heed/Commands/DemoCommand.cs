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
            (parsed, stop) =>
            {
                var settings = options.Settings(parsed);
                return ServeCommand.Serve(
                    settings,
                    ready: $"Sign in as {SampleOrganisation.Email} with the password “{SampleOrganisation.Password}”.",
                    stop,
                    whereNobodyIs: () =>
                    {
                        Console.WriteLine("Laying in the sample organisation. The first time takes some seconds.");
                        return SampleOrganisation.Lay(settings, stop);
                    }
                );
            }
        );
        return demo;
    }
}
