namespace ProcFs;

/// <summary>How a capture holds the environment of processes.</summary>
public enum CapturedEnvironment
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The values of variables that look like credentials are masked.</summary>
    Masked,

    /// <summary>With all values.</summary>
    Whole,
}
