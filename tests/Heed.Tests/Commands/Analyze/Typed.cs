using System.CommandLine;
using System.Text.Json;
using Heed.Commands;

namespace Heed.Tests.Commands.Analyze;

/// <summary>What the command line said to one line that was typed.</summary>
sealed record Typed(int Code, string Output, string Errors)
{
    public static async Task<Typed> Heed(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await HeedCommand.Run(arguments, new InvocationConfiguration { Output = output, Error = errors });
        return new(code, output.ToString(), errors.ToString());
    }

    /// <summary>The same with <c>--json</c>, which must have been answered.</summary>
    public static async Task<JsonElement> Json(params string[] arguments)
    {
        var said = await Heed([.. arguments, "--json"]);
        Assert.Equal("", said.Errors);
        Assert.Equal(0, said.Code);
        return JsonDocument.Parse(said.Output).RootElement;
    }

    /// <summary>A refusal: code 2, one sentence on the error stream, nothing on the output, never a stack trace.</summary>
    public static async Task<string> Refused(params string[] arguments)
    {
        var said = await Heed(arguments);
        Assert.Equal(2, said.Code);
        Assert.Equal("", said.Output);
        Assert.DoesNotContain("   at ", said.Errors, StringComparison.Ordinal);
        return said.Errors.TrimEnd();
    }
}
