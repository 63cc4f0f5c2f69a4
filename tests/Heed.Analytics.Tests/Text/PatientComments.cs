using System.Text;
using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

/// <summary>Comments of patients of an English trust with sentiment by readers (MIT; in tests only, never shown).</summary>
static class PatientComments
{
    const int Answer = 8;
    const int Felt = 10;

    /// <summary>1 and 2 of five count as positive, 4 and 5 as negative.</summary>
    public static List<(string Remark, Sentiment Sentiment)> All() =>
        [
            .. from row in Rows(File.ReadAllText(SharedData.File("patient-comments/comments.csv")))
            where row.Count > Felt && row[Answer].Length > 0 && row[Felt] is ['1' or '2' or '3' or '4' or '5']
            let felt = row[Felt][0] - '0'
            select (
                row[Answer],
                felt < 3 ? Sentiment.Positive
                : felt > 3 ? Sentiment.Negative
                : Sentiment.Neutral
            ),
        ];

    static IEnumerable<List<string>> Rows(string text)
    {
        List<string> cells = [];
        var (cell, quoted) = (new StringBuilder(), false);
        foreach (var c in text)
            if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r'))
                cell.Append(c);
            else if (c != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return cells;
                    cells = [];
                }
            }
    }
}
