using Federation.Cli.Output;

namespace Federation.Cli.Tests;

/// <summary>How Chinese is broken into lines.</summary>
public sealed class WrappedTests
{
    [Theory]
    [InlineData("政府信息公开", 6, "政府信|息公开")]
    [InlineData("政府信息公开", 7, "政府信|息公开")] // half a character is none
    [InlineData("一二三,四五", 6, "一二|三,四|五")] // no line begins with a comma
    [InlineData("一二(三)", 6, "一二|(三)")] // none ends with an opening bracket
    [InlineData("相差 1234 件", 7, "相差|1234 件")] // a number stays whole
    [InlineData("t3.carried_out.natural", 16, "t3.carried_out.|natural")]
    [InlineData("abcdefgh", 3, "abc|def|gh")]
    [InlineData("公开", 1, "公|开")] // too narrow for any: one each, and an end
    [InlineData("", 5, "")]
    public void Lines_OfText_BreakWhereReadersExpect(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', Wrapped.Lines(text, width)));
}
