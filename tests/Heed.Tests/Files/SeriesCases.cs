using System.Text.Json;
using Heed.Tests.Commands.Analyze;

namespace Heed.Tests.Files;

/// <summary>A series of a file as its JSON tells it.</summary>
static class SeriesCases
{
    public static Task<JsonElement> Series(string path, string date, string value, params string[] options) =>
        Typed.Json(["analyze", "series", path, "--date", date, "--value", value, .. options]);

    public static void Band(JsonElement json, double centre, double lower, double upper, double within = 0.0006)
    {
        var band = json.GetProperty("band");
        Assert.Equal(centre, band.GetProperty("centre").GetDouble(), within);
        Assert.Equal(lower, band.GetProperty("lower").GetDouble(), within);
        Assert.Equal(upper, band.GetProperty("upper").GetDouble(), within);
    }

    /// <summary>The band that the README gives for a case: its centre and limits stand after these words.</summary>
    public static void Band(JsonElement json, string number, string after, double within = 0.0006) =>
        Band(
            json,
            SharedFiles.Right(number, after),
            SharedFiles.Right(number, after, 1),
            SharedFiles.Right(number, after, 2),
            within
        );

    public static string Notes(JsonElement json) =>
        string.Join("\n", json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
}
