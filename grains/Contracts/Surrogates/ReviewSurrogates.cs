using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;

namespace Federation.Contracts.Surrogates;

/// <summary>Converts <see cref="DraftState"/>.</summary>
[RegisterConverter]
public sealed class DraftStateConverter : IConverter<DraftState, EnumerationSurrogate>
{
    /// <inheritdoc />
    public DraftState ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (DraftState)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in DraftState value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="ValidityState"/>.</summary>
[RegisterConverter]
public sealed class ValidityStateConverter : IConverter<ValidityState, EnumerationSurrogate>
{
    /// <inheritdoc />
    public ValidityState ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (ValidityState)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in ValidityState value) => new() { Number = (int)value };
}
