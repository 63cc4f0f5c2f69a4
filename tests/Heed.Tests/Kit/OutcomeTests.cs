namespace Heed.Tests.Kit;

public class OutcomeTests
{
    [Fact]
    public void An_outcome_is_the_thing_or_a_refusal_and_never_both()
    {
        Outcome<string> given = "a cup";
        Outcome<string> refused = new Refusal("There are no cups. Wash one.");

        Assert.False(given.Refused(out var because, out var value));
        Assert.Null(because);
        Assert.Equal("a cup", value);
        Assert.True(refused.Refused(out because, out value));
        Assert.Equal("There are no cups. Wash one.", because.Because);
        Assert.Null(value);
    }

    [Fact]
    public void A_refusal_keeps_its_words_on_the_wire_and_may_name_its_field()
    {
        var refusal = Refusal.Conflict("Somebody else was faster. Look at what changed.").At("Name");

        Assert.Equal((409, "Name"), (refusal.Status, refusal.Field));
        Assert.Equal(refusal.Because, refusal.Problem().ProblemDetails.Detail);
        Assert.Equal(409, refusal.Problem().StatusCode);
        Assert.Null(new Refusal("No.").Field);
    }

    [Fact]
    public void An_unknown_thing_and_a_foreign_one_are_refused_in_the_same_words()
    {
        Assert.Equal(Refusal.Missing("metric"), Refusal.Missing("metric"));
        Assert.Equal(404, Refusal.Missing("metric").Status);
        Assert.Equal(403, Refusal.Forbidden("Only a lead may.").Status);
        Assert.Equal(422, new Refusal("No.").Status);
    }
}
