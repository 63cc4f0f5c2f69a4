using Heed.Analytics.Text;
using Heed.Analytics.Text.Themes;

namespace Heed.Analytics.Tests.Text.Themes;

/// <summary>BANKING77 (Casanueva and others 2020): 13,083 short queries of 77 intents.</summary>
public class BankingThemesTests
{
    static (List<string> Remarks, List<int> Intents) Queries()
    {
        var (remarks, intents, names) = (new List<string>(), new List<int>(), new List<string>());
        foreach (var file in new[] { "short-queries/train.csv", "short-queries/test.csv" })
        foreach (var row in Rows(File.ReadAllText(SharedData.File(file))).Skip(1))
        {
            if (!names.Contains(row[1]))
                names.Add(row[1]);
            remarks.Add(row[0]);
            intents.Add(names.IndexOf(row[1]));
        }
        return (remarks, intents);
    }

    static IEnumerable<List<string>> Rows(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in text)
            if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n'))
                cell.Append(c is '\r' ? ' ' : c);
            else
            {
                row.Add(cell.ToString().Trim());
                cell.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
    }

    [Fact] // methods: one run .730/.512, eight runs .744/.543; the acceptance command runs all eight.
    public void Themes_of_short_queries_are_their_intents()
    {
        var (remarks, intents) = Queries();
        var reader = ThemeReader.For("en", RealModels.Here(), remarks);
        // Ids ascend with the places.
        var terms = reader.Terms([.. remarks.Select((_, i) => new Guid(i, 0, 0, new byte[8]))], remarks).Value;
        var learnt = ThemeModel.Learn(terms, new(77) { Runs = 2 }).Value;
        Assert.InRange(Agreement.Information(learnt.Themes, intents), .70, 1);
        Assert.InRange(Agreement.Accuracy(learnt.Themes, intents), .48, 1);
    }
}
