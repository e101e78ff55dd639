namespace Federation.Domain.Notices;

/// <summary>A place in the text of a notice as it was handed in, damage included.</summary>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Number of characters (UTF-16).</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first character after it.</summary>
    public int End => Start + Length;

    /// <summary>True when both have a character in common.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
