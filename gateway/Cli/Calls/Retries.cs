using Grpc.Core;
using Polly;
using Polly.Retry;

namespace Federation.Cli.Calls;

/// <summary>When and how often a call is made again: three times, after pauses that double, and only where the world failed.</summary>
internal static class Retries
{
    public const int Most = 3;
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    public static ResiliencePipeline Pipeline(TimeProvider clock) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Most,
            Delay = FirstPause,
            BackoffType = DelayBackoffType.Exponential,
            ShouldHandle = new PredicateBuilder().Handle<RpcException>(e => e.StatusCode == StatusCode.Unavailable),
        })
        .Build();
}
