using Heed.Aim;
using Heed.People;
using Heed.Tests.Ui;

namespace Heed.Tests.Aim;

public sealed class CheckInTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly Id<Member> Maya = Id<Member>.New();

    static KeyResult Aimed(double? baseline, double target) => Readings.KeyResult(Readings.Terms(baseline, target));

    [Theory]
    [InlineData(0, ConfidenceLevel.Doubtful)]
    [InlineData(3, ConfidenceLevel.Doubtful)]
    [InlineData(4, ConfidenceLevel.Open)]
    [InlineData(6, ConfidenceLevel.Open)]
    [InlineData(7, ConfidenceLevel.Likely)]
    [InlineData(8, ConfidenceLevel.Likely)]
    [InlineData(9, ConfidenceLevel.Sure)]
    [InlineData(10, ConfidenceLevel.Sure)]
    public void Confidence_has_four_levels(int value, ConfidenceLevel level) =>
        Assert.Equal(level, new Confidence(value).Level);

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Confidence_outside_its_scale_cannot_be_built(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Confidence(value));

    [Fact]
    public void Check_ins_begin_when_the_objective_is_live_and_end_with_its_cycle()
    {
        var keyResult = Aimed(62, 75);
        Outcome<CheckIn> CheckIn() => keyResult.CheckIn(64, new Confidence(6), " they stay ", Maya, Now);
        Assert.True(CheckIn().Refused(out var refusal));
        Assert.Equal("The objective is draft. Check-ins begin when it is live.", refusal.Because);
        keyResult.Objective!.Agree(Maya, Now);
        keyResult.Objective.GoLive(keyResult.Objective.Cycle!, ObjectiveTests.Ready, Maya, Now);
        Assert.False(CheckIn().Refused(out _, out var checkIn));
        Assert.Equal((64.0, 6, "they stay"), (checkIn!.Value!.Value, checkIn.Confidence.Value, checkIn.Learned));
        Assert.Equal(Now, keyResult.CheckedInAt);
        keyResult.Objective.Cycle!.Close(Maya, Now);
        Assert.True(CheckIn().Refused(out refusal));
        Assert.Equal("2035 Q1 is closed. Reopen it to check in.", refusal.Because);
        keyResult.Objective.Cycle.Reopen();
        keyResult.Objective.Close(Ending.Missed, null, Maya, Now);
        Assert.True(CheckIn().Refused(out refusal));
        Assert.Equal("The objective is closed; its key results are no longer checked in on.", refusal.Because);
    }

    [Fact]
    public void A_second_check_in_is_another_one_and_what_is_no_number_is_none()
    {
        var keyResult = Aimed(62, 75);
        keyResult.Objective!.Agree(Maya, Now);
        keyResult.Objective.GoLive(keyResult.Objective.Cycle!, ObjectiveTests.Ready, Maya, Now);
        Assert.True(keyResult.CheckIn(double.NaN, new Confidence(6), null, Maya, Now).Refused(out var refusal));
        Assert.StartsWith("The value must be a number.", refusal.Because, StringComparison.Ordinal);
        Assert.Null(keyResult.CheckedInAt);
        Assert.False(keyResult.CheckIn(64, new Confidence(6), "  ", Maya, Now).Refused(out _, out var first));
        Assert.False(
            keyResult.CheckIn(null, new Confidence(0), null, Maya, Now.AddHours(1)).Refused(out _, out var second)
        );
        Assert.NotEqual(first!.Id, second!.Id);
        Assert.Equal((null, null, 64.0), (first.Learned, second.Value, first.Value!.Value));
        Assert.Equal((Maya, Now, Now.AddHours(1)), (first.By, first.At, keyResult.CheckedInAt!.Value));
    }

    [Fact]
    public async Task Confidence_is_asked_in_eleven_answers_under_four_labelled_shapes()
    {
        var field = await Drawn.Page<ConfidenceField>(("Name", "Asked.Confidence"), ("Value", 7));
        Assert.Equal(
            [("we doubt it", "0123"), ("it may go either way", "456"), ("likely", "78"), ("as good as there", "910")],
            field
                .QuerySelectorAll(".level")
                .Select(l => (l.QuerySelector(".status")!.Says(), l.QuerySelector(".choices")!.Says()))
        );
        Assert.Equal("7", Assert.Single(field.QuerySelectorAll("input[checked]")).GetAttribute("value"));
        Assert.Equal(
            [Status.OffCourse, Status.Watch, Status.OnCourse, Status.Held],
            Enum.GetValues<ConfidenceLevel>().Select(l => l.Shape())
        );
    }

    [Fact]
    public async Task The_last_eight_answers_are_drawn_with_the_oldest_first()
    {
        Assert.Equal("no check-in yet", (await Dots()).Body!.Says());
        var drawn = await Dots([.. Enumerable.Range(0, 10)]);
        Assert.Equal(
            "Confidence, oldest first: 7, 6, 5, 4, 3, 2, 1, 0",
            drawn.QuerySelector("svg")!.GetAttribute("aria-label")
        );
        Assert.Equal("0", drawn.QuerySelector(".num")!.Says());

        static Task<AngleSharp.Html.Dom.IHtmlDocument> Dots(params int[] newestFirst) =>
            Drawn.Page<ConfidenceDots>(("Of", newestFirst.Select(Of).ToList()));

        static CheckIn Of(int confidence) =>
            new()
            {
                KeyResultId = default,
                Confidence = new Confidence(confidence),
                By = Maya,
                At = Now,
            };
    }
}
