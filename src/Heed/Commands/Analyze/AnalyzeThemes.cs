using System.CommandLine;
using Heed.Analytics.Text;
using Heed.Analytics.Text.Themes;
using Heed.Analyze;
using Heed.Storage;

namespace Heed.Commands;

/// <summary><c>heed analyze themes</c>: what do people write about, how many, and in which words?</summary>
sealed class AnalyzeThemes
{
    readonly Argument<string> _file = new("FILE.csv")
    {
        Description = "A CSV file with one remark a row and the names of its columns in the first row.",
    };
    readonly Option<string> _text = new("--text")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The column with the remarks.",
    };
    readonly Option<int?> _themes = new("--themes")
    {
        HelpName = "K",
        Description = "How many themes, 2 to 200. Without it by the number of remarks, 4 to 40.",
    };
    readonly Option<string[]> _by = new("--by")
    {
        HelpName = "COLUMN",
        Description = "A column whose groups are compared. Give it again for another column.",
    };
    readonly Option<string> _language = new("--language")
    {
        HelpName = "en",
        DefaultValueFactory = _ => "en",
        Description = "The language of the remarks, as in ISO 639-1. Word vectors are there for English.",
    };
    readonly Option<string> _models = new("--models")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => new Settings().Models,
        Description = "The file of word vectors that models/restore makes. Without it words alone count.",
    };
    readonly AnswerForms _forms = new();

    public static Command Build() => new AnalyzeThemes().Command();

    Command Command()
    {
        Command themes = new(
            "themes",
            """
            What do people write about?

              heed analyze themes remarks.csv --text comment
              heed analyze themes remarks.csv --text comment --themes 24 --by region
            """
        )
        {
            _file,
            _text,
            _themes,
            _by,
            _language,
            _models,
            _forms.Json,
            _forms.Svg,
        };
        themes.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return themes;
    }

    int Run(ParseResult parsed, CancellationToken stop)
    {
        var terminal = Terminal.Of(parsed);
        if (parsed.GetValue(_themes) is < 2 or > 200)
            return terminal.Refuse(new Refusal("--themes: give 2 to 200 themes."));
        var ask = new ThemesAsk(
            parsed.GetRequiredValue(_text),
            parsed.GetValue(_by) ?? [],
            parsed.GetValue(_themes) is { } count ? new MixtureSettings(count) : null,
            parsed.GetRequiredValue(_language).Trim().ToLowerInvariant()
        );
        return terminal.Answer(
            parsed.GetRequiredValue(_file),
            (file, progress) =>
            {
                if (ReadRemarkFile.Run(file, ask, progress, stop).Refused(out var refusal, out var remarks))
                    return refusal;
                var models = Models(parsed.GetRequiredValue(_models), ask, file.Notes);
                if (models.Languages is { } grams)
                {
                    var (texts, others) = RemarkLanguages.Apart(remarks.Texts, new(grams), ask.Language);
                    remarks = remarks with { Texts = texts, Others = others };
                }
                var finding = progress.While(
                    $"Finding themes in {Format.Count(remarks.Texts.Count)} remarks",
                    () => ThemeFindings.Of(remarks.Texts, ask.Settings, models, ask.Language)
                );
                if (finding.Refused(out var because, out var themes))
                    return new Refusal($"Column “{ask.Text}” of {file.Name}: {because}");
                stop.ThrowIfCancellationRequested();
                var found = new ThemesFound(ask, remarks, themes);
                return _forms.Give(
                    parsed,
                    terminal,
                    file,
                    () => ThemesJson.Of(found, file.Notes),
                    screen => ThemesReport.Write(screen, found, file.Name, file.Notes),
                    () => ThemesPicture.Of(found, file.Name)
                );
            }
        );
    }

    static TextModels Models(string path, ThemesAsk ask, List<string> notes)
    {
        if (ask.Language != "en")
        {
            notes.Add("Word vectors are there for English only, so themes were found by words alone.");
            return TextModels.None;
        }
        if (!ModelsFile.Read(path).Refused(out var because, out var models))
            return models;
        notes.Add($"Themes were found by words alone. {because}");
        return TextModels.None;
    }
}
