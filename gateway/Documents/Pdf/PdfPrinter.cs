using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Federation.Domain.Findings;

namespace Federation.Documents.Pdf;

/// <summary>A printed document, or why there is none.</summary>
/// <param name="Pdf">The PDF; null when it could not be printed.</param>
/// <param name="Finding">Why not; null when it was.</param>
public sealed record PdfResult(byte[]? Pdf, Finding? Finding);

/// <summary>
/// Prints PDF with a browser or an office program of the machine: pages from HTML (tagged, text can be copied), documents from DOCX. Neither
/// is part of this software; without them there is a finding, not an error.
/// </summary>
/// <param name="browser">Path of chromium or chrome; null when there is none.</param>
/// <param name="office">Path of soffice; null when there is none.</param>
/// <param name="timeout">Longest time for one document; the program is ended then.</param>
public sealed class PdfPrinter(string? browser, string? office, TimeSpan timeout)
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] Offices = ["soffice", "libreoffice"];

    /// <summary>A printer with the programs found on the PATH, one minute for each document.</summary>
    public static PdfPrinter OnPath() => new(Find(Browsers), Find(Offices), TimeSpan.FromMinutes(1));

    /// <summary>True when pages can be printed.</summary>
    public bool PrintsHtml => browser is not null;

    /// <summary>True when documents can be printed.</summary>
    public bool PrintsDocx => office is not null;

    /// <summary>Prints a page. Nothing is fetched from elsewhere: the page must hold all it needs.</summary>
    public Task<PdfResult> FromHtmlAsync(string html, CancellationToken cancellation) => Print(
        browser, "in.html", new UTF8Encoding(true).GetBytes(html),
        room => ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--export-tagged-pdf", "--host-resolver-rules=MAP * ~NOTFOUND",
            $"--user-data-dir={Path.Combine(room, "profile")}", $"--print-to-pdf={Path.Combine(room, "in.pdf")}", new Uri(Path.Combine(room, "in.html")).AbsoluteUri],
        cancellation);

    /// <summary>Prints a Word document.</summary>
    public Task<PdfResult> FromDocxAsync(ReadOnlyMemory<byte> docx, CancellationToken cancellation) => Print(
        office, "in.docx", docx,
        room => [$"-env:UserInstallation={new Uri(Path.Combine(room, "profile")).AbsoluteUri}", "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", room, Path.Combine(room, "in.docx")],
        cancellation);

    private async Task<PdfResult> Print(string? program, string name, ReadOnlyMemory<byte> input, Func<string, string[]> arguments, CancellationToken cancellation)
    {
        if (program is null)
            return new(null, DocumentRules.NoPrinter.At(""));
        var room = Directory.CreateTempSubdirectory("federation-pdf-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(room, name), input, cancellation);
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = room };
            foreach (var argument in arguments(room))
                start.ArgumentList.Add(argument);
            return await Run(start, Path.Combine(room, "in.pdf"), cancellation);
        }
        finally
        {
            Remove(room);
        }
    }

    private async Task<PdfResult> Run(ProcessStartInfo start, string output, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
            // both pipes are read, or a talkative program would wait for us for ever
            var said = Task.WhenAll(process.StandardError.ReadToEndAsync(limit.Token), process.StandardOutput.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            var words = await said;
            if (File.Exists(output))
                return new(await File.ReadAllBytesAsync(output, cancellation), null);
            var last = words[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
            return new(null, DocumentRules.PrintFailed.At("", $"PDF 打印失败(退出码 {process.ExitCode}):{last}", $"printing failed with exit code {process.ExitCode}: {last}"));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(null, DocumentRules.PrintTimeout.At("", $"PDF 打印超过 {timeout.TotalSeconds:0} 秒,已中止", $"printing took more than {timeout.TotalSeconds:0} s and was ended"));
        }
        catch (Win32Exception e)
        {
            return new(null, DocumentRules.PrintFailed.At("", $"PDF 打印程序不能启动:{e.Message}", $"the printing program did not start: {e.Message}"));
        }
        finally
        {
            if (process is { HasExited: false })
                process.Kill(entireProcessTree: true);
            process?.Dispose();
        }
    }

    private static void Remove(string room)
    {
        try
        {
            Directory.Delete(room, recursive: true);
        }
        catch (IOException)
        {
            // a program just ended may still hold a file of its profile; the system clears temporary folders
        }
    }

    private static string? Find(string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
