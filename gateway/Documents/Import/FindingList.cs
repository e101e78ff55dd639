using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Documents.Import;

/// <summary>Collects findings with their places.</summary>
internal sealed class FindingList(string file)
{
    private readonly ImmutableArray<ImportFinding>.Builder findings = ImmutableArray.CreateBuilder<ImportFinding>();

    public string File => file;

    public void Add(Rule rule, string sheet, string address, string zh, string en, string where = "", string proposed = "") =>
        findings.Add(new ImportFinding(rule.At(where, zh, en), file, sheet, address, proposed));

    public void Add(Rule rule, string sheet = "", string address = "") => Add(rule, sheet, address, rule.Title, rule.TitleEn);

    public void AddRange(IEnumerable<ImportFinding> others) => findings.AddRange(others);

    public ImmutableArray<ImportFinding> ToImmutable() => findings.ToImmutable();
}

/// <summary>A file that cannot be read at all; caught where the file was opened and told as a finding.</summary>
internal sealed class UnreadableFileException(Rule rule, string zh, string en) : Exception(en)
{
    public Rule Rule => rule;

    public string Zh => zh;
}
