using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Documents.Layouts;

namespace Federation.Web.Text;

/// <summary>English</summary>
internal sealed class EnglishWords : Words
{
    public override string Code => "en";
    public override string Lang => "en";
    public override Words Other => Chinese;

    public override string LanguageName => "English";
    public override string SiteName => "Government Disclosure Federation";
    public override string SkipToMain => "Skip to content";
    public override string Trail => "Where you are";
    public override string FooterNote => "Figures come from the reports that each body filed and are added up tier by tier; every figure can name its parts.";
    public override string ToStart => "Back to the start";
    public override string NotFound => "There is no such page";
    public override string NotFoundLead => "The unit, period or cell in the address does not exist:";
    public override string Unavailable => "Not available just now";
    public override string UnavailableLead => "The system did not answer in time. Nothing is lost; please reload in a moment.";
    public override string NoPeriod => "No period is open yet";
    public override string NoPeriodLead => "Once a reporting period is opened, its coverage is shown here.";

    public override string Coverage => "Coverage";
    public override string ReportDocument => "Annual report";
    public override string TotalTables => "Tables";
    public override string MissingList => "Not filed";
    public override string Expected => "Expected";
    public override string Filed => "Filed";
    public override string Missing => "Not filed (incl. returned)";
    public override string Late => "Late";
    public override string Returned => "Returned";
    public override string Accepted => "Accepted";
    public override string UnitColumn => "Unit";
    public override string Sum => "Total";
    public override string OwnFiling => "Own office";
    public override string Of(Finding finding) => finding.TextEn;
    public override string Of(HeadlineFigure headline) => Capital(headline.LabelEn);
    public override string Of(FormCell cell) => cell.LabelEn;
    public override string Unit(CellKind kind) => kind == CellKind.Amount ? "× 10,000 yuan" : "items";
    public override string Period(PeriodId period) => period.InEnglish;

    public override string ReportsOf(PeriodId period) => Reports(period);

    public override string CoverageOf(string name, PeriodId period) => $"{name}: {Reports(period)}, coverage";
    public override string Periods => "Periods";
    public override string Now => "Progress";
    public override string AsAt(string time) => $"As at {time} (Beijing)";
    public override string UpdatedAt(string time) => $"Updated at {time} (Beijing)";
    public override string ConnectionLost => "Connection lost, trying again";
    public override string NothingBelow => "No reporting unit lies below this one.";
    public override string ChildrenCaption => "Coverage by unit";
    public override string FiledOfExpected => "Filed / expected";
    public override string SortBy(string column) => $"Sort by {column}";

    public override string MissingIn(string name, PeriodId period) => $"{name}: {Reports(period)}, not filed";
    public override string NoneMissing => "Every unit has filed.";
    public override string MissingRange(int first, int last, long total) => $"{first}–{last} of {total}";
    public override string Order => "No.";
    public override string PathColumn => "Under";
    public override string CodeColumn => "Code";
    public override string Due => "Due";
    public override string State => "State";
    public override string ReturnedMark => "Returned, to be filed again";
    public override string Overdue => "Overdue";
    public override string NotFiledYet => "Not filed yet";
    public override string FirstPage => "First page";
    public override string NextPage => "Next page";

    public override string TotalOf(string name, PeriodId period) => $"{name}: {Reports(period)}, tables";
    public override string CellsLead => "Choose a figure to see which units' figures add up to it.";
    public override string Section(TableLayout table) => table.Title.En;
    public override string TableCaption(TableLayout table) => table.HasAmounts ? "Items (amounts: 10,000 yuan)" : "Items";
    public override string Included(long filed, long expected) => $"{filed} of {expected} included";
    public override string SeeMissing(long count) => $"{count} not included";
    public override string Newest(string? moment) => moment is null ? "nothing filed yet" : $"last filing {moment} (Beijing)";
    public override string SumOf(int terms) => $"This cell is the sum of {terms} cells of the form";
    public override string NoParts => "No unit has filed yet.";
    public override string PartsCaption => "Parts";
    public override string KindOfPart => "Kind";
    public override string FilingPart => "Filing";
    public override string ChildTotal => "Total below";
    public override string Value => "Value";
    public override string Share => "Share";
    public override string Version => "Version";
    public override string Signer => "Sealed by";
    public override string Hash => "Content hash";
    public override string Moment => "When";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Reports(PeriodId period) => period.Kind == PeriodKind.Annual ? $"annual reports {period.Year}" : $"reports, {period.InEnglish}";
}
