namespace Heed.Ui;

/// <summary>The fields that a form shows, in the order in which they are drawn, so that it knows beside which it can speak.</summary>
public sealed class FormFields
{
    readonly List<ShownField> _shown = [];

    public IReadOnlyList<ShownField> Shown => _shown;

    /// <summary>What was typed into a field that could not be read as what it should be.</summary>
    public Func<string, string?> Typed { get; set; } = _ => null;

    public void Show(ShownField field)
    {
        if (_shown.TrueForAll(f => f.Name != field.Name))
            _shown.Add(field);
    }

    /// <summary>“Asked.Value” is the property Value of what is asked.</summary>
    public static string Property(string name) => name[(name.LastIndexOf('.') + 1)..];
}

/// <summary>One field as it stands on the page.</summary>
public sealed record ShownField(string Name, FieldKind Kind, string Label, IReadOnlyList<Choice> Options);
