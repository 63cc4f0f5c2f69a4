using Heed.Storage;

namespace Heed.Journal;

/// <summary>Writes the line of history in the same transaction as the act. The caller saves.</summary>
public sealed class JournalWriter(HeedDb db, TimeProvider clock)
{
    public void Write<T>(string act, Id<T> subject, string sentence) =>
        db.Entries.Add(
            new Entry
            {
                At = clock.GetUtcNow(),
                MemberId = db.Visitor,
                Act = act,
                Kind = typeof(T).Name,
                SubjectId = subject.Value,
                Sentence = sentence,
            }
        );
}
