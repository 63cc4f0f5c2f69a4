using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Heed.Tests.Listen;
using Heed.Tests.Storage;
using Heed.Tests.Storage.Disks;

namespace Heed.Tests.Attacks;

/// <summary>Rows F1 to F4: what is sent, cut, killed or filled.</summary>
[Collection(AttackWalk.Name)]
public sealed class FaultAttacks(OneAttacked one)
{
    /// <summary>F1.</summary>
    [Fact]
    public async Task A_full_disk_is_said_in_words_and_costs_nothing_that_was_acknowledged()
    {
        Assert.SkipWhen(TestDatabase.Postgres is not null, "PostgreSQL keeps its rows on a disk of its own.");
        await using var disk = await SmallDisk.Mount(160);
        await using var heed = await Attacked.Start(disk.Folder);
        var (maya, holes) = (heed.Maya, new Holes());
        var metric = await maya.Metric("On a full disk", heed.Team);
        var file = await Uploads.Form(
            maya.Browser,
            "nps,note\n" + string.Concat(Enumerable.Repeat($"9,{new string('x', 500)}\n", 2_000))
        );
        var form = await maya.Browser.Drawn(
            "/customers/new",
            "group",
            new() { ["Asked.Name"] = "Regulars", ["Asked.Description"] = new string('x', 2000) }
        );
        await disk.Fold();
        disk.Fill();
        using var upload = await Uploads.Send(maya.Browser, file, script: true);
        Says("An upload", await Answer.Of(upload));
        using var saved = await form();
        Says("A form", await Answer.Of(saved));
        disk.Empty();

        ConcurrentBag<(string Day, int Value)> acknowledged = [];
        var days = 0;
        var refused = 0;
        var patience = Stopwatch.StartNew();
        // However fast the machine is, and however long the disk stays full.
        bool IsEnough(int tries) =>
            (tries >= 60 && acknowledged.Count > 20 && refused > 5) || patience.Elapsed > TimeSpan.FromMinutes(1);
        await using (disk.NowAndThen())
            await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(async _ =>
                    {
                        for (var i = 0; !IsEnough(i); i++)
                        {
                            var day = new DateOnly(1950, 1, 2)
                                .AddDays(7 * Interlocked.Increment(ref days))
                                .ToString("O", CultureInfo.InvariantCulture);
                            var put = await maya.Call(
                                "PUT",
                                $"/api/v1/metrics/{metric}/measurements/{day}",
                                new { value = i % 100, note = new string('n', 300) }
                            );
                            if (put.IsGiven)
                                acknowledged.Add((day, i % 100));
                            else
                                Interlocked.Increment(ref refused);
                        }
                    })
            );
        Assert.True(acknowledged.Count > 20 && refused > 5, $"{acknowledged.Count} acknowledged, {refused} refused.");
        await heed.Process.Kill();
        await heed.Restart();
        var there = (await maya.Again(heed).All($"/api/v1/metrics/{metric}/measurements"))
            .Select(m => (m.GetProperty("on").GetString()!, (int)m.GetProperty("value").GetDouble()))
            .ToHashSet();
        var lost = acknowledged.Where(a => !there.Contains(a)).ToList();
        holes.If(lost.Count > 0, $"{lost.Count} of {acknowledged.Count} values that were acknowledged are gone.");
        holes.None();

