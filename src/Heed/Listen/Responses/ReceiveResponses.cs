using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json.Serialization;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Listen;

/// <summary>One response sent by a program. The same id again changes nothing.</summary>
public sealed class ResponseRequest
{
    [Required(ErrorMessage = "Give each response the id that your system has for it, so that it is stored once.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters for the id of a response.")]
    [JsonConverter(typeof(TextOrNumber))]
    public string? Id { get; set; }

    /// <summary>The day it was given.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The round of asking, where there is one.</summary>
    [StringLength(100, ErrorMessage = "Use at most 100 characters for the name of a wave.")]
    [JsonConverter(typeof(TextOrNumber))]
    public string? Wave { get; set; }
    public double? Weight { get; set; }

    /// <summary>By the name of a question or attribute of the survey: a point of its scale or another number, words, or null for no answer.</summary>
    [Required(ErrorMessage = "Give the answers, by the names of the survey's questions.")]
    [JsonConverter(typeof(TextsOrNumbers))]
    public Dictionary<string, string?>? Answers { get; set; }
}

public sealed class ResponsesRequest
{
    public const int Most = 1000;

    [Required(ErrorMessage = "Send the responses as a list.")]
    public List<ResponseRequest>? Responses { get; set; }
}

/// <summary>What became of a batch: each response is stored now, or was here before.</summary>
public sealed record ResponsesReceipt(int Stored, int Known);

