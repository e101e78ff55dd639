using Federation.Domain.Findings;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Federation.Gateway.Transcoding;

/// <summary>Answers every request below the paths of the bindings.</summary>
internal sealed class RestHandler(RouteTable<RestBinding> routes, JsonMessages messages, RestOptions options, ILogger log)
{
    private readonly ProblemWriter _problems = new(messages);

    /// <summary>Finds the binding, reads the request, calls the method, and answers.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var match = routes.Find(http.Request.Method, RequestPath.Of(http.Request));
        if (match.Target is not { } binding)
        {
            await _problems.AnswerAsync(http.Response, Problem.Of(Unmatched(http, match.Allowed)));
            return;
        }

        IAnswer answer = binding.Method.IsServerStreaming
            ? new StreamAnswer(http.Response, messages, _problems, binding.ResponseField)
            : new DocumentAnswer(http.Response, messages, binding.ResponseField);
        if (await CallAsync(http, binding, match.Segments, answer) is not { } problem)
            return;
        if (http.Response.HasStarted)
        {
            await answer.FailAsync(problem);
            return;
        }
        await _problems.AnswerAsync(http.Response, problem);
        if (problem.HttpStatus == StatusCodes.Status413PayloadTooLarge)
            await RequestBody.DiscardAsync(http);
    }

    /// <returns>Null when all went well, or when the caller has gone.</returns>
    private async Task<Problem?> CallAsync(HttpContext http, RestBinding binding, string[] segments, IAnswer answer)
    {
        RestCallContext? call = null;
        try
        {
            call = new RestCallContext(http, $"/{binding.Method.Service.FullName}/{binding.Method.Name}");
            var request = await ReadAsync(http, binding, segments, call.CancellationToken);
            await binding.Target.InvokeAsync(request, call, answer.SendAsync);
            if (call.Status.StatusCode != StatusCode.OK)
                return Problem.Of(call.Status, call.ResponseTrailers);
            await answer.EndAsync();
            return null;
        }
        catch (Exception e) // the outermost loop of a call: whatever is thrown becomes its answer
        {
            if (http.RequestAborted.IsCancellationRequested)
                return null;
            return Fault.ToProblem(e, call, binding.Method.FullName, log);
        }
        finally
        {
            call?.Dispose();
        }
    }

    private async Task<IMessage> ReadAsync(HttpContext http, RestBinding binding, string[] segments, CancellationToken cancellation)
    {
        var request = binding.Method.InputType.Parser.ParseFrom(ByteString.Empty);
        var findings = new List<Finding>();
        if (binding.HasBody)
        {
            var body = await RequestBody.ReadAsync(http.Request, options.MaxBodyBytesOf(binding.Target.Service), cancellation);
            if (!body.IsEmpty)
                messages.Reader(body, findings).ReadInto(request, binding.BodyField);
        }
        else if (RequestBody.MayFollow(http.Request))
            throw new RequestRefusedException(RestRules.UnexpectedBody.At(""));

        binding.Query.Bind(http.Request.QueryString, request, findings);
        binding.Path.Bind(segments, request, findings);
        return findings.Count == 0 ? request : throw new RequestRefusedException(findings);
    }

    private static RequestRefusedException Unmatched(HttpContext http, IReadOnlyCollection<string> allowed)
    {
        var path = http.Request.Path.Value ?? "";
        if (allowed.Count == 0)
            return new RequestRefusedException(
                StatusCodes.Status404NotFound, [RestRules.NoSuchPath.At("", $"没有路径 {path}", $"there is no path {path}")]);
        var list = string.Join(", ", allowed);
        http.Response.Headers.Allow = list;
        return new RequestRefusedException(
            StatusCodes.Status405MethodNotAllowed,
            [RestRules.WrongMethod.At("", $"{path} 只支持 {list}", $"{path} takes only {list}")]);
    }
}
