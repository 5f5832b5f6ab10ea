using System.Collections;
using System.Management.Automation;

namespace ProcFs.Remoting;

/// <summary>A call of a cmdlet on another machine: its parameters as they were bound, with the input of the pipeline gathered.</summary>
/// <param name="set">The parameter set.</param>
internal sealed class RemoteCall(string set)
{
    private readonly Dictionary<string, object> _parameters = [];
    private readonly Dictionary<string, object> _last = [];

    /// <summary>The parameter set.</summary>
    public string Set => set;

    /// <summary>The parameters in a form that arrives as it is: no enumerations, no switches.</summary>
    public Hashtable Parameters => new(_parameters.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds what was bound for one object of the pipeline: the elements of an array are added to those before.</summary>
    public void Add(IDictionary<string, object> bound)
    {
        foreach ((string name, object value) in bound)
        {
            bool travels = name == "Verbose" || !(RemoteParameters.Names.Contains(name) || Cmdlet.CommonParameters.Contains(name));
            if (!travels || ReferenceEquals(_last.GetValueOrDefault(name), value))
            {
                continue;
            }

            _last[name] = value;
            _parameters[name] = _parameters.GetValueOrDefault(name) is Array before && value is Array more ? (object[])[.. before.Cast<object>(), .. more.Cast<object>()] : value;
        }
    }

    private static object Plain(object value) => value switch
    {
        SwitchParameter given => given.ToBool(),
        Enum choice => choice.ToString(),
        Array items => items.Cast<object>().Select(Plain).ToArray(),
        _ => value,
    };
}
