using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Documents.Import;

/// <summary>A finding with its place in a file.</summary>
/// <param name="Finding">Rule, weight and sentence; <see cref="Finding.Where"/> is the form's cell id where one is meant.</param>
/// <param name="File">Name of the file, with the path inside a zip: 收集.zip/红星镇.xlsx.</param>
/// <param name="Sheet">Name of the sheet; empty when the whole file is meant.</param>
/// <param name="Address">Cell of the sheet (<c>C7</c>) or place in JSON (<c>figures.t3.new.natural</c>); empty when the sheet or file is meant.</param>
/// <param name="Proposed">What could stand there instead, as it would be typed; empty when nothing can be proposed. Never taken by itself.</param>
public sealed record ImportFinding(Finding Finding, string File, string Sheet, string Address, string Proposed = "");

/// <summary>One report found in a file.</summary>
/// <param name="File">File in which it stands.</param>
/// <param name="Unit">Unit; null when none could be made out.</param>
/// <param name="UnitText">Unit as the file names it.</param>
/// <param name="Period">Period; null when none could be made out.</param>
/// <param name="Form">Form; null when unknown.</param>
/// <param name="Scope">Own office, unless the file says the whole territory.</param>
/// <param name="Content">What could be read; what could not is missing in it. Sums stand as typed. Null when nothing could be read.</param>
/// <param name="Findings">Everything found in this report.</param>
public sealed record ImportedReport(
    string File, UnitId? Unit, string UnitText, PeriodId? Period, ReportForm? Form, ReportScope Scope, ReportContent? Content, ImmutableArray<ImportFinding> Findings)
{
    /// <summary>Where each figure stands, by cell id: sheet and cell; empty for a file without sheets.</summary>
    public IReadOnlyDictionary<string, (string Sheet, string Address)> Places { get; init; } = ImmutableDictionary<string, (string Sheet, string Address)>.Empty;

    /// <summary>A finding of the rules with its place in the file.</summary>
    public ImportFinding Place(Finding finding) =>
        Places.TryGetValue(finding.Where, out var at) ? new(finding, File, at.Sheet, at.Address) : new(finding, File, "", finding.Where);

    /// <summary>True when it may be taken over: all is known, and nothing found blocks.</summary>
    public bool Usable => Unit is not null && Period is not null && Content is not null && !Findings.Any(f => f.Finding.Blocks);
}

/// <summary>What a file holds: its reports, and what is wrong with the file as such. A bad report never hides the others.</summary>
/// <param name="Reports">Reports in the order of the file.</param>
/// <param name="Findings">Findings that belong to no single report.</param>
public sealed record ImportBatch(ImmutableArray<ImportedReport> Reports, ImmutableArray<ImportFinding> Findings)
{
    /// <summary>Findings of the file and of every report.</summary>
    public IEnumerable<ImportFinding> AllFindings => Findings.Concat(Reports.SelectMany(r => r.Findings));
}

/// <summary>How much is believed of a file that comes from outside.</summary>
/// <param name="Bytes">Largest file.</param>
/// <param name="Expanded">Most bytes that all of its parts may have when unpacked.</param>
/// <param name="Entries">Most entries of a zip.</param>
/// <param name="Cells">Most cells of a workbook.</param>
public sealed record ImportLimits(int Bytes = 64 << 20, long Expanded = 512L << 20, int Entries = 5_000, int Cells = 2_000_000)
{
    /// <summary>Enough for 2,000 units in one workbook.</summary>
    public static ImportLimits Default { get; } = new();
}

/// <summary>What the reader is told about the file and about the units there are.</summary>
/// <param name="File">Name of the file, for findings.</param>
/// <param name="NameOf">Full name of a unit, null when there is no such unit; without it names and codes are not compared.</param>
/// <param name="Find">Unit of a name, null when none or several have it; without it a report needs its code.</param>
/// <param name="Limits">How much is believed.</param>
public sealed record ImportSettings(string File, Func<UnitId, string?>? NameOf = null, Func<string, UnitId?>? Find = null, ImportLimits? Limits = null);
