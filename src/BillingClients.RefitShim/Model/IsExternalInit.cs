namespace System.Runtime.CompilerServices;

/// <summary>Records need it, and netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
