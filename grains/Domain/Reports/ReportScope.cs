namespace Federation.Domain.Reports;

/// <summary>What a report speaks of. Only own reports enter the totals above.</summary>
public enum ReportScope : byte
{
    /// <summary>本机关: the unit's own office (以政府及其办公室名义, or the agency).</summary>
    Own,

    /// <summary>全辖区: the whole territory: own office, agencies and child territories together.</summary>
    Whole,
}
