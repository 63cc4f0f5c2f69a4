using System.Reflection;
using System.Runtime.CompilerServices;
using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Who leaves out what is asked for is told what, and not that something somewhere was null.</summary>
public class MissingArgumentLaws
{
    // Whose words are only quoted: a missing one is an empty one.
    static readonly string[] Quoting = ["ComparedVerdict.Open", "VerdictRule.Say"];

    static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Whatever_is_missing_is_named()
    {
        var unnamed = new List<string>();
        var asked = 0;
        foreach (var method in typeof(Series).Assembly.GetExportedTypes().SelectMany(Methods))
        foreach (var missing in method.GetParameters().Where(IsAskedFor))
        {
            asked++;
            if (NamedBy(method, missing) != missing.Name)
                unnamed.Add($"{method.DeclaringType!.Name}.{method.Name}: {missing.Name}");
        }
        Assert.Empty(unnamed);
        Assert.True(asked > 50);
    }

    /// <summary>What is written by hand, and can be called by name: the compiler's own members of a record ask for nothing.</summary>
    static IEnumerable<MethodInfo> Methods(Type type) =>
        type.Namespace != typeof(Series).Namespace || type.IsAbstract && !type.IsSealed
            ? []
            : type.GetMethods(
                    BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly
                )
                .Where(method =>
                    !method.IsSpecialName
                    && !Quoting.Contains($"{type.Name}.{method.Name}")
                    && !method.IsGenericMethod
                    && !method.IsDefined(typeof(CompilerGeneratedAttribute))
                    && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike)
                );

    static bool IsAskedFor(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType
        && !parameter.IsOptional
        && !parameter.ParameterType.IsByRef
        && Nullability.Create(parameter).WriteState is NullabilityState.NotNull;

    /// <summary>The name in the refusal, where all else is there; an object without content stands for what was given.</summary>
    static string? NamedBy(MethodInfo method, ParameterInfo missing)
    {
        object?[] arguments =
        [
            .. method
                .GetParameters()
                .Select(parameter => parameter.Position == missing.Position ? null : Given(parameter)),
        ];
        try
        {
            method.Invoke(method.IsStatic ? null : Something(method.DeclaringType!), arguments);
            return null;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is ArgumentNullException refused)
        {
            return refused.ParamName;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException!.Message;
        }
    }

    static object? Given(ParameterInfo parameter) =>
        parameter.IsOptional
            ? parameter.HasDefaultValue
                ? parameter.DefaultValue
                : null
            : Nullable.GetUnderlyingType(parameter.ParameterType) is not null
                ? null
                : typeof(Delegate).IsAssignableFrom(parameter.ParameterType)
                    ? null
                    : Something(parameter.ParameterType);

    static object Something(Type type) =>
        type == typeof(string) ? ""
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsInterface && type.IsGenericType ? Array.CreateInstance(type.GenericTypeArguments[0], 0)
        : RuntimeHelpers.GetUninitializedObject(type);
}
