using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Heed.Tests;

/// <summary>
/// What a type really reaches, read from the compiled code: every type that its members, attributes and the bodies of
/// its methods name. No “var”, inference or pattern hides anything there.
/// </summary>
static class Reach
{
    public const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>What has been named so far.</summary>
    sealed class Found(bool throughIds) : HashSet<Type>
    {
        /// <summary>Whether who holds the id of a thing knows the thing.</summary>
        public bool ThroughIds => throughIds;
    }

    public static HashSet<Type> Types(Type type, bool throughIds = true)
    {
        Found found = new(throughIds);
        Add(found, type.BaseType);
        foreach (var one in type.GetInterfaces())
            Add(found, one);
        Attributes(found, type);
        foreach (var field in type.GetFields(All))
        {
            Add(found, field.FieldType);
            Attributes(found, field);
        }
        foreach (var property in type.GetProperties(All))
            Attributes(found, property);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            Signature(found, method);
            Attributes(found, method);
            foreach (var member in Members(method))
                Add(found, member);
        }
        return found;
    }

    /// <summary>Every member that the body of the method names, in order.</summary>
    public static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var clause in body.ExceptionHandlingClauses)
        {
            if (clause is { Flags: ExceptionHandlingClauseOptions.Clause, CatchType: { } caught })
                yield return caught;
        }
        foreach (var (_, member) in Steps(method))
            yield return member;
    }

    /// <summary>Every step of the body of the method that names a member, and what it does with it.</summary>
    public static IEnumerable<(OpCode Does, MemberInfo With)> Steps(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        var ofType = method.DeclaringType is { IsGenericType: true } t ? t.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length; )
        {
            short value = code[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | code[at++]);
            var operation = OpCodesByValue[value];
            switch (operation.OperandType)
            {
                case OperandType.InlineMethod
                or OperandType.InlineField
                or OperandType.InlineType
                or OperandType.InlineTok:
                    yield return (
                        operation,
                        method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!
                    );
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(code, at));
                    break;
                default:
                    at += Size(operation.OperandType);
                    break;
            }
        }
    }

    static int Size(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };

    static void Add(Found found, MemberInfo? member)
    {
        switch (member)
        {
            case null:
                break;
            case Type type:
                Add(found, type);
                break;
            case MethodBase method:
                Add(found, method.DeclaringType);
                Signature(found, method);
                foreach (var argument in method.IsGenericMethod ? method.GetGenericArguments() : [])
                    Add(found, argument);
                break;
            case FieldInfo field:
                Add(found, field.DeclaringType);
                Add(found, field.FieldType);
                break;
        }
    }

    static void Add(Found found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }
        if (!found.Add(type) || !type.IsGenericType || (!found.ThroughIds && IsId(type)))
            return;
        foreach (var argument in type.GetGenericArguments())
            Add(found, argument);
    }

    static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    static void Signature(Found found, MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            Add(found, parameter.ParameterType);
        if (method is MethodInfo { ReturnType: var returned })
            Add(found, returned);
    }

    static void Attributes(Found found, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            // The compiler's own marks of state machines name what is looked at anyway.
            if (attribute.AttributeType.Namespace == typeof(CompilerGeneratedAttribute).Namespace)
                continue;
            Add(found, attribute.AttributeType);
            foreach (
                var value in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(n => n.TypedValue))
            )
            {
                if (value.Value is Type named)
                    Add(found, named);
            }
        }
    }
}
