using System.Text;
using Federation.Documents;
using Federation.Documents.Import;
using Federation.Domain.Findings;
using Federation.Gateway;
using Federation.Gateway.Transcoding;
using Federation.Web.Desk;

namespace Federation.Architecture.Tests;

/// <summary>docs/RULES.md is written from the code and says what it says.</summary>
public sealed class RulesDocumentTests
{
    private const string Heading = """
        # Rules

        Every rule that can refuse or warn, by code. Written from the code; do not edit: `UPDATE_BASELINES=1 dotnet test tests/Architecture.Tests`
        writes it anew. A code is stable for ever; a retired one is never used again.

        - `AR-0xx` judge the figures of a report, `AR-1xx` acts on reports and periods.
        - `AU-xxx` judge who may act.
        - `DC-xxx` judge documents written.
        - `DL-xxx` judge dates of periods, the list of who must file, and their changes.
        - `DV-0xx` judge rows of the unit tree, `DV-1xx` questions to it.
        - `GW-0xx` judge what arrives over REST, `GW-1xx` requests before any rule of the field is asked.
        - `IM-00x` judge files read in, `IM-01x` whose report they hold, `IM-02x` their cells, `IM-03x` the rest.
        - `NT-00x` tell what was undone in the text of a notice, `NT-01x` and `NT-02x` what is doubtful or missing, `NT-03x` judge its file, `NT-04x` choices of names; `NT-1xx` read bodies,
          `NT-2xx` dates, `NT-3xx` cadences, `NT-4xx` counts, `NT-5xx` shares, `NT-6xx` limits, `NT-7xx` lists; `NT-9xx` is what stayed open.
        - `UI-xxx` judge forms of the pages before any rule of the field is asked.
        - `OB-0xx` judge acts on duties, `OB-1xx` what a request costs, `OB-2xx` appraisals.
        - `WP-0xx` judge the clauses of a work plan, `WP-1xx` its receivers, `WP-2xx` acts on it, `WP-3xx` clauses that carry on others;
          `WP-4xx` tell what was decided or left when a notice became a draft. `WP-42x` judge tags.
        - `CT-0xx` judge entries of catalogs, `CT-1xx` acts on them, `CT-2xx` their way to the public, `CT-3xx` standard catalogs, `CT-4xx` copies and outside
          sources, `CT-50x` and `CT-51x` files of entries, `CT-52x` bundles of a unit, `CT-6xx` searches.

        An error refuses the act until it is mended; a warning blocks nothing. 本系统规则 means a rule of this software, without a notice behind it.

        | code | severity | 规则 | rule | basis |
        |---|---|---|---|---|

        """;

    [Fact]
    public void RulesDocument_AgainstTheCode_SaysTheSame()
    {
        var path = Path.Combine(SourceTests.Root, "docs", "RULES.md");
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
            File.WriteAllText(path, Document());
        Assert.Equal(Document(), File.ReadAllText(path));
    }

    private static string Document()
    {
        var text = new StringBuilder(Heading.ReplaceLineEndings("\n"));
        foreach (var r in RuleBook.All.Concat(GatewayRules.All).Concat(RestRules.All).Concat(ImportRules.All).Concat(DocumentRules.All).Concat(DeskRules.All).OrderBy(r => r.Code, StringComparer.Ordinal))
            text.Append($"| {r.Code} | {(r.Severity == Severity.Error ? "error" : "warning")} | {r.Title} | {r.TitleEn} | {r.Basis} |\n");
        return text.ToString();
    }
}
