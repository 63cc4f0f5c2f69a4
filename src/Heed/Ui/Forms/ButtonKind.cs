namespace Heed.Ui;

/// <summary>One First on a page; Danger for what removes something.</summary>
public enum ButtonKind
{
    Plain,
    First,
    Danger,
    Quiet,
}

public static class ButtonKindClasses
{
    public static string? Class(this ButtonKind kind) =>
        kind switch
        {
            ButtonKind.First => "first",
            ButtonKind.Danger => "danger",
            ButtonKind.Quiet => "quiet",
            _ => null,
        };
}
