namespace Heed.Files;

/// <summary>How somebody says that a file is to be read; what is null or empty is found out from the file.</summary>
sealed record FileReading
{
    public static readonly FileReading FoundOut = new();

    public int? HeaderRows { get; init; }

    /// <summary>Rows above the header that belong to no table.</summary>
    public int? RowsAbove { get; init; }

    /// <summary>Rows at the end that look like totals are answers.</summary>
    public bool KeepTotals { get; init; }

    /// <summary>The sheet of a workbook; null for the first one that holds a table.</summary>
    public string? Sheet { get; init; }

    /// <summary>What it is called in sentences, where the name of the file does not say.</summary>
    public string? Name { get; init; }

    /// <summary>The sign between cells, where it is known.</summary>
    public char? Delimiter { get; init; }
    public IReadOnlyList<RowFilter> Where { get; init; } = [];

    /// <summary>What “&lt;1” counts as; null where it is not said, and such a cell is no number.</summary>
    public Censored? Censored { get; init; }
}
