using Federation.Cli.Errors;
using Federation.Domain.Catalogs.Sync;

namespace Federation.Cli.Mirrors;

/// <summary>
/// A copy of a catalog kept in a file, see <see cref="CopyLog"/>. A page and the cursor behind it are one write, flushed to the disk; what a crash cut off
/// is dropped when the file is opened again. When most of its lines are superseded it is written anew beside itself and takes its own place.
/// </summary>
internal sealed class MirrorFile : IDisposable
{
    private const int Slack = 1000; // superseded lines that are not worth a new file
    private readonly FileStream file;

    private MirrorFile(FileStream file, CatalogCopy copy) => (this.file, Copy) = (file, copy);

    /// <summary>What the file holds.</summary>
    public CatalogCopy Copy { get; private set; }

    /// <summary>Opens a mirror, or begins one.</summary>
    /// <exception cref="UsageException">It cannot be opened, another run has it open, or it is no mirror.</exception>
    public static async Task<MirrorFile> Open(string path, Words words, CancellationToken ct)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                var bytes = new byte[file.Length];
                await file.ReadExactlyAsync(bytes, ct);
                var (rows, cursor, length) = CopyLog.Read(bytes);
                if (length == 0 && bytes.Length > 0 && bytes[0] != (byte)'{')
                    throw new FormatException(words["不是目录副本", "this is no copy of a catalog"]);
                file.SetLength(length);
                file.Seek(length, SeekOrigin.Begin);
                var copy = await CatalogCopy.Of(rows, cursor);
                if (rows.Length <= (2 * copy.Count) + Slack)
                    return new MirrorFile(file, copy);
                await file.DisposeAsync();
                return new MirrorFile(await Anew(path, copy, ct), copy);
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException(words[$"副本 {path} 打不开:{e.Message}", $"cannot open the copy {path}: {e.Message}"]);
        }
    }

    /// <summary>Keeps what was taken; on disk when this returns.</summary>
    public async Task Keep(Taken taken, CancellationToken ct)
    {
        if (ReferenceEquals(taken.Copy, Copy))
            return;
        await file.WriteAsync(CopyLog.Write(taken.Changed, taken.Copy.Cursor), ct);
        file.Flush(flushToDisk: true);
        Copy = taken.Copy;
    }

    public void Dispose() => file.Dispose();

    private static async Task<FileStream> Anew(string path, CatalogCopy copy, CancellationToken ct)
    {
        var beside = path + ".part";
        await using (var fresh = File.Create(beside))
        {
            await fresh.WriteAsync(CopyLog.Write(copy.Rows, copy.Cursor), ct);
            fresh.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        file.Seek(0, SeekOrigin.End);
        return file;
    }
}
