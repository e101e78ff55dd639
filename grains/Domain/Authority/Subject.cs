using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Authority;

/// <summary>What somebody may be in their unit. The full model with its officers is a matter of its own; this is its seam.</summary>
public enum Role
{
    /// <summary>填报人: fills in and files the reports of the own unit.</summary>
    Clerk,

    /// <summary>审核人: at the disclosure office; reviews what the units directly below file, and sees all below.</summary>
    Reviewer,

    /// <summary>政务公开办负责人: opens periods for all below.</summary>
    Officer,

    /// <summary>只读: looks at the own subtree.</summary>
    Reader,

    /// <summary>签发人: approves and seals what a clerk of the own unit handed in; usually its leader in charge.</summary>
    Approver,

    /// <summary>
    /// 代报人: at the disclosure office; hands in, or seals, for units directly below that send paper or workbooks. Whoever handed a report in
    /// never seals it, and whoever did either never reviews it.
    /// </summary>
    Collector,

    /// <summary>保密审查员: looks at what is to be public for secrets, before it is.</summary>
    SecrecyReviewer,

    /// <summary>接入系统: a website or system that pushes entries into the catalog of its unit.</summary>
    Integrator,
}

/// <summary>Who is calling: taken from credentials, never from the message.</summary>
/// <param name="Person">Account name, for example <c>zhang</c>.</param>
/// <param name="Unit">Unit in which they act.</param>
/// <param name="Roles">What they may be there.</param>
/// <param name="StandsInFor">代行: account name of the colleague of the same unit in whose place they act; empty when in their own.</param>
public sealed record Subject(string Person, UnitId Unit, ImmutableArray<Role> Roles, string StandsInFor = "")
{
    /// <summary>How the ledger names them: person@unit; a stand-in names both: wang@500151 for li@500151.</summary>
    public string Actor { get; } = StandsInFor.Length == 0 ? $"{Person}@{Unit}" : $"{Person}@{Unit} for {StandsInFor}@{Unit}";
}
