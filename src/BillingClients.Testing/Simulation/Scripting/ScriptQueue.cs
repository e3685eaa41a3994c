namespace BillingClients.Testing;

internal sealed class ScriptQueue
{
    private readonly object _gate = new();
    private readonly LinkedList<Script> _scripts = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _scripts.Count;
            }
        }
    }

    public void Add(Script script)
    {
        lock (_gate)
        {
            _scripts.AddLast(script);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _scripts.Clear();
        }
    }

    /// <summary>Takes the first script that is for this request, or null.</summary>
    public Script? Take(JournalEntry request)
    {
        lock (_gate)
        {
            for (LinkedListNode<Script>? node = _scripts.First; node is not null; node = node.Next)
            {
                if (node.Value.When(request))
                {
                    _scripts.Remove(node);
                    return node.Value;
                }
            }

            return null;
        }
    }
}
