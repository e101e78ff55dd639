using System.Collections.Immutable;
using Federation.Contracts.Reports;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Reading;

/// <summary>回执, to read and to print.</summary>
public sealed partial class ReceiptPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>The report.</summary>
    [Parameter, EditorRequired]
    public OpenReport Report { get; set; } = null!;

    /// <summary>The seal.</summary>
    [Parameter, EditorRequired]
    public SealView Seal { get; set; } = null!;

    private Words W => Frame.Words;

    private DeskWords D => Report.Call.D;

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(Seal.Name, Report.At("read"), "zh-CN"), new(D.Receipt, null)];

    private static string Hex(ImmutableArray<byte> hash) => Convert.ToHexStringLower(hash.AsSpan());
}
