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
    Check,
}
