using System.Runtime.ExceptionServices;

namespace Orleans.Serialization.Invocation;

/// <summary>How a call ended: with a result or with an exception.</summary>
public abstract class Response : IDisposable
{
    public static Response Completed { get; } = new ResultResponse<object?>(null);

    public abstract object? Result { get; set; }

    public abstract Exception? Exception { get; set; }

    public static Response FromException(Exception exception) => new FailedResponse(exception);

    public static Response FromResult<TResult>(TResult value) => new ResultResponse<TResult>(value);

    public abstract T GetResult<T>();

    public abstract void Dispose();

    public override string ToString() => Exception is { } failure ? failure.ToString() : Result?.ToString() ?? "[null]";

    private sealed class ResultResponse<TResult>(TResult value) : Response
    {
        private TResult _value = value;

        public override object? Result
        {
            get => _value;
            set => _value = (TResult)value!;
        }

        public override Exception? Exception
        {
            get => null;
            set => throw new InvalidOperationException("A response with a result cannot become a failure; assign a new response.");
        }

        public override T GetResult<T>() => _value is T typed ? typed : (T)(object)_value!;

        public override void Dispose()
        {
        }
    }

    private sealed class FailedResponse(Exception exception) : Response
    {
        public override object? Result
        {
            get
            {
                ExceptionDispatchInfo.Throw(exception);
                return null;
            }
            set => throw new InvalidOperationException("A failed response cannot hold a result; assign a new response.");
        }

        public override Exception? Exception
        {
            get => exception;
            set => exception = value!;
        }

        public override T GetResult<T>()
        {
            ExceptionDispatchInfo.Throw(exception);
            return default!;
        }

        public override void Dispose()
        {
        }
    }
}
