using System.Text;

namespace Heed.Files;

/// <summary>Rows of an export that are no answers of people, and those that were broken off, by the columns that survey tools write.</summary>
static class GuessLeftOut
{
    const int Rows = 3000;

    /// <summary>
    /// Qualtrics (Status 1 and 2 are a preview and a test, 8 is spam), SurveyMonkey, Alchemer, Microsoft Forms and our own
    /// gathering: a word that says preview, test or spam in a column that says what became of the response.
    /// </summary>
    static readonly (string[] Names, string[] Values)[] NoAnswers =
    [
        (
            [
                "status",
                "response type",
                "responsetype",
                "response status",
                "antworttyp",
                "distributionchannel",
                "channel",
            ],
            [
                "survey preview",
                "survey test",
                "preview",
                "test",
                "test response",
                "spam",
                "test data",
                "testing",
                "vorschau",
                "umfragevorschau",
                "umfragetest",
            ]
        ),
        (["status", "antworttyp"], ["1", "2", "8", "9", "12", "16", "17"]),
        (["disposition"], ["test", "preview", "disqualified", "screened out", "bot"]),
        (["is test", "istest", "test", "test mode"], ["1", "true", "yes", "ja", "test"]),
    ];

    /// <summary>Broken off: they count as far as they were answered, unless somebody leaves them out.</summary>
    static readonly (string[] Names, string[] Values)[] Unfinished =
    [
        (["finished", "completed", "complete", "beendet", "abgeschlossen"], ["false", "0", "no", "nein", "falsch"]),
        (
            ["status", "response status", "disposition"],
            ["partial", "incomplete", "in progress", "partially completed", "abandoned"]
        ),
    ];

    public static (IReadOnlyList<RowFilter> NoAnswers, IReadOnlyList<RowFilter> Unfinished) Of(
        string path,
        FileShape shape
    )
    {
        List<(string Column, int Cell)> asked =
        [
            .. shape
                .Columns.Select((c, i) => (c.Name, i))
                .Where(c => NoAnswers.Concat(Unfinished).Any(k => k.Names.Contains(FoldedText.Of(c.Name)))),
        ];
        if (asked.Count == 0)
            return ([], []);
        var values = asked.ToDictionary(a => a.Column, _ => new Dictionary<string, int>(StringComparer.Ordinal));
        using var reader = shape.Open(path);
        for (var row = 0; row < Rows && reader.Read(); row++)
            foreach (var (column, cell) in asked)
                if (cell < reader.Cells && !CellText.Trimmed(reader[cell]).IsEmpty)
                {
                    var value = Encoding.UTF8.GetString(CellText.Trimmed(reader[cell]));
                    values[column][value] = values[column].GetValueOrDefault(value) + 1;
                }
        return (Found(NoAnswers), Found(Unfinished));

        List<RowFilter> Found((string[] Names, string[] Values)[] kinds) =>
            [
                .. asked
                    .Select(a => new RowFilter(
                        a.Column,
                        [
                            .. values[a.Column]
                                .Keys.Where(value =>
                                    // A column in which all rows say so says nothing.
                                    values[a.Column].Count > 1
                                    && kinds.Any(k =>
                                        k.Names.Contains(FoldedText.Of(a.Column))
                                        && k.Values.Contains(FoldedText.Of(value))
                                    )
                                ),
                        ]
                    ))
                    .Where(f => f.Values.Count > 0),
            ];
    }
}
