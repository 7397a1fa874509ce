using KedaStack.Resources.Writing;

namespace KedaStack.Tests.Resources.Writing;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("\u001b[31m", "\\u001b[31m")]
    [InlineData("a\u202eb", "a\\u202eb")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("a\u200bb", "a\\u200bb")]
    [InlineData("a\r\n\tb", "a\\u000d\\u000a\\u0009b")]
    public void Of_WhatCannotBeSeen_IsEscaped(string text, string expected) =>
        Assert.Equal(expected, VisibleText.Of(text));
}
