using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Documents.Bundles.Units.Site;
using Federation.Documents.Packages;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Documents.Bundles.Units;

/// <summary>
/// Everything of one unit in one zip of plain files, to be taken home: catalog, contents, reports, and the whole history with its hash chains. It can be
/// checked without this software. Written file by file; the manifest comes last.
/// </summary>
/// <param name="to">Open for writing; stays open.</param>
/// <param name="unit">Whose.</param>
/// <param name="name">Full name of the unit.</param>
/// <param name="isPublic">True when it holds only what everybody may read.</param>
/// <param name="signer">Signs the manifest.</param>
public sealed class UnitBundleWriter(Stream to, UnitId unit, string name, bool isPublic, ISealSigner signer) : IDisposable
{
    internal const string Schema = "federation-unit-1";
    internal const string Manifest = "manifest.json";
    internal const string Entries = "catalog/entries.jsonl";
    internal const string Tombstones = "catalog/tombstones.jsonl";
    internal const string Types = "contents.jsonl";
    internal const string ReadMe = "README.md";
    internal static readonly ImmutableArray<string> Tools = ["verify.py", "verify.sh"];

    private const int LongestText = 256 * 1024; // a longer one is a file to open
    private readonly OpenPackage package = new(to);
    private readonly List<(string Name, long Bytes, string Hash)> files = [];
    private readonly List<(string Stream, string File, long Events, string Head)> streams = [];
    private readonly SortedDictionary<string, byte[]> present = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> removed = new(StringComparer.Ordinal);
    private readonly SortedSet<string> elsewhere = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> mediaTypes = new(StringComparer.Ordinal);
    private readonly HashSet<Digest> wanted = [];
    private readonly Dictionary<Digest, List<string>> bodies = []; // entries by their text, until its page is written
    private readonly List<(string Name, string File)> reportPages = [];
    private readonly HashSet<string> paged = [];
    private long catalogEvents;

    /// <summary>Hashes of texts and files that the entries written so far name: to be handed to <see cref="AddContent"/>.</summary>
    public IReadOnlyCollection<Digest> Wanted => wanted;

    /// <summary>Writes a stream, whole. The stream of the catalog gives the entries and removals too, those of drafts the texts and files that they name.</summary>
    public void AddStream(string stream, ImmutableArray<RecordedEvent> events)
    {
        if (stream == $"catalog/{unit}")
            Fold(events);
        else if (!isPublic && stream.StartsWith($"entry/{unit}/", StringComparison.Ordinal))
            wanted.UnionWith(events.Select(e => DraftEventJson.Read(e.Kind, e.KindVersion, e.Payload)).OfType<DraftSaved>().SelectMany(saved => saved.Content.Named));
        var file = string.Create(CultureInfo.InvariantCulture, $"streams/{streams.Count + 1:0000}.jsonl");
        Add(file, bytes =>
        {
            foreach (var e in events)
                BundleEvents.WriteLine(bytes, e);
        });
        streams.Add((stream, file, events.Length, Convert.ToHexStringLower(events.IsEmpty ? EventHash.Origin.Span : events[^1].Hash.Span)));
    }

    /// <summary>Writes a text or file under its hash.</summary>
    public void AddContent(Digest hash, string mediaType, ReadOnlyMemory<byte> content)
    {
        mediaTypes[hash.ToString()] = mediaType;
        Add($"contents/{hash}", content);
        if (mediaType != "text/plain" || content.Length > LongestText || !bodies.Remove(hash, out var entries))
            return;
        foreach (var entry in entries)
            AddPage(entry, Encoding.UTF8.GetString(content.Span));
    }

    /// <summary>Says that a text or file that an entry names is not kept here.</summary>
    public void IsElsewhere(Digest hash) => elsewhere.Add(hash.ToString());

    /// <summary>Writes the page of a report, for the site.</summary>
    /// <param name="title">What it is called there.</param>
    /// <param name="file">Name of the file, without folder.</param>
    /// <param name="page">HTML that stands alone.</param>
    public void AddReportPage(string title, string file, ReadOnlyMemory<byte> page)
    {
        reportPages.Add((title, $"site/reports/{file}"));
        Add($"site/reports/{file}", page);
    }

    /// <summary>Writes any further file.</summary>
    public void Add(string file, ReadOnlyMemory<byte> content) => Add(file, bytes => bytes.Write(content.Span));

    /// <summary>Writes what is left: the catalog as it stands, the tools, and the manifest.</summary>
    public void Finish()
    {
        var digest = WholeDigest.Of([.. present.Select(e => DigestLeaf.Of(EntryId.Parse(e.Key), Domain.Catalogs.Digest.Of(e.Value)))]);
        Add(Entries, bytes =>
        {
            foreach (var line in present.Values)
            {
                bytes.Write(line);
                bytes.WriteByte((byte)'\n');
            }
        });
        Add(Tombstones, bytes => bytes.Write(Encoding.UTF8.GetBytes(string.Concat(removed.Values.Select(line => line + "\n")))));
        Add(Types, Encoding.UTF8.GetBytes(string.Concat(mediaTypes.Select(t => $"{{\"hash\":\"{t.Key}\",\"mediaType\":{JsonSerializer.Serialize(t.Value)}}}\n"))));
        AddSite();
        Add(ReadMe, Encoding.UTF8.GetBytes(UnitBundleText.ReadMe(unit, name, isPublic, digest)));
        foreach (var tool in Tools)
            Add(tool, Tool(tool));
        Add(BundleSignature.KeyFile, Encoding.UTF8.GetBytes(BundleSignature.Key(signer)));
        var manifest = Encoding.UTF8.GetBytes(ManifestOf(digest));
        package.Add(Manifest, manifest);
        package.Add(BundleSignature.File, BundleSignature.Of(signer, manifest));
    }