        void Says(string what, Answer answer) =>
            holes.If(
                !answer.Body.Contains("disk is full", StringComparison.Ordinal),
                $"{what} on a full disk is answered {answer.Status}: {Plain(answer.Body)}"
            );
    }

    static string Plain(string html) =>
        string.Join(
            ' ',
            new AngleSharp.Html.Parser.HtmlParser()
                .ParseDocument(html)
                .Body!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
                .Take(40)
        );

    /// <summary>F2.</summary>
    [Fact]
    [OnOneDatabase("files that lie beside the database")]
    public async Task Half_a_file_of_a_killed_upload_does_not_stay()
    {
        await using var heed = await Attacked.Start();
        var imports = Path.Combine(heed.Data, "imports");
        using var whole = await Uploads.Send(heed.Maya.Browser, await Uploads.Form(heed.Maya.Browser, "nps\n9\n10\n"));
        Assert.StartsWith("/listen/imports/", whole.Headers.Location!.ToString(), StringComparison.Ordinal);
        var waits = Assert.Single(Directory.GetFiles(imports));

        var half = new HalfAFile();
        var form = new MultipartFormDataContent
        {
            { new StringContent(await Uploads.Token(heed.Maya.Browser)), "__RequestVerificationToken" },
            { new StreamContent(half), "file", "answers.csv" },
        };
        var sending = Uploads.Send(heed.Maya.Browser, form);
        string[] Left() => [.. Directory.GetFiles(imports).Where(f => f != waits && new FileInfo(f).Length > 0)];
        await Errands.Until(() => Task.FromResult(Left().Length > 0));
        await heed.Process.Kill();
        half.Break();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        // Two days later: nobody is still sending it.
        foreach (var file in Directory.GetFiles(imports))
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddDays(-2));
        await heed.Restart();
        for (var look = 0; look < 20 && Left().Length > 0; look++)
            await Task.Delay(100);
        Assert.True(
            Left().Length == 0,
            $"Two days and a start after the kill there lies {string.Join(", ", Left().Select(f => $"{Path.GetFileName(f)} of {new FileInfo(f).Length:#,0} bytes"))}."
        );
        Assert.True(File.Exists(waits), "The file of an import that waits is gone.");
    }

    /// <summary>A megabyte, and then nothing until it breaks.</summary>
    sealed class HalfAFile : Stream
    {
        readonly TaskCompletionSource _broken = new();
        int _left = 1 << 20;

        public void Break() => _broken.TrySetException(new IOException("Broken off."));

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (_left == 0)
                await _broken.Task.WaitAsync(cancellationToken);
            var read = Math.Min(buffer.Length, _left);
            buffer.Span[..read].Fill((byte)'9');
            _left -= read;
            return read;
        }

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>F3.</summary>
    [Fact]
    public async Task A_zero_character_breaks_nothing_wherever_it_comes_in()
    {
        var (heed, maya, holes) = (one.Heed, one.Heed.Maya, new Holes());
        await maya.Do("POST", "/api/v1/teams", new { name = "Café" });
        Fine("A name", await maya.Call("POST", "/api/v1/teams", new { name = "Ca\0fé" }));
        foreach (
            var page in (string[])
                ["/find?q=a%00b", "/metrics?q=a%00b&words=a%00b", "/journal?kind=%00", "/members?q=%00"]
        )
            Fine(page, await maya.Send("GET", page));
        using var form = await maya.Browser.PostForm(
            "/customers/new",
            "group",
            new() { ["Asked.Name"] = "Regu\0lars" }
        );
        Fine("A form", await Answer.Of(form));

        const string Head = "nps,said\n";
        var whole = await heed.Import("Whole rows", $"{Head}9,words\n8,others\n", "Recommend", "Remark");
        Assert.Equal(("Done", 2), (whole.State, whole.Stored));
        var rows = Enumerable.Range(0, 2011).Select(i => i == 1500 ? "9\0,words\n" : $"{i % 11},words {i}\n");
        var zero = await heed.Import("A zero in one row", Head + string.Concat(rows), "Recommend", "Remark");
        holes.If(
            (zero.State, zero.Stored) != ("Done", 2010),
            $"A file with one zero in 2,011 rows is {zero.State}, with {zero.Stored} stored."
        );
        holes.None();

        void Fine(string what, Answer answer) =>
            holes.If(answer.Status >= 500, $"{what} with a zero character is answered {answer.Status}.");
    }

    /// <summary>F4.</summary>
    [Fact]
    public async Task A_survey_that_cannot_be_measured_keeps_no_other_from_it()
    {
        await using var heed = await Attacked.Start();
        var (maya, holes) = (heed.Maya, new Holes());
        const string Csv = "nps\n9\n10\n8\n7\n9\n10\n3\n6\n";
        var other = await heed.Survey("Measured", Csv, "Recommend");
        Assert.Equal(8, await Measured("Measured", 8));

        var question = string.Join(' ', Enumerable.Repeat("How likely is it that you come back", 8));
        var worded = await heed.Import(
            "A long question",
            Csv.Replace("nps", question, StringComparison.Ordinal),
            "Recommend"
        );
        Assert.Equal("Done", worded.State);
        await maya.Do(
            "POST",
            $"/api/v1/surveys/{other}/responses",
            new
            {
                responses = Enumerable
                    .Range(0, 60)
                    .Select(i => new
                    {
                        id = $"later-{i}",
                        on = Attacked.Day(0),
                        answers = new Dictionary<string, string> { ["nps"] = $"{i % 11}" },
                    }),
            }
        );
        var counts = await Measured("Measured", 60);
        holes.If(
            counts is not >= 60,
            $"After a survey with a long question another one, of 68 answers by now, is measured with {counts}."
        );
        counts = await Measured("A long question", 8);
        holes.If(
            counts != 8,
            $"A survey with a long question of 8 answers is measured with {counts?.ToString(CultureInfo.InvariantCulture) ?? "no metric"}."
        );
        holes.None();

        // The newest count behind the score, when it is so large, or when patience ends.
        async Task<double?> Measured(string survey, double people)
        {
            for (var look = 0; ; look++)
            {
                var count = (await maya.All($"/api/v1/metrics?words={Uri.EscapeDataString(survey)}"))
                    .Select(m => m.GetProperty("last"))
                    .Where(last => last.ValueKind is JsonValueKind.Object)
                    .Select(last => (double?)last.GetProperty("count").GetDouble())
                    .FirstOrDefault();
                if (count >= people || look == 40)
                    return count;
                await Task.Delay(250);
            }
        }
    }
}
