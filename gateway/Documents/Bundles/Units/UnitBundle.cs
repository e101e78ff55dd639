using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;

namespace Federation.Documents.Bundles.Units;

/// <summary>A bundle that was read, checked from end to end.</summary>
/// <param name="Unit">Whose; null when that cannot be read.</param>
/// <param name="IsPublic">True when it holds only what everybody may read.</param>
/// <param name="Digest">Digest of the catalog.</param>
/// <param name="Entries">Entries of the catalog.</param>
/// <param name="Streams">Every stream with its events.</param>
/// <param name="Contents">Texts and files by hash, each with its media type.</param>
/// <param name="Findings">Everything that does not hold; empty: it is whole.</param>
public sealed record UnitBundle(
    UnitId? Unit, bool IsPublic, Digest Digest, int Entries, ImmutableArray<(string Stream, ImmutableArray<RecordedEvent> Events)> Streams, ImmutableDictionary<Digest, (string MediaType, byte[] Bytes)> Contents,
    ImmutableArray<Finding> Findings)
{
    /// <summary>SHA-256 of the key that signed it; null: it is not signed, or the signature is not of it.</summary>
    public Digest? SignedBy { get; init; }

    private const long MostUnpacked = 2L << 30;

    /// <summary>Reads and checks a bundle: files against the manifest, chains, catalog against history and digest.</summary>
    /// <param name="bytes">The zip.</param>
    /// <returns>The bundle with all findings; never an exception for what it holds.</returns>
    public static UnitBundle Read(byte[] bytes)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return new Reading(zip, findings).Run();
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            findings.Add(UnitBundleRules.Unreadable.At("bundle", $"数据包不能读取:{e.Message}", $"the bundle cannot be read: {e.Message}"));
            return new UnitBundle(null, false, Digest.None, 0, [], ImmutableDictionary<Digest, (string MediaType, byte[] Bytes)>.Empty, findings.ToImmutable());
        }
    }

    private sealed class Reading(ZipArchive zip, ImmutableArray<Finding>.Builder findings)
    {
        private readonly Dictionary<string, byte[]> files = [];
        private long unpacked;

        public UnitBundle Run()
        {
            using var manifest = JsonDocument.Parse(Bytes(zip.GetEntry(UnitBundleWriter.Manifest) ?? throw new InvalidDataException("no manifest.json")));
            var json = manifest.RootElement;
            if (json.GetProperty("schema").GetString() != UnitBundleWriter.Schema)
                throw new InvalidDataException($"schema is not {UnitBundleWriter.Schema}");
            var unit = UnitId.Parse(json.GetProperty("unit").GetString()!);
            Files(json);
            var signedBy = Signature();
            var streams = json.GetProperty("streams").EnumerateArray().Select(Stream).ToImmutableArray();
            var listed = json.GetProperty("catalog");
            var digest = Digest.Parse(listed.GetProperty("digest").GetString()!);
            var contents = Contents();
            Catalog(streams.FirstOrDefault(s => s.Stream == $"catalog/{unit}").Events, listed, digest, contents.Keys.Select(k => k.ToString()).Concat(Texts(json.GetProperty("elsewhere"))).ToHashSet());
            return new UnitBundle(unit, json.GetProperty("public").GetBoolean(), digest, listed.GetProperty("entries").GetInt32(), streams, contents, findings.ToImmutable()) { SignedBy = signedBy };
        }

        private void Files(JsonElement manifest)
        {
            var listed = new HashSet<string> { UnitBundleWriter.Manifest, BundleSignature.File };
            foreach (var file in manifest.GetProperty("files").EnumerateArray())
            {
                var name = file.GetProperty("name").GetString()!;
                listed.Add(name);
                if (zip.GetEntry(name) is not { } entry)
                {
                    findings.Add(UnitBundleRules.FileMissing.At(name));
                    continue;
                }
                var content = files[name] = Bytes(entry);
                if (content.Length != file.GetProperty("bytes").GetInt64() || Convert.ToHexStringLower(SHA256.HashData(content)) != file.GetProperty("sha256").GetString())
                    findings.Add(UnitBundleRules.FileChanged.At(name));
            }
            foreach (var twice in zip.Entries.GroupBy(e => e.FullName).Where(g => g.Count() > 1))
                findings.Add(UnitBundleRules.FileUnlisted.At(twice.Key, $"{twice.Key} 在包中出现两次", $"{twice.Key} stands twice in the zip"));
            foreach (var entry in zip.Entries.Where(e => !listed.Contains(e.FullName)))
                findings.Add(UnitBundleRules.FileUnlisted.At(entry.FullName));
        }

        private Digest? Signature()
        {
            if (zip.GetEntry(BundleSignature.File) is not { } signature || !files.TryGetValue(BundleSignature.KeyFile, out var key))
                findings.Add(UnitBundleRules.NotSigned.At(BundleSignature.File));
            else if (!BundleSignature.Holds(Encoding.UTF8.GetString(key), Bytes(zip.GetEntry(UnitBundleWriter.Manifest)!), Bytes(signature)))
                findings.Add(UnitBundleRules.SignatureBroken.At(BundleSignature.File));
            else
                return BundleSignature.Fingerprint(Encoding.UTF8.GetString(key));
            return null;
        }

        private (string Stream, ImmutableArray<RecordedEvent> Events) Stream(JsonElement listed)
        {
            var stream = listed.GetProperty("stream").GetString()!;
            var events = ImmutableArray.CreateBuilder<RecordedEvent>();
            var head = EventHash.Origin;
            foreach (var line in Lines(listed.GetProperty("file").GetString()!))
            {
                RecordedEvent e;
                try
                {
                    e = BundleEvents.Read(line);
                }
                catch (FormatException fault)
                {
                    Broken(stream, events.Count + 1, $"不能读取:{fault.Message}", $"cannot be read: {fault.Message}");
                    continue;
                }
                if (e.Stream != stream || e.Seq != events.Count + 1)
                    Broken(stream, events.Count + 1, "不在其位:有缺失,或属于另一条历史", "is not in its place: a gap, or an event of another stream");
                if (!e.PrevHash.Span.SequenceEqual(head.Span))
                    Broken(stream, events.Count + 1, "与前一事件不相接", "does not follow from the event before");
                if (!EventHash.Holds(e))
                    Broken(stream, events.Count + 1, "哈希与内容不符", "its hash does not follow from its fields");
                head = e.Hash;
                events.Add(e);
            }
            if (events.Count != listed.GetProperty("events").GetInt64() || Convert.ToHexStringLower(head.Span) != listed.GetProperty("head").GetString())
                findings.Add(UnitBundleRules.ChainBroken.At(stream, "历史的结尾与清单不符", "the stream does not end as the manifest says"));
            return (stream, events.ToImmutable());
        }

        private void Catalog(ImmutableArray<RecordedEvent> events, JsonElement listed, Digest digest, HashSet<string> known)
        {
            var present = new Dictionary<EntryId, Digest>();
            var gone = new HashSet<string>();
            foreach (var e in events.IsDefault ? [] : events)
            {
                switch (CatalogEventJson.Read(e.Kind, e.KindVersion, e.Payload))
                {
                    case EntryPut put:
                        present[put.Entry.Id] = put.Entry.Hash;
                        gone.Remove(put.Entry.Id.Value);
                        break;
                    case EntryRemoved removed:
                        present.Remove(removed.Id);
                        gone.Add(removed.Id.Value);
                        break;
                }
            }
            var leaves = new List<DigestLeaf>();
            foreach (var line in Lines(UnitBundleWriter.Entries))
            {
                using var document = JsonDocument.Parse(line);
                var entry = EntryJson.Read(document.RootElement);
                var hash = Digest.Of(line.Span);
                leaves.Add(DigestLeaf.Of(entry.Id, hash));
                if (!present.Remove(entry.Id, out var recorded) || recorded != hash)
                    Differs(entry.Id.Value, "条目与历史不符", "the entry is not what the history says");
                foreach (var missing in entry.Named.Where(h => !known.Contains(h.ToString())))
                    findings.Add(UnitBundleRules.FileMissing.At($"contents/{missing}"));
            }
            foreach (var left in present.Keys)
                Differs(left.Value, "历史中的条目不在目录中", "an entry of the history is not in the catalog");
            var removals = Lines(UnitBundleWriter.Tombstones).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!).ToHashSet();
            if (!removals.SetEquals(gone))
                Differs(UnitBundleWriter.Tombstones, "删除记录与历史不符", "the removals are not what the history says");
            if (WholeDigest.Of(leaves) != digest || leaves.Count != listed.GetProperty("entries").GetInt32())
                Differs(UnitBundleWriter.Entries, "目录摘要或条目数与清单不符", "digest or number of the entries is not what the manifest says");
            if ((events.IsDefault ? 0 : events.Length) != listed.GetProperty("seq").GetInt64())
                Differs(UnitBundleWriter.Manifest, "历史事件数与清单不符", "the history has not as many events as the manifest says");
        }

        private ImmutableDictionary<Digest, (string MediaType, byte[] Bytes)> Contents()
        {
            var contents = ImmutableDictionary.CreateBuilder<Digest, (string MediaType, byte[] Bytes)>();
            var types = Lines(UnitBundleWriter.Types).Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(t => t.GetProperty("hash").GetString()!, t => t.GetProperty("mediaType").GetString()!);
            foreach (var (name, bytes) in files.Where(f => f.Key.StartsWith("contents/", StringComparison.Ordinal)))
            {
                var hash = Digest.Of(bytes);
                if (name != $"contents/{hash}")
                    findings.Add(UnitBundleRules.FileChanged.At(name, "文件与其名称中的 SHA-256 不符", "the file is not what its name says"));
                contents[hash] = (types.GetValueOrDefault(hash.ToString(), "application/octet-stream"), bytes);
            }
            return contents.ToImmutable();
        }

        private IEnumerable<ReadOnlyMemory<byte>> Lines(string file)
        {
            ReadOnlyMemory<byte> rest = files.GetValueOrDefault(file) ?? [];
            while (rest.Length > 0)
            {
                var end = rest.Span.IndexOf((byte)'\n');
                var line = end < 0 ? rest : rest[..end];
                rest = end < 0 ? default : rest[(end + 1)..];
                if (line.Length > 0)
                    yield return line;
            }
        }

        private byte[] Bytes(ZipArchiveEntry entry)
        {
            using var from = entry.Open();
            var to = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                if ((unpacked += read) > MostUnpacked)
                    throw new InvalidDataException("it grows too big when unpacked");
                to.Write(buffer, 0, read);
            }
            return to.ToArray();
        }

        private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(e => e.GetString()!);

        private void Broken(string stream, int seq, string zh, string en) => findings.Add(UnitBundleRules.ChainBroken.At(FormattableString.Invariant($"{stream} #{seq}"), $"第 {seq} 个事件{zh}", $"event {seq} {en}"));

        private void Differs(string where, string zh, string en) => findings.Add(UnitBundleRules.CatalogDiffers.At(where, zh, en));
    }
}
