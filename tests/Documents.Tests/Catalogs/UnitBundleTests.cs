using System.Collections.Immutable;
using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Federation.Documents.Bundles.Units;
using Federation.Domain.Catalogs;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests.Catalogs;

/// <summary>A unit's bundle: our reader and the plain tool in it find the same, whatever is damaged.</summary>
public sealed class UnitBundleTests
{
    private static readonly TestSigner Signer = new();
    private static readonly byte[] Whole = Write();

    private static byte[] Write()
    {
        var puts = Enumerable.Range(0, 100).Select(i => new EntryPut(Catalog.Document($"D-{i}"), 1, "330110", "", "", "", 0)).Append(new EntryPut(Catalog.Full, 1, "330110", "", "", "", 0))
            .Append(new EntryPut(Catalog.Document("D-7", "改过"), 2, "330110", "", "", "", 8)).Cast<CatalogEvent>().Append(new EntryRemoved(EntryId.Parse("D-8"), 2, "重复", "330110", "", 9));
        var chain = Catalog.Chain("catalog/330110", puts.Select(CatalogEventJson.Write));
        var bytes = new MemoryStream();
        using (var bundle = new UnitBundleWriter(bytes, Catalog.Unit, "余杭区", isPublic: false, Signer))
        {
            bundle.AddStream("catalog/330110", chain);
            bundle.AddStream("tags/330110", Catalog.Chain("tags/330110", new NewEvent("binary", 1, new byte[] { 0xFF, 0x00, 0xFE })));
            bundle.AddContent(Digest.Of("正文"u8), "text/plain", "正文"u8.ToArray());
            bundle.AddContent(Digest.Of("file1"u8), "application/pdf", "file1"u8.ToArray());
            bundle.AddReportPage("2025 年度", "annual-2025.html", "<p>报告</p>"u8.ToArray());
            bundle.Add("reports/annual-2025/v1.json", "{}"u8.ToArray());
            bundle.Finish();
        }
        return bytes.ToArray();
    }

    [Fact]
    public void Whole_HoldsForOurReader()
    {
        var bundle = UnitBundle.Read(Whole);
        Assert.Empty(bundle.Findings);
        Assert.Equal(Digest.Of(Signer.PublicKey.AsSpan()), bundle.SignedBy);
        Assert.Equal((Catalog.Unit, 100, 2, 2), (bundle.Unit, bundle.Entries, bundle.Streams.Length, bundle.Contents.Count));
    }

