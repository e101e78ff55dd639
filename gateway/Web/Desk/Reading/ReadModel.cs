using System.Collections.Immutable;
using Federation.Contracts.Reports;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Web.Desk.Reading;

/// <summary>What the reader may do with the report he sees.</summary>
public enum ReadAct
{
    /// <summary>Look.</summary>
    None,

    /// <summary>Seal it or send it back.</summary>
    Approve,

    /// <summary>Accept or return it.</summary>
    Review,
}

/// <summary>A cell that differs. Amounts are in 分.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Before">What stood there.</param>
/// <param name="Now">What stands there.</param>
public sealed record Change(FormCell Cell, long Before, long Now);

/// <summary>A report as it is read before somebody decides on it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Content">What is shown; null when there is nothing yet.</param>
/// <param name="Filing">The version shown; null for a draft.</param>
/// <param name="Act">What may be decided.</param>
/// <param name="SinceVersion">Cells that differ from the version before.</param>
/// <param name="SinceLastYear">Cells that differ from last year's filing; null when there is none.</param>
/// <param name="MayFile">The reader may write it.</param>
/// <param name="MayPublish">The reader may record its publication.</param>
/// <param name="Refusals">Why an act was refused.</param>
/// <param name="Done">Last act; empty: none.</param>
public sealed record ReadModel(
    OpenReport Report,
    ReportContent? Content,
    FilingView? Filing,
    ReadAct Act,
    ImmutableArray<Change> SinceVersion,
    ImmutableArray<Change>? SinceLastYear,
    bool MayFile,
    bool MayPublish,
    ImmutableArray<Finding> Refusals,
    string Done)
{
    /// <summary>For a whole territory: its three parts; null otherwise.</summary>
    public Reconciled? Parts { get; init; }
}
