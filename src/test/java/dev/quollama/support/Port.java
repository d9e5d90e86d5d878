package dev.quollama.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A port of 127.0.0.1 that can be shut, so that it refuses, and opened again; nobody else is given it meanwhile. */
final class Port implements AutoCloseable {

    /** Small and fixed, so that a peer that stops reading is felt after kilobytes instead of the kernel's megabytes. */
    static final int SEND_BUFFER_BYTES = 64 * 1024;

    private final Consumer<Socket> visitor;
    private final InetSocketAddress address;
    private ServerSocket listener;
    private Thread acceptor;
    private Socket reservation;

    /** Takes a free port and hands each accepted connection to the visitor, who must not block. */
    Port(Consumer<Socket> visitor) throws IOException {
        this.visitor = visitor;
        listen(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        address = (InetSocketAddress) listener.getLocalSocketAddress();
    }

    int number() {
        return address.getPort();
    }

    /** Refuses from now on. */
    void shut() throws IOException {
        if (reservation != null) {
            return;
        }
        stopListening();
        // Bound but not listening: that refuses, and keeps the number from being given away.
        reservation = new Socket();
        reservation.setReuseAddress(true);
        reservation.bind(address);
    }

    /** Accepts again. */
    void open() throws IOException {
        if (reservation == null) {
            return;
        }
        reservation.close();
        reservation = null;
        listen(address);
    }

    @Override
    public void close() throws IOException {
        if (reservation != null) {
            reservation.close();
        }
        stopListening();
    }

    private void listen(InetSocketAddress where) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(where);
        listener = server;
        acceptor = new Thread(() -> accept(server), "scripted-ollama-accept");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                socket.setSendBufferSize(SEND_BUFFER_BYTES);
                visitor.accept(socket);
            } catch (IOException e) {
                // Either the listener was closed, which ends the loop, or a visitor left before it was let in.
            }
        }
    }

    private void stopListening() throws IOException {
        listener.close();
        try {
            // The kernel keeps the port bound as long as a thread waits on it.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
