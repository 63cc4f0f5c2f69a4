using System.Text.RegularExpressions;

namespace Heed.Listen;

/// <summary>A column that is one of several of a question: what was asked, and the option or the row that it stands for.</summary>
/// <param name="Question">What all of them share.</param>
/// <param name="Option">What is this one's own.</param>
sealed partial record AskedColumn(string Question, string Option)
{
    const string Dash = " – ";

    /// <summary>Null where the column is a question of its own.</summary>
    public static AskedColumn? Of(FileColumn column) =>
        Parted(column.Name)
        ?? (column.Text == column.Name ? null : Parted(column.Text))
        ?? (
            Bracketed().Match(column.Name) is { Success: true } found
                ? new(found.Groups[1].Value, found.Groups[2].Value)
                : null
        );

    static AskedColumn? Parted(string name) =>
        name.IndexOf(Dash, StringComparison.Ordinal) is var at and > 0 && at + Dash.Length < name.Length
            ? new(name[..at], name[(at + Dash.Length)..])
            : null;

    /// <summary>Columns beside each other that share a question, each with its option. A dash may stand in the question itself.</summary>
    public static IEnumerable<(string Question, IReadOnlyList<(int Column, string Option)> Options)> Groups(
        IReadOnlyList<FileColumn> columns
    )
    {
        for (var i = 0; i < columns.Count; )
        {
            if (Of(columns[i]) is not { } first)
            {
                i++;
                continue;
            }
            List<(int Column, string Option)> options = [(i, first.Option)];
            while (++i < columns.Count && Of(columns[i]) is { } next && next.Question == first.Question)
                options.Add((i, next.Option));
            var question = first.Question;
            while (
                options.Count > 1
                && Parted(options[0].Option) is { } longer
                && options.TrueForAll(o => o.Option.StartsWith(longer.Question + Dash, StringComparison.Ordinal))
            )
            {
                question += Dash + longer.Question;
                options = options.ConvertAll(o => (o.Column, o.Option[(longer.Question.Length + Dash.Length)..]));
            }
            yield return (question, options);
        }
    }

    /// <summary>“Other (please specify)” in the main languages.</summary>
    public static bool IsOther(string option) => Other().IsMatch(option);

    /// <summary>It reads as a question: such a column is answered, and does not say who somebody is.</summary>
    public static bool Asks(FileColumn column) =>
        column.Name.Contains('?', StringComparison.Ordinal)
        || column.Text.Contains('?', StringComparison.Ordinal)
        || Of(column) is not null
        || column.Name.Count(c => c == ' ') >= 4;

    [GeneratedRegex(@"^(.+?)\s*\[([^\[\]]{1,300})\]$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^(other|others|sonstig|ander|autre|altr|otr[oa]|outr[oa]|overig|inn[ey])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Other();
}
