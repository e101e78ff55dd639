using System.Globalization;
using Federation.Domain.Time;

namespace Federation.Documents;

/// <summary>Moments as documents print them, in Beijing time.</summary>
internal static class DocumentDates
{
    public static string Moment(DateTimeOffset at) => at.InBeijing().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => at.InBeijing().ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
