using System.Text;

namespace Heed.Ui;

/// <summary>Names for the document: stable from one rendering to the next, so that links and tests may hold them.</summary>
public static class Names
{
    public static string Id(string kind, string text)
    {
        var name = new StringBuilder(kind);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                name.Append(char.ToLowerInvariant(letter));
            else if (name[^1] != '-')
                name.Append('-');
            if (name.Length > 60)
                break;
        }
        return name.ToString().TrimEnd('-');
    }

    /// <summary>The id of a form field, from its name: "Asked.Value" is "field-asked-value".</summary>
    public static string Field(string name) => Id("field-", name);
}
