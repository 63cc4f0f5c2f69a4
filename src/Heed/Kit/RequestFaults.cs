using System.ComponentModel.DataAnnotations;

namespace Heed.Kit;

/// <summary>What the attributes of a request find wrong, where no form and no door of the API has asked them.</summary>
public static class RequestFaults
{
    public static IEnumerable<Refusal> Of(object asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(asked, new(asked), faults, validateAllProperties: true);
        return faults.Select(fault => new Refusal(fault.ErrorMessage!).At(fault.MemberNames.First()));
    }
}
