using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Contracts.Surrogates;

/// <summary>How enumerations of the domain travel: by number. Numbers of a retired name are never used again.</summary>
[GenerateSerializer, Immutable, Alias("federation.enumeration")]
public struct EnumerationSurrogate
{
    /// <summary>The number.</summary>
    [Id(0)]
    public int Number;
}

/// <summary>Converts <see cref="Role"/>.</summary>
[RegisterConverter]
public sealed class RoleConverter : IConverter<Role, EnumerationSurrogate>
{
    /// <inheritdoc />
    public Role ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (Role)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in Role value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="Severity"/>.</summary>
[RegisterConverter]
public sealed class SeverityConverter : IConverter<Severity, EnumerationSurrogate>
{
    /// <inheritdoc />
    public Severity ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (Severity)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in Severity value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="Tier"/>.</summary>
[RegisterConverter]
public sealed class TierConverter : IConverter<Tier, EnumerationSurrogate>
{
    /// <inheritdoc />
    public Tier ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (Tier)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in Tier value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="UnitKind"/>.</summary>
[RegisterConverter]
public sealed class UnitKindConverter : IConverter<UnitKind, EnumerationSurrogate>
{
    /// <inheritdoc />
    public UnitKind ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (UnitKind)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in UnitKind value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="ReportState"/>.</summary>
[RegisterConverter]
public sealed class ReportStateConverter : IConverter<ReportState, EnumerationSurrogate>
{
    /// <inheritdoc />
    public ReportState ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (ReportState)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in ReportState value) => new() { Number = (int)value };
}

/// <summary>Converts <see cref="ContributionScope"/>.</summary>
[RegisterConverter]
public sealed class ContributionScopeConverter : IConverter<ContributionScope, EnumerationSurrogate>
{
    /// <inheritdoc />
    public ContributionScope ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (ContributionScope)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in ContributionScope value) => new() { Number = (int)value };
}
