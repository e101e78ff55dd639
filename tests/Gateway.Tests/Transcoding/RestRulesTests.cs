using Federation.Domain.Findings;
using Federation.Gateway.Transcoding;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class RestRulesTests
{
    [Fact]
    public void Codes_OfAllRules_AreUsedOnce() =>
        Assert.Distinct(RestRules.All.Concat(GatewayRules.All).Concat(RuleBook.All).Select(r => r.Code));
}
