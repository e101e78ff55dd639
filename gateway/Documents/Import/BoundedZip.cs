using System.IO.Compression;
using System.Xml;

namespace Federation.Documents.Import;

/// <summary>What one import may unpack, zips within zips together.</summary>
internal sealed class UnpackBudget(long left)
{
    /// <summary>False when nothing is left.</summary>
    public bool Take(int bytes) => (left -= bytes) >= 0;
}

/// <summary>A zip from outside: the number of its entries and all that is unpacked from it have a bound, whatever its directory claims.</summary>
internal sealed class BoundedZip : IDisposable
{
    private readonly ZipArchive zip;
    private readonly UnpackBudget budget;

    /// <exception cref="UnreadableFileException">Damaged, or too many entries.</exception>
    public BoundedZip(byte[] bytes, ImportLimits limits, UnpackBudget budget)
    {
        Limits = limits;
        this.budget = budget;
        try
        {
            zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > limits.Entries)
                throw TooBig();
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableFileException(ImportRules.Damaged, "压缩包已损坏,不能读取", $"the zip is damaged: {e.Message}");
        }
    }

    public ImportLimits Limits { get; }

    public IEnumerable<string> Names => zip.Entries.Select(e => e.FullName);

    public bool Has(string name) => zip.GetEntry(name) is not null;

    /// <summary>An XML part, or null when there is none. Document types are refused: nothing is fetched or expanded.</summary>
    public XmlReader? Xml(string name) => zip.GetEntry(name) is { } entry
        ? XmlReader.Create(new Counting(entry.Open(), this), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true })
        : null;

    /// <summary>All of an entry.</summary>
    public byte[] Bytes(string name)
    {
        var to = new MemoryStream();
        try
        {
            using var from = new Counting(zip.GetEntry(name)!.Open(), this);
            from.CopyTo(to);
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableFileException(ImportRules.Damaged, $"压缩包中的“{name}”已损坏", $"{name} in the zip is damaged: {e.Message}");
        }
        return to.ToArray();
    }

    public void Dispose() => zip.Dispose();

    private static UnreadableFileException TooBig() => new(ImportRules.TooBig, "文件解压后过大,或条目过多,未予读取", "the file grows too big when unpacked, or has too many entries");

    private sealed class Counting(Stream inner, BoundedZip owner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            if (!owner.budget.Take(read))
                throw TooBig();
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
