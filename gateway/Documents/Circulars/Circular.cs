using System.Collections.Immutable;

namespace Federation.Documents.Circulars;

/// <summary>通报: what a superior tells everybody of how something stands, on a day, with the law it rests on.</summary>
/// <param name="Title">Title.</param>
/// <param name="Issuer">Name of whoever issues it.</param>
/// <param name="AsOf">The moment that it tells of.</param>
/// <param name="Opening">First paragraph.</param>
/// <param name="Parts">Its parts, numbered 一、二、 when written.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record Circular(string Title, string Issuer, DateTimeOffset AsOf, string Opening, ImmutableArray<CircularPart> Parts, ImmutableArray<string> Basis)
{
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>Heading of a part, from 0, with its number.</summary>
    public static string Numbered(int at, string heading) => at < Numerals.Length ? $"{Numerals[at]}、{heading}" : heading;
}

/// <summary>One part.</summary>
/// <param name="Heading">Heading, without number.</param>
/// <param name="Paragraphs">Paragraphs.</param>
/// <param name="Table">A table after them; null: none.</param>
public sealed record CircularPart(string Heading, ImmutableArray<string> Paragraphs, CircularTable? Table = null);

/// <summary>A table.</summary>
/// <param name="Headings">Heads of the columns.</param>
/// <param name="Shares">Their widths in hundredths; add up to 100.</param>
/// <param name="Rows">Rows of as many cells.</param>
public sealed record CircularTable(ImmutableArray<string> Headings, ImmutableArray<int> Shares, ImmutableArray<ImmutableArray<string>> Rows);
