using Heed.Analytics.Text.Themes;

namespace Heed.Analyze;

/// <summary>What was asked of a file of remarks.</summary>
sealed record ThemesAsk(string Text, IReadOnlyList<string> By, MixtureSettings? Settings, string Language);
