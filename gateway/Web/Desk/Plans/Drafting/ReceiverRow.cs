using Federation.Domain.Findings;
using Federation.Domain.WorkPoints;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>A choice of receivers as fields of a form.</summary>
/// <param name="Kind">all, direct, tier, line, tag, units or without; empty: none.</param>
/// <param name="Tier">Word of the tier.</param>
/// <param name="Body">territory or agency; empty: both.</param>
/// <param name="Text">Line, tag or codes.</param>
public sealed record ReceiverRow(string Kind, string Tier = "county", string Body = "", string Text = "")
{
    /// <summary>Kinds that a form offers.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["", "direct", "all", "tier", "line", "tag", "units", "without"];

    /// <summary>Of a choice.</summary>
    public static ReceiverRow Of(ReceiverChoice choice)
    {
        var words = ReceiverText.Write(choice).Split(' ', 2);
        return choice is OfTier tier
            ? new("tier", Word(tier.Tier), tier.Kind is { } kind ? Word(kind) : "")
            : new(words[0], Text: words.Length > 1 ? words[1] : "");
    }

    /// <summary>As typed.</summary>
    public static ReceiverRow Of(IFormCollection form, string name) =>
        new(form[$"{name}.kind"].ToString(), form[$"{name}.tier"].ToString(), form[$"{name}.body"].ToString(), form[$"{name}.text"].ToString().Trim());

    /// <summary>The choice; null, with a finding, when the fields make none.</summary>
    /// <param name="place">Which of them, from 1.</param>
    /// <param name="findings">What cannot be read.</param>
    public ReceiverChoice? Read(int place, ICollection<Finding> findings)
    {
        var written = Kind switch
        {
            "tier" => $"tier {Tier} {Body}",
            "line" or "tag" or "units" or "without" => $"{Kind} {Text.Replace(',', ' ').Replace(',', ' ').Replace('、', ' ')}",
            _ => Kind,
        };
        if (ReceiverText.TryParse(written, out var choice))
            return choice;
        findings.Add(DeskRules.BadChoice.At("receivers", $"第 {place} 项接收范围没有填写完整,或写法不对", $"choice {place} of receivers is not complete, or not well written"));
        return null;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
