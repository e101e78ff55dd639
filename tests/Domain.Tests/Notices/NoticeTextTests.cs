using Federation.Domain.Notices;

namespace Federation.Domain.Tests.Notices;

/// <summary>Regular text: what was damaged, and that every character knows where it came from.</summary>
public sealed class NoticeTextTests
{
    private static string Seed(string name) => File.ReadAllText(Repository.Data("notices", name));

    [Fact]
    public void Of_TheDamagedNotice_UndoesEveryGlossAndEveryShift()
    {
        var text = NoticeText.Of(Seed("000_3cb957a6d1d79dcd.txt"));
        Assert.Equal((515, 7), (text.Glosses, text.DecodedAnew.Length));
        Assert.Contains("(此件公开发布)", text.Text, StringComparison.Ordinal);
        Assert.Contains("(一)提高政务公开工作制度化标准化水平。", text.Text, StringComparison.Ordinal);
        Assert.Contains("加强专家库建设,", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('?', text.Text);
        Assert.DoesNotContain("ū", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_OfEveryLine_QuotesTheOriginalOfThatLine()
    {
        var text = NoticeText.Of(Seed("000_3cb957a6d1d79dcd.txt"));
        var at = text.Text.IndexOf("市城乡建委", StringComparison.Ordinal);
        Assert.Equal("市城鄉(xiāng)建委", text.Quote(text.Place(at, 5)));
        var end = 0;
        for (var i = 0; i < text.Text.Length; i++)
        {
            var place = text.Place(i, 1);
            Assert.InRange(place.Start, 0, text.Original.Length);
            Assert.True(place.End >= end, $"character {i} goes back to {place}");
            end = Math.Max(end, place.Start);
        }
    }

    [Theory]
    [InlineData("(App)和(app)", "(App)和(app)")] // no reading of a Chinese character
    [InlineData("權(quán)力", "权力")]
    [InlineData("ABC123%", "ABC123%")] // full width
    [InlineData("﹝2016﹞[19]", "〔2016〕〔19〕")]
    [InlineData("程序和信息", "程序和信息")]
    [InlineData("乾隆", "乾隆")]
    public void Of_ShortTexts_IsRegular(string original, string regular) => Assert.Equal(regular + "\n", NoticeText.Of(original).Text);

    [Fact]
    public void Of_TraditionalText_WritesTheParticleAndKeepsTheWord() =>
        Assert.Equal("随着经济发展显著提高著名学者门户网站为民办实事\n", NoticeText.Of("隨著經濟發展顯著提高著名學者門戶網站為民辦實事").Text);

    [Fact]
    public void Of_WrappedParagraph_IsOneLineAndTitlesStayApart()
    {
        var text = NoticeText.Of("某区人民政府办公室关于印发2021年政务公开工作要点的通知\n各镇人民政府,区政府各部门:\n政务公开是一项政治性、政策性很强的系统工程,既是一项长期的任务,更是一\n项紧迫的工作,涉及面广。\n").Text;
        Assert.Equal(3, text.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("更是一项紧迫的工作", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_QuestionMarkInSoundText_ChangesNothing() => Assert.Equal("怎么办?请看。\n", NoticeText.Of("怎么办?请看。").Text);
}
