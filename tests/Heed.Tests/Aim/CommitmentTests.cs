using Heed.Aim;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class CommitmentTests
{
    static KeyResultStatus Of(Commitment commitment, double now, DateOnly today)
    {
        var keyResult = Readings.KeyResult(Readings.Terms(62, 75, new(2035, 12, 31)));
        var terms = keyResult.History[0];
        keyResult.Set(
            new()
            {
                KeyResultId = terms.KeyResultId,
                MetricId = terms.MetricId,
                BaselineState = terms.BaselineState,
                Baseline = terms.Baseline,
                BaselineFrom = terms.BaselineFrom,
                BaselineTo = terms.BaselineTo,
                Target = terms.Target,
                ByWhen = terms.ByWhen,
                Commitment = commitment,
                Reason = "We say what we mean.",
                SetAt = terms.SetAt,
            }
        );
        return Readings
            .Of(keyResult, Readings.Metric(), today, Readings.Around(62, [.. Enumerable.Repeat(now, 7)]))
            .Status;
    }

    [Theory]
    [InlineData(Commitment.Committed, Status.OffCourse, "Not reached")]
    [InlineData(Commitment.Aspirational, Status.Watch, "Not reached, as may be")]
    [InlineData(Commitment.Learning, Status.NotKnown, "Learning")]
    public void The_end_is_read_as_it_was_meant(Commitment commitment, Status status, string word)
    {
        var ended = Of(commitment, 68.5, new(2036, 1, 1));
        Assert.Equal((status, word), (ended.Is, ended.Word));
        if (commitment is not Commitment.Committed)
            Assert.Contains("50 % of the way", ended.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_reached_is_reached_whatever_was_meant_and_what_got_worse_is_worse()
    {
        foreach (var commitment in Enum.GetValues<Commitment>())
        {
            Assert.Equal(Status.Held, Of(commitment, 75, new(2036, 1, 1)).Is);
            Assert.Equal(Status.OffCourse, Of(commitment, 55, new(2036, 1, 1)).Is);
        }
    }

    [Theory]
    [InlineData("Aspirational Goal", Commitment.Aspirational)]
    [InlineData("committed goal", Commitment.Committed)]
    [InlineData("Learning", Commitment.Learning)]
    [InlineData("", Commitment.Committed)]
    [InlineData("7", Commitment.Committed)]
    [InlineData("Moonshot", Commitment.Committed)]
    public void A_word_of_another_tool_is_read(string cell, Commitment commitment) =>
        Assert.Equal(commitment, ForeignCells.Commitment(cell));

    [Theory]
    [InlineData("", Commitment.Learning)]
    [InlineData("viva", Commitment.Aspirational)] // they know no word for learning; it is no promise
    public async Task It_leaves_in_a_file_comes_back_and_is_said_on_the_page(string shape, Commitment after)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live(k => k.Commitment = Commitment.Learning);
        var browser = await maya.Browser();
        Assert.Contains(
            "learning: what counts is what is found out",
            (await browser.Page($"/aim/key-results/{keyResult.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
        var file = await browser.GetStringAsync($"/aim/key-results.csv?shape={shape}");
        var rosa = await world.Organisation("Rival Coffee", "Rosa");
        await rosa.Quarter();
        await rosa.Do<TakeKeyResults, TakenKeyResults>(t =>
            t.Run(new() { Team = rosa.Team.Id }, file, sure: true, default)
        );
        var taken = await world.As(
            rosa,
            async s =>
            {
                var read = s.GetRequiredService<ReadKeyResults>();
                return Assert.Single(await read.Of(read.All(), default)).KeyResult;
            }
        );
        Assert.Equal(after, taken.Commitment);
    }
}
