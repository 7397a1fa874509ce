using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.CustomResources;

public sealed class YamlTextTests
{
    [Fact]
    public void Parse_Scalars_AreTypedWhenPlainAndTextWhenQuoted() => JsonAssert.Equal(
        """
        {
          "integer": 3, "number": 0.5, "flag": true, "nothing": null, "text": "2m",
          "quoted": "3", "folded": "true", "list": [ 1, "a" ], "version": "1.2.3"
        }
        """,
        YamlText.Parse(
            """
            integer: 3
            number: 0.5
            flag: true
            nothing: null
            text: 2m
            quoted: "3"
            folded: >-
              true
            list:
            - 1
            - a
            version: 1.2.3
            """));
}
