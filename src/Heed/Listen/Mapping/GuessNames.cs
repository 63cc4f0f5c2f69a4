using System.Text.RegularExpressions;

namespace Heed.Listen;

/// <summary>What the name of a column says of its meaning, in the main languages.</summary>
static partial class GuessNames
{
    const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^(response|respondent|submission|record|survey ?response)[ _-]?id$|^uuid$|^external[ _-]?id$|^#$",
        AnyCase
    )]
    internal static partial Regex Identity();

    [GeneratedRegex(@"e-?mail|^ip[ _-]?addr|first ?name|last ?name|phone|^name$|latitude|longitude", AnyCase)]
    internal static partial Regex Person();

    [GeneratedRegex(@"^(wave|round)([ _-]?(name|id|nr|number))?$", AnyCase)]
    internal static partial Regex WaveName();

    [GeneratedRegex(@"^(weight|wt|wgt|weights|final[ _-]?weight|person[ _-]?weight)$", AnyCase)]
    internal static partial Regex WeightName();

    [GeneratedRegex(@"date|timestamp|submitted|recorded|completed|created", AnyCase)]
    internal static partial Regex DateName();

    [GeneratedRegex(
        @"\bnps\b|netpro|recomm?[ae]nd|net ?promoter|empfehl|raccomand|consigl|aanbev|polec(ać|ił|eni|isz|a)",
        AnyCase
    )]
    internal static partial Regex RecommendName();

    [GeneratedRegex(@"\bces\b|effort|\beas(y|e)\b|aufwand|einfach war|facil(e|ité)|fácil|makkelijk|łatw", AnyCase)]
    internal static partial Regex EffortName();

    [GeneratedRegex(
        @"satisf|overall|\bcsat\b|rating|\brate|rate\b|score|zufrieden|bewert|soddisf|tevreden|zadowol|insgesamt|globale",
        AnyCase
    )]
    internal static partial Regex SatisfactionName();

    /// <summary>It says that it is a score, and not of what.</summary>
    [GeneratedRegex(@"^(score|rating)s?$", AnyCase)]
    internal static partial Regex OfAnything();

    [GeneratedRegex(@"^1?[0-9]/3[01]/1899\b|^1899-12-3[01]\b|^3[01][./]12[./]1899\b", AnyCase)]
    internal static partial Regex OldestDay();

    [GeneratedRegex(
        @"age$|gender|\bsex\b|lang|region|country|segment|channel|plan$|department|team|income|^strata|home$|method$|terminal|area$",
        AnyCase
    )]
    internal static partial Regex AttributeName();

    [GeneratedRegex(
        @"comment|remark|feedback|why|verbatim|open[- ]?text|free[- ]?text|freitext|texte libre|own words|tell us|suggest|kommentar|anmerkung|bemerkung|remarque|comentari|commenti|opmerking|uwagi",
        AnyCase
    )]
    internal static partial Regex RemarkName();
}
