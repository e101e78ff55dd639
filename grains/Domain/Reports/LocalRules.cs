using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports.Prose;

namespace Federation.Domain.Reports;

/// <summary>A limit that a local notice sets for the reports of a subtree.</summary>
/// <param name="Top">Unit whose notice it is; it holds for everything below.</param>
/// <param name="Rule">Code of the rule, for example <c>AR-068</c>.</param>
/// <param name="Value">Its limit.</param>
/// <param name="FirstYear">First report year it holds for.</param>
/// <param name="LastYear">Last report year, inclusive; 9999: until further notice.</param>
/// <param name="Notice">Title or number of the notice.</param>
public sealed record LocalRule(UnitId Top, string Rule, int Value, int FirstYear, int LastYear, string Notice);

/// <summary>
/// 地方规定: limits of local notices, by place and report year, so that an old year is judged by what held then. Where several hold in a chain
/// the strictest wins.
/// </summary>
/// <param name="Rows">In order of the file.</param>
public sealed record LocalRules(ImmutableArray<LocalRule> Rows)
{
    private static readonly string[] Required = ["top", "rule", "value", "first_year", "last_year", "notice"];

    /// <summary>No local rules.</summary>
    public static LocalRules None { get; } = new([]);

    /// <summary>The limits on prose that hold for a unit; null when there are none.</summary>
    /// <param name="chain">The unit and everything above it.</param>
    /// <param name="year">Report year.</param>
    public ProseLimits? ProseOf(IEnumerable<UnitId> chain, int year)
    {
        if (Rows.IsEmpty)
            return null;
        var places = chain.ToHashSet();
        var strictest = Rows.Where(r => r.Rule == ProseRules.TooLong.Code && r.FirstYear <= year && year <= r.LastYear && places.Contains(r.Top)).MinBy(r => r.Value);
        return strictest is null ? null : new ProseLimits(strictest.Value, strictest.Notice);
    }

    /// <summary>
    /// Reads them from CSV: <c>top,rule,value,first_year,last_year,notice</c> and columns for people (<c>url</c>). Empty last_year: until further
    /// notice.
    /// </summary>
    /// <returns>What could be read, and all findings in order of line (DL-006).</returns>
    public static (LocalRules Read, ImmutableArray<Finding> Findings) Read(TextReader text)
    {
        var rows = ImmutableArray.CreateBuilder<LocalRule>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var (line, field) in CsvLines.Read(text, Required, DeadlineRules.BadLine, findings))
        {
            if (ReadRow(field) is { } row)
                rows.Add(row);
            else
                findings.Add(DeadlineRules.BadLine.At(DivisionCsv.Place(line)));
        }
        return (new LocalRules(rows.ToImmutable()), findings.ToImmutable());
    }

    private static LocalRule? ReadRow(Func<string, string> field)
    {
        var last = 9999;
        return UnitId.TryParse(field("top"), out var top)
            && RuleBook.Find(field("rule")) is { } rule
            && Number(field("value"), out var value)
            && Number(field("first_year"), out var first)
            && (field("last_year").Length == 0 || Number(field("last_year"), out last))
            && field("notice").Length > 0
            ? new LocalRule(top, rule.Code, value, first, last, field("notice"))
            : null;
    }

    private static bool Number(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
