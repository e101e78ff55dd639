using Federation.Domain.Obligations;

namespace Federation.Domain.Tests.Obligations;

/// <summary>Measures in words for people.</summary>
public sealed class MeasureWordsTests
{
    [Theory]
    [InlineData("once 2026-12-31", "2026年12月31日前")]
    [InlineData("once", "一次性,未写期限")]
    [InlineData("every yearly by 01-31", "每年1月31日前")]
    [InlineData("every continuous", "持续、实时")]
    [InlineData("every half_yearly", "每半年")]
    [InlineData("every monthly +5", "每月,期满后5个工作日内")]
    [InlineData("count >=2 quarterly", "每季度不少于2次")]
    [InlineData("count <=1 yearly", "每年不超过1次")]
    [InlineData("count >=1 <=3 weekly", "每周1至3次")]
    [InlineData("ratio >=0.04 yearly", "不低于4%(每年)")]
    [InlineData("ratio <=0.025 yearly", "不超过2.5%(每年)")]
    [InlineData("within 3 working_days of 文件公开", "文件公开后3个工作日内")]
    [InlineData("within 24 hours of 事件发生", "事件发生后24小时内")]
    public void Of_SaysItInChinese(string measure, string words) => Assert.Equal(words, MeasureWords.Of(MeasureText.Parse(measure)));
}
