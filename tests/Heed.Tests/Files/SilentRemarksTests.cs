namespace Heed.Tests.Files;

/// <summary>Remarks that say nothing, in eight languages, and those that only look like it.</summary>
public sealed class SilentRemarksTests
{
    [Theory]
    [InlineData("Nil")]
    [InlineData("n/a.")]
    [InlineData("No comments!")]
    [InlineData("I don’t have any comments")]
    [InlineData("...")]
    [InlineData("?")]
    [InlineData("👍")]
    [InlineData("x")]
    [InlineData("12")]
    [InlineData("Keine Angabe")]
    [InlineData("k.A.")]
    [InlineData("Rien à signaler")]
    [InlineData("R.A.S.")]
    [InlineData("Sin comentarios")]
    [InlineData("Nessun commento")]
    [InlineData("Geen opmerkingen")]
    [InlineData("Sem comentários")]
    [InlineData("Brak uwag")]
    public void Nothing_is_said(string remark) => Assert.True(SilentRemarks.Hold(remark));

    [Theory]
    [InlineData("Nothing works")]
    [InlineData("No parking")]
    [InlineData("Nil points for the queue")]
    [InlineData("slow")]
    [InlineData("Teuer")]
    [InlineData("好")]
    [InlineData("Nichts funktioniert")]
    [InlineData("No, the staff was rude")]
    public void Something_is_said(string remark) => Assert.False(SilentRemarks.Hold(remark));

    [Theory]
    [InlineData("Great &amp; &#39;good&#39;<br/>thanks", "Great & 'good' thanks")]
    [InlineData("<p>Slow</p><p>and rude</p>", "Slow and rude")]
    [InlineData("5 < 6 & 7 > 3", "5 < 6 & 7 > 3")]
    [InlineData("&lt;b&gt;bold&lt;/b&gt;", "bold")]
    public void Tags_and_entities_are_no_words(string remark, string plain) =>
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(SilentRemarks.Plain(remark), " +", " "));
}
