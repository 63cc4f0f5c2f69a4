namespace Heed.Storage;

/// <summary>A letter in Heed's own words: paragraphs and at most one link. What others typed is text in it, never a link.</summary>
/// <param name="AskedFor">The address asked for it itself, or could not get in without it: it goes out whatever the address declined, and offers no way to decline it.</param>
public sealed record OutgoingMail(
    string To,
    string Subject,
    IReadOnlyList<string> Paragraphs,
    string Link,
    string LinkSays,
    bool AskedFor
);
