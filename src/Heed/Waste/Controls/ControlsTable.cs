using System.ComponentModel.DataAnnotations;
using Heed.Files;

namespace Heed.Waste;

/// <summary>What demands a control, as a row of a table says it.</summary>
public sealed record DemandedBy(string Name, string? Source, string? Clause, Binding? Binding);

/// <summary>A control of a table: the rows of one name, each perhaps with another requirement.</summary>
/// <param name="Line">The row on which it begins.</param>
/// <param name="Says">What is said of it, as the form would ask.</param>
/// <param name="Demands">What demands it.</param>
public sealed record TypedControl(int Line, ControlRequest Says, IReadOnlyList<DemandedBy> Demands);

/// <summary>Controls read from delimited text: the first row names the columns.</summary>
public static class ControlsTable
{
    public const int MostControls = 1_000;
    const int ProblemsNamed = 5;
    const string NotSaid = "The table it came from does not say why.";

    static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["control"] = "control",
        ["name"] = "control",
        ["asks"] = "asks",
        ["what people must do"] = "asks",
        ["description"] = "asks",
        ["why"] = "why",
        ["reason"] = "why",
        ["purpose"] = "why",
        ["works"] = "works",
        ["evidence"] = "works",
        ["requirement"] = "requirement",
        ["demanded by"] = "requirement",
        ["source"] = "source",
        ["clause"] = "clause",
        ["reference"] = "clause",
        ["binding"] = "binding",
        ["held by"] = "binding",
        ["watched from"] = "since",
        ["since"] = "since",
        ["cases"] = "cases",
    };

    static readonly Dictionary<string, Binding> Bindings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["law"] = Binding.Law,
        ["regulation"] = Binding.Law,
        ["contract"] = Binding.Contract,
        ["standard"] = Binding.Standard,
        ["own policy"] = Binding.OwnPolicy,
        ["policy"] = Binding.OwnPolicy,
        ["habit"] = Binding.Habit,
    };

    public static Outcome<IReadOnlyList<TypedControl>> Read(string text)
    {
        if (TypedRows.Of(text).Refused(out var refusal, out var typed))
            return refusal;
        if (typed.All.Count < 2)
            return new Refusal("The table has no row below its head. Give one row a control, under control and asks.");
        if (Columns(typed.All[0].Cells).Refused(out refusal, out var at))
            return refusal;
        if (typed.Beyond(typed.All[0].Cells.Length) is { } beyond)
            return beyond;
        var rows = typed.All.Skip(1).ToList();
        var since = rows.Where(r => Cell(r.Cells, "since").Length > 0)
            .Select(r => (Cell(r.Cells, "since"), (long)r.Line));
        if (DateReading.Of(since).Refused(out refusal, out var dates))
            return refusal;
        var numbers = NumberEvidence.Of(rows.Select(r => Cell(r.Cells, "cases")), typed.Delimiter);
        List<string> problems = [];
        Dictionary<string, TypedControl> controls = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, cells) in rows)
            if (Take(line, cells) is { } problem)
                problems.Add($"Row {line} {problem}");
        if (controls.Count > MostControls)
            return new Refusal(
                $"The table has more than {Format.Count(MostControls, "control")}. Bring it in in parts."
            );
        if (problems.Count > 0)
            return new Refusal(
                string.Join(' ', problems.Take(ProblemsNamed))
                    + (
                        problems.Count > ProblemsNamed
                            ? $" And {Format.Count(problems.Count - ProblemsNamed, "more row")} like these."
                            : ""
                    )
            );
        return controls.Values.ToList();

        string Cell(string[] cells, string name) => at.TryGetValue(name, out var i) && i < cells.Length ? cells[i] : "";

        string? Take(int line, string[] cells)
        {
            var name = Cell(cells, "control");
            if (name.Length == 0)
                return "names no control.";
            Binding? binding = null;
            if (Cell(cells, "binding") is { Length: > 0 } held)
            {
                if (!Bindings.TryGetValue(held, out var found))
                    return $"is held by “{Format.Shortened(held)}”. Write law, contract, standard, own policy or habit.";
                binding = found;
            }
            var (source, clause) = (Kept(Cell(cells, "source")), Kept(Cell(cells, "clause")));
            var demands =
                Kept(Cell(cells, "requirement")) ?? Kept(string.Join(", ", new[] { source, clause }.OfType<string>()));
            if (
                demands?.Length > Requirement.LongestName
                || source?.Length > Requirement.LongestSource
                || clause?.Length > Requirement.LongestClause
            )
                return "has a requirement that is too long: its name and its clause have at most 200 characters, its source 300.";
            if (!controls.TryGetValue(name, out var control))
            {
                if (Says(cells, name, out var says) is { } odd)
                    return odd;
                controls[name] = control = new(line, says, []);
            }
            if (demands is not null)
                controls[name] = control with { Demands = [.. control.Demands, new(demands, source, clause, binding)] };
            return null;
        }

        string? Says(string[] cells, string name, out ControlRequest says)
        {
            says = new()
            {
                Name = name,
                Asks = Cell(cells, "asks"),
                Reason = Kept(Cell(cells, "why")) ?? NotSaid,
                Works = Kept(Cell(cells, "works")),
            };
            if (Cell(cells, "since") is { Length: > 0 } day)
            {
                if (dates.Read(day) is not { } on)
                    return $"is watched from “{Format.Shortened(day)}”, which is no day. Write days as 2026-03-02.";
                says.WatchedFrom = on;
            }
            if (Cell(cells, "cases") is { Length: > 0 } cases)
            {
                if (!numbers.TryRead(cases, out var count) || count != Math.Truncate(count) || Math.Abs(count) > 1e9)
                    return $"has “{Format.Shortened(cases)}” cases, which is no whole number.";
                says.Cases = (long)count;
            }
            List<ValidationResult> faults = [];
            // Whose it is, is chosen for the whole table.
            if (!Validator.TryValidateObject(says, new(says), faults, validateAllProperties: true))
                return faults.Find(f => !f.MemberNames.Contains(nameof(says.Team))) is { } fault
                    ? $"(“{Format.Shortened(name)}”): {fault.ErrorMessage}"
                    : null;
            return null;
        }
    }

    static string? Kept(string cell) => cell.Length == 0 ? null : cell;

    static Outcome<Dictionary<string, int>> Columns(string[] head)
    {
        Dictionary<string, int> at = [];
        for (var i = 0; i < head.Length; i++)
            if (Known.TryGetValue(head[i].Replace('_', ' '), out var meaning) && !at.TryAdd(meaning, i))
                return new Refusal(
                    $"Two columns of the head mean the {meaning}: “{head[at[meaning]]}” and “{head[i]}”. Keep one."
                );
        foreach (var needed in (string[])["control", "asks"])
            if (!at.ContainsKey(needed))
                return new Refusal(
                    $"Row 1 names no column “{needed}”; it says: {Format.Shortened(string.Join(", ", head))}. Name the columns control and asks, and if you like why, works, requirement, source, clause, binding, watched from and cases."
                );
        return at;
    }
}
