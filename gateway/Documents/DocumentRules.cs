using Federation.Domain.Findings;

namespace Federation.Documents;

/// <summary>DC: rules of documents written.</summary>
public static class DocumentRules
{
    private const string OwnRule = "本系统规则";

    /// <summary>DC-001</summary>
    public static Rule NoPrinter { get; } = new("DC-001", Severity.Error, "服务器上没有可用的 PDF 打印程序(chromium 或 soffice)", "this server has no program to print PDF (chromium or soffice)", OwnRule);

    /// <summary>DC-002</summary>
    public static Rule PrintFailed { get; } = new("DC-002", Severity.Error, "PDF 打印失败", "printing the PDF failed", OwnRule);

    /// <summary>DC-003</summary>
    public static Rule PrintTimeout { get; } = new("DC-003", Severity.Error, "PDF 打印超时", "printing the PDF took too long", OwnRule);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = [NoPrinter, PrintFailed, PrintTimeout];
}
