package dev.quollama.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An address where a connection is neither made nor refused, as behind a firewall that drops packets. */
public final class UnansweredPort implements AutoCloseable {

    /** On this machine a connection is made in far less, so one that takes longer is not made at all. */
    private static final int CONNECT_MILLIS = 100;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    private final List<Socket> queued = new ArrayList<>();

    private UnansweredPort() throws IOException {}

    /** Takes a free port and fills the queue of those who wait to be accepted, so that the kernel ignores the next. */
    public static UnansweredPort open() throws IOException {
        UnansweredPort port = new UnansweredPort();
        while (port.takesAnother()) {
            // Each takes a place in the queue, of which the kernel has a few more than it was asked for.
        }
        return port;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Where it is, for clients that take no URI. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        listener.close();
    }

    private boolean takesAnother() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(listener.getLocalSocketAddress(), CONNECT_MILLIS);
            queued.add(socket);
            return true;
        } catch (SocketTimeoutException full) {
            socket.close();
            return false;
        }
    }
}
