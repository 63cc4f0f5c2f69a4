using Heed.Journal;
using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>
/// Chooses the one attribute by which the words of a survey may be told apart. Once they were shown so it stays: who has
/// seen them by one attribute and sees them by another can match the words, and knows whole people.
/// </summary>
public sealed class ChooseWordsBy(HeedDb db, Member me, ReadRemarks remarks, ReadScores read, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<Survey> id, string? attribute, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Administrators choose what words are told apart by. Ask one of yours.");
        if (await read.Survey(id, stop) is not { } survey)
            return Refusal.Missing("survey");
        var by = await remarks.WordsBy(survey, stop);
        if (attribute is null || !by.Others.Contains(attribute))
            return new Refusal("Choose one of the attributes of this survey.").At("words-by");
        await using var act = await db.Database.BeginTransactionAsync(stop);
        // One statement decides between this choice and the first who reads.
        var chosen = await db
            .Surveys.Where(s => s.Id == id && s.WordsToldApartOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.WordsBy, attribute), stop);
        if (chosen == 0)
            return Refusal.Conflict(
                $"The words of “{survey.Name}” were shown told apart by “{by.Attribute}” already, so that stays."
            );
        journal.Write(
            "words-by",
            id,
            $"{me.Name} chose that the words of “{survey.Name}” are told apart by “{attribute}”."
        );
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return new Done();
    }
}
