using System.Security.Cryptography;
using System.Text;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Storage.Tests.Support;

/// <summary>Acts and rows as the tests need them, each with only what matters given.</summary>
internal static class Acts
{
    public const string Period = "annual-2025";

    public static DateTimeOffset At { get; } = new(2026, 1, 20, 9, 30, 0, TimeSpan.FromHours(8));

    public static UnitId Id(string code) => UnitId.Parse(code);

    public static Append Act(string stream, long expected, params string[] payloads) =>
        new(stream, expected, At, "zhang@500151", "", "", [.. payloads.Select(Event)]);

    public static Append Changing(params ReadModelChange[] changes) => new("", 0, At, "system", "", "", []) { Changes = [.. changes] };

    public static NewEvent Event(string payload) => new("noted", 1, Encoding.UTF8.GetBytes(payload));

    public static NewMessage Message(string receiver, string payload) =>
        new("report/500151/annual-2025", receiver, "", "contribution", Encoding.UTF8.GetBytes(payload));

    public static ContributionRow Own(
        string unit, long version = 1, long filed = 1, long returned = 0, string rollsInto = "500100", string period = Period, byte[]? head = null) =>
        new(Id(unit), ContributionScope.Own, period, rollsInto, version, filed, 0, returned, 0, new byte[] { 1, 2, 3 },
            SHA256.HashData([1]), head ?? SHA256.HashData([2]), $"zhang@{unit}", At);

    public static ContributionRow Total(string unit, long version, string rollsInto) =>
        Own(unit, version, rollsInto: rollsInto) with { Scope = ContributionScope.Total, ContentHash = default, Head = default, Signer = "" };

    public static PeriodFrozen Frozen(params RosterRow[] roster) => Frozen(Period, At, roster);

    public static PeriodFrozen Frozen(string period, DateTimeOffset openedAt, params RosterRow[] roster) =>
        new(new PeriodRow(period, "annual-2021", openedAt, new DateOnly(2026, 1, 1), SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', roster.Select(r => r.Name))))), [.. roster]);

    public static RosterRow Place(int ord, int last, string unit, int parent, bool mustFile = true) =>
        new(ord, last, Id(unit), $"单位{unit}", Tier.County, parent, mustFile ? new DateOnly(2026, 1, 31) : null);

    public static Unit Unit(string id, string name, string? parent, DateOnly from, DateOnly to) =>
        new(Id(id), name, Tier.County, UnitKind.Territory, parent is null ? null : Id(parent), from, to);

    public static string Text(this ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
