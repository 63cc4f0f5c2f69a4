namespace Heed.Ui;

/// <summary>The fields that a form shows, in the order in which they are drawn, so that it knows beside which it can speak.</summary>
/// <param name="typed">What was typed into the field of that name.</param>
public sealed class FormFields(Func<string, string?> typed)
{
    readonly List<ShownField> _shown = [];

    public IReadOnlyList<ShownField> Shown => _shown;

    public string? Typed(string name) => typed(name);

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
