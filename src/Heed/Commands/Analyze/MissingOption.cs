using System.CommandLine;

namespace Heed.Commands;

/// <summary>The option that names codes for “no answer”; every verb that reads answers has it.</summary>
static class MissingOption
{
    public static Option<string?> New() =>
        new("--missing")
        {
            HelpName = "0,6",
            Description = "Codes that mean “no answer” or “not applicable”, with commas between. A blank always does.",
        };
}
