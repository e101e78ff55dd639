namespace Federation.Grpc.Tests.Interop;

/// <summary>Our server, and a client written with Debian's grpcio.</summary>
public sealed class ServerToPythonTests(ServerToPythonTests.Client client) : IClassFixture<ServerToPythonTests.Client>
{
    private const string Python = "python";

    [Theory]
    [Scenarios(
        Python,
        "unary_call", "status_with_reason_and_trailers", "status_of_every_code", "exception_in_the_service", "request_metadata",
        "response_metadata", "unknown_method", "message_that_is_no_protobuf", "oversized_request", "large_reply", "gzip_request",
        "deflate_request", "compressed_bomb", "deadline_of_a_polite_service", "deadline_of_a_deaf_service", "deadline_in_a_stream",
        "server_stream", "empty_server_stream", "status_after_messages", "client_stream", "early_answer_to_an_upload",
        "refusal_of_an_upload", "duplex_ping_pong", "cancel_of_a_unary_call", "cancel_in_a_server_stream",
        "cancel_of_an_idle_duplex_stream", "connection_closed_in_a_stream", "many_calls_on_one_connection")]
    public void Scenario_PlayedByPython_Passes(string scenario) => client.MustHavePassed(scenario);

    [PeerFact(Python)]
    public void Scenarios_PlayedByPython_AreAllListedAbove() => Assert.Equal(28, client.Played.Count);

    public sealed class Client() : PeerClient(Peer.Python);
}