    [Fact]
    public void Whole_HoldsForPlainTools()
    {
        var folder = Directory.CreateTempSubdirectory("bundle-");
        try
        {
            ZipFile.ExtractToDirectory(new MemoryStream(Whole), folder.FullName);
            Assert.Equal((0, true), Run("python3", folder.FullName, "verify.py", "OK"));
            Assert.Equal((0, true), Run("sh", folder.FullName, "verify.sh", "OK"));
            File.AppendAllText(Path.Combine(folder.FullName, "catalog", "entries.jsonl"), "\n");
            Assert.Equal((1, true), Run("sh", folder.FullName, "verify.sh", "FAILED"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Site_CanBeReadFromAFolder_AndEveryLinkOfItLeadsSomewhere()
    {
        var files = Files(Whole);
        var (pages, broken) = (files.Keys.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).ToList(), new List<string>());
        foreach (var page in pages.Where(p => !p.StartsWith("site/reports/", StringComparison.Ordinal)))
        {
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(Encoding.UTF8.GetString(files[page]), "href=\"([^\"]+)\""))
            {
                var there = new Uri(new Uri("http://bundle/" + page), link.Groups[1].Value).AbsolutePath[1..];
                if (!files.ContainsKey(there))
                    broken.Add($"{page} -> {there}");
            }
        }
        Assert.Empty(broken);
        Assert.Equal(100, pages.Count(p => p.StartsWith("site/entries/", StringComparison.Ordinal)));
        Assert.Contains("2025 年度", Encoding.UTF8.GetString(files["index.html"]), StringComparison.Ordinal);
        Assert.Contains(pages, p => Encoding.UTF8.GetString(files[p]).Contains("<pre>正文</pre>", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, p => Encoding.UTF8.GetString(files[p]).Contains("<script", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Relisted_IsToldByTheSignature_AndAnotherKeyByItsFingerprint()
    {
        var relisted = Alter(Whole, files => files["reports/annual-2025/v1.json"] = "[]"u8.ToArray(), listed: true);
        Assert.Equal("CT-531", Assert.Single(UnitBundle.Read(relisted).Findings).Code);
        Assert.Null(UnitBundle.Read(relisted).SignedBy);
        Assert.Equal("CT-530", Assert.Single(UnitBundle.Read(Alter(Whole, files => files.Remove("manifest.sig"), listed: false)).Findings).Code);
        Assert.Equal(File.Exists("/usr/bin/openssl") ? 1 : 0, Python(relisted)); // without openssl the plain tool says that it could not look
    }

    // Manifest kept as it was: the file alone was altered. Manifest made to fit: whoever altered the file altered the list as well.
    [Theory]
    [InlineData("catalog/entries.jsonl", "关于", "关干", false, "CT-524")]
    [InlineData("catalog/entries.jsonl", "关于", "关干", true, "CT-526")]
    [InlineData("catalog/tombstones.jsonl", "D-8", "D-9", true, "CT-526")]
    [InlineData("streams/0001.jsonl", "改过", "改定", true, "CT-525")]
    [InlineData("streams/0001.jsonl", "zhang@330110", "wang1@330110", true, "CT-525")]
    [InlineData("streams/0002.jsonl", "/wD+", "/wD/", true, "CT-525")]
    [InlineData("contents/CONTENT", "file1", "file2", true, "CT-524")]
    [InlineData("reports/annual-2025/v1.json", "{}", "[]", false, "CT-524")]
    [InlineData("README.md", "330110", "330111", false, "CT-524")]
    [InlineData("verify.py", "sys", "sis", false, "CT-524")]
    public void Damage_IsFound_ByBoth(string file, string was, string now, bool listed, string code)
    {
        file = file.Replace("CONTENT", Digest.Of("file1"u8).ToString(), StringComparison.Ordinal);
        var damaged = Alter(Whole, files =>
        {
            var text = Encoding.UTF8.GetString(files[file]);
            Assert.Contains(was, text, StringComparison.Ordinal);
            var at = text.IndexOf(was, StringComparison.Ordinal);
            files[file] = Encoding.UTF8.GetBytes(text[..at] + now + text[(at + was.Length)..]);
        }, listed);
        Assert.Contains(UnitBundle.Read(damaged).Findings, f => f.Code == code);
        Assert.Equal(1, Python(damaged));
    }

    [Theory]
    [InlineData("streams/0001.jsonl", "CT-522")]
    [InlineData("reports/annual-2025/v1.json", "CT-522")]
    [InlineData("contents.jsonl", "CT-522")]
    [InlineData("manifest.json", "CT-521")]
    public void MissingFile_IsFound_ByBoth(string file, string code)
    {
        var damaged = Alter(Whole, files => files.Remove(file), false);
        Assert.Contains(UnitBundle.Read(damaged).Findings, f => f.Code == code);
        Assert.Equal(1, Python(damaged));
    }

    [Fact]
    public void FileThatIsNotListed_IsFound_ByBoth()
    {
        var damaged = Alter(Whole, files => files["more.txt"] = [1], false);
        Assert.Equal("CT-523", Assert.Single(UnitBundle.Read(damaged).Findings).Code);
        Assert.Equal(1, Python(damaged));
    }

    [Fact]
    public void EventsCutOff_OrTakenOut_AreFound_ByBoth()
    {
        foreach (var cut in new Func<List<string>, IEnumerable<string>>[] { lines => lines.SkipLast(1), lines => lines.Skip(1), lines => lines.Where((_, i) => i != 5) })
        {
            var damaged = Alter(Whole, files => files["streams/0001.jsonl"] = Encoding.UTF8.GetBytes(string.Concat(
                cut([.. Encoding.UTF8.GetString(files["streams/0001.jsonl"]).Split('\n', StringSplitOptions.RemoveEmptyEntries)]).Select(l => l + "\n"))), true);
            Assert.Contains(UnitBundle.Read(damaged).Findings, f => f.Code == "CT-525");
            Assert.Equal(1, Python(damaged));
        }
    }

    [Fact]
    public void NoZip_IsTold() => Assert.Equal("CT-521", Assert.Single(UnitBundle.Read("nothing"u8.ToArray()).Findings).Code);

    private static Dictionary<string, byte[]> Files(byte[] bundle)
    {
        var files = new Dictionary<string, byte[]>();
        using var zip = new ZipArchive(new MemoryStream(bundle));
        foreach (var entry in zip.Entries)
        {
            using var from = entry.Open();
            var to = new MemoryStream();
            from.CopyTo(to);
            files[entry.FullName] = to.ToArray();
        }
        return files;
    }

    private static byte[] Alter(byte[] bundle, Action<Dictionary<string, byte[]>> alter, bool listed)
    {
        var files = Files(bundle);
        var before = files.ToImmutableDictionary();
        alter(files);
        if (listed)
        {
            var manifest = Encoding.UTF8.GetString(files["manifest.json"]);
            foreach (var (name, bytes) in files.Where(f => !before[f.Key].AsSpan().SequenceEqual(f.Value)))
                manifest = manifest.Replace(Line(name, before[name]), Line(name, bytes), StringComparison.Ordinal);
            files["manifest.json"] = Encoding.UTF8.GetBytes(manifest);
        }
        var altered = new MemoryStream();
        using (var zip = new ZipArchive(altered, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var to = zip.CreateEntry(name).Open();
                to.Write(bytes);
            }
        }
        return altered.ToArray();

        static string Line(string name, byte[] bytes) => FormattableString.Invariant($"{{\"name\":\"{name}\",\"bytes\":{bytes.Length},\"sha256\":\"{Digest.Of(bytes)}\"}}");
    }

    private static int Python(byte[] bundle)
    {
        var folder = Directory.CreateTempSubdirectory("bundle-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "b.zip"), bundle);
            File.WriteAllBytes(Path.Combine(folder.FullName, "verify.py"), UnitBundleWriter.Tool("verify.py")); // our own: the one inside may be the damage
            return Run("python3", folder.FullName, "verify.py b.zip", "FAULT").Code;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Code, bool Says) Run(string program, string folder, string arguments, string said)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" } })!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Contains(said, StringComparison.Ordinal));
    }

    private sealed class TestSigner : ISealSigner
    {
        private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public string Algorithm => "ecdsa-p256-sha256";

        public ImmutableArray<byte> PublicKey => [.. key.ExportSubjectPublicKeyInfo()];

        public ImmutableArray<byte> Sign(ReadOnlySpan<byte> content)
        {
            lock (key)
                return [.. key.SignData(content, HashAlgorithmName.SHA256)];
        }
    }
}
