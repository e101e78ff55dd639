namespace Federation.Benchmarks.Load;

/// <summary>A folder of this run, gone with it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("fed-bench-");

    public string Path => root.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            root.Delete(recursive: true);
        }
        catch (IOException)
        {
            // the system clears its folder of temporary files by itself
        }
    }
}
