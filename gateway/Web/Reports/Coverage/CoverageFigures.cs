using System.Collections.Immutable;
using Federation.Contracts.Reports;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Coverage;

/// <summary>Turns the coverage of a roll-up into what is shown.</summary>
internal static class CoverageFigures
{
    /// <summary>Names of figures beside the headlines of the form.</summary>
    public const string Expected = "expected", Filed = "filed", Rate = "rate", Late = "late", Returned = "returned", Missing = "missing", Accepted = "accepted", Corrected = "corrected", Published = "published";

    /// <summary>The picture of one moment.</summary>
    public static CoveragePicture Picture(CoverageView view, ReportForm form, DateTimeOffset now)
    {
        var lines = ImmutableArray.CreateBuilder<LineModel>(view.Children.Length + 2);
        lines.Add(Line(view.Whole.Unit.Value, view.Whole, form));
        if (!view.Children.IsEmpty && Own(view) is { Expected: > 0 } own)
            lines.Add(Line($"{own.Unit}/own", own with { Name = "" }, form));
        lines.AddRange(view.Children.Select(child => Line(child.Unit.Value, child, form)));
        return new CoveragePicture(view.Version, Numbers.TimeOfDay(now), lines.ToImmutable());
    }

    /// <summary>What the children leave of the whole: the territory's own filing. So the lines of a table always add up to its foot.</summary>
    private static CoverageLine Own(CoverageView view) => view.Children.Aggregate(view.Whole, (left, child) => left with
    {
        Expected = left.Expected - child.Expected,
        Counts = left.Counts - child.Counts,
        Headlines = [.. left.Headlines.Zip(child.Headlines, (a, b) => a - b)],
    });

    private static LineModel Line(string key, CoverageLine line, ReportForm form)
    {
        var (expected, counts) = (line.Expected, line.Counts);
        var figures = ImmutableDictionary.CreateBuilder<string, LineFigure>();
        void Add(string name, long value) => figures.Add(name, new LineFigure(Numbers.Count(value), value));
        Add(Expected, expected);
        Add(Filed, counts.Filed);
        Add(Late, counts.Late);
        Add(Returned, counts.Returned);
        Add(Missing, expected - counts.Filed);
        Add(Accepted, counts.Accepted);
        Add(Published, counts.Published);
        Add(Corrected, counts.Corrected);
        figures.Add(Rate, new LineFigure(Numbers.Rate(counts.Filed, expected), Numbers.Percent(counts.Filed, expected)));
        foreach (var (headline, value) in form.Headlines.Zip(line.Headlines))
            figures.Add(headline.Id, counts.Filed == 0 ? new LineFigure(Numbers.None, -1) : new LineFigure(Numbers.Count(value), value));
        return new LineModel(key, line.Name, figures.ToImmutable());
    }
}
