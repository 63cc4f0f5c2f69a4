using System.Text;

namespace Heed.Waste;

/// <summary>The place of a requirement in its source, so that “ac-2.1”, “AC-2(1)” and “AC-02(01)” are one.</summary>
static class RequirementClause
{
    public static string Key(string clause)
    {
        var key = new StringBuilder(clause.Length);
        var begins = true;
        foreach (var sign in clause)
        {
            if (!char.IsLetterOrDigit(sign))
                begins = true;
            else if (sign != '0' || !begins)
            {
                if (begins && key.Length > 0)
                    key.Append('.');
                key.Append(char.ToLowerInvariant(sign));
                begins = false;
            }
        }
        return key.ToString();
    }
}
