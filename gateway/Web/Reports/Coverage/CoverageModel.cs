using System.Collections.Immutable;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Coverage;

/// <summary>A figure of a coverage line, as shown and as sorted.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Value">What is compared.</param>
public sealed record LineFigure(string Text, double Value);

/// <summary>One line of a coverage table as it is shown.</summary>
/// <param name="Key">The unit's id; <c>own</c> after it for the own filing of a territory.</param>
/// <param name="Name">Name on the frozen list; empty for the own filing.</param>
/// <param name="Figures">Figures by name; see <see cref="CoverageFigures"/>.</param>
public sealed record LineModel(string Key, string Name, ImmutableDictionary<string, LineFigure> Figures);

/// <summary>The picture of a territory's coverage: what the page shows and what is sent after it.</summary>
/// <param name="Version">Version of the total it shows.</param>
/// <param name="At">When it was taken: time of day in Beijing.</param>
/// <param name="Lines">The whole first, then the own filing if there is one, then the children in tree order.</param>
public sealed record CoveragePicture(long Version, string At, ImmutableArray<LineModel> Lines);

/// <summary>What the coverage page shows.</summary>
/// <param name="Place">Unit and period.</param>
/// <param name="Open">Open periods, newest first.</param>
/// <param name="Picture">The figures.</param>
public sealed record CoverageModel(Place Place, ImmutableArray<PeriodId> Open, CoveragePicture Picture)
{
    /// <summary>The territory as a whole.</summary>
    public LineModel Whole => Picture.Lines[0];

    /// <summary>What adds up to it.</summary>
    public ImmutableArray<LineModel> Parts => Picture.Lines[1..];
}
