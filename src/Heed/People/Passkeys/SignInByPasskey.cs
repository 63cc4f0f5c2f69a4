namespace Heed.People;

/// <summary>Signs in by a passkey alone: who holds the device and has unlocked it has given both steps.</summary>
public sealed class SignInByPasskey(PasskeyCheck check, WaysIn ways, Door door)
{
    public async Task<Outcome<Person>> Run(PasskeyRequest asked, CancellationToken stop)
    {
        if ((await check.Whose(asked.Answer, stop)).Refused(out var refusal, out var person))
            return refusal;
        if (!await ways.LeadSomewhere(person.Id, stop) || await ways.AreTheProviders(person.Id, stop))
            return PasskeyCheck.NotTaken;
        await door.Open(person, OpenedBy.Passkey);
        return person;
    }
}
