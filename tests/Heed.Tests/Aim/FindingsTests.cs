using Heed.Aim;

namespace Heed.Tests.Aim;

public sealed class FindingsTests
{
    [Theory]
    [InlineData("new regulars", "launch the loyalty card", "output")]
    [InlineData("staff", "training for the new till", "output")]
    [InlineData("our team", "answer within a day", "customer")]
    [InlineData("visitors", "see fewer pop-ups", "system")] // domain-methods 0.1: the book's own counter-example
    public void Words_of_output_teams_and_systems_are_pointed_out(string who, string doesWhat, string rule) =>
        Assert.Equal(rule, Assert.Single(Findings.OfWords(who, doesWhat)).Rule);

    [Theory]
    [InlineData("existing customers", "leave the service because of its user experience")] // Gothelf and Seiden 2024
    [InlineData("new regulars", "order again within a month")]
    [InlineData("visitors", "open a support ticket")]
    [InlineData("guests", "recommend us to a friend")]
    public void Behaviour_of_customers_is_left_alone(string who, string doesWhat) =>
        Assert.Empty(Findings.OfWords(who, doesWhat));

    [Theory]
    [InlineData("Deliver the new till", "output", "Deliver")]
    [InlineData("Grow reorders to 75 %", "number", "75 %")]
    public void An_objective_that_names_work_or_a_number_is_asked_about(string title, string rule, string words)
    {
        var finding = Assert.Single(
            Findings.Of(
                new Objective
                {
                    TeamId = default,
                    CycleId = default,
                    Title = title,
                    Why = "",
                    ByWhen = default,
                    CreatedAt = default,
                }
            )
        );
        Assert.Equal((rule, words), (finding.Rule, finding.Words));
        Assert.EndsWith(rule == "output" ? "?" : ".", finding.Says, StringComparison.Ordinal);
    }
}
