using System.Globalization;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

/// <summary>San Francisco Airport's customer survey (DataSF, open data): one person a row, with weights.</summary>
sealed class AirportSurvey
{
    readonly List<string[]> _rows;
    readonly string[] _header;

    AirportSurvey(List<string[]> rows) => (_header, _rows) = (rows[0], rows[1..]);

    public static AirportSurvey Of2017() => Of(2017);

    public static AirportSurvey Of(int year) =>
        new(Rows(File.ReadAllText(SharedData.File($"airport-survey/sfo_customer_survey_{year}.csv"))));

    public int Count => _rows.Count;

    public double?[] Answers(string column, params double[] missing) =>
        [
            .. Text(column)
                .Select(text => Number(text) is { } answer && !missing.Contains(answer) ? answer : (double?)null),
        ];

    public double[] Weights() => [.. Text("WEIGHT").Select(text => Number(text) ?? 0)];

    public IEnumerable<string> Text(string column)
    {
        var index = Array.IndexOf(_header, column);
        Assert.True(index >= 0, $"no column {column}");
        return _rows.Select(row => row[index].Trim());
    }

    public Distribution Tally(string column, Scale scale, params double[] missing)
    {
        var tally = new Tally(scale);
        foreach (var (answer, weight) in Answers(column, missing).Zip(Weights()))
            tally.Add(answer, weight);
        return tally.Distribution().Value;
    }

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    static List<string[]> Rows(string text)
    {
        List<string[]> rows = [];
        List<string> cells = [];
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r'))
                cell.Append(c);
            else if (c != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
        }
        if (cells.Count > 0)
            rows.Add([.. cells, cell.ToString()]);
        return rows;
    }
}
