namespace Federation.Grpc.Tests.Support;

/// <summary>Generous patience that tells which step never came.</summary>
public static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Within(this Task task, string step)
    {
        try
        {
            await task.WaitAsync(Patience);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            Assert.Fail($"Never came: {step}");
        }
    }

    public static async Task<T> Within<T>(this Task<T> task, string step)
    {
        await ((Task)task).Within(step);
        return await task;
    }
}
