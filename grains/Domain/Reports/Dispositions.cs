using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// 处置: warnings, and errors that may be explained, lose their weight when a person has said why they may stand. Every other error
/// weighs what it weighed.
/// </summary>
public static class Dispositions
{
    /// <summary>The findings with those disposed of marked, and with what is wrong with the dispositions themselves.</summary>
    /// <param name="findings">What the rules found.</param>
    /// <param name="said">What was said.</param>
    /// <param name="today">Beijing date; a disposition whose last day is past says nothing any more.</param>
    public static ImmutableArray<Finding> Apply(ImmutableArray<Finding> findings, ImmutableArray<Disposition> said, DateOnly today)
    {
        if (said.IsEmpty)
            return findings;
        var judged = findings.Select(f => said.FirstOrDefault(d => d.Rule == f.Code && d.Where == f.Where) is { } d ? Judge(f, d, today) : f);
        return [.. judged, .. said.SelectMany(d => Faults(d, findings))];
    }

    private static Finding Judge(Finding finding, Disposition said, DateOnly today)
    {
        var rule = RuleBook.Find(finding.Code);
        if (finding.Blocks && rule?.Explainable != true)
            return finding;
        if (said.Until < today)
            return finding with { Text = finding.Text + $"(原处置已于 {said.Until:yyyy-MM-dd} 到期)", TextEn = finding.TextEn + $" (its disposition ended on {said.Until:yyyy-MM-dd})" };
        if (string.IsNullOrWhiteSpace(said.Reason) || (finding.Blocks && string.IsNullOrWhiteSpace(said.Evidence)))
            return finding;
        var evidence = said.Evidence.Length > 0 ? $",依据:{said.Evidence}" : "";
        var evidenceEn = said.Evidence.Length > 0 ? $", evidence: {said.Evidence}" : "";
        return finding with
        {
            Severity = Severity.Disposed,
            Text = $"{finding.Text}(已处置:{said.Reason}{evidence};{said.By})",
            TextEn = $"{finding.TextEn} (disposed of: {said.Reason}{evidenceEn}; {said.By})",
        };
    }

    private static IEnumerable<Finding> Faults(Disposition said, ImmutableArray<Finding> findings)
    {
        var meant = findings.FirstOrDefault(f => f.Code == said.Rule && f.Where == said.Where);
        if (RuleBook.Find(said.Rule) is not { } rule)
            yield return ReportRules.UnknownRule.At($"dispositions.{said.Rule}", $"没有规则 {said.Rule}", $"there is no rule {said.Rule}");
        else if (string.IsNullOrWhiteSpace(said.Reason))
            yield return ReportRules.DispositionIncomplete.At(said.Where, $"{said.Rule} 的处置须写明理由", $"the disposition of {said.Rule} needs a reason");
        else if (meant is { Blocks: true } && !rule.Explainable)
            yield return ReportRules.NotExplainable.At(said.Where, $"{said.Rule} 属于差错,须更正,不能以说明代替", $"{said.Rule} is an error to be mended, not explained");
        else if (meant is { Blocks: true } && string.IsNullOrWhiteSpace(said.Evidence))
            yield return ReportRules.DispositionIncomplete.At(said.Where, $"{said.Rule} 的说明须附依据(文件名称和文号)", $"the explanation of {said.Rule} needs evidence (a document and its number)");
    }
}
