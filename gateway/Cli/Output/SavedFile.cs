using Federation.Cli.Commands;
using Federation.Cli.Errors;
using Federation.V1;

namespace Federation.Cli.Output;

/// <summary>Puts files that the server sends on disk, whole or not at all, and never over one that is there unasked.</summary>
internal static class SavedFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="run">The run.</param>
    /// <param name="to">A file name, or a folder; null: the current folder.</param>
    /// <param name="proposed">Name that the server proposes; only its last part is used.</param>
    /// <param name="content">Bytes.</param>
    /// <param name="force">Overwrite.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Where it stands.</returns>
    /// <exception cref="UsageException">There is such a file, or the place cannot be written.</exception>
    public static async Task<string> Write(Run run, string? to, string proposed, ReadOnlyMemory<byte> content, bool force, CancellationToken ct)
    {
        var isFolder = to is null || Directory.Exists(to) || to.EndsWith('/') || to.EndsWith(Path.DirectorySeparatorChar);
        var path = isFolder ? Path.Combine(to ?? "", SafeName(proposed)) : to!;
        if (File.Exists(path) && !force)
            throw new UsageException(run.Words[$"{path} 已存在;覆盖请加 --force", $"{path} is there already; --force overwrites it"]);
        var beside = path + ".part";
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            await using (var file = File.Create(beside))
                await file.WriteAsync(content, ct);
            File.Move(beside, path, overwrite: true);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(run.Words[$"{path} 写不了:{e.Message}", $"cannot write {path}: {e.Message}"]);
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }

    /// <summary>Says what was written where, and when it is no sealed report: a sentence for people, an object for programs.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="sent">The file as the server sent it; null for what is no report.</param>
    public static void Tell(Run run, string path, ReportFile? sent = null)
    {
        var size = new FileInfo(path).Length;
        var told = new ReportFile { Name = path, State = sent?.State ?? ReportState.Unspecified, Version = sent?.Version ?? 0 };
        run.Show(told, () => run.Out.Line(run.Words[$"已写入 {path}({Printed.Count(size)} 字节)", $"written: {path} ({Printed.Count(size)} bytes)"] + Standing(run.Words, told)));
    }

    private static string Standing(Words words, ReportFile file) => file switch
    {
        { Version: > 0 } => words[$",第 {file.Version} 版", $", version {file.Version}"],
        { State: ReportState.Submitted } => words[",待签发的报告:还没有签发,不计入汇总", ", handed in and not yet approved: it counts in no total"],
        { State: ReportState.NotFiled } => words[",草稿:还没有签发,不计入汇总", ", a draft: not sealed, it counts in no total"],
        _ => "",
    };

    /// <summary>A name without folders and without signs that no file may have; never one that is hidden or empty.</summary>
    public static string SafeName(string proposed)
    {
        var last = proposed[(proposed.LastIndexOfAny(['/', '\\']) + 1)..].TrimStart('.');
        var safe = string.Concat(last.Select(c => char.IsControl(c) || "<>:\"|?*".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return safe.Length > 0 ? safe : "report";
    }
}
