using Federation.Cli.Commands;
using Federation.Cli.Errors;
using Federation.V1;

namespace Federation.Cli.Output;

/// <summary>Puts a file that comes in pieces on disk as they come, whole or not at all.</summary>
internal static class SavedPieces
{
    /// <summary>Writes a file.</summary>
    /// <param name="run">The run.</param>
    /// <param name="to">A file name, or a folder; null: the current folder.</param>
    /// <param name="pieces">The file; the first piece proposes its name.</param>
    /// <param name="force">Overwrite.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Where it stands.</returns>
    /// <exception cref="UsageException">There is such a file, or the place cannot be written.</exception>
    public static async Task<string> Write(Run run, string? to, IAsyncEnumerable<FilePiece> pieces, bool force, CancellationToken ct)
    {
        FileStream? file = null;
        string? path = null;
        try
        {
            await foreach (var piece in pieces.WithCancellation(ct))
            {
                if (file is null)
                {
                    path = PathOf(to, piece.Name);
                    if (File.Exists(path) && !force)
                        throw new UsageException(run.Words[$"{path} 已存在;覆盖请加 --force", $"{path} is there already; --force overwrites it"]);
                    if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                        Directory.CreateDirectory(folder);
                    file = File.Create(path + ".part");
                }
                await file.WriteAsync(piece.Content.Memory, ct);
            }
            if (file is null || path is null)
                throw new UsageException(run.Words["服务器没有发来文件", "the server sent no file"]);
            await file.DisposeAsync();
            File.Move(path + ".part", path, overwrite: true);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(run.Words[$"{path} 写不了:{e.Message}", $"cannot write {path}: {e.Message}"]);
        }
        finally
        {
            if (file is not null)
                await file.DisposeAsync();
            if (path is not null && File.Exists(path + ".part"))
                File.Delete(path + ".part");
        }
    }

    private static string PathOf(string? to, string proposed) =>
        to is null || Directory.Exists(to) || to.EndsWith('/') || to.EndsWith(Path.DirectorySeparatorChar) ? Path.Combine(to ?? "", SavedFile.SafeName(proposed)) : to;
}
