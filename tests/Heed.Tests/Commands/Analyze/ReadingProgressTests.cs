using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze;

public sealed class ReadingProgressTests
{
    /// <summary>A clock that stands until it is moved; its timers ring as it passes them.</summary>
    sealed class HandClock : TimeProvider
    {
        readonly List<Alarm> _alarms = [];
        TimeSpan _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public void Move(TimeSpan by)
        {
            for (var until = _now + by; _now < until; )
            {
                _now += TimeSpan.FromMilliseconds(100);
                foreach (var alarm in _alarms.ToList())
                    alarm.Look(_now);
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var alarm = new Alarm(this, callback, state, _now + dueTime, period);
            _alarms.Add(alarm);
            return alarm;
        }

        sealed class Alarm(HandClock clock, TimerCallback ring, object? state, TimeSpan due, TimeSpan period) : ITimer
        {
            TimeSpan _due = due;

            public void Look(TimeSpan now)
            {
                for (; _due <= now; _due += period)
                    ring(state);
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

            public void Dispose() => clock._alarms.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }

    static string Said(bool watched, Action<ReadingProgress, HandClock> work)
    {
        using var csv = new Csv("a\n1\n2\n");
        Assert.False(DataFile.Open(csv.Path).Refused(out _, out var file));
        using (file)
        {
            var (errors, clock) = (new StringWriter(), new HandClock());
            work(new ReadingProgress(file!, errors, watched, clock), clock);
            return errors.ToString();
        }
    }

    static string SaidWhile(bool watched, double seconds) =>
        Said(
            watched,
            (progress, clock) =>
            {
                Assert.Equal(
                    7,
                    progress.While(
                        "Fitting",
                        () =>
                        {
                            clock.Move(TimeSpan.FromSeconds(seconds));
                            return 7;
                        }
                    )
                );
                // Nothing is told any more when the work is over.
                clock.Move(TimeSpan.FromSeconds(5));
            }
        );

    [Fact]
    public void Long_work_is_told_where_a_person_looks_on_and_wiped_away_after() =>
        Assert.Equal(
            "\rFitting … 1 s\rFitting … 2 s\r" + new string(' ', 79) + "\r",
            SaidWhile(watched: true, seconds: 2.5)
        );

    [Theory]
    [InlineData(true, 0.9)]
    [InlineData(false, 30)]
    public void Short_work_and_a_pipe_stay_silent(bool watched, double seconds) =>
        Assert.Equal("", SaidWhile(watched, seconds));

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(true, 0.5, false)]
    [InlineData(false, 1, false)]
    public void A_long_file_shows_its_rows_where_a_person_looks_on(bool watched, double seconds, bool told)
    {
        const int LooksAt = 1 << 14;
        var said = Said(
            watched,
            (progress, clock) =>
            {
                clock.Move(TimeSpan.FromSeconds(seconds));
                for (var row = 0; row < LooksAt; row++)
                    progress.Row();
                progress.Done();
            }
        );
        Assert.Equal(told, said.Contains("16,384 rows", StringComparison.Ordinal));
        Assert.Equal(told, said.EndsWith(" \r", StringComparison.Ordinal));
    }
}
