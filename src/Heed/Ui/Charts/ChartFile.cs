using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Ui.Charts;

/// <summary>The drawing of a chart as a file that needs no stylesheet: for downloads, mail and slides.</summary>
public static class ChartFile
{
    /// <param name="parameters">The same that the page gives to the chart.</param>
    public static IResult Of<TChart>(IReadOnlyDictionary<string, object?> parameters)
        where TChart : IComponent =>
        new RazorComponentResult<TChart>(
            new Dictionary<string, object?>(parameters, StringComparer.Ordinal) { ["Alone"] = true }
        )
        {
            ContentType = "image/svg+xml",
        };
}
