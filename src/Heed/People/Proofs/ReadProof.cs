using Heed.Storage;

namespace Heed.People;

/// <summary>How whoever is here may prove to be oneself, for one act.</summary>
/// <param name="Stands">By the provider, a moment ago, and not used up.</param>
public sealed record ProofAsked(ProofFor For, bool HasPassword, bool ByProvider, bool Stands);

public sealed class ReadProof(HeedDb db, Member me, ProveByProvider provider)
{
    public async Task<ProofAsked> Of(ProofFor what, CancellationToken stop)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(p => p.Id == me.PersonId, stop);
        var byProvider = await provider.IsFor(person, stop);
        return new(
            what,
            person.PasswordHash is not null,
            byProvider,
            byProvider && await provider.Stands(person, what, stop)
        );
    }
}
