using FsCheck;
using FsCheck.Fluent;

namespace KedaStack.Tests.Scaling;

/// <summary>How the properties of this folder are checked: many cases, the same ones each time.</summary>
internal static class Properties
{
    private const int Cases = 500;

    public static void Hold<T>(Gen<T> cases, Func<T, bool> property) => Prop
        .ForAll(cases.ToArbitrary(), property)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20260922, 7));
}
