namespace Federation.Grpc.Tests.Interop;

/// <summary>Our server, and a client written with @grpc/grpc-js.</summary>
public sealed class ServerToNodeTests(ServerToNodeTests.Client client) : IClassFixture<ServerToNodeTests.Client>
{
    private const string Node = "node";

    [Theory]
    [Scenarios(
        Node,
        "unary_call", "status_with_reason_and_trailers", "status_of_every_code", "exception_in_the_service", "request_metadata",
        "response_metadata", "unknown_method", "oversized_request", "large_reply", "gzip_request", "deadline_of_a_polite_service",
        "deadline_of_a_deaf_service", "deadline_in_a_stream", "server_stream", "empty_server_stream", "status_after_messages",
        "slow_reader", "client_stream", "early_answer_to_an_upload", "refusal_of_an_upload", "duplex_ping_pong",
        "cancel_of_a_unary_call", "cancel_in_a_server_stream", "cancel_of_an_idle_duplex_stream", "many_calls_on_one_connection")]
    public void Scenario_PlayedByNode_Passes(string scenario) => client.MustHavePassed(scenario);

    [PeerFact(Node)]
    public void Scenarios_PlayedByNode_AreAllListedAbove() => Assert.Equal(25, client.Played.Count);

    public sealed class Client() : PeerClient(Peer.Node);
}
