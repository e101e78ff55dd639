using System.Reflection;

namespace Federation.Architecture.Tests;

/// <summary>The arrows of docs/ARCHITECTURE.md: what a room may not see.</summary>
public sealed class RoomTests
{
    private static readonly string[] Platform = ["System", "Microsoft.Win32", "netstandard", "mscorlib"];

    // room; what it may refer to besides the platform, by beginning of the assembly's name
    public static TheoryData<string, string[]> Rooms => new()
    {
        { "Federation.Domain", [] },
        { "Federation.Contracts", ["Federation.Domain", "Federation.Embedded.Orleans", "Orleans"] },
        { "Federation.Grains", ["Federation.Domain", "Federation.Contracts", "Federation.Embedded.Orleans", "Orleans", "Microsoft.Extensions"] },
        { "Federation.Storage", ["Federation.Domain", "SQLitePCLRaw", "Microsoft.Data.Sqlite", "Npgsql", "Dapper"] },
        { "Federation.Gateway", ["Federation.Domain", "Federation.Contracts", "Federation.Documents", "Federation.Protos", "Federation.Embedded", "Orleans", "Grpc", "Google.Protobuf", "Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http.Headers"] },
        { "Federation.Documents", ["Federation.Domain"] },
        { "Federation.Web", ["Federation.Domain", "Federation.Documents", "Federation.Contracts", "Federation.Embedded.Orleans", "Orleans", "Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http.Headers"] },
        { "fed", ["Federation.Protos", "Federation.Domain", "Federation.Embedded.Grpc", "Grpc", "Google.Protobuf", "Polly", "Spectre.Console", "System.CommandLine"] },
        { "Federation.Embedded.Orleans", ["Microsoft.Extensions", "Microsoft.AspNetCore"] },
        { "Federation.Embedded.Grpc", ["Google.Protobuf", "Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Net.Http.Headers"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_RefersToOthers_OnlyAlongTheArrows(string room, string[] allowed)
    {
        var strangers = Assembly.Load(room).GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !Platform.Concat(allowed).Any(begin => name == begin || name.StartsWith(begin + ".", StringComparison.Ordinal)));
        Assert.Empty(strangers);
    }

    [Fact]
    public void Domain_UsesNoOutput_NoNetwork_NoThreads()
    {
        string[] banned = ["System.Net.Http", "System.Net.Sockets", "System.IO.FileSystem", "System.Data.Common", "System.Threading.Tasks.Parallel", "System.Console"];
        Assert.Empty(Assembly.Load("Federation.Domain").GetReferencedAssemblies().Select(a => a.Name).Intersect(banned));
    }
}
