namespace Pulumi;

/// <summary>Messages of a program. Mocks hear of errors alone, which fail the run.</summary>
public static class Log
{
    /// <summary>Logs what helps to find an error.</summary>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => _ = Deployment.Instance;

    /// <summary>Logs what goes on.</summary>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => _ = Deployment.Instance;

    /// <summary>Logs what may be wrong.</summary>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => _ = Deployment.Instance;

    /// <summary>Logs what is wrong and fails the run.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Instance.Mocked.LogError(message);

    /// <summary>Logs an exception and fails the run.</summary>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Error(exception.ToString(), resource, streamId, ephemeral);
}
