using Heed.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

static class SampleChoices
{
    /// <summary>A question with options, as it is counted now.</summary>
    public static Task<CountedQuestion> Choice(this World world, Cast who, string question, string survey = "Guests") =>
        world.As(
            who,
            async s =>
                SampleImports.Given(
                    await s.GetRequiredService<ReadChoices>().Of(await s.SurveyCalled(survey), question, default)
                )
        );

    /// <summary>“App 44, Branch 44”, hidden ones as such, by name.</summary>
    public static string InShort(this CountedQuestion counted) =>
        string.Join(
            ", ",
            counted
                .Options.OrderBy(o => o.Name, StringComparer.Ordinal)
                .Select(o => $"{o.Name} {(o.Share.IsGiven ? $"{o.Share.Value.Distribution.CountOf(1)}" : "hidden")}")
        );
}
