using System.Text.RegularExpressions;

namespace Federation.Architecture.Tests;

/// <summary>What the source may not hold.</summary>
public sealed partial class SourceTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void EmbeddedNamespaces_AreUsedOutsideEmbedded_OnlyByTheHostAndTests()
    {
        var users = Sources("grains", "gateway", "silo").Where(f => File.ReadAllText(f).Contains("Federation.Embedded", StringComparison.Ordinal));
        Assert.Empty(users.Where(f => !f.Contains("/silo/Host/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Grains_NameNoDatabase_AndNoGrpc() =>
        Assert.Empty(Sources("grains").Where(f => Forbidden().IsMatch(File.ReadAllText(f))));

    [Fact]
    public void RealPackages_AreReferenced_OnlyUnderTheStackCondition()
    {
        var projects = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal));
        Assert.Empty(projects.Where(f => File.ReadAllText(f).Contains("Include=\"Microsoft.Orleans", StringComparison.Ordinal) || File.ReadAllText(f).Contains("Include=\"Grpc.AspNetCore", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Sources(params string[] rooms) =>
        rooms.SelectMany(r => Directory.EnumerateFiles(Path.Combine(Root, r), "*.cs", SearchOption.AllDirectories)).Where(f => !f.Contains("/obj/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Directory.Packages.props")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("the tests do not lie below the repository");
        return at;
    }

    [GeneratedRegex(@"\b(Sqlite|Npgsql|SELECT |Grpc\.)")]
    private static partial Regex Forbidden();
}
