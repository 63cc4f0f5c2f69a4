namespace Heed.Kit;

/// <summary>What tells one form that was drawn from every other, so that it is carried out once however often it is sent.</summary>
public sealed class FormKey
{
    public const string Field = "_once";

    public static string New() => Id<FormKey>.Random().ToString();
}
