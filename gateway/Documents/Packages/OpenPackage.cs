using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Federation.Documents.Packages;

/// <summary>
/// A zip file whose bytes follow from its contents alone: entries in the order written, one fixed time, no clock. Serves XLSX, DOCX and bundles.
/// </summary>
internal sealed class OpenPackage(Stream to) : IDisposable
{
    // The first moment a zip file can carry. Dates that mean something stand inside the files.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = true, NewLineHandling = NewLineHandling.None };
    private readonly ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true);

    public Stream Add(string name, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    public void Add(string name, ReadOnlySpan<byte> bytes)
    {
        using var stream = Add(name);
        stream.Write(bytes);
    }

    public void Xml(string name, Action<XmlWriter> write, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var stream = Add(name, level);
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument(true);
        write(xml);
    }

    public void Dispose() => zip.Dispose();
}
