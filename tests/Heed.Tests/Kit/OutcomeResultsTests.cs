using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Tests.Kit;

public sealed class OutcomeResultsTests
{
    static Task<Outcome<string>> Given => Task.FromResult<Outcome<string>>("latte");
    static Task<Outcome<string>> Refused =>
        Task.FromResult<Outcome<string>>(Refusal.Conflict("There is no milk. Buy some."));

    static void IsTheRefusal(IResult answer)
    {
        var problem = Assert.IsType<ProblemHttpResult>(Assert.IsAssignableFrom<INestedHttpResult>(answer).Result);
        Assert.Equal(409, problem.StatusCode);
        Assert.Equal("There is no milk. Buy some.", problem.ProblemDetails.Detail);
    }

    static T Is<T>(IResult answer) => Assert.IsType<T>(Assert.IsAssignableFrom<INestedHttpResult>(answer).Result);

    [Fact]
    public async Task A_thing_is_answered_as_it_is_or_in_the_form_of_the_wire()
    {
        Assert.Equal("latte", Is<Ok<string>>(await Given.Ok()).Value);
        Assert.Equal(5, Is<Ok<int>>(await Given.Ok(t => t.Length)).Value);
        Assert.Equal(5, Is<Ok<int>>(await Given.Ok(t => Task.FromResult(t.Length))).Value);
    }

    [Fact]
    public async Task A_made_thing_is_told_with_its_address_under_the_api()
    {
        var plain = Is<Created<string>>(await Given.Created(t => $"/cups/{t}"));
        Assert.Equal(("/api/v1/cups/latte", "latte"), (plain.Location, plain.Value));
        var seen = Is<Created<int>>(await Given.Created(t => $"/cups/{t}", t => t.Length));
        Assert.Equal(("/api/v1/cups/latte", 5), (seen.Location, seen.Value));
        var readBack = Is<Created<int>>(await Given.Created(t => $"/cups/{t}", t => Task.FromResult(t.Length)));
        Assert.Equal(("/api/v1/cups/latte", 5), (readBack.Location, readBack.Value));
    }

    [Fact]
    public async Task Nothing_to_hand_back_is_204() =>
        Assert.Equal(204, Is<NoContent>(await Given.NoContent()).StatusCode);

    [Fact]
    public async Task A_refusal_is_the_same_problem_in_each_form()
    {
        IsTheRefusal(await Refused.Ok());
        IsTheRefusal(await Refused.Ok(t => t.Length));
        IsTheRefusal(await Refused.Ok(t => Task.FromResult(t.Length)));
        IsTheRefusal(await Refused.Created(t => t));
        IsTheRefusal(await Refused.Created(t => t, t => t.Length));
        IsTheRefusal(await Refused.Created(t => t, t => Task.FromResult(t.Length)));
        IsTheRefusal(await Refused.NoContent());
    }

    [Fact]
    public async Task What_is_not_here_is_missing_in_words()
    {
        Assert.Equal("latte", Is<Ok<string>>(await Task.FromResult<string?>("latte").OkOrMissing("cup")).Value);
        Assert.Equal(5, Is<Ok<int>>(await Task.FromResult<string?>("latte").OkOrMissing("cup", t => t.Length)).Value);
        foreach (
            IResult answer in new IResult[]
            {
                await Task.FromResult<string?>(null).OkOrMissing("cup"),
                await Task.FromResult<string?>(null).OkOrMissing("cup", t => t.Length),
            }
        )
        {
            var problem = Is<ProblemHttpResult>(answer);
            Assert.Equal(404, problem.StatusCode);
            Assert.Equal("There is no such cup here. It may have been removed.", problem.ProblemDetails.Detail);
        }
    }
}
