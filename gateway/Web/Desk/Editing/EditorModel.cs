using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Web.Desk.Editing;

/// <summary>A draft on the screen.</summary>
/// <param name="Report">The report.</param>
/// <param name="Content">What is shown.</param>
/// <param name="Findings">What the rules found in it.</param>
public sealed record EditorModel(OpenReport Report, ReportContent Content, ImmutableArray<Finding> Findings)
{
    private readonly HashSet<string> carried = [.. Report.View.Carried];

    /// <summary>Why an act was refused; empty when none was.</summary>
    public ImmutableArray<Finding> Refusals { get; init; } = [];

    /// <summary>What could not be read, as typed, by cell id.</summary>
    public ImmutableDictionary<string, string> Unreadable { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>For a whole territory: its three parts; null otherwise.</summary>
    public Reading.Reconciled? Parts { get; init; }

    /// <summary>Last act, to be confirmed in a sentence; empty: none.</summary>
    public string Done { get; init; } = "";

    /// <summary>True when carried-over cells may be changed.</summary>
    public bool Unlocked { get; init; }

    /// <summary>Reason of the correction as typed.</summary>
    public string Correction { get; init; } = Report.View.Pending?.Correction ?? "";

    /// <summary>Whether a carried-over cell is locked: it has its value and nothing speaks against it.</summary>
    public bool Locked(FormCell cell) =>
        !Unlocked && carried.Contains(cell.Id) && Content.Figures[cell.Index].State != CellState.Missing && !Findings.Any(f => f.Where == cell.Id);

    /// <summary>Where a finding is shown: id of an input, or empty.</summary>
    public static string AnchorOf(ReportForm form, string where) =>
        form.Find(where) is { } cell ? "c-" + cell.Id
        : form.Prose.FirstOrDefault(s => where == s.Id || (where.StartsWith(s.Id, StringComparison.Ordinal) && !char.IsLetterOrDigit(where[s.Id.Length]))) is { } section ? "x-" + section.Id
        : "";

    /// <summary>True when a person may say why the finding stands.</summary>
    public static bool MayBeDisposed(Finding finding) => finding.Severity == Severity.Warning || (finding.Blocks && RuleBook.Find(finding.Code)?.Explainable == true);
}
