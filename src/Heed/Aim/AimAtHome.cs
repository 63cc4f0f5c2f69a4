using Heed.Analytics.Evidence;
using Heed.People;

namespace Heed.Aim;

/// <summary>What Aim says on Home: check-ins that wait for me, key results that nobody looks at, starts that nobody measured.</summary>
sealed class AimAtHome(DueCheckIns due, ReadKeyResults read, Member me, TimeProvider clock) : ISpeakAtHome
{
    const int Most = 5;
    const int TrendPoints = 26;
    const double MinutesOfACheckIn = 0.75;

    /// <summary>One key result is said once: what waits for me is not also stuck.</summary>
    public async Task<IReadOnlyList<HomeSentence>> Tell(CancellationToken stop)
    {
        var waiting = await Waiting(stop);
        var mine = waiting.ConvertAll(k => k.Id);
        var silent = await due.Silent()
            .Where(k => !mine.Contains(k.Id))
            .Include(k => k.Objective!.Cycle)
            .Take(Most)
            .ToListAsync(stop);
        var said = silent.Select(k => k.Id).ToList();
        var blind = await due.Live()
            .Where(k => k.BaselineState != BaselineState.Known && !said.Contains(k.Id))
            .OrderBy(k => k.CreatedAt)
            .ThenBy(k => k.Id)
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. waiting.Select(CheckIn),
            .. (await read.Read(silent, stop)).Select(Silent),
            .. blind.Select(WithoutAStart),
        ];
    }

    async Task<List<KeyResult>> Waiting(CancellationToken stop) =>
        me.MayWrite && me.Teams.Count > 0 ? await due.Mine().Take(Most).ToListAsync(stop) : [];

    HomeSentence CheckIn(KeyResult keyResult) =>
        new(
            HomeColumn.NeedsMe,
            $"Check in: {Subject(keyResult)}",
            $"/aim/check-in/{keyResult.Id}",
            Days(keyResult.CheckedInAt) >= DueCheckIns.WeeksUntilStuck * DueCheckIns.DaysOfRhythm
                ? HomeStatus.Watch
                : HomeStatus.NotKnown,
            keyResult.CheckedInAt is { } last ? $"last check-in {Ago(last)}" : "the first check-in",
            Weight: Days(keyResult.CheckedInAt),
            Action: "Check in",
            Minutes: MinutesOfACheckIn,
            Subject: Subject(keyResult)
        );

    HomeSentence Silent(KeyResultReading reading)
    {
        var keyResult = reading.KeyResult;
        var since = keyResult.CheckedInAt ?? keyResult.Objective!.LiveAt!.Value;
        return new HomeSentence(
            HomeColumn.Stuck,
            $"{Capital(Subject(keyResult))}: nobody has checked in for {Counted((int)Days(since))}.",
            $"/aim/key-results/{keyResult.Id}",
            HomeStatus.Watch,
            reading.Now is { } now
                ? $"{InWords.Number(now.Value)} {reading.Metric.Unit} now, {InWords.Number(keyResult.Target)} is the target · {InWords.Lower(reading.Course.Word)}"
                : "not measured yet",
            Trend(reading.Series),
            reading.Band is { HasLimits: true, Lower: { } low, Upper: { } high } ? (low, high) : null,
            Weight: Days(since),
            Action: "Open",
            Subject: Capital(Subject(keyResult))
        );
    }

    HomeSentence WithoutAStart(KeyResult keyResult) =>
        new(
            HomeColumn.Stuck,
            $"{Capital(Subject(keyResult))}: from where is not known, so progress cannot be told.",
            $"/aim/key-results/{keyResult.Id}",
            HomeStatus.NotKnown,
            $"{(keyResult.BaselineState == BaselineState.Measuring ? "being measured" : "not measured")} since {InWords.Day(DateOnly.FromDateTime(keyResult.CreatedAt.UtcDateTime))}",
            Weight: Days(keyResult.CreatedAt),
            Action: "Open",
            Subject: Capital(Subject(keyResult))
        );

    static List<double>? Trend(Series series) =>
        series.Count < 2
            ? null
            : [.. Enumerable.Range(0, series.Count).TakeLast(TrendPoints).Select(i => series[i].Value)];

    static string Subject(KeyResult keyResult) => $"{keyResult.Who} {keyResult.DoesWhat}";

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    double Days(DateTimeOffset? at) => at is { } then ? (clock.GetUtcNow() - then).TotalDays : DueCheckIns.DaysOfRhythm;

    string Ago(DateTimeOffset at) => (int)Days(at) is var days and > 0 ? $"{Counted(days)} ago" : "today";

    static string Counted(int days) => $"{days} {(days == 1 ? "day" : "days")}";
}
