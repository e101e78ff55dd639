using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Notices;
using Federation.Domain.Notices.Naming;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints.Drafting;

/// <summary>
/// Names of one item as bodies and receivers: a single unit is a body and receives the clause, a phrase for a set (各区县人民政府) is its
/// receivers, an open name stays a body without a unit.
/// </summary>
/// <param name="names">Finds the units of names.</param>
/// <param name="notes">What the officer should know.</param>
internal sealed class BodyMapping(BodyResolver names, ICollection<Finding> notes)
{
    /// <summary>Bodies and receivers of an item; receivers are empty when it narrows nothing.</summary>
    /// <param name="section">The item.</param>
    /// <param name="said">Bodies named for every item, as 以下工作均需…落实.</param>
    public (ImmutableArray<NamedBody> Bodies, ImmutableArray<ReceiverChoice> Receivers) Of(NoticeSection section, IEnumerable<NoticeFact> said)
    {
        var bodies = new List<NamedBody>();
        var scopes = new List<ReceiverChoice>();
        var listed = new List<UnitId>();
        var named = section.Facts.Concat(said).Where(f => f.Kind == NoticeFactKind.Body).GroupBy(f => f.Value).ToList();
        foreach (var name in named)
            Take(name.Key, PartOf(name), names.Resolve(name.Key), section.Clause, bodies, scopes, listed);
        var open = new List<string>();
        foreach (var actor in section.Facts.Where(f => f.Kind == NoticeFactKind.Actor).Select(f => f.Value).Distinct().Where(a => named.TrueForAll(n => n.Key != a)))
        {
            if (names.Resolve(actor) is { Way: not NamingWay.Open } found)
                Take(actor, DutyRole.Responsible, found, section.Clause, bodies, scopes, listed);
            else
                open.Add(actor);
        }
        if (open.Count > 0)
            notes.Add(DraftingRules.ActorOpen.At(section.Clause, $"句中主体“{string.Join("、", open)}”未列为责任单位", $"bound inside sentences, not taken as responsible: {string.Join(", ", open)}"));
        if (listed.Count > 0)
            scopes.Add(new Listed([.. listed.Distinct()]));
        if (scopes.Count == 0 && bodies.Count > 0)
            notes.Add(DraftingRules.GeneralReceivers.At(section.Clause));
        return ([.. bodies], [.. scopes.Distinct()]);
    }

    /// <summary>Addressees as receivers of the whole plan.</summary>
    public ImmutableArray<ReceiverChoice> Addressees(string addressees)
    {
        var choices = new List<ReceiverChoice>();
        var open = new List<string>();
        foreach (var name in addressees.Split([',', ',', ';', ';', ':', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ChoicesOf(name) is { Count: > 0 } whole)
                choices.AddRange(whole);
            else
                Parts(name);
        }
        if (choices.Count == 0)
        {
            notes.Add(DraftingRules.AddresseesOpen.At("receivers", $"主送机关“{addressees}”未能对应到下级单位,暂发直接下级", $"addressees '{addressees}' are not understood: the units directly below for now"));
            return [new DirectlyBelow()];
        }
        ImmutableArray<ReceiverChoice> distinct = [.. choices.Distinct()];
        notes.Add(DraftingRules.AddresseesTaken.At("receivers", $"主送“{addressees}”记为 {Written(distinct)}", $"addressees '{addressees}' became {Written(distinct)}"));
        if (open.Count > 0)
            notes.Add(DraftingRules.AddresseesOpen.At("receivers", $"主送中“{string.Join("、", open)}”未能对应到下级单位", $"among the addressees not understood: {string.Join(", ", open)}"));
        return distinct;

        void Parts(string name)
        {
            foreach (var part in name.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (ChoicesOf(part) is { Count: > 0 } found)
                    choices.AddRange(found);
                else
                    open.Add(part);
            }
        }
    }

    private void Take(string name, DutyRole part, BodyResolution found, string clause, List<NamedBody> bodies, List<ReceiverChoice> scopes, List<UnitId> listed)
    {
        switch (found)
        {
            case { Way: NamingWay.Open }:
                bodies.Add(new NamedBody(part, name, null));
                break;
            case { Way: NamingWay.Scope }:
                var choices = ScopeOf(name);
                scopes.AddRange(choices);
                notes.Add(DraftingRules.ScopeTaken.At(clause, $"“{name}”({found.Units.Length} 个单位)记为接收范围 {Written(choices)}", $"'{name}' ({found.Units.Length} units) became the receivers {Written(choices)}"));
                break;
            case { Units.IsEmpty: true }:
                notes.Add(DraftingRules.NoUnitHere.At(clause, $"“{name}”:按以前的选择,本辖区没有这个单位", $"'{name}': chosen before as no unit here"));
                break;
            default:
                bodies.AddRange(found.Units.Where(u => !bodies.Exists(b => b.Unit == u)).Select(u => new NamedBody(part, name, u)));
                listed.AddRange(found.Units.Where(u => !names.IsIssuer(u)));
                if (found.Units.Any(names.IsIssuer))
                    notes.Add(DraftingRules.IssuerItself.At(clause, $"“{name}”是发文单位自己,本条不会发给它", $"'{name}' is the issuer itself, which receives nothing"));
                break;
        }
    }

    private List<ReceiverChoice> ChoicesOf(string name) => names.Resolve(name) switch
    {
        { Way: NamingWay.Scope } => ScopeOf(name),
        { Way: NamingWay.Open } or { Units.IsEmpty: true } => [],
        var found => found.Units.Any(names.IsIssuer) ? [] : [new Listed(found.Units)],
    };

    private List<ReceiverChoice> ScopeOf(string name) => ScopePhrases.Of(name)! is { Tiers.IsEmpty: false } territories
        ? [.. territories.Tiers.Select(t => new OfTier(t, UnitKind.Territory))]
        : [new OfTier(names.Tier, UnitKind.Agency)];

    private static string Written(IEnumerable<ReceiverChoice> choices) => string.Join("、", choices.Select(ReceiverText.Write));

    // 牵头 weighs more than 责任, and that more than 配合, when one body has several parts
    private static DutyRole PartOf(IEnumerable<NoticeFact> mentions)
    {
        var roles = mentions.Select(m => m.Role).ToHashSet();
        return roles.Contains(BodyRole.Lead) ? DutyRole.Lead : roles.Contains(BodyRole.Support) && !roles.Contains(BodyRole.Responsible) ? DutyRole.Supporting : DutyRole.Responsible;
    }
}
