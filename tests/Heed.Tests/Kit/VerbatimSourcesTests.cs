namespace Heed.Tests.Kit;

public sealed class VerbatimSourcesTests
{
    sealed class Room(string? name) : IVerbatimSource
    {
        Verbatims? Said => name is null ? null : new([new("Cold coffee", "Why?")], 1, name, "/listen");

        public Task<Verbatims?> Behind(string computedFrom, int most, CancellationToken stop) => Task.FromResult(Said);

        public Task<Verbatims?> Last(int most, CancellationToken stop) => Task.FromResult(Said);
    }

    static VerbatimSources Of(params string?[] rooms) => new(rooms.Select(r => new Room(r)));

    [Fact]
    public async Task The_first_room_that_knows_lets_the_customers_speak()
    {
        Assert.Equal("Spring", (await Of(null, "Spring", "Autumn").Behind("score:1", 3, default))!.Of);
        Assert.Equal("Spring", (await Of(null, "Spring", "Autumn").Last(3, default))!.Of);
    }

    [Fact]
    public async Task Where_no_room_knows_nobody_speaks()
    {
        Assert.Null(await Of(null, null).Behind("score:1", 3, default));
        Assert.Null(await Of().Last(3, default));
    }

    [Fact]
    public async Task Behind_a_number_that_was_typed_stands_nobody() =>
        Assert.Null(await Of("Spring").Behind(null, 3, default));
}
