using System.Buffers;
using System.Collections.Immutable;

namespace Federation.Domain.Reports;

/// <summary>
/// The additive side of figures: a vector of sums in the form's order of which only cells other than zero are kept, so that a nil report
/// costs next to nothing on its way up. Immutable; two are equal when every cell is.
/// </summary>
public sealed class Tally : IEquatable<Tally>
{
    private readonly ImmutableArray<(ushort Cell, long Value)> entries;

    private Tally(ImmutableArray<(ushort Cell, long Value)> entries) => this.entries = entries;

    /// <summary>All zero.</summary>
    public static Tally Empty { get; } = new([]);

    /// <summary>Cells other than zero, in order.</summary>
    public ImmutableArray<(ushort Cell, long Value)> Entries => entries;

    /// <summary>Value of a cell; 0 when it is not kept.</summary>
    public long this[int cell]
    {
        get
        {
            var at = entries.AsSpan().BinarySearch(((ushort)cell, 0L), ByCell);
            return at < 0 ? 0 : entries[at].Value;
        }
    }

    private static Comparer<(ushort Cell, long Value)> ByCell { get; } = Comparer<(ushort Cell, long Value)>.Create((a, b) => a.Cell.CompareTo(b.Cell));

    /// <summary>The tally of one filing: what it adds to every total above.</summary>
    public static Tally Of(Figures figures)
    {
        Span<long> dense = stackalloc long[figures.Cells.Length];
        for (var cell = 0; cell < dense.Length; cell++)
            dense[cell] = figures[cell].Value;
        return Of(dense);
    }

    /// <summary>The tally of a whole vector.</summary>
    public static Tally Of(ReadOnlySpan<long> dense)
    {
        var count = dense.Length - System.MemoryExtensions.Count(dense, 0L);
        if (count == 0)
            return Empty;
        var entries = ImmutableArray.CreateBuilder<(ushort, long)>(count);
        for (var cell = 0; cell < dense.Length; cell++)
        {
            if (dense[cell] != 0)
                entries.Add(((ushort)cell, dense[cell]));
        }
        return new Tally(entries.MoveToImmutable());
    }

    /// <summary>Adds it to a vector, in checked arithmetic.</summary>
    public void AddTo(Span<long> sums)
    {
        foreach (var (cell, value) in entries)
            sums[cell] = checked(sums[cell] + value);
    }

    /// <summary>Takes it out of a vector, in checked arithmetic.</summary>
    public void TakeFrom(Span<long> sums)
    {
        foreach (var (cell, value) in entries)
            sums[cell] = checked(sums[cell] - value);
    }

    /// <summary>Encodes it: for each entry the distance to the cell before (varint), then the value (zigzag varint).</summary>
    public byte[] Encode()
    {
        var bytes = new ArrayBufferWriter<byte>(Math.Max(1, entries.Length * 4));
        var next = 0;
        foreach (var (cell, value) in entries)
        {
            Put(bytes, (ulong)(cell - next));
            Put(bytes, unchecked((ulong)((value << 1) ^ (value >> 63))));
            next = cell + 1;
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="FormatException">Damaged.</exception>
    public static Tally Decode(ReadOnlySpan<byte> bytes)
    {
        var entries = ImmutableArray.CreateBuilder<(ushort, long)>();
        for (var next = 0UL; !bytes.IsEmpty; next++)
        {
            var distance = Take(ref bytes);
            if (distance > ushort.MaxValue || (next += distance) > ushort.MaxValue)
                throw new FormatException("a tally names a cell beyond all forms");
            var zigzag = Take(ref bytes);
            if (zigzag == 0)
                throw new FormatException("a tally keeps a zero");
            entries.Add(((ushort)next, (long)(zigzag >> 1) ^ -(long)(zigzag & 1)));
        }
        return entries.Count == 0 ? Empty : new Tally(entries.ToImmutable());
    }

    /// <inheritdoc />
    public bool Equals(Tally? other) => other is not null && entries.AsSpan().SequenceEqual(other.entries.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Tally);

    /// <inheritdoc />
    public override int GetHashCode() => entries.Length == 0 ? 0 : HashCode.Combine(entries.Length, entries[0], entries[^1]);

    private static void Put(ArrayBufferWriter<byte> bytes, ulong value)
    {
        var span = bytes.GetSpan(10);
        var used = 0;
        for (; value >= 0x80; value >>= 7)
            span[used++] = (byte)((value & 0x7F) | 0x80);
        span[used++] = (byte)value;
        bytes.Advance(used);
    }

    private static ulong Take(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (bytes.IsEmpty)
                break;
            var next = bytes[0];
            if (shift == 63 && next > 1)
                break;
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
        throw new FormatException("a tally is cut short, or a number in it has more than 64 bits");
    }
}
