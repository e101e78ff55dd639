using System.Diagnostics;
using System.Text.Json;

namespace Federation.Documents.Tests.Catalogs;

/// <summary>What a SHACL engine says of one thing in a document.</summary>
/// <param name="Severity">Violation or Warning.</param>
/// <param name="Path">IRI of the property.</param>
/// <param name="Constraint">Which kind of constraint, for example MinCountConstraintComponent.</param>
/// <param name="Focus">The node.</param>
/// <param name="Value">Its value; empty: it has none.</param>
internal sealed record ShaclResult(string Severity, string Path, string Constraint, string Focus, string Value);

/// <summary>What was found of a document.</summary>
/// <param name="Triples">How many it has; 0: it was not understood.</param>
/// <param name="Results">What the shapes object to.</param>
/// <param name="Error">Why no JSON-LD processor understands it; null: it does.</param>
internal sealed record ShaclReport(int Triples, IReadOnlyList<ShaclResult> Results, string? Error)
{
    /// <summary>None when the document was not understood.</summary>
    public IReadOnlyList<ShaclResult> Results { get; init; } = Results ?? [];
}

/// <summary>A JSON-LD processor and a SHACL engine by other hands, where they are installed (shacl/install.sh).</summary>
internal static class Shacl
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);
    private static readonly string Folder = Repository.Source("tests", "Documents.Tests", "shacl");

    private static readonly Lazy<string?> Checked = new(() =>
    {
        try
        {
            using var process = Launch("-e", "Promise.all(['jsonld', 'n3', 'rdf-validate-shacl'].map(p => import(p))).catch(() => process.exit(1))");
            process.WaitForExit();
            return process.ExitCode == 0 ? null : Hint;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Hint; // no such program
        }
    });

    private const string Hint = "node with a JSON-LD processor and a SHACL engine is not installed here: run tests/Documents.Tests/shacl/install.sh";

    /// <summary>Why the tests with it cannot run; null when they can.</summary>
    public static string? Missing => Checked.Value;

    /// <summary>Judges documents by the shapes of DCAT-AP, all in one run.</summary>
    public static async Task<IReadOnlyList<ShaclReport>> Judge(params IEnumerable<string> documents)
    {
        var files = Directory.CreateTempSubdirectory("shacl-");
        var paths = documents.Select((text, i) => (text, Path: Path.Combine(files.FullName, $"{i:000}.jsonld"))).ToList();
        foreach (var (text, path) in paths)
            await File.WriteAllTextAsync(path, text);
        using var process = Launch(["validate.mjs", "dcat-ap.shapes.ttl", .. paths.Select(p => p.Path)]);
        var failure = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        files.Delete(recursive: true);
        Assert.True(process.ExitCode == 0, await failure);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ShaclReport>(line, Names)!)];
    }

    private static Process Launch(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
}

/// <summary>A test that needs a SHACL engine; skipped, with the reason, where there is none.</summary>
internal sealed class ShaclFactAttribute : FactAttribute
{
    public ShaclFactAttribute() => Skip = Shacl.Missing;
}
