#pragma warning disable CS1591 // each member is the sentence it names; both languages must have every one
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Documents.Layouts;

namespace Federation.Web.Text;

/// <summary>Every sentence of the pages in one language. A sentence that one language lacks does not compile.</summary>
public abstract class Words
{
    /// <summary>中文</summary>
    public static Words Chinese { get; } = new ChineseWords();

    /// <summary>English</summary>
    public static Words English { get; } = new EnglishWords();

    /// <summary>The language of a code; null when there is none.</summary>
    public static Words? Find(string? code) => code switch
    {
        "zh" or "zh-CN" => Chinese,
        "en" => English,
        _ => null,
    };

    public abstract string Code { get; }

    public abstract string Lang { get; }

    public abstract Words Other { get; }

    public bool IsEnglish => Code == "en";

    // around every page
    public abstract string LanguageName { get; }
    public abstract string SiteName { get; }
    public abstract string SkipToMain { get; }
    public abstract string Trail { get; }
    public abstract string FooterNote { get; }
    public abstract string ToStart { get; }
    public abstract string NotFound { get; }
    public abstract string NotFoundLead { get; }
    public abstract string Unavailable { get; }
    public abstract string UnavailableLead { get; }
    public abstract string NoPeriod { get; }
    public abstract string NoPeriodLead { get; }

    // words of the field
    public abstract string Coverage { get; }
    public abstract string ReportDocument { get; }
    public abstract string TotalTables { get; }
    public abstract string MissingList { get; }
    public abstract string Expected { get; }
    public abstract string Filed { get; }
    public abstract string Missing { get; }
    public abstract string Late { get; }
    public abstract string Returned { get; }
    public abstract string Accepted { get; }
    public abstract string UnitColumn { get; }
    public abstract string Sum { get; }
    public abstract string OwnFiling { get; }
    public abstract string Of(Finding finding);
    public abstract string Of(HeadlineFigure headline);
    public abstract string Of(FormCell cell);
    public abstract string Unit(CellKind kind);
    public abstract string Period(PeriodId period);

    // coverage
    public abstract string CoverageOf(string name, PeriodId period);

    /// <summary>The reports of a period: annual reports 2025.</summary>
    public abstract string ReportsOf(PeriodId period);
    public abstract string Periods { get; }
    public abstract string Now { get; }
    public abstract string AsAt(string time);
    public abstract string UpdatedAt(string time);
    public abstract string ConnectionLost { get; }
    public abstract string NothingBelow { get; }
    public abstract string ChildrenCaption { get; }
    public abstract string FiledOfExpected { get; }
    public abstract string SortBy(string column);

    // missing
    public abstract string MissingIn(string name, PeriodId period);
    public abstract string NoneMissing { get; }
    public abstract string MissingRange(int first, int last, long total);
    public abstract string Order { get; }
    public abstract string PathColumn { get; }
    public abstract string CodeColumn { get; }
    public abstract string Due { get; }
    public abstract string State { get; }
    public abstract string ReturnedMark { get; }
    public abstract string Overdue { get; }
    public abstract string NotFiledYet { get; }
    public abstract string FirstPage { get; }
    public abstract string NextPage { get; }

    // totals and their cells
    public abstract string TotalOf(string name, PeriodId period);
    public abstract string CellsLead { get; }
    public abstract string Section(TableLayout table);
    public abstract string TableCaption(TableLayout table);
    public abstract string Included(long filed, long expected);
    public abstract string SeeMissing(long count);
    public abstract string Newest(string? moment);
    public abstract string SumOf(int terms);
    public abstract string NoParts { get; }
    public abstract string PartsCaption { get; }
    public abstract string KindOfPart { get; }
    public abstract string FilingPart { get; }
    public abstract string ChildTotal { get; }
    public abstract string Value { get; }
    public abstract string Share { get; }
    public abstract string Version { get; }
    public abstract string Signer { get; }
    public abstract string Hash { get; }
    public abstract string Moment { get; }
}
