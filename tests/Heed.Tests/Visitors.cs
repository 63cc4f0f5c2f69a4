using System.Net;
using System.Net.Sockets;

namespace Heed.Tests;

static class Visitors
{
    /// <summary>A browser without scripts, from an address of this machine to a Heed wherever it runs.</summary>
    public static HttpClient Of(Uri to, IPAddress from) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectCallback = async (to, stop) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    socket.Bind(new IPEndPoint(from, 0));
                    await socket.ConnectAsync(to.DnsEndPoint, stop);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        )
        {
            BaseAddress = to,
        };
}
