using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1;
using Asked = Grpc.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace Grpc.Reflection;

/// <summary>Tells what is served, in the words of reflection v1.</summary>
internal sealed class ReflectionV1Service(MappedDescriptors served) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken).ConfigureAwait(false))
        {
            var request = requestStream.Current;
            var response = Answer(request);
            response.ValidHost = request.Host;
            response.OriginalRequest = request;
            await responseStream.WriteAsync(response).ConfigureAwait(false);
        }
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request) => request.MessageRequestCase switch
    {
        Asked.FileByFilename => Files(served.Symbols.FileByName(request.FileByFilename), "File not found."),
        Asked.FileContainingSymbol => Files(served.Symbols.FileBySymbol(request.FileContainingSymbol), "Symbol not found."),
        Asked.ListServices => new ServerReflectionResponse
        {
            ListServicesResponse = new ListServiceResponse
            {
                Service = { served.ServiceNames.Select(name => new ServiceResponse { Name = name }) },
            },
        },
        _ => Error(StatusCode.Unimplemented, "Request type not supported."), // extensions are of proto2
    };

    private static ServerReflectionResponse Files(List<ByteString>? files, string otherwise) => files is null
        ? Error(StatusCode.NotFound, otherwise)
        : new ServerReflectionResponse { FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { files } } };

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
