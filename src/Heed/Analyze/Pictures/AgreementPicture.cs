namespace Heed.Analyze;

/// <summary>The ratings of each unit as dots, the most contested unit first.</summary>
static class AgreementPicture
{
    const int MostUnits = 30;

    public static string Of(AgreementFindings found, string file)
    {
        var shown = found.Units.Where(unit => unit.Unit.Ratings.Skip(1).Any()).Take(MostUnits).ToList();
        var rest = found.UnitsRatedTwice - shown.Count;
        return SvgFile.Of<RatingDots>(
            new()
            {
                ["Title"] = AgreementWords.Finding(found),
                ["Rows"] = shown
                    .Select(unit => new RatedRow(
                        unit.Unit.Name,
                        [
                            .. unit
                                .Unit.Ratings.CountBy(rating => rating)
                                .OrderBy(same => same.Key)
                                .Select(same => new RatedDot(same.Key, same.Value)),
                        ]
                    ))
                    .ToList(),
                ["Codes"] = found.Ratings.Codes,
                ["Basis"] =
                    $"{file}: {found.Count} ratings, codes taken as {AgreementWords.InWords(found.Level)}."
                    + (
                        rest > 0
                            ? $" The {shown.Count} most contested units; {rest} more are agreed upon at least as well."
                            : ""
                    ),
            }
        );
    }
}
