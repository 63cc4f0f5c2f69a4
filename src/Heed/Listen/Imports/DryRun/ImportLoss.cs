namespace Heed.Listen;

/// <summary>
/// How much of a file falls out, and which answers: half the best marks may be the rows that could not be read, and a score
/// of what survives would look like a score of all.
/// </summary>
static class ImportLoss
{
    /// <summary>Fewer rows than this, or of one answer, are errors of single persons.</summary>
    const int Few = 5;
    const double FewPercent = 1;

    /// <summary>What is lost, as one problem; null where it is a few rows of many.</summary>
    public static Problem? Of(ImportReport report)
    {
        // What is here already with other answers is not lost.
        var here = report.Problems.Where(p => p.Kind is ProblemKind.KnownWithOtherAnswers).Sum(p => p.Count);
        var (lost, rows) = (report.Rejected - here, report.Rows - report.Known - report.LeftOut - here);
        var answers = report
            .Problems.Where(p =>
                p.Kind
                    is ProblemKind.NotOnScale
                        or ProblemKind.NotANumber
                        or ProblemKind.NoNumber
                        or ProblemKind.OneSide
            )
            .OrderByDescending(p => p.Count)
            .ToList();
        var oneAnswer = answers is [{ Count: >= Few }, ..];
        if (lost < Few || (lost * 100 < rows * FewPercent && !oneAnswer))
            return null;
        var most = lost * 2 > rows;
        var which = Format.List([.. answers.Where(p => p.Value.Length > 0).Take(4).Select(Named)]);
        return new(
            most ? ProblemKind.MostFallOut : ProblemKind.Loss,
            "",
            "",
            lost,
            report.Problems.Min(p => p.FirstRow),
            $"{Format.Count(lost)} of {Format.Count(rows, "row")} would fall out"
                + (which.Length > 0 ? $", among them {which}." : "."),
            most
                ? "These are most of the file, so nothing is taken in. Repair what is said below first."
                : $"A score of the other {Format.Count(rows - lost)} would not be a score of all. Repair what is said below, or take in the others knowing that."
        );
    }

    static string Named(Problem problem) =>
        $"“{Format.Shortened(problem.Value, 40)}” in “{Format.Shortened(problem.Column, 40)}” ({Format.Times(problem.Count)})";
}
