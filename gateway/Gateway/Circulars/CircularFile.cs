using System.Text;
using Federation.Documents.Circulars;
using Federation.Documents.Pdf;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf;

namespace Federation.Gateway.Circulars;

/// <summary>Circulars as files.</summary>
internal static class CircularFile
{
    private const int LongestName = 60;

    /// <summary>Writes a circular in the format asked for.</summary>
    public static async Task<ReportFile> Write(Circular circular, CircularFormat format, PdfPrinter printer, CancellationToken ct)
    {
        var name = circular.Title.Length > LongestName ? circular.Title[..LongestName] : circular.Title;
        if (format == CircularFormat.Html)
            return new ReportFile { Name = $"{name}.html", MediaType = "text/html; charset=utf-8", Content = ByteString.CopyFrom(CircularHtml.Write(circular), Encoding.UTF8) };
        using var docx = new MemoryStream();
        CircularWord.Write(docx, circular);
        if (format == CircularFormat.Docx)
            return new ReportFile { Name = $"{name}.docx", MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Content = ByteString.CopyFrom(docx.ToArray()) };
        // an office program prints the document as it is; where there is only a browser, the page is printed
        var printed = printer.PrintsDocx ? await printer.FromDocxAsync(docx.ToArray(), ct) : await printer.FromHtmlAsync(CircularHtml.Write(circular), ct);
        return printed.Pdf is { } pdf
            ? new ReportFile { Name = $"{name}.pdf", MediaType = "application/pdf", Content = ByteString.CopyFrom(pdf) }
            : throw Refusals.ToRpcException([printed.Finding!]);
    }
}
