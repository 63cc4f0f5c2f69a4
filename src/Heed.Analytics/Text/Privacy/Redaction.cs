using System.Text;

namespace Heed.Analytics.Text;

/// <summary>
/// Removes personal data from remarks before they are shown or stored for display: e-mail addresses, @names, bank accounts,
/// cards, telephone numbers, reference numbers, and names after a word that announces one.
/// </summary>
/// <remarks>
/// It works by patterns and check digits, so it is no promise. A name without a cue (“Priya was lovely”) is not found, nor
/// is an address or a telling story: read remarks before you publish them. Dates, times and amounts stay.
/// </remarks>
public static class Redaction
{
    /// <summary>The remark without the personal data that were found.</summary>
    /// <param name="remark">Any text.</param>
    public static Redacted Of(string remark)
    {
        ArgumentNullException.ThrowIfNull(remark);
        var found = PersonalFinds.In(remark);
        if (found.Count == 0)
            return new(remark, []);
        var text = new StringBuilder(remark.Length);
        List<Removed> removed = [];
        var at = 0;
        foreach (var (kind, start, length) in found)
        {
            text.Append(remark, at, start - at);
            var mark = Mark(kind);
            removed.Add(new(kind, text.Length, mark.Length));
            text.Append(mark);
            at = start + length;
        }
        return new(text.Append(remark, at, remark.Length - at).ToString(), removed);
    }

    /// <summary>What stands in the place of something that was removed: “[e-mail]”.</summary>
    /// <param name="kind">What was removed.</param>
    public static string Mark(PersonalData kind) =>
        kind switch
        {
            PersonalData.Email => "[e-mail]",
            PersonalData.Handle => "[@name]",
            PersonalData.Iban => "[bank account]",
            PersonalData.Card => "[card]",
            PersonalData.Phone => "[phone]",
            PersonalData.Reference => "[number]",
            PersonalData.Name => "[name]",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
