using System.Collections.Immutable;

namespace Federation.Domain.Reports;

/// <summary>Words of a form.</summary>
/// <param name="Zh">As printed.</param>
/// <param name="En">For readers of English.</param>
public sealed record FormText(string Zh, string En);

/// <summary>A row or a column of a grid, under its groups.</summary>
/// <param name="Id">Part of the cell id: lower-case letters, digits and underscores.</param>
/// <param name="Path">Its groups from the outermost, then itself; never empty.</param>
public sealed record FormLine(string Id, ImmutableArray<FormText> Path)
{
    /// <summary>What stands between a group and what is in it, where a line is written as one text.</summary>
    public const string Stroke = " / ";

    /// <summary>Kind of its cells; a cell is an amount when its row or its column is.</summary>
    public CellKind Kind { get; init; }

    /// <summary>See <see cref="FormCell.IsChange"/>.</summary>
    public bool IsChange { get; init; }

    /// <summary>See <see cref="FormCell.Stock"/>.</summary>
    public bool Stock { get; init; }

    /// <summary>See <see cref="FormCell.Quarters"/>.</summary>
    public ImmutableArray<int> Quarters { get; init; } = [];

    /// <summary>In one text: 法人或其他组织 / 商业企业, or 三、本年度办理结果 (一)予以公开, because what is numbered needs no stroke.</summary>
    public string Label => Path.Skip(1).Aggregate(Path[0].Zh, (before, part) => before + (Numbered(part.Zh) ? " " : Stroke) + part.Zh);

    /// <summary>In one text, in English.</summary>
    public string LabelEn => string.Join(" · ", Path.Select(p => p.En));

    /// <summary>A line from texts that name the groups before it, each followed by <see cref="Stroke"/>.</summary>
    /// <exception cref="ArgumentException">The two languages do not name equally many groups, or a part is empty.</exception>
    public static FormLine Of(string id, string zh, string en)
    {
        var (chinese, english) = (zh.Split(Stroke), en.Split(Stroke));
        if (chinese.Length != english.Length)
            throw new ArgumentException($"'{zh}' has {chinese.Length} parts, '{en}' has {english.Length}", nameof(en));
        if (chinese.Concat(english).Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"a part of '{zh}' or '{en}' is empty", nameof(zh));
        return new FormLine(id, [.. chinese.Zip(english, (c, e) => new FormText(c, e))]);
    }

    private static bool Numbered(string text) => text[0] == '(' || char.IsAsciiDigit(text[0]);
}

/// <summary>A grid of cells within a table: every row by every column.</summary>
/// <param name="Rows">From top to bottom.</param>
/// <param name="Columns">From left to right.</param>
public sealed record FormBlock(ImmutableArray<FormLine> Rows, ImmutableArray<FormLine> Columns)
{
    /// <summary>Printed over the whole block: 第二十条第(一)项.</summary>
    public FormText? Heading { get; init; }

    /// <summary>Printed over all columns: 申请人情况.</summary>
    public FormText? Over { get; init; }

    /// <summary>Printed in the corner over the rows: 信息内容.</summary>
    public FormText? Corner { get; init; }

    /// <summary>True when the rows are printed one beside the other in a single line, as table four is.</summary>
    public bool OneLine { get; init; }
}
