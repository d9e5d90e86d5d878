package dev.quollama.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A piece of network between the browser and the service, on this machine, that can be cut and mended. */
final class Relay implements AutoCloseable {

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final InetAddress localhost = InetAddress.getByName("localhost");
    private final int target;
    private final int port;
    private ServerSocket listener;
    private Thread acceptor;
    private Socket reservation;

    /** @param target the port of the service */
    Relay(int target) throws IOException {
        this.target = target;
        listen(0);
        port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Resets every connection and refuses new ones. */
    void cut() throws IOException, InterruptedException {
        listener.close();
        // The kernel keeps the port bound as long as a thread waits on it.
        acceptor.join();
        for (Socket socket : sockets) {
            reset(socket);
        }
        sockets.clear();
        // Bound but not listening: that refuses, and keeps the port from being given away.
        reservation = new Socket();
        reservation.setReuseAddress(true);
        reservation.bind(new InetSocketAddress(localhost, port));
    }

    /** Accepts connections again, on the same port. */
    void restore() throws IOException {
        reservation.close();
        listen(port);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (reservation != null) {
            reservation.close();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void listen(int number) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(localhost, number));
        listener = server;
        acceptor = start(() -> accept(server));
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket browser = server.accept();
                Socket service = new Socket(localhost, target);
                sockets.add(browser);
                sockets.add(service);
                start(() -> pass(browser, service));
                start(() -> pass(service, browser));
            } catch (IOException closed) {
                // By cut() or close(): the loop ends.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // Either side may end it; the other then ends as well.
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException over) {
            // Closed already, by its own end.
        }
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
