namespace Heed.Ui;

/// <summary>The fields that a form shows, in the order in which they are drawn, so that it knows beside which it can speak.</summary>
public sealed class FormFields
{
    readonly List<(string Name, FieldKind Kind)> _shown = [];

    public IReadOnlyList<(string Name, FieldKind Kind)> Shown => _shown;

    /// <summary>What was typed into a field that could not be read as what it should be.</summary>
    public Func<string, string?> Typed { get; set; } = _ => null;

    public void Show(string name, FieldKind kind)
    {
        if (_shown.TrueForAll(f => f.Name != name))
            _shown.Add((name, kind));
    }

    /// <summary>“Asked.Value” is the property Value of what is asked.</summary>
    public static string Property(string name) => name[(name.LastIndexOf('.') + 1)..];
}
