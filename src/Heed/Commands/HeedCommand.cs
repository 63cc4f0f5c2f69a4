using System.CommandLine;

namespace Heed.Commands;

/// <summary>The verbs of the one binary.</summary>
static class HeedCommand
{
    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand(
            "Heed turns what customers and frontline people say into outcomes that provably move."
        )
        {
            ServeCommand.Build(),
            DemoCommand.Build(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