/// <summary>Takes in responses from a program: a batch whole or not at all, each id once.</summary>
public sealed class ReceiveResponses(
    HeedDb db,
    Member me,
    Workspace here,
    ReadScores read,
    StoredResponses stored,
    ReleaseAnswers release,
    JobQueue jobs,
    Limits limits,
    TimeProvider clock
)
{
    public async Task<Outcome<ResponsesReceipt>> Run(
        Id<Survey> id,
        IReadOnlyList<ResponseRequest> responses,
        CancellationToken stop
    )
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here, not send responses. Ask an administrator.");
        if (await read.Survey(id, stop) is not { } survey)
            return Refusal.Missing("survey");
        if (responses.Count is 0 or > ResponsesRequest.Most)
            return new Refusal(
                $"Send 1 to {ResponsesRequest.Most:#,0} responses at a time; these are {responses.Count:#,0}."
            );
        var (shape, mapping) = Form(survey, responses);
        if (CompiledMapping.Of(shape, mapping).Refused(out var refusal, out var plan))
            return refusal;
        if (Written(survey, plan, responses).Refused(out refusal, out var rows))
            return refusal;
        await using var act = await db.Database.BeginTransactionAsync(stop);
        // Locks the survey until the batch is in: an id cannot arrive twice at once, nor beside an import.
        var free = await db
            .Surveys.Where(s => s.Id == id && s.TakingIn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Edition, s => s.Edition), stop);
        if (free == 0)
            return Refusal.Conflict("An import into this survey is under way. Send these responses again in a minute.");
        rows = await Unknown(rows, stop);
        if (rows.Count == 0)
            return new ResponsesReceipt(0, responses.Count);
        if (limits.Responses(await db.Imports.Stored(stop) + rows.Count) is { } full)
            return full;
        var import = await Import(survey, shape, mapping, stop);
        var first = await Room(import, rows.Count, stop);
        await stored.Insert(
            rows.Select(
                (r, i) =>
                    new Response
                    {
                        Sequence = import.SequenceOf(first + i),
                        Content = Bytes(r.Content),
                        External = Bytes(r.External),
                        Record = r.Record,
                    }
            ),
            stop
        );
        await Release(survey.Id, import, first + rows.Count - 1, stop);
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return new ResponsesReceipt(rows.Count, responses.Count - rows.Count);
    }

    /// <summary>
    /// No line of the journal says that answers came, how many or when: the survey says it when enough have come to be shown.
    /// The receipt counts what the sender has sent.
    /// </summary>
    async Task Release(Id<Survey> id, Import import, long rows, CancellationToken stop)
    {
        var survey = await db
            .Surveys.AsSplitQuery()
            .Include(s => s.Questions)
            .Include(s => s.Attributes)
            .SingleAsync(s => s.Id == id, stop);
        if (await release.Apply(survey, import, rows, stop) > 0)
            await jobs.AddOnce(MeasureScores.Kind, id, stop);
    }

    async Task<List<Row>> Unknown(List<Row> rows, CancellationToken stop)
    {
        var there = await stored.Known(rows.ConvertAll(r => (byte[]?)Bytes(r.External)), stop);
        var known = there.Select(x => System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(x)).ToHashSet();
        return rows.FindAll(r => !known.Contains(r.External));
    }

    /// <summary>What stands between the options of an answer that names several.</summary>
    const string SentBetween = ";";

    /// <summary>The columns that a file of these responses would have.</summary>
    static (FileShape, Mapping) Form(Survey survey, IReadOnlyList<ResponseRequest> responses)
    {
        List<ColumnMapping> columns =
        [
            new("id", ColumnUse.Identity),
            new("on", ColumnUse.Date),
            new("wave", ColumnUse.Wave),
        ];
        if (responses.Any(r => r.Weight is not null))
            columns.Add(new("weight", ColumnUse.Weight));
        columns.AddRange(
            survey
                .Questions.OrderBy(q => q.Id.Value)
                .Select(q => new ColumnMapping(
                    $"? {q.Name}",
                    Enum.Parse<ColumnUse>(q.Kind.ToString()),
                    q.Name,
                    q.Scale,
                    Separator: q.Kind == QuestionKind.Choices ? SentBetween : null
                ))
        );
        columns.AddRange(
            survey
                .Attributes.OrderBy(a => a.Id.Value)
                .Select(a => new ColumnMapping($"= {a.Name}", ColumnUse.Attribute, a.Name))
        );
        return (
            new(FileEncoding.Utf8, ',', 0, [.. columns.Select(c => new FileColumn(c.Column, c.Column))], []),
            new() { Columns = columns, DateOrder = DateOrder.DayFirst }
        );
    }

    sealed record Row(UInt128 Content, UInt128 External, byte[] Record);

    Outcome<List<Row>> Written(Survey survey, CompiledMapping plan, IReadOnlyList<ResponseRequest> responses)
    {
        var names = plan
            .Mapping.Columns.Where(c => c.Name is not null)
            .Select(c => c.Name!)
            .ToHashSet(StringComparer.Ordinal);
        var pass = new ClassifyRows(plan, new SeenResponses(), survey.Id.ToString(), here.Today(clock));
        using var reader = RecordReader.Over(',');
        Dictionary<UInt128, Row> rows = [];
        for (var i = 0; i < responses.Count; i++)
        {
            var response = responses[i];
            if (response.Id is null or "" || response.Answers is null)
                return new Refusal($"Response {i + 1} has no id or no answers. Nothing was stored.");
            if (response.Answers.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
                return new Refusal(
                    $"Response {i + 1} answers “{unknown}”, which is no question or attribute of “{survey.Name}”. It has {string.Join(", ", names.Take(20))}. Nothing was stored."
                );
            var record = Encoding.UTF8.GetBytes(string.Join(',', plan.Mapping.Columns.Select(c => Cell(c, response))));
            reader.Load(record);
            if (pass.Fault(reader) is { } because)
                return new Refusal($"Response {i + 1}: {because} Nothing was stored.");
            var external = ResponseHash.External(survey.Id.ToString(), Encoding.UTF8.GetBytes(response.Id.Trim()));
            rows.TryAdd(external, new(ResponseHash.Of(record), external, record));
        }
        return rows.Values.ToList();
    }

    static string Cell(ColumnMapping column, ResponseRequest response)
    {
        var text = column.Use switch
        {
            ColumnUse.Identity => response.Id!.Trim(),
            ColumnUse.Date => Format.Iso(response.On),
            ColumnUse.Wave => response.Wave,
            ColumnUse.Weight => Format.Exact(response.Weight ?? 1),
            _ => response.Answers!.GetValueOrDefault(column.Name!),
        };
        return CsvWriter.Exact(text);
    }

    /// <summary>
    /// All that one survey is sent with the same columns is one growing import, of the administrators or of one other
    /// sender.
    /// </summary>
    async Task<Import> Import(Survey survey, FileShape shape, Mapping mapping, CancellationToken stop)
    {
        var hash = $"api {shape.HeaderHash}";
        Id<Member>? sender = me.IsAdmin ? null : me.Id;
        var import = await db.Imports.FirstOrDefaultAsync(
            i => i.SurveyId == survey.Id && i.Source == ImportSource.Api && i.FileHash == hash && i.Sender == sender,
            stop
        );
        if (import is not null)
            return import;
        import = new Import
        {
            SurveyId = survey.Id,
            SurveyName = survey.Name,
            Source = ImportSource.Api,
            FileName = "Sent by programs",
            FileSize = 0,
            FileHash = hash,
            Shape = shape.ToJson(),
            Mapping = mapping.ToJson(),
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
            Sender = sender,
        };
        import.Become(ImportState.Done, clock.GetUtcNow(), me.Id);
        db.Imports.Add(import);
        await db.SaveChangesAsync(stop);
        return import;
    }

    /// <summary>Takes row numbers for this batch alone: the update locks the row until the batch is in.</summary>
    async Task<long> Room(Import import, int rows, CancellationToken stop)
    {
        await db
            .Imports.Where(i => i.Id == import.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(i => i.Stored, i => i.Stored + rows).SetProperty(i => i.Read, i => i.Read + rows),
                stop
            );
        var stored = await db
            .Imports.AsNoTracking()
            .Where(i => i.Id == import.Id)
            .Select(i => i.Stored)
            .SingleAsync(stop);
        return stored - rows + 1;
    }

    static byte[] Bytes(UInt128 hash)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(bytes, hash);
        return bytes;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/surveys/{id}/responses", Post)
            .WithName("SendResponses")
            .WithSummary("Takes responses in, each known or new by its fingerprint.");

    static Task<Results<Ok<ResponsesReceipt>, ProblemHttpResult>> Post(
        Id<Survey> id,
        ResponsesRequest asked,
        ReceiveResponses receive,
        CancellationToken stop
    ) => receive.Run(id, asked.Responses!, stop).Ok();
}
