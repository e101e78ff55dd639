using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>A body that a clause names, as fields of a form.</summary>
/// <param name="Part">Its part.</param>
/// <param name="Name">As the notice has it.</param>
/// <param name="Unit">Code or whole name of the unit meant; empty: not said.</param>
public sealed record BodyRow(string Part, string Name = "", string Unit = "")
{
    /// <summary>Of a body.</summary>
    public static BodyRow Of(NamedBody body) => new(body.Part.ToString(), body.Name, body.Unit?.Value ?? "");

    /// <summary>As typed.</summary>
    public static BodyRow Of(IFormCollection form, string name) => new(form[$"{name}.part"].ToString(), form[$"{name}.name"].ToString().Trim(), form[$"{name}.unit"].ToString().Trim());

    /// <summary>True when nothing was typed.</summary>
    public bool IsEmpty => Name.Length == 0 && Unit.Length == 0;

    /// <summary>The body; null, with a finding, when its unit is not known.</summary>
    /// <param name="issuer">Who writes the plan: names are looked for at and below it first.</param>
    /// <param name="tree">Tree of today.</param>
    /// <param name="findings">What cannot be read.</param>
    public NamedBody? Read(UnitId issuer, DivisionTree tree, ICollection<Finding> findings)
    {
        var part = Enum.TryParse<DutyRole>(Part, out var known) && Enum.IsDefined(known) ? known : DutyRole.Responsible;
        if (Unit.Length == 0)
            return new NamedBody(part, Name, null);
        var found = UnitId.TryParse(Unit, out var id) ? tree.Find(id) : Named(issuer, tree);
        if (found is not null)
            return new NamedBody(part, Name.Length > 0 ? Name : found.Name, found.Id);
        findings.Add(DivisionRules.UnknownUnit.At("bodies", $"没有单位“{Unit}”,请填写代码或全称", $"there is no unit '{Unit}'; give its code or its whole name"));
        return null;
    }

    private Unit? Named(UnitId issuer, DivisionTree tree)
    {
        var all = Enumerable.Range(0, tree.Count).Select(o => tree[o]).Where(u => u.Name == Unit).Take(500).ToList();
        return all.Where(u => tree.Contains(issuer, u.Id)).Take(2).ToList() is [var below] ? below : all is [var only] ? only : null;
    }
}
