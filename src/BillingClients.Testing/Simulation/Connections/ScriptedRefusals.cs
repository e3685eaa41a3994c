namespace BillingClients.Testing;

/// <summary>How many connections are still to be refused.</summary>
internal sealed class ScriptedRefusals
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);

    public void Clear() => Interlocked.Exchange(ref _count, 0);

    public bool TryTake()
    {
        for (int count = Count; count > 0; count = Count)
        {
            if (Interlocked.CompareExchange(ref _count, count - 1, count) == count)
            {
                return true;
            }
        }

        return false;
    }
}
