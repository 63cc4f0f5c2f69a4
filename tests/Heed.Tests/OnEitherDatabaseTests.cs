using System.Reflection;

namespace Heed.Tests;

/// <summary>Which tests are run on both databases.</summary>
public sealed class OnEitherDatabaseTests
{
    /// <summary>Whoever leaves a database out says what the tests are about instead.</summary>
    [Fact]
    public void What_is_run_on_one_database_alone_says_why()
    {
        var alone = typeof(OnEitherDatabase)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods().Cast<MemberInfo>().Prepend(t))
            .Select(m => m.GetCustomAttribute<OnOneDatabaseAttribute>(false))
            .OfType<OnOneDatabaseAttribute>()
            .ToList();
        Assert.NotEmpty(alone);
        Assert.All(alone, a => Assert.True(a.Because.Length > 10, a.Because));
    }

    [Theory]
    [InlineData(typeof(Ways), nameof(Ways.Straight), true)]
    [InlineData(typeof(Ways), nameof(Ways.ThroughAHelper), true)]
    [InlineData(typeof(Ways), nameof(Ways.InALambda), true)]
    [InlineData(typeof(Ways), nameof(Ways.AfterAWait), true)]
    [InlineData(typeof(Ways), nameof(Ways.OneByOne), true)]
    [InlineData(typeof(Ways), nameof(Ways.ByWhatIsMade), true)]
    [InlineData(typeof(Ways), nameof(Ways.ByAnOpenKind), true)]
    [InlineData(typeof(Ways), nameof(Ways.ByAField), true)]
    [InlineData(typeof(Ways), nameof(Ways.ByItsRows), true)]
    [InlineData(typeof(Given), nameof(Given.Nothing), true)]
    [InlineData(typeof(Ways), nameof(Ways.None), false)]
    [InlineData(typeof(Laws), null, false)]
    public void A_test_asks_a_database_however_far_away(Type type, string? method, bool asks) =>
        Assert.All(
            type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                )
                .Where(m => method is null || m.Name == method),
            m => Assert.Equal(asks, OnEitherDatabase.Asks(m))
        );
}

/// <summary>What tests look like, without being any.</summary>
sealed class Ways
{
    public static async Task Straight() => await End(World.Start());

    public static Task ThroughAHelper() => Helper.Far();

    public static void InALambda() => Run(() => Helper.Far());

    public static async Task AfterAWait()
    {
        await Task.Yield();
        await Helper.Far();
    }

    public static IEnumerable<Task> OneByOne()
    {
        yield return Task.CompletedTask;
        yield return Helper.Far();
    }

    public static IDisposable ByWhatIsMade() => new Thing();

    public static object ByAnOpenKind() => Of<int>.Far();

    public static object? ByAField() => Kept.Name;

#pragma warning disable xUnit1008 // It looks like a test, and is none.
    [MemberData(nameof(Rows))]
    public static void ByItsRows() { }
#pragma warning restore xUnit1008

    public static int None() => ",,".Count(c => c == ',');

    public static IEnumerable<object[]> Rows() =>
        [
            [TestDatabase.Name],
        ];

    static void Run(Action act) => act();

    static async Task End(Task<World> world) => await (await world).DisposeAsync();

    static class Helper
    {
        public static Task Far() => TestDatabase.New("");
    }

    static class Kept
    {
        public static readonly string Name = TestDatabase.Name;
    }

    static class Of<T>
    {
        public static object Far() => TestDatabase.Name + typeof(T);
    }

    sealed class Thing : IDisposable
    {
        public void Dispose() => Helper.Far();
    }
}

/// <summary>A class that a fixture with a database is given to.</summary>
sealed class Given(Given.Fixture fixture)
{
    public Fixture Nothing() => fixture;

    public sealed class Fixture
    {
        public string Name { get; } = TestDatabase.Name;
    }
}
