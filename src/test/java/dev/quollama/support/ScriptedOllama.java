package dev.quollama.support;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An Ollama on 127.0.0.1 that does exactly what a test tells it, byte by byte, and reports what its clients did.
 *
 * <pre>{@code
 * ollama.enqueue(Script.of(content("Hello"), until(gate), content(" world"), done()));
 * ollama.enqueue(Script.of(content("Hel"), reset()));
 * long gone = ollama.takeChat().awaitPeerGone(Duration.ofSeconds(1));
 * }</pre>
 *
 * <p>Without any script it lists a few models and answers each chat with a short text.
 */
public final class ScriptedOllama implements AutoCloseable {

    /** Long enough for a loaded machine; a test that waits this long has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String CHAT = "POST /api/chat";

    private final Map<String, Script> handlers = new ConcurrentHashMap<>();
    private final Queue<Script> chats = new ConcurrentLinkedQueue<>();
    private final Queue<Script> takeovers = new ConcurrentLinkedQueue<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Exchange> newChats = new LinkedBlockingQueue<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Port port;

    private ScriptedOllama() throws IOException {
        handlers.putAll(OllamaDefaults.handlers());
        port = new Port(this::admit);
    }

    /** Starts one on a free port. */
    public static ScriptedOllama start() throws IOException {
        return new ScriptedOllama();
    }

    /** Its base address, without a trailing slash. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return port.number();
    }

    /** Answers every request for this method and path with the script, until {@link #reset()}. */
    public void on(String method, String path, Script script) {
        handlers.put(method + " " + path, script);
    }

    /** Answers the next chats with these scripts, one each; after them the default takes over again. */
    public void enqueue(Script... scripts) {
        chats.addAll(List.of(scripts));
    }

    /** Hands the next new connection to the script as soon as it is accepted, before any request. */
    public void enqueueConnection(Script script) {
        takeovers.add(script);
    }

    /**
     * The next chat that nobody has taken yet; waits for it.
     *
     * @throws AssertionError when none comes
     */
    public Exchange takeChat() throws InterruptedException {
        Exchange chat = newChats.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (chat == null) {
            throw new AssertionError("No chat was asked within " + PATIENCE);
        }
        return chat;
    }

    /** Every request so far, oldest first. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Connections that neither side has closed. */
    public int openConnections() {
        return (int) connections.stream().filter(Connection::isOpen).count();
    }

    /** Stops as a killed process does: the port refuses, what was open is closed. */
    public synchronized void goDown() throws IOException {
        port.shut();
        dropConnections();
    }

    /** Listens again on the same port. */
    public synchronized void comeUp() throws IOException {
        port.open();
    }

    /** Forgets every script and exchange, closes what is open, and is up again: as if freshly started. */
    public synchronized void reset() throws IOException {
        dropConnections();
        chats.clear();
        takeovers.clear();
        exchanges.clear();
        newChats.clear();
        handlers.clear();
        handlers.putAll(OllamaDefaults.handlers());
        port.open();
    }

    @Override
    public synchronized void close() throws IOException {
        port.close();
        dropConnections();
    }

    private void dropConnections() {
        connections.forEach(Connection::closeQuietly);
        connections.clear();
    }

    private void admit(Socket socket) {
        Connection connection = new Connection(socket);
        connections.add(connection);
        startThread("read", connection::read);
        startThread("play", () -> serve(connection));
    }

    private void serve(Connection connection) {
        try {
            Script takeover = takeovers.poll();
            if (takeover != null) {
                takeover.play(new Wire(connection, null));
            }
            while (true) {
                ReceivedRequest request = connection.nextRequest().orElse(null);
                if (request == null) {
                    return;
                }
                answer(new Exchange(request, connection), connection);
            }
        } catch (IOException | InterruptedException over) {
            // The peer left, or the test closed this server: there is nobody left to play for.
        } finally {
            connections.remove(connection);
        }
    }

    private void answer(Exchange exchange, Connection connection) throws IOException, InterruptedException {
        ReceivedRequest request = exchange.request();
        exchanges.add(exchange);
        Script script = scriptFor(request);
        if (CHAT.equals(request.method() + " " + request.path())) {
            newChats.add(exchange);
        }
        try {
            script.play(new Wire(connection, request));
            if ("close".equalsIgnoreCase(request.header("Connection"))) {
                connection.close();
            }
        } finally {
            exchange.played().complete(null);
        }
    }

    private Script scriptFor(ReceivedRequest request) {
        String route = request.method() + " " + request.path();
        Script queued = CHAT.equals(route) ? chats.poll() : null;
        return queued != null ? queued : handlers.getOrDefault(route, OllamaDefaults.NOT_FOUND);
    }

    private static void startThread(String task, Runnable body) {
        Thread thread = new Thread(body, "scripted-ollama-" + task);
        thread.setDaemon(true);
        thread.start();
    }
}
