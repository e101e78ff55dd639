namespace Federation.Domain.Tests;

/// <summary>Where the tests find their data, and where a baseline is written back.</summary>
internal static class Repository
{
    /// <summary>True when a run shall rewrite its baselines instead of comparing with them.</summary>
    public static bool UpdatesBaselines { get; } = Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1";

    /// <summary>A file below the test project's <c>data</c> as it was built.</summary>
    public static string Data(params string[] path) => Path.Combine([AppContext.BaseDirectory, "data", .. path]);

    /// <summary>A file of the source tree.</summary>
    public static string Source(params string[] path) => Path.Combine([Root, .. path]);

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "global.json")))
                return at.FullName;
        }
        throw new InvalidOperationException("no global.json above the tests: they run outside the source tree");
    }
}
