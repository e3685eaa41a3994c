using System.Text;
using BillingClients.Security.Tests.Fixtures;

namespace BillingClients.Security.Tests.Responses;

/// <summary>Changes a body without regard to what it says.</summary>
internal static class ByteMutation
{
    private static readonly byte[][] Odd =
    [
        [0xff], [0xc0, 0xae], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80], [0x00], [0x1f, 0x8b, 0x08], [0xef, 0xbb, 0xbf], [0x0d, 0x0a], [(byte)'"'], [(byte)'\\'], [(byte)'{'], [(byte)'}'],
    ];

    private static readonly string[] Bodies =
    [
        "", " ", "\n", "null", "[]", "{}", "\"\"", "0", "true", "<html><body>It works!</body></html>", "Not Found", "{\"error\":", "[null]", "{\"data\":null}", "{\"data\":{}}", "{\"data\":[null]}",
        "{\"customer\":null}", "{\"customer\":{}}", "{\"customers\":[null]}", "{\"items\":[null]}", "{\"results\":[null]}", "{\"error\":{\"code\":[],\"message\":{}}}", "{\"error\":[[],null,1]}",
        "404 page not found", "[]", "{\"message\":\"no Route matched with those values\"}", "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"gone\"}",
        "{\"fault\":{\"faultstring\":\"no target\"}}", "{\"id\":\"c1\\n2026 [CRIT] forged\"}", "{\"error\":{\"code\":\"c\\u001b[31m\",\"message\":\"\\u2028\\u202e\"}}",
        "{\"detail\":[1,null,{\"loc\":{},\"msg\":[]}]}", "{\"details\":{\"a\":{\"b\":[]}}}", "{\"issues\":[{\"path\":[{}]}]}",
    ];

    public static (byte[] Body, string What) Apply(byte[] body, Random random)
    {
        int place = random.Next(body.Length + 1);
        byte[] odd = random.Pick(Odd);
        switch (random.Next(8))
        {
            case 0:
                return (body[..place], $"cut after {place}");
            case 1:
                return ([.. body[..place], .. odd, .. body[place..]], $"{Convert.ToHexString(odd)} at {place}");
            case 2:
                return ([.. "\ufeff"u8, .. body], "byte order mark");
            case 3:
                return ([.. body, .. odd], $"{Convert.ToHexString(odd)} at the end");
            case 4:
                return (Encoding.Convert(Encoding.UTF8, random.Pick<Encoding>([Encoding.Unicode, Encoding.UTF32, Encoding.BigEndianUnicode]), body), "another encoding");
            case 5:
                string other = random.Pick(Bodies);
                return (Encoding.UTF8.GetBytes(other), $"body {Fuzz.Show(other)}");
            default:
                return Flip(body, random);
        }
    }

    private static (byte[], string) Flip(byte[] body, Random random)
    {
        byte[] flipped = [.. body];
        int times = Math.Min(body.Length, 1 + random.Next(4));
        int[] places = [.. Enumerable.Range(0, times).Select(_ => random.Next(body.Length))];
        foreach (int place in places)
        {
            flipped[place] ^= (byte)(1 + random.Next(255));
        }

        return (flipped, $"other bytes at {string.Join(", ", places)}");
    }
}
