using Microsoft.AspNetCore.Components.Forms;

namespace Heed.Ui;

/// <summary>What is wrong with a form, said once, beside the field where there is one.</summary>
static class FormFaults
{
    /// <summary>How the framework begins where it could not read what was posted: its words name types, not what to do.</summary>
    const string FrameworkSays = "The value '";

    const string Unread =
        "Something that this form carries along cannot be read. Open the page again and send it anew.";

    /// <summary>What the attributes of the request found wrong: one sentence a field, then what no field on the page is about.</summary>
    public static IReadOnlyList<FieldError> In(EditContext edit, FormFields fields)
    {
        List<FieldError> faults = [];
        HashSet<string> rest = [.. edit.GetValidationMessages()];
        foreach (var (name, kind, _, _) in fields.Shown)
        {
            var property = FormFields.Property(name);
            // Where a page has several forms, the framework keeps what it could not read under the name of the request; and what
            // stands under a key, such as “Reached[x]”, it names by the key alone.
            var last = property.Split('[', ']') is [_, var key, ..] ? key : property;
            var said = edit.GetValidationMessages(new FieldIdentifier(edit.Model, property))
                .Concat(rest.Where(s => IsFrameworks(s) && s.EndsWith($"'{last}'.", StringComparison.Ordinal)))
                .ToList();
            rest.ExceptWith(said);
            if (said.Count > 0)
                faults.Add(new(name, said.Find(s => !IsFrameworks(s)) ?? HowToWrite(kind)));
        }
        faults.AddRange(rest.Select(s => IsFrameworks(s) ? Unread : s).Distinct().Select(s => new FieldError("", s)));
        return faults;
    }

    /// <summary>A refusal beside the field that it names, where the page has that field.</summary>
    public static FieldError Of(Refusal refusal, FormFields fields) =>
        new(
            fields.Shown.FirstOrDefault(f => FormFields.Property(f.Name) == refusal.Field)?.Name ?? "",
            refusal.Because
        );

    /// <summary>What nobody of this role may send is answered as such; any other refusal is a page like the one before.</summary>
    public static void Answer(HttpContext? context, Refusal refusal)
    {
        if (
            refusal.Status == StatusCodes.Status403Forbidden
            && context is { Request: { } request }
            && HttpMethods.IsPost(request.Method)
        )
            context.Response.StatusCode = refusal.Status;
    }

    static bool IsFrameworks(string said) => said.StartsWith(FrameworkSays, StringComparison.Ordinal);

    static string HowToWrite(FieldKind kind) =>
        kind switch
        {
            FieldKind.Select or FieldKind.Radios => "Choose one of these.",
            FieldKind.Checks => "Choose some of these.",
            FieldKind.Number => "Write a number, such as 7 or 0.5.",
            FieldKind.Date => "Write a day, such as 2026-11-23.",
            _ => "This cannot be read. Write it in another way.",
        };
}
