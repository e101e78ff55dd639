using Federation.Documents.Pdf;

namespace Federation.Documents.Tests;

// Tests that need a program of the machine are skipped, and say so, where it is missing.

internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = PdfPrinter.OnPath().PrintsHtml ? null : "no chromium on the PATH";
}

internal sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute() => Skip = PdfPrinter.OnPath().PrintsDocx ? null : "no soffice on the PATH";
}

internal sealed class OfficeTheoryAttribute : TheoryAttribute
{
    public OfficeTheoryAttribute() => Skip = PdfPrinter.OnPath().PrintsDocx ? null : "no soffice on the PATH";
}

internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "the stand-in is a shell script" : null;
}
