using System.Text.RegularExpressions;

namespace Federation.Architecture.Tests;

/// <summary>What the source may not hold.</summary>
public sealed partial class SourceTests
{
    internal static readonly string Root = FindRoot();

    [Fact]
    public void EmbeddedNamespaces_AreUsedOutsideEmbedded_OnlyByTheHostAndTests()
    {
        var users = Sources("grains", "gateway", "silo").Where(f => File.ReadAllText(f).Contains("Federation.Embedded", StringComparison.Ordinal));
        Assert.DoesNotContain(users, f => !f.Contains("/silo/Host/", StringComparison.Ordinal));
    }

    [Fact]
    public void Grains_NameNoDatabase_AndNoGrpc() =>
        Assert.DoesNotContain(Sources("grains"), f => Forbidden().IsMatch(File.ReadAllText(f)));

    [Fact]
    public void Cli_NamesTheDomain_OnlyWhereSomethingIsProvedHere_OrFieldsAreNamed()
    {
        var users = Sources("gateway/Cli").Where(f => File.ReadAllText(f).Contains("Federation.Domain", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(users);
        string[] may = ["/Cli/Receipts/", "/Cli/Mirrors/", "/EntryWords.cs", "/StandardTables.cs", "/StandardReadCommands.cs"]; // the last three: labels and the CSV of standard fields have one source
        Assert.DoesNotContain(users, f => !may.Any(m => f.Contains(m, StringComparison.Ordinal)));
    }

    [Fact]
    public void RealPackages_AreReferenced_OnlyUnderTheStackCondition()
    {
        var projects = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal));
        Assert.DoesNotContain(projects, f => Unconditional().IsMatch(File.ReadAllText(f)));
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

    // a group of references without the condition of the orleans stack
    [GeneratedRegex(@"<ItemGroup>(?:(?!</ItemGroup>)[\s\S])*Include=""(Microsoft\.Orleans|Grpc\.AspNetCore)")]
    private static partial Regex Unconditional();

    [GeneratedRegex(@"\b(Sqlite|Npgsql|SELECT |Grpc\.)")]
    private static partial Regex Forbidden();
}
