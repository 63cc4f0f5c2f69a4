namespace Heed.Ui;

/// <summary>The fields that a form shows, in the order in which they are drawn, so that it knows beside which it can speak.</summary>
/// <param name="typed">What was typed into the field of that name.</param>
public sealed class FormFields(Func<string, string?> typed)
{
    readonly List<(string Name, FieldKind Kind)> _shown = [];

    public IReadOnlyList<(string Name, FieldKind Kind)> Shown => _shown;

    public string? Typed(string name) => typed(name);

    public void Show(string name, FieldKind kind)
    {
        if (_shown.TrueForAll(f => f.Name != name))
            _shown.Add((name, kind));
    }

    /// <summary>“Asked.Value” is the property Value of what is asked.</summary>
    public static string Property(string name) => name[(name.LastIndexOf('.') + 1)..];
}
