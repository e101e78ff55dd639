using Federation.Gateway.Tests.Faulty;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class RestMappingTests
{
    [Theory]
    [InlineData(typeof(UnknownFieldService), "nobody")]
    [InlineData(typeof(RepeatedFieldService), "cannot be filled")]
    [InlineData(typeof(UnknownBodyService), "nobody")]
    [InlineData(typeof(AmbiguousService), "same requests")]
    [InlineData(typeof(ClientStreamService), "takes a stream")]
    [InlineData(typeof(object), "generated service base")]
    public async Task MapRest_FaultyAnnotation_StopsTheStart(Type service, string said)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => RestHost.StartAsync(null, service));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapRest_MalformedTemplate_StopsTheStart() =>
        await Assert.ThrowsAsync<FormatException>(() => RestHost.StartAsync(null, typeof(MalformedService)));

    private sealed class UnknownFieldService : UnknownField.UnknownFieldBase;

    private sealed class RepeatedFieldService : RepeatedField.RepeatedFieldBase;

    private sealed class UnknownBodyService : UnknownBody.UnknownBodyBase;

    private sealed class AmbiguousService : Ambiguous.AmbiguousBase;

    private sealed class MalformedService : Malformed.MalformedBase;

    private sealed class ClientStreamService : ClientStream.ClientStreamBase;
}
