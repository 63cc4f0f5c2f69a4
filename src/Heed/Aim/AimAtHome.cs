using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

/// <summary>What Aim says on Home: check-ins that wait for me, key results that nobody looks at, starts that nobody measured.</summary>
sealed class AimAtHome(DueCheckIns due, ReadKeyResults read, Member me, Workspace here, TimeProvider clock)
    : IHomeSource
{
    const int Most = 5;
    const double MinutesOfACheckIn = 0.75;

    /// <summary>One key result is said once: what waits for me is not also stuck.</summary>
    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.MayWrite ? me.Teams.Select(t => t.TeamId).ToList() : [];
        var (waiting, moreWaiting) = mine.Count > 0 ? await Some(due.Mine(), stop) : ([], null);
        // Whatever of mine is silent waits for me already.
        var (silent, moreSilent) = await Some(
            due.Silent().Where(k => !mine.Contains(k.Objective!.TeamId)).Include(k => k.Objective!.Cycle),
            stop
        );
        var said = silent.ConvertAll(k => k.Id);
        var (blind, moreBlind) = await Some(
            due.WithoutAStart().Where(k => !said.Contains(k.Id)).OrderBy(k => k.CreatedAt).ThenBy(k => k.Id),
            stop
        );
        List<HomeSentence> told =
        [
            .. waiting.Select(CheckIn),
            .. (await read.Read(silent, stop)).Select(Silent),
            .. blind.Select(WithoutAStart),
        ];
        Rest(HomeColumn.NeedsMe, moreWaiting, "more check-in", "more check-ins", "/aim/check-in");
        Rest(
            HomeColumn.Stuck,
            moreSilent,
            "more key result without a check-in",
            "more key results without a check-in",
            "/aim?only=silent"
        );
        Rest(
            HomeColumn.Stuck,
            moreBlind,
            "more key result without a start",
            "more key results without a start",
            "/aim?only=no-start"
        );
        return told;

        void Rest(HomeColumn column, int? count, string one, string many, string href)
        {
            if (count is { } more)
                told.Add(HomeSentence.Rest(column, more, Format.Count(more, one, many), href));
        }
    }

    /// <summary>The first few, and how many more there are where there are more.</summary>
    static async Task<(List<KeyResult> First, int? More)> Some(IQueryable<KeyResult> wanted, CancellationToken stop)
    {
        var first = await wanted.Take(Most + 1).ToListAsync(stop);
        return first.Count <= Most ? (first, null) : (first[..Most], await wanted.CountAsync(stop) - Most);
    }

    HomeSentence CheckIn(KeyResult keyResult) =>
        new(HomeColumn.NeedsMe, $"Check in: {keyResult.Name}", $"/aim/check-in/{keyResult.Id}")
        {
            Status =
                Days(keyResult.CheckedInAt) >= DueCheckIns.WeeksUntilStuck * DueCheckIns.DaysOfRhythm
                    ? Status.Watch
                    : Status.NotKnown,
            Subject = keyResult.Name,
            Detail = keyResult.CheckedInAt is { } last ? $"last check-in {Ago(last)}" : "the first check-in",
            Weight = Days(keyResult.CheckedInAt),
            Action = "Check in",
            Minutes = MinutesOfACheckIn,
        };

    HomeSentence Silent(EvaluatedKeyResult reading)
    {
        var keyResult = reading.KeyResult;
        var since = keyResult.CheckedInAt ?? Later(keyResult.CreatedAt, keyResult.Objective!.LiveAt!.Value);
        return new HomeSentence(
            HomeColumn.Stuck,
            $"{keyResult.Name}: nobody has checked in for {Counted((int)Days(since))}.",
            $"/aim/key-results/{keyResult.Id}"
        )
        {
            Status = Status.Watch,
            Subject = keyResult.Name,
            Detail = reading.Now is { } now
                ? $"{Format.Number(now.Value)} {reading.Metric.Unit} now, {Format.Number(keyResult.Target)} is the target · {Format.Lower(reading.Status.Word)}"
                : "not measured yet",
            Spark = Sparks.Of(reading.Measured),
            Weight = Days(since),
            Action = "Open",
        };
    }

    HomeSentence WithoutAStart(KeyResult keyResult) =>
        new(
            HomeColumn.Stuck,
            $"{keyResult.Name}: from where is not known, so progress cannot be told.",
            $"/aim/key-results/{keyResult.Id}"
        )
        {
            Subject = keyResult.Name,
            Detail =
                $"{(keyResult.BaselineState == BaselineState.Measuring ? "being measured" : "not measured")} since {Format.Day(here.DayOf(keyResult.CreatedAt))}",
            Weight = Days(keyResult.CreatedAt),
            Action = "Open",
        };

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    double Days(DateTimeOffset? at) => at is { } then ? (clock.GetUtcNow() - then).TotalDays : DueCheckIns.DaysOfRhythm;

    string Ago(DateTimeOffset at) => (int)Days(at) is var days and > 0 ? $"{Counted(days)} ago" : "today";

    static string Counted(int days) => Format.Count(days, "day");
}
