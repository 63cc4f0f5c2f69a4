using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Listen;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>The lists of surveys and imports, a part at a time, by page and by API.</summary>
public sealed class ListSurveysTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    static Survey Named(World world, string name, params (string Name, QuestionKind Kind)[] questions)
    {
        var survey = new Survey { Name = name, CreatedAt = world.Clock.GetUtcNow() };
        survey.Questions.AddRange(
            questions.Select(q => new Question
            {
                SurveyId = survey.Id,
                Name = q.Name,
                Kind = q.Kind,
                Scale = q.Kind == QuestionKind.Remark ? "" : "0-10",
            })
        );
        return survey;
    }

    static Import Into(
        World world,
        Survey survey,
        string name,
        ImportState state,
        long stored,
        ImportSource source = ImportSource.File
    )
    {
        var import = new Import
        {
            FileName = name,
            FileSize = 1,
            FileHash = "none",
            Shape = Plans.Shape("nps").ToJson(),
            CreatedAt = world.Clock.GetUtcNow(),
            SurveyId = survey.Id,
            SurveyName = survey.Name,
            Source = source,
            Stored = stored,
            Read = stored + 3,
            Known = 2,
            Rejected = 1,
        };
        import.Become(state, world.Clock.GetUtcNow(), null);
        return import;
    }

    static Task Lay(World world, Cast cast, params object[] things) =>
        world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.AddRange(things);
                // All that is done is shown.
                foreach (var done in things.OfType<Import>().Where(i => i.State == ImportState.Done && i.Stored > 0))
                    db.Add(
                        new ReleasedRows
                        {
                            SurveyId = done.SurveyId!.Value,
                            ImportId = done.Id,
                            Number = 1,
                            First = 1,
                            Last = done.Stored,
                        }
                    );
                return await db.SaveChangesAsync();
            }
        );

    [Fact]
    public async Task Each_survey_and_each_import_is_in_one_part_of_its_list_though_all_came_at_once()
    {
        var (world, cast) = await one.Story();
        var api = cast.Api();
        Survey[] alike = [.. Enumerable.Range(1, 5).Select(i => Named(world, $"Survey {i}"))];
        await Lay(world, cast, [.. alike, .. alike.Select(s => Into(world, s, $"{s.Name}.csv", ImportState.Done, 4))]);
        world.Clock.Move(TimeSpan.FromHours(1));
        var newest = Named(world, "Newest", ("nps", QuestionKind.Recommend), ("said", QuestionKind.Remark));
        await Lay(
            world,
            cast,
            newest,
            Into(world, newest, "a.csv", ImportState.Done, 40),
            Into(world, newest, "b.csv", ImportState.Undone, 500),
            Into(world, newest, "c.csv", ImportState.Running, 70),
            Into(world, newest, "Sent by programs", ImportState.Done, 7, ImportSource.Api)
        );

        var names = await Lists.All(api, "/api/v1/surveys", 2, s => s["name"]!.GetValue<string>());
        Assert.Equal(6, names.Count);
        Assert.Equal("Newest", names[0]);
        Assert.Equal(alike.Select(s => s.Name).Order(), names.Skip(1).Order());
        var files = await Lists.All(api, "/api/v1/imports", 2, i => i["fileName"]!.GetValue<string>());
        Assert.Equal((9, 9), (files.Count, files.Distinct().Count()));
        Assert.Equal(["Sent by programs", "a.csv", "b.csv", "c.csv"], files.Take(4).Order(StringComparer.Ordinal));

        var first = (await api.GetFromJsonAsync<JsonElement>("/api/v1/surveys?take=1")).GetProperty("items")[0];
        // What was taken back or is under way is not counted.
        Assert.Equal(
            (47, 2, "2035-03-05T10:00:00+00:00"),
            (
                first.GetProperty("responses").GetInt64(),
                first.GetProperty("questions").GetInt32(),
                first.GetProperty("lastImportAt").GetDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:sszzz")
            )
        );
        var page = await (await cast.Browser()).Page("/listen");
        Assert.Equal("Newest", page.QuerySelector("tbody th a")!.Says());
        Assert.Contains("47 responses, 2 questions, last on 5 March 2035", page.QuerySelector("tbody th")!.Says());
    }

    [Fact]
    public async Task One_import_says_what_became_of_its_rows_and_nothing_is_found_where_there_is_none()
    {
        var (world, cast) = await one.Story();
        var api = cast.Api();
        using var browser = await cast.Browser();
        Assert.Contains(
            "Nobody has been heard here yet",
            (await browser.Page("/listen")).Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.Contains("No file yet", (await browser.Page("/listen/imports")).Body!.Says(), StringComparison.Ordinal);

        var (survey, empty) = (Named(world, "Guests"), Named(world, "Empty"));
        var import = Into(world, survey, "march.csv", ImportState.Done, 40);
        await Lay(world, cast, survey, empty, import);
        var read = await api.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{import.Id}");
        Assert.Equal(
            ("march.csv", "Done", "File", "Guests", 43L, 40L, 2L, 1L),
            (
                read.GetProperty("fileName").GetString(),
                read.GetProperty("state").GetString(),
                read.GetProperty("source").GetString(),
                read.GetProperty("survey").GetString(),
                read.GetProperty("read").GetInt64(),
                read.GetProperty("stored").GetInt64(),
                read.GetProperty("known").GetInt64(),
                read.GetProperty("rejected").GetInt64()
            )
        );
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/api/v1/imports/{Id<Import>.New()}")).StatusCode);

        var receipt = (await browser.Page($"/listen/imports/{import.Id}")).Body!.Says();
        Assert.Contains("43 rows: 40 stored, 2 here already, 1 rejected", receipt, StringComparison.Ordinal);
        Assert.Contains("Possible until 4 April 2035.", receipt, StringComparison.Ordinal);
        var rows = (await browser.Page("/listen")).QuerySelectorAll("tbody tr");
        Assert.Equal(
            "No answers yet.",
            rows.Single(r => r.QuerySelector("a")!.Says() == "Empty").QuerySelector("td")!.Says()
        );
        var page = await browser.Page($"/listen/surveys/{empty.Id}");
        Assert.Contains("No scored question", page.Body!.Says(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='.csv']"));
    }

    [Fact]
    public async Task Recommend_speaks_for_a_survey_before_satisfaction_effort_and_means_and_a_remark_never_does()
    {
        var (world, cast) = await one.Story();
        Survey[] surveys =
        [
            Named(
                world,
                "All",
                ("m", QuestionKind.Mean),
                ("e", QuestionKind.Effort),
                ("s", QuestionKind.Satisfaction),
                ("r", QuestionKind.Recommend)
            ),
            Named(
                world,
                "Two alike",
                ("z", QuestionKind.Satisfaction),
                ("b", QuestionKind.Satisfaction),
                ("a", QuestionKind.Effort)
            ),
            Named(world, "Words", ("said", QuestionKind.Remark)),
        ];
        await Lay(world, cast, [.. surveys]);
        var leads = await world.As(
            cast,
            s => s.GetRequiredService<ListSurveys>().Leads([.. surveys.Select(x => x.Id)], default)
        );
        Assert.Equal(["r", "b"], surveys.Take(2).Select(s => leads[s.Id].Name));
        Assert.DoesNotContain(surveys[2].Id, leads.Keys);
    }
}
