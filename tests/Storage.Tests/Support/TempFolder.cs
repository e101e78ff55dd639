namespace Federation.Storage.Tests.Support;

/// <summary>A folder of its own for a test, removed after it.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("ledger-").FullName;

    public string Path { get; }

    public string File => System.IO.Path.Combine(Path, "ledger.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
