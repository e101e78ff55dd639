using Federation.Domain.Time;

namespace Federation.Contracts.Surrogates;

/// <summary>Converts <see cref="ListedAs"/>.</summary>
[RegisterConverter]
public sealed class ListedAsConverter : IConverter<ListedAs, EnumerationSurrogate>
{
    /// <inheritdoc />
    public ListedAs ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (ListedAs)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in ListedAs value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="OpinionOf"/>.</summary>
[RegisterConverter]
public sealed class OpinionOfConverter : IConverter<OpinionOf, EnumerationSurrogate>
{
    /// <inheritdoc />
    public OpinionOf ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (OpinionOf)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in OpinionOf value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="ClockState"/>.</summary>
[RegisterConverter]
public sealed class ClockStateConverter : IConverter<ClockState, EnumerationSurrogate>
{
    /// <inheritdoc />
    public ClockState ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (ClockState)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in ClockState value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="ClockStepKind"/>.</summary>
[RegisterConverter]
public sealed class ClockStepKindConverter : IConverter<ClockStepKind, EnumerationSurrogate>
{
    /// <inheritdoc />
    public ClockStepKind ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (ClockStepKind)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in ClockStepKind value) => new() { Number = (int)value };
}