    /// <inheritdoc />
    public void Dispose() => package.Dispose();

    /// <summary>A tool as it stands in every bundle.</summary>
    public static byte[] Tool(string tool)
    {
        using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream("bundle." + tool) ?? throw new InvalidOperationException($"no {tool} in this assembly");
        var bytes = new MemoryStream();
        from.CopyTo(bytes);
        return bytes.ToArray();
    }

    private void Fold(ImmutableArray<RecordedEvent> events)
    {
        catalogEvents = events.Length;
        foreach (var e in events)
        {
            switch (CatalogEventJson.Read(e.Kind, e.KindVersion, e.Payload))
            {
                case EntryPut put:
                    present[put.Entry.Id.Value] = EntryJson.Bytes(put.Entry);
                    removed.Remove(put.Entry.Id.Value);
                    break;
                case EntryRemoved gone:
                    present.Remove(gone.Id.Value);
                    removed[gone.Id.Value] = Tombstone(gone, e);
                    break;
            }
        }
        foreach (var id in present.Keys)
        {
            var entry = Read(id);
            wanted.UnionWith(entry.Attachments.Select(a => a.Hash));
            if (entry.Body is not { } body)
                continue;
            wanted.Add(body);
            if (!bodies.TryGetValue(body, out var entries))
                bodies[body] = entries = [];
            entries.Add(entry.Id.Value);
        }
    }

    private void AddSite()
    {
        var listed = new List<SiteEntry>();
        foreach (var id in present.Keys)
        {
            listed.Add(SiteEntry.Of(Read(id)));
            if (!paged.Contains(id))
                AddPage(id, "");
        }
        foreach (var (file, page) in ListSitePages.Of(name, listed, reportPages))
            Add(file, page);
        Add(SitePage.StyleFile, SitePage.Style);
    }

    private void AddPage(string id, string text)
    {
        paged.Add(id);
        Add(EntrySitePage.FileOf(EntryId.Parse(id)), EntrySitePage.Of(name, Read(id), text, other => present.ContainsKey(other.Value) ? EntrySitePage.FileOf(other) : null));
    }

    private CatalogEntry Read(string id)
    {
        using var document = JsonDocument.Parse(present[id]);
        return EntryJson.Read(document.RootElement);
    }

    private static string Tombstone(EntryRemoved gone, RecordedEvent e)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, gone.Id.Value);
            json.WriteNumber("seq"u8, e.Seq);
            json.WriteNumber("revision"u8, gone.Revision);
            json.WriteString("reason"u8, gone.Reason);
            json.WriteString("at"u8, e.At.ToString("o", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private void Add(string file, Action<Stream> write)
    {
        using var entry = package.Add(file);
        using var counting = new HashingStream(entry);
        write(counting);
        files.Add((file, counting.Written, counting.Hash()));
    }

    // One file a line, so that verify.sh can read it with sed.
    private string ManifestOf(Digest digest)
    {
        var text = new StringBuilder("{\n");
        text.Append(CultureInfo.InvariantCulture, $"\"schema\":\"{Schema}\",\n\"unit\":\"{unit}\",\n\"name\":{JsonSerializer.Serialize(name)},\n\"public\":{(isPublic ? "true" : "false")},\n");
        text.Append(CultureInfo.InvariantCulture, $"\"catalog\":{{\"seq\":{catalogEvents},\"entries\":{present.Count},\"digest\":\"{digest}\"}},\n");
        text.Append("\"elsewhere\":[").AppendJoin(',', elsewhere.Select(e => $"\"{e}\"")).Append("],\n\"streams\":[\n");
        text.AppendJoin(",\n", streams.Select(s => string.Create(CultureInfo.InvariantCulture, $"{{\"stream\":{JsonSerializer.Serialize(s.Stream)},\"file\":\"{s.File}\",\"events\":{s.Events},\"head\":\"{s.Head}\"}}")));
        text.Append("\n],\n\"files\":[\n");
        text.AppendJoin(",\n", files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => string.Create(CultureInfo.InvariantCulture, $"{{\"name\":\"{f.Name}\",\"bytes\":{f.Bytes},\"sha256\":\"{f.Hash}\"}}")));
        return text.Append("\n]\n}\n").ToString();
    }

    private sealed class HashingStream(Stream to) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public string Hash() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            to.Write(buffer);
            Written += buffer.Length;
        }

        public override void Flush() => to.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
