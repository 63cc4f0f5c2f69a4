using Heed.Listen;
using Heed.People;

namespace Heed.Tests.Listen;

/// <summary>An import as a thing of its own: its states, its numbers, and how long it can be taken back.</summary>
public sealed class ImportTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static Import New(ImportSource source = ImportSource.File, long? number = null) =>
        number is { } given
            ? new()
            {
                Source = source,
                FileName = "answers.csv",
                FileSize = 1,
                FileHash = "none",
                Shape = "{}",
                CreatedAt = Now,
                Number = given,
            }
            : new()
            {
                Source = source,
                FileName = "answers.csv",
                FileSize = 1,
                FileHash = "none",
                Shape = "{}",
                CreatedAt = Now,
            };

    [Theory]
    [InlineData(ImportState.Mapping, true)]
    [InlineData(ImportState.Checking, false)]
    [InlineData(ImportState.Checked, true)]
    [InlineData(ImportState.Running, false)]
    [InlineData(ImportState.Done, false)]
    [InlineData(ImportState.Cancelled, false)]
    [InlineData(ImportState.Failed, false)]
    [InlineData(ImportState.Undone, false)]
    public void It_is_open_to_be_mapped_until_it_is_read_or_stored(ImportState state, bool open)
    {
        var import = New();
        Assert.True(import.IsOpen);
        import.Become(state, Now, null);
        Assert.Equal(open, import.IsOpen);
        Assert.Equal(state == ImportState.Done, import.MayUndo(Now));
    }

    [Fact]
    public void It_can_be_taken_back_for_thirty_days_to_the_second()
    {
        var import = New();
        import.Become(ImportState.Done, Now, null);
        Assert.True(import.MayUndo(Now.AddDays(30).AddSeconds(-1)));
        Assert.False(import.MayUndo(Now.AddDays(30)));
    }

    [Fact]
    public void What_programs_sent_is_never_taken_back()
    {
        var sent = New(ImportSource.Api);
        sent.Become(ImportState.Done, Now, null);
        Assert.False(sent.MayUndo(Now));
    }

    [Fact]
    public void It_knows_who_changed_it_last_why_it_failed_and_when_it_was_done()
    {
        var (import, maya) = (New(), Id<Member>.New());
        import.Become(ImportState.Failed, Now, maya, "The disk is full.");
        Assert.Equal((Now, maya, "The disk is full."), (import.ChangedAt, import.ChangedBy, import.FailedBecause));
        Assert.Null(import.DoneAt);

        import.Become(ImportState.Done, Now.AddHours(1), null);
        Assert.Equal((null, null, Now.AddHours(1)), (import.ChangedBy, import.FailedBecause, import.DoneAt));

        import.Become(ImportState.Undone, Now.AddDays(2), maya);
        Assert.Equal(Now.AddHours(1), import.DoneAt);
    }

    [Fact]
    public void The_rows_of_two_imports_never_share_a_number_and_the_largest_is_still_one()
    {
        var (one, next, last) = (New(number: 41), New(number: 42), New(number: (1L << 34) - 1));
        Assert.Equal(one.FirstSequence, one.SequenceOf(1));
        Assert.True(one.SequenceOf((1 << 28) - 1) < one.LastSequence);
        Assert.True(one.LastSequence < next.FirstSequence);
        Assert.Equal(41, one.SequenceOf((1 << 28) - 1) >> 28);
        Assert.True(last.LastSequence > 0);
    }

    [Fact]
    public void Its_number_is_drawn_anew_and_has_room_for_all_its_rows()
    {
        var numbers = Enumerable.Range(0, 50).Select(_ => New().Number).ToList();
        Assert.Equal(50, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.InRange(n, 0, (1L << 34) - 1));
    }
}
