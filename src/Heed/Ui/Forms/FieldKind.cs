namespace Heed.Ui;

public enum FieldKind
{
    Text,
    Number,
    Date,
    Time,
    Email,
    Password,
    Search,
    Url,
    File,
    Select,
    Paragraph,
    Radios,

    /// <summary>Several of some; its value is what is chosen, one after the other with commas between, as a form that was posted has it.</summary>
    Checks,
    Check,
}
