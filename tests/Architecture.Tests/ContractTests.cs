using System.Collections.Immutable;
using System.Reflection;
using Federation.Contracts;

namespace Federation.Architecture.Tests;

/// <summary>
/// What crosses a grain boundary. The real engine serializes it, and refuses a whole interface at run time for one type that it cannot; the
/// embedded engine passes references, so everything must be immutable.
/// </summary>
public sealed class ContractTests
{
    private static readonly HashSet<Type> Simple =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(Guid), typeof(byte),
        typeof(DateOnly), typeof(DateTimeOffset), typeof(TimeSpan), typeof(CancellationToken),
    ];

    private static readonly Assembly Contracts = typeof(Reply).Assembly;

    private static readonly HashSet<Type> Converted =
        [.. Contracts.GetTypes().SelectMany(t => t.GetInterfaces()).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConverter<,>)).Select(i => i.GetGenericArguments()[0])];

    public static TheoryData<Type> GrainInterfaces => [.. Contracts.GetTypes().Where(t => t.IsInterface && typeof(IAddressable).IsAssignableFrom(t))];

    public static TheoryData<Type> TravellingTypes => [.. Contracts.GetTypes().Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null)];

    [Theory]
    [MemberData(nameof(GrainInterfaces))]
    public void GrainInterface_EveryTypeItNames_CanTravel(Type grain)
    {
        var types = grain.GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType));
        Assert.Empty(types.SelectMany(t => Unfit(t, [])).Distinct());
    }

    [Theory]
    [MemberData(nameof(GrainInterfaces))]
    public void GrainInterface_AndEachMethod_HasAnAlias(Type grain)
    {
        Assert.NotNull(grain.GetCustomAttribute<AliasAttribute>());
        Assert.All(grain.GetMethods(), m => Assert.NotNull(m.GetCustomAttribute<AliasAttribute>()));
    }

    [Theory]
    [MemberData(nameof(TravellingTypes))]
    public void TravellingType_HasAlias_AndDistinctIds(Type type)
    {
        Assert.NotNull(type.GetCustomAttribute<AliasAttribute>());
        var members = type.GetMembers(BindingFlags.Instance | BindingFlags.Public).Where(m => m is FieldInfo || (m is PropertyInfo p && IsState(p))).ToList();
        var ids = members.Select(m => m.GetCustomAttribute<IdAttribute>()?.Id).ToList();
        Assert.DoesNotContain(null, ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void GrainKeys_EachBeginsWithAWord_NotReadableAsANumber()
    {
        var unit = Domain.Divisions.UnitId.Parse("110000");
        var period = Domain.Reports.PeriodId.Annual(2025);
        string[] keys = [GrainKeys.Unit(unit), GrainKeys.Report(unit, period), GrainKeys.RollUp(unit, period), GrainKeys.Period(period), GrainKeys.Outbox("x")];
        Assert.All(keys, key => Assert.Matches("^[a-z]*[g-z][a-z]*/", key));
    }

    private static bool IsState(PropertyInfo p) => p.GetSetMethod() is not null;

    private static IEnumerable<string> Unfit(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Simple.Contains(type) || Converted.Contains(type) || type == typeof(Task) || type == typeof(void) || type.IsGenericParameter || !seen.Add(type))
            return [];
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)))
            return type.GetGenericArguments().SelectMany(t => Unfit(t, seen));
        if (type.GetCustomAttribute<GenerateSerializerAttribute>() is null)
            return [$"{type} travels without a serializer"];
        var members = type.GetProperties().Where(IsState).Select(p => p.PropertyType).Concat(type.GetFields(BindingFlags.Instance | BindingFlags.Public).Select(f => f.FieldType));
        return members.SelectMany(t => Unfit(t, seen)).Concat(type.GetGenericArguments().SelectMany(t => Unfit(t, seen)));
    }
}
