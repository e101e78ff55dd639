using System.Security.Cryptography;
using System.Text;
using Federation.Domain.Divisions;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk;

/// <summary>
/// 请求编号 of forms: a form sent twice as it stands has one effect. The id is the page's own with a hash of what was sent, so that a page gone
/// back to and filled in differently is a request of its own.
/// </summary>
internal static class RequestIds
{
    private const int Length = 24;

    /// <summary>One for a page that is written.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    /// <summary>The id of an act.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="act">Which act; one form can lead to several.</param>
    /// <param name="unit">On which unit, when there are several.</param>
    /// <returns>At most 64 characters; empty when the form carries none.</returns>
    public static string Of(IFormCollection form, string act, UnitId? unit = null)
    {
        var page = form["request"].ToString();
        if (page.Length != Length || !page.All(char.IsAsciiHexDigit))
            return "";
        var said = new StringBuilder(act).Append('\n').Append(unit);
        foreach (var (name, value) in form.Where(f => f.Key != "form-token").OrderBy(f => f.Key, StringComparer.Ordinal))
            said.Append('\n').Append(name).Append('=').AppendJoin('\u001f', value.ToArray());
        return $"{page}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())))[..Length]}";
    }
}
