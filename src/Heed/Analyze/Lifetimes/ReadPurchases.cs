using Heed.Analytics.Lifetime;

namespace Heed.Analyze;

/// <summary>A customer, when they bought, and what for.</summary>
readonly record struct Buyer(string Name, PurchaseHistory History, Spending Spent);

/// <summary>The customers of a file.</summary>
/// <param name="HasSpending">Whether it was asked what they spent.</param>
sealed record Buyers(IReadOnlyList<Buyer> All, bool HasSpending)
{
    /// <summary>The same purchases cut in two; empty where the file says only how many each customer made.</summary>
    public CutPurchases? Cut { get; init; }
}

/// <summary>Purchases cut by a day: what was known of each customer by then, and what came after.</summary>
/// <param name="Time">How long the time after lasts, in the unit of the model.</param>
sealed record CutPurchases(
    DateOnly Last,
    double Before,
    double Time,
    IReadOnlyCollection<(PurchaseHistory Before, int After)> Customers
);

/// <summary>Reads customers, one a row, or makes them of purchases.</summary>
static class ReadPurchases
{
    const string Numbers = "Write a number there, or leave the cell blank.";

    public static Outcome<Buyers> Run(
        DataFile file,
        LifetimeAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    ) =>
        ask.Purchases is { } columns
            ? OfPurchases(file, ask, columns, progress, stop)
            : OfCustomers(file, ask, progress, stop);

    static Outcome<Buyers> OfCustomers(DataFile file, LifetimeAsk ask, ReadingProgress progress, CancellationToken stop)
    {
        var (frequency, recency, age) = ask.Customers!.Value;
        string[] names = [frequency, recency, age, .. new[] { ask.Spend }.OfType<string>()];
        if (file.Columns(names).Refused(out var refusal, out var columns))
            return refusal;
        if (file.Columns([.. new[] { ask.Name }.OfType<string>()]).Refused(out refusal, out var named))
            return refusal;
        if (
            ReadColumns
                .Run(file, columns, named, new(file, ask.Missing), Numbers, progress, stop)
                .Refused(out refusal, out var read)
        )
            return refusal;
        var buyers = new List<Buyer>();
        var incomplete = 0;
        for (var row = 0; row < read.Rows.Length; row++)
        {
            var (repeats, last, watched) = (read.Numbers[0][row], read.Numbers[1][row], read.Numbers[2][row]);
            if (double.IsNaN(repeats + last + watched))
            {
                incomplete++;
                continue;
            }
            if (WhyImpossible(repeats, last, watched) is { } because)
                return new Refusal(
                    $"Row {read.Rows[row]}: {Format.Typed(repeats)} in “{file.ColumnName(columns[0])}”, {Format.Typed(last)} in “{file.ColumnName(columns[1])}”, {Format.Typed(watched)} in “{file.ColumnName(columns[2])}”: {because} Correct the row, or look whether two columns are mixed up."
                );
            var spent = ask.Spend is null || !(read.Numbers[3][row] > 0) ? 0 : read.Numbers[3][row];
            if (ask.Spend is not null && read.Numbers[3][row] < 0)
                return new Refusal(
                    $"Row {read.Rows[row]}, column “{file.ColumnName(columns[3])}”: {Format.Typed(read.Numbers[3][row])} is below zero. Leave refunds out of the mean."
                );
            buyers.Add(
                new(
                    named.Length > 0 && read.Words[0][row] is { Length: > 0 } name ? name : $"row {read.Rows[row]}",
                    new((int)repeats, last, watched),
                    new(spent > 0 ? (int)repeats : 0, spent)
                )
            );
        }
        if (incomplete > 0)
            file.Notes.Add(
                $"{Format.Count(incomplete, "customer has", "customers have")} a gap in one of the columns and {Format.Plural(incomplete, "is", "are")} left out."
            );
        return new Buyers(buyers, ask.Spend is not null);
    }

    static string? WhyImpossible(double repeats, double last, double watched) =>
        repeats < 0 || repeats != Math.Floor(repeats) || repeats > int.MaxValue
            ? "a number of purchases is whole, 0 or more."
        : last < 0 || watched < 0 ? "time is counted from the first purchase, from 0 on."
        : last > watched ? "the last purchase lies after the end of watching."
        : repeats == 0 && last > 0 ? "without a second purchase there is no last one; write 0."
        : repeats > 0 && last == 0 ? "a second purchase comes after the first; its time cannot be 0."
        : null;

    static Outcome<Buyers> OfPurchases(
        DataFile file,
        LifetimeAsk ask,
        (string Customer, string Date) columns,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Columns([columns.Customer, columns.Date]).Refused(out var refusal, out var words))
            return refusal;
        if (file.Columns([.. new[] { ask.Amount }.OfType<string>()]).Refused(out refusal, out var amounts))
            return refusal;
        if (
            ReadColumns
                .Run(file, amounts, words, new(file, ask.Missing), Numbers, progress, stop)
                .Refused(out refusal, out var read)
        )
            return refusal;
        if (
            ColumnDates
                .Of(
                    read.Words[1].Zip(read.Rows),
                    ask.DateOrder,
                    file.ColumnName(words[1]),
                    () => DateWriters.Column(file.Shape, file.Csv, words[1])
                )
                .Refused(out refusal, out var dates)
        )
            return refusal;
        file.Notes.AddRange(dates.Notes);
        var bought = new GatherPurchases(file, ask);
        for (var row = 0; row < read.Rows.Length; row++)
        {
            var (who, when) = (read.Words[0][row], read.Words[1][row]);
            if (who.Length == 0)
            {
                bought.AddNobody();
                continue;
            }
            if (when.Length == 0)
                return new Refusal(
                    $"Row {read.Rows[row]} has no date in column “{file.ColumnName(words[1])}”. Fill it in, or remove the row."
                );
            if (dates.IsStandIn(when))
                continue;
            if (SeriesDates.Read(when, dates) is not { } dated)
                return new Refusal(
                    $"Row {read.Rows[row]}, column “{file.ColumnName(words[1])}”: {DataFile.Quoted(when)} is not a date. Write dates as {SeriesDates.Forms}."
                );
            bought.Add(who, dated.First, amounts.Length == 0 ? null : read.Numbers[0][row]);
        }
        return bought.Count == 0 && read.Rows.Length > 0
            ? new Refusal(
                $"No row of {file.Name} has a customer in column “{file.ColumnName(words[0])}”, so nobody's purchases can be followed. Name the column that holds them."
            )
            : bought.Buyers();
    }
}
