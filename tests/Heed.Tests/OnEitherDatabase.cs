using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(Heed.Tests.OnEitherDatabase))]

namespace Heed.Tests;

/// <summary>Of tests that need some database and would say the same of any: they are run on SQLite alone.</summary>
/// <param name="because">What they are about instead.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnOneDatabaseAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}

/// <summary>
/// One suite for both databases. On PostgreSQL only what can ask a database is run again: to the rest it makes no difference,
/// and that was run on SQLite.
/// </summary>
public sealed class OnEitherDatabase : XunitTestFramework
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) => new Discoverer(assembly);

    /// <summary>Whether the code of a test leads to a database: by what it calls, makes or is given, however far away.</summary>
    public static bool Asks(MethodInfo test) => Seeds(test).Any(Asking.Value.Contains);

    static bool IsOnOne(MemberInfo member) => member.IsDefined(typeof(OnOneDatabaseAttribute), false);

    sealed class Discoverer(Assembly assembly)
        : XunitTestFrameworkDiscoverer(new XunitTestAssembly(assembly, version: assembly.GetName().Version))
    {
        protected override ValueTask<bool> FindTestsForMethod(
            IXunitTestMethod testMethod,
            ITestFrameworkDiscoveryOptions discoveryOptions,
            Func<ITestCase, ValueTask<bool>> discoveryCallback
        ) =>
            TestDatabase.Postgres is null
            || (Asks(testMethod.Method) && !IsOnOne(testMethod.TestClass.Class) && !IsOnOne(testMethod.Method))
                ? base.FindTestsForMethod(testMethod, discoveryOptions, discoveryCallback)
                : new(true);
    }

    /// <summary>Everything in this assembly from which a way leads to <see cref="TestDatabase"/>.</summary>
    static readonly Lazy<HashSet<MemberInfo>> Asking = new(FindAsking);

    static HashSet<MemberInfo> FindAsking()
    {
        var here = typeof(OnEitherDatabase).Assembly;
        Dictionary<MemberInfo, List<MemberInfo>> namedBy = [];
        foreach (var type in here.GetTypes())
        {
            var (isMachine, isClosure) = (IsMachine(type), IsMadeByTheCompiler(type) && !IsMachine(type));
            foreach (var method in Methods(type))
            {
                foreach (var named in Reach.Members(method).SelectMany(Named).Where(n => n.Module.Assembly == here))
                    Note(named, method);
                // Whoever makes a thing may call all that it does. What lambdas do is named where they stand.
                if (isMachine || (method is { IsConstructor: true, IsStatic: false } && !isClosure))
                    foreach (var other in Methods(type).Where(other => other != method))
                        Note(other, method);
                // What a class does on its own before it is used.
                if (type.TypeInitializer is { } first && first != method)
                    Note(first, method);
            }
        }
        HashSet<MemberInfo> asking = [];
        Queue<MemberInfo> next = new([typeof(TestDatabase), .. Methods(typeof(TestDatabase))]);
        while (next.TryDequeue(out var member))
            if (asking.Add(member))
                foreach (var from in namedBy.GetValueOrDefault(member) ?? [])
                    next.Enqueue(from);
        return asking;

        void Note(MemberInfo named, MemberInfo by)
        {
            if (!namedBy.TryGetValue(named, out var all))
                namedBy[named] = all = [];
            all.Add(by);
        }
    }

    /// <summary>Where a test begins: itself, its class, what the class is given, and its rows.</summary>
    static IEnumerable<MemberInfo> Seeds(MethodInfo test)
    {
        var type = test.DeclaringType!;
        yield return Open(test);
        foreach (var constructor in type.GetConstructors(Reach.All))
        {
            foreach (var named in Reach.Members(constructor).SelectMany(Named))
                yield return named;
            foreach (
                var given in constructor.GetParameters().SelectMany(p => p.ParameterType.GetConstructors(Reach.All))
            )
                yield return given;
        }
        foreach (var rows in test.GetCustomAttributes<MemberDataAttribute>())
        foreach (var method in Methods(rows.MemberType ?? type).Where(m => m.IsStatic))
            yield return method;
    }

    static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Reach.All).Cast<MethodBase>().Concat(type.GetConstructors(Reach.All));

    /// <summary>The member itself, and what is made by the compiler for it: the state machine that <c>Start</c> is given.</summary>
    static IEnumerable<MemberInfo> Named(MemberInfo member)
    {
        if (member is MethodBase method)
        {
            yield return Open(method);
            foreach (var argument in method.IsGenericMethod ? method.GetGenericArguments() : [])
            foreach (var its in Made(argument))
                yield return its;
        }
        else if (member is FieldInfo { IsStatic: true, DeclaringType.TypeInitializer: { } first })
            yield return first;
        else if (member is Type type)
            foreach (var its in Made(type))
                yield return its;
    }

    static IEnumerable<MemberInfo> Made(Type type) =>
        type.IsGenericParameter || !IsMachine(type)
            ? []
            : Methods(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    /// <summary>Iterators and what awaits.</summary>
    static bool IsMachine(Type type) => IsMadeByTheCompiler(type) && type.GetInterfaces().Length > 0;

    static bool IsMadeByTheCompiler(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute));

    /// <summary>As it is written, not as it is used with one type or another.</summary>
    static MethodBase Open(MethodBase method)
    {
        if (method.DeclaringType is { IsConstructedGenericType: true } type)
            return Methods(type.GetGenericTypeDefinition()).First(same => same.MetadataToken == method.MetadataToken);
        return method is MethodInfo { IsGenericMethod: true } one ? one.GetGenericMethodDefinition() : method;
    }
}
