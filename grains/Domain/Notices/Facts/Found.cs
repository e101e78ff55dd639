using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>A fact before its place is looked up: places are those of the regular text.</summary>
internal sealed record Found(NoticeFactKind Kind, string Value, int Start, int Length, string Rule, decimal Confidence)
{
    public BodyRole? Role { get; init; }

    public string? Event { get; init; }

    public bool WholeNotice { get; init; }

    public int End => Start + Length;
}

/// <summary>What dates of a notice count from.</summary>
/// <param name="Year">Its year; null when unknown.</param>
/// <param name="Date">Its date; null when unknown.</param>
/// <param name="OfYearlyReport">True when the whole notice is about the yearly report of one year.</param>
internal sealed record NoticeTime(int? Year, DateOnly? Date, bool OfYearlyReport = false)
{
    private const int Autumn = 10;
    private const int Spring = 6;

    /// <summary>Year of a month named without one: the next year when a notice of the last quarter speaks of the first half.</summary>
    public int? YearOf(int month) => Date is { } date && date.Year == Year && date.Month >= Autumn && month <= Spring ? Year + 1 : Year;
}

/// <summary>A rule that reads facts of one kind from a piece.</summary>
internal interface IFactRule
{
    /// <summary>Facts in a piece, in order of place.</summary>
    IEnumerable<Found> Read(Piece piece, NoticeTime time);
}
