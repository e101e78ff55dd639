using Federation.Contracts;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Host.Composition;

/// <summary>Compares the list of a period, as it is used, with the hash that its opening or its last amendment vouches for.</summary>
internal static class RosterCheck
{
    /// <summary>Runs it.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static async Task<string?> Run(ILedger ledger, Roster roster, CancellationToken ct)
    {
        var events = await ledger.ReadStream(GrainKeys.Period(roster.Period), 0, ct);
        var vouched = events.Select(PeriodEventJson.Read).Select(e => e switch
        {
            PeriodOpened opened => opened.RosterHash,
            PeriodDueLayered layered => layered.RosterHash,
            RosterAmended amended => amended.RosterHash,
            _ => [],
        }).LastOrDefault(hash => !hash.IsDefaultOrEmpty);
        return !vouched.IsDefaultOrEmpty && roster.Hash().SequenceEqual(vouched)
            ? null
            : $"period/{roster.Period}: 应报名单与开启或变更时所记不符 / the list of who must file is not the one that was frozen";
    }
}
