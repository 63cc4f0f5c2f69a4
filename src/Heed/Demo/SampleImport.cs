using System.Text;
using Heed.Listen;
using Heed.Storage;

namespace Heed.Demo;

/// <summary>A year of answers comes in as anybody's would: chosen, mapped, tried out, stored, measured.</summary>
sealed partial class SampleYear
{
    async Task ImportSurvey(CancellationToken stop)
    {
        clock.MoveTo(today);
        var mapping = new Mapping
        {
            Columns =
            [
                new("Answered on", ColumnUse.Date),
                new("Shop", ColumnUse.Attribute),
                new("Would you recommend us", ColumnUse.Recommend, Scale: "0-10"),
                new("How satisfied were you", ColumnUse.Satisfaction, Scale: "1-5"),
                new("How easy was it", ColumnUse.Effort, Scale: "1-7"),
                new("In your own words", ColumnUse.Remark),
                new("How do you order?", ColumnUse.Choices, Separator: ";"),
                new("How many minutes did you wait?", ColumnUse.Number, Scale: "2, 5, 10, 15"),
            ],
        };
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(SampleSurvey.Csv(today)));
        var import = (
            await As(_cast.Maya, s => Done(s.GetRequiredService<TakeFile>().Run(file, "how-was-your-visit.csv", stop)))
        ).Id;
        await As(
            _cast.Maya,
            s => Done(s.GetRequiredService<MapImport>().Run(import, SampleSurvey.Name, mapping, stop))
        );
        await As(_cast.Maya, s => Done(s.GetRequiredService<StartImport>().Run(import, stop)));
        await As(_cast.Maya, s => s.GetRequiredService<RunJob>().Now(s, StoreImport.Kind, import, stop));
        await As(
            _cast.Maya,
            async s =>
            {
                var survey = (
                    await s.GetRequiredService<HeedDb>().Imports.SingleAsync(i => i.Id == import, stop)
                ).SurveyId;
                return await s.GetRequiredService<RunJob>().Now(s, MeasureScores.Kind, survey!.Value, stop);
            }
        );
    }
}
