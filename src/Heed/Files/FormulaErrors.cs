namespace Heed.Files;

/// <summary>What a spreadsheet shows where a formula has no value: a fault to look at, and nobody's answer.</summary>
static class FormulaErrors
{
    /// <summary>ECMA-376 part 1, 18.17.3, and the two that came later. “#N/A” is a word for no answer already.</summary>
    static readonly string[] All = ["#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"];

    public static bool Hold(string cell) => All.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase);
}
