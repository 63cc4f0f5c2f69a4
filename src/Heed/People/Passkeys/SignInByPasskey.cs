namespace Heed.People;

/// <summary>Signs in by a passkey alone: who holds the device and has unlocked it has given both steps.</summary>
public sealed class SignInByPasskey(PasskeyCheck check, WaysIn ways, Door door, SecurityLog log)
{
    public async Task<Outcome<Person>> Run(PasskeyRequest asked, CancellationToken stop)
    {
        if ((await check.Whose(asked.Answer, stop)).Refused(out var refusal, out var person))
        {
            log.KeptOut(null, "the passkey was not taken");
            return refusal;
        }
        if (!await ways.LeadSomewhere(person.Id, stop) || await ways.AreTheProviders(person.Id, stop))
        {
            log.KeptOut(person.Id, "this way is shut");
            return PasskeyCheck.NotTaken;
        }
        await door.Open(person, OpenedBy.Passkey);
        return person;
    }
}
