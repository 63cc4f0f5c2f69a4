using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class SignerRequest
{
    [Required(ErrorMessage = "Choose a member.")]
    public Id<Member>? Member { get; set; }
}

public sealed record SignerView(Id<Member> Member, string Name);

/// <summary>Administrators say who signs for compliance. Signing is a task of its own: no role brings it along.</summary>
public sealed class NameSigner(HeedDb db, Member me, ReadMembers members, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<MemberView>> Run(SignerRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refused;
        if (await members.Of(asked.Member!.Value, stop) is not { DeactivatedAt: null } member)
            return Refusal.Missing("member");
        if (member.Role == Role.Viewer)
            return new Refusal($"{member.Name} is a viewer, and viewers sign nothing.").At(nameof(asked.Member));
        if (await db.Signers.AnyAsync(s => s.MemberId == member.Id, stop))
            return member;
        db.Signers.Add(
            new()
            {
                MemberId = member.Id,
                NamedBy = me.Id,
                NamedAt = clock.GetUtcNow(),
            }
        );
        journal.Write("signer", member.Id, $"{me.Name} named {member.Name} to sign for compliance.");
        await db.SaveChangesAsync(stop);
        return member;
    }

    public async Task<Outcome<Done>> Remove(Id<Member> id, CancellationToken stop)
    {
        if (await members.Of(id, stop) is not { } member)
            return Refusal.Missing("member");
        if (!me.IsAdmin)
            return Refused;
        if (await db.Signers.SingleOrDefaultAsync(s => s.MemberId == id, stop) is not { } signer)
            return new Done();
        db.Signers.Remove(signer);
        journal.Write("signer", id, $"{me.Name} ended that {member.Name} signs for compliance.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    static Refusal Refused { get; } = Refusal.Forbidden("Administrators say who signs for compliance.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/signers", List).WithName("ListSigners").WithSummary("Who signs for compliance.");
        api.MapPost("/signers", Post)
            .WithName("NameSigner")
            .WithSummary("Names a member to sign for compliance. For administrators.");
        api.MapDelete("/members/{id}/signing", Delete)
            .WithName("RemoveSigner")
            .WithSummary("A member signs no longer for compliance. For administrators.");
    }

    static async Task<Ok<IReadOnlyList<SignerView>>> List(ReadRequirements read, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<SignerView>>([
            .. (await read.Signers(stop)).Select(m => new SignerView(m.Id, m.Name)),
        ]);

    static Task<Results<Ok<SignerView>, ProblemHttpResult>> Post(
        SignerRequest asked,
        NameSigner name,
        CancellationToken stop
    ) => name.Run(asked, stop).Ok(m => new SignerView(m.Id, m.Name));

    static Task<Results<NoContent, ProblemHttpResult>> Delete(Id<Member> id, NameSigner name, CancellationToken stop) =>
        name.Remove(id, stop).NoContent();
}
