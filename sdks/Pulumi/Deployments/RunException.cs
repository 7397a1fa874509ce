namespace Pulumi;

/// <summary>Fails the deployment with a message and no stack trace.</summary>
public class RunException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and what caused it.</summary>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
