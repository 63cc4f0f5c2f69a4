namespace Heed.Kit;

/// <summary>An expected "no", in a sentence that says what, where and what to do.</summary>
public sealed record Refusal(string Because, int Status = StatusCodes.Status422UnprocessableEntity)
{
    /// <summary>The field of the request that it speaks of, so that a page can say it beside that field; empty where it is the whole.</summary>
    public string? Field { get; init; }

    public Refusal At(string field) => this with { Field = field };

    /// <summary>The same words for an unknown thing and for another workspace's thing, so that nobody can tell which.</summary>
    public static Refusal Missing(string what) =>
        new($"There is no such {what} here. It may have been removed.", StatusCodes.Status404NotFound);

    public static Refusal Forbidden(string because) => new(because, StatusCodes.Status403Forbidden);

    public static Refusal Conflict(string because) => new(because, StatusCodes.Status409Conflict);

    public Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Problem() =>
        TypedResults.Problem(detail: Because, statusCode: Status);
}

/// <summary>Words for what goes wrong outside of a use case, such as a full disk; null where there are none but an apology.</summary>
public delegate Refusal? FaultWords(Exception problem);
