using Federation.Domain.Authority;

namespace Federation.Cli.Tests.Support;

/// <summary>How a command ended and what it wrote.</summary>
internal sealed record Ended(int Exit, string Out, string Err);

/// <summary>A county with two townships and an agency below a province, its period open, and people who type <c>fed</c>.</summary>
public sealed class Fed : IAsyncLifetime, IDisposable
{
    public const string Divisions = """
        code,name,tier,parent,kind
        500000,重庆市,province,,territory
        500151,铜梁区,county,500000,territory
        500151.justice,铜梁区司法局,county,500151,agency
        500151001,巴川街道,township,500151,territory
        500151002,东城街道,township,500151,territory
        500152,潼南区,county,500000,territory
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fed-");
    private Installation? installation;

    internal Installation Installation => installation ?? throw new InvalidOperationException("not started");

    public string Clerk(string unit) => Installation.Token(unit, Role.Clerk);

    /// <summary>Token of the system that keeps a unit's website.</summary>
    public string Website(string unit) => Installation.TokenOf("website", unit, Role.Integrator);

    public string Approver(string unit) => Installation.Token(unit, Role.Approver);

    public string Reviewer(string unit) => Installation.Token(unit, Role.Reviewer);

    public string Officer() => Installation.Token("000000", Role.Officer, Role.Reader);

    public async Task InitializeAsync()
    {
        installation = await Installation.Start(new StringReader(Divisions), networks: new([System.Net.IPNetwork.Parse("127.0.0.0/8")])); // where the websites of the tests are
        Assert.Equal(0, (await Type(Officer(), "periods", "open", Installation.Period)).Exit);
    }

    public async Task DisposeAsync() => await Installation.DisposeAsync();

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Writes a file in a folder of this test's own.</summary>
    public string Write(string content, string end = ".json")
    {
        var path = System.IO.Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + end);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    /// <summary>A path in the folder of this test's own, where nothing stands yet.</summary>
    public string Path(string name) => System.IO.Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"), name);

    /// <summary>Hands in as the clerk and seals as the approver, as two persons must.</summary>
    internal async Task File(string unit, string filing)
    {
        var handedIn = await TypeInto(filing, Clerk(unit), "report", "submit", "-");
        Assert.True(handedIn.Exit == ExitCodes.Ok, handedIn.Err);
        await Seal(unit);
    }

    internal async Task Seal(string unit, params string[] more)
    {
        var approved = await Type(Approver(unit), ["report", "approve", unit, Installation.Period, "--yes", .. more]);
        Assert.True(approved.Exit == ExitCodes.Ok, approved.Err);
    }

    internal Task<Ended> Type(string? token, params string[] args) => TypeInto("", token, args);

    internal Task<Ended> TypeInto(string stdin, string? token, params string[] args)
    {
        var env = new Dictionary<string, string> { ["FED_SERVER"] = Installation.Address };
        if (token is not null)
            env["FED_TOKEN"] = token;
        return Typed(args, env, stdin);
    }

    internal static async Task<Ended> Typed(string[] args, Dictionary<string, string> env, string stdin = "", TimeProvider? clock = null, CancellationToken ct = default)
    {
        using StringWriter stdout = new(), stderr = new();
        var around = new Surroundings(new StringReader(stdin), stdout, stderr, env) { Clock = clock ?? TimeProvider.System };
        var exit = await FedCli.RunAsync(args, around, ct);
        return new Ended(exit, stdout.ToString(), stderr.ToString());
    }

    /// <summary>A filing in which so many applications came from natural persons and so many were granted.</summary>
    internal static string Filing(string unit, int received = 3, int granted = 3, string fees = "12.5", string period = Installation.Period) => $$"""
        {
          "unit": "{{unit}}", "period": "{{period}}",
          "figures": {
            "counts": { "t3.new.natural": {{received}}, "t3.granted.natural": {{granted}} },
            "amounts": { "t2.fees.amount": "{{fees}}" },
            "unlisted": "NIL"
          }
        }
        """;
}
