using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Kit;

/// <summary>
/// How an endpoint answers with what a use case gives back: the thing in the form of the wire, or the refusal as problem
/// details. The types say what can come, so the description of the API is exact.
/// </summary>
public static class OutcomeResults
{
    /// <summary>Where the API begins; addresses of created things are given without it.</summary>
    public const string Root = "/api/v1";

    public static async Task<Results<Ok<T>, ProblemHttpResult>> Ok<T>(this Task<Outcome<T>> act)
        where T : notnull =>
        (await act).Refused(out var refusal, out var value) ? refusal.Problem() : TypedResults.Ok(value);

    public static async Task<Results<Ok<TView>, ProblemHttpResult>> Ok<T, TView>(
        this Task<Outcome<T>> act,
        Func<T, TView> of
    )
        where T : notnull =>
        (await act).Refused(out var refusal, out var value) ? refusal.Problem() : TypedResults.Ok(of(value));

    /// <summary>Where the view has to be read again, with what only the database knows.</summary>
    public static async Task<Results<Ok<TView>, ProblemHttpResult>> Ok<T, TView>(
        this Task<Outcome<T>> act,
        Func<T, Task<TView>> of
    )
        where T : notnull =>
        (await act).Refused(out var refusal, out var value) ? refusal.Problem() : TypedResults.Ok(await of(value));

    public static async Task<Results<Created<T>, ProblemHttpResult>> Created<T>(
        this Task<Outcome<T>> act,
        Func<T, string> at
    )
        where T : notnull =>
        (await act).Refused(out var refusal, out var value)
            ? refusal.Problem()
            : TypedResults.Created(Root + at(value), value);

    public static async Task<Results<Created<TView>, ProblemHttpResult>> Created<T, TView>(
        this Task<Outcome<T>> act,
        Func<T, string> at,
        Func<T, TView> of
    )
        where T : notnull =>
        (await act).Refused(out var refusal, out var value)
            ? refusal.Problem()
            : TypedResults.Created(Root + at(value), of(value));

    /// <summary>Where the view has to be read again, with what only the database knows.</summary>
    public static async Task<Results<Created<TView>, ProblemHttpResult>> Created<T, TView>(
        this Task<Outcome<T>> act,
        Func<T, string> at,
        Func<T, Task<TView>> of
    )
        where T : notnull =>
        (await act).Refused(out var refusal, out var value)
            ? refusal.Problem()
            : TypedResults.Created(Root + at(value), await of(value));

    public static async Task<Results<NoContent, ProblemHttpResult>> NoContent<T>(this Task<Outcome<T>> act)
        where T : notnull => (await act).Refused(out var refusal) ? refusal.Problem() : TypedResults.NoContent();

    /// <summary>A thing that was looked for: itself, or the words for what is not here.</summary>
    public static async Task<Results<Ok<T>, ProblemHttpResult>> OkOrMissing<T>(this Task<T?> found, string what)
        where T : class => await found is { } value ? TypedResults.Ok(value) : Refusal.Missing(what).Problem();

    public static async Task<Results<Ok<TView>, ProblemHttpResult>> OkOrMissing<T, TView>(
        this Task<T?> found,
        string what,
        Func<T, TView> of
    )
        where T : class => await found is { } value ? TypedResults.Ok(of(value)) : Refusal.Missing(what).Problem();

    /// <summary>What belongs to a thing that was looked for.</summary>
    public static async Task<Results<Ok<IReadOnlyList<TView>>, ProblemHttpResult>> ListOrMissing<T, TView>(
        this Task<T?> found,
        string what,
        Func<T, Task<IReadOnlyList<TView>>> of
    )
        where T : class =>
        await found is { } value ? TypedResults.Ok(await of(value)) : Refusal.Missing(what).Problem();
}
