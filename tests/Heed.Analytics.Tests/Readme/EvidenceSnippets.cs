using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Readme;

/// <summary>The code of the README and of the pages on evidence. Each body stands there, with what it prints.</summary>
static class EvidenceSnippets
{
    public static void SayingNo(TextWriter Console)
    {
        var answer = Forecast.Of(Series.Of(new DateOnly(2026, 1, 5), Cadence.Week, 12, 14).Value, new(2026, 3, 2));
        if (answer.Refused(out var because, out var forecast))
            Console.WriteLine(because);
        else
            Console.WriteLine($"{forecast.Value} ({forecast.Low} to {forecast.High})");
    }

    public static void DidItReallyMove(TextWriter Console)
    {
        double[] calls = [52, 47, 55, 49, 51, 46, 54, 50, 48, 53, 51, 49, 57, 44, 52, 50, 47, 71];
        var weeks = Series.Of(new DateOnly(2026, 1, 5), Cadence.Week, calls).Value;
        var usual = NoiseBand.Of(weeks, baseline: new Window(new(2026, 1, 5), new(2026, 3, 29)));

        Console.WriteLine($"Usual: {usual.Lower:0} to {usual.Upper:0} calls a week. {usual.InWords}");
        foreach (var signal in Signals.In(weeks, usual))
            Console.WriteLine($"Week of {signal.CompletedDate:yyyy-MM-dd}: {signal.InWords}.");
    }

    public static void DidTheChangeDoIt(TextWriter Console)
    {
        double[] minutes =
        [
            .. new double[] { 31, 29, 33, 30, 28, 32, 31, 34, 29, 30, 32, 28, 31, 33, 30, 29 }, // before
            .. new double[] { 22, 25, 21, 24, 23, 26, 22, 24 }, // after the second desk opened
        ];
        var waiting = Series.Of(new DateOnly(2026, 1, 5), Cadence.Week, minutes).Value;
        var opened = new DateOnly(2026, 4, 27);

        var verdict = Verdict.Judge(waiting, opened, wanted: Direction.Down, predicted: -5).Value;
        Console.WriteLine(verdict.Sentence);
        Console.WriteLine($"How: {verdict.Effect!.MethodInWords}.");
    }

    public static void NothingHappened(TextWriter Console)
    {
        double[] minutes =
        [
            .. new double[] { 31, 29, 33, 30, 28, 32, 31, 34, 29, 30, 32, 28, 31, 33, 30, 29 },
            .. new double[] { 30, 28, 32, 31, 29, 30, 33, 28 },
        ];
        var waiting = Series.Of(new DateOnly(2026, 1, 5), Cadence.Week, minutes).Value;
        var opened = new DateOnly(2026, 4, 27);

        Console.WriteLine(Verdict.Judge(waiting, opened, Direction.Down, predicted: -5).Value.Sentence);
        Console.WriteLine(Verdict.Judge(waiting, opened, Direction.Down, predicted: -1).Value.Sentence);
        Console.WriteLine(Verdict.Judge(waiting.Before(new(2026, 5, 25)), opened, Direction.Down, -5).Value.Sentence);
    }

    public static void CouldWeSeeIt(TextWriter Console)
    {
        double[] minutes = [31, 29, 33, 30, 28, 32, 31, 34, 29, 30, 32, 28, 31, 33, 30, 29];
        var waiting = Series.Of(new DateOnly(2026, 1, 5), Cadence.Week, minutes).Value;
        var planned = new DateOnly(2026, 4, 27);

        foreach (var predicted in (double[])[-5, -1])
            Console.WriteLine(Detectability.Of(waiting, planned, periodsAfter: 8, predicted).Value.Sentence);
    }

    public static void DoWeAgree(TextWriter Console)
    {
        string Say(params int[] ratings) =>
            Agreement.Of(ratings, lowest: 1, highest: 5).Value is var found && found.IsPolarised
                ? "two camps"
                : $"{found.Level}, r_wg {found.Value:0.00}";

        Console.WriteLine($"4, 4, 4, 5, 3: {Say(4, 4, 4, 5, 3)}");
        Console.WriteLine($"1, 1, 5, 5: {Say(1, 1, 5, 5)}");
        Console.WriteLine($"2, 3, 5, 4, 2: {Say(2, 3, 5, 4, 2)}");
    }

    public static void DoRatersAgree(TextWriter Console)
    {
        // Three people sort eight remarks into themes 1 to 3; one of them skipped two.
        double?[][] remarks =
        [
            [1, 1, 1],
            [2, 2, null],
            [3, 3, 3],
            [2, 2, 2],
            [1, 1, 2],
            [3, 3, 3],
            [1, 1, null],
            [2, 3, 2],
        ];
        var alpha = KrippendorffAlpha.Of(remarks, MeasurementLevel.Nominal).Value;
        Console.WriteLine($"α {alpha.Value:0.00} from {alpha.Ratings} judgements on {alpha.Units} remarks");
    }

    public static void FarApart(TextWriter Console)
    {
        double[] leaders = [4, 5, 4, 4, 5, 3];
        double[] frontline = [2, 3, 2, 4, 3, 2, 1, 3];
        Console.WriteLine($"Cliff's δ {CliffsDelta.Of(leaders, frontline).Value:0.00}");
    }

    public static void WhatFirst(TextWriter Console)
    {
        WaitingWork[] work = [new("new form", 3, 300), new("second desk", 1, 1000), new("portal", 10, 100)];
        var order = Prioritisation.Cheapest(work);
        Console.WriteLine(string.Join(", ", order.Select(one => one.Name)));
        Console.WriteLine(
            $"Waiting costs {Prioritisation.WaitingCost(order):0}, the other way round {Prioritisation.WaitingCost(order.Reverse()):0}."
        );
    }
}
