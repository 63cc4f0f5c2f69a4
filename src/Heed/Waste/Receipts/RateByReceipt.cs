using System.ComponentModel.DataAnnotations;
using Heed.Storage;

namespace Heed.Waste;

public sealed class RatingRequest
{
    [Required(ErrorMessage = "Type the code of the receipt.")]
    [StringLength(100, ErrorMessage = "Use at most 100 characters.")]
    public string? Code { get; set; }

    [Required(ErrorMessage = "Choose “Fair enough” or “Still stupid”.")]
    public ReasonRating? Rating { get; set; }
}

/// <summary>Says what whoever nominated thinks of the written reason. No line of the journal: it would say when they did.</summary>
public sealed class RateByReceipt(HeedDb db, FindByReceipt find)
{
    public async Task<Outcome<Done>> Run(RatingRequest asked, CancellationToken stop)
    {
        if (await find.Find(asked.Code, stop) is not { } nomination)
            return FindByReceipt.NotOpen;
        if (nomination.Rate(asked.Rating!.Value).Refused(out var refusal))
            return refusal;
        await db.SaveChangesAsync(stop);
        return new Done();
    }
}
