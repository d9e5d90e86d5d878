package dev.quollama.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A WebSocket client on a bare socket, for what a well-behaved client never does: fragments, resets, half-closes, and not
 * reading. It reads only when it is asked to, and answers pings then. For one thread.
 */
public final class RawWebSocket implements AutoCloseable {

    /** Any 16 bytes do. */
    private static final String KEY = "cXVvbGxhbWEtdGVzdC1rZQ==";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final DataInputStream in;
    private final UpgradeResponse response;
    private Integer closeCode;

    private RawWebSocket(Socket socket, UpgradeResponse response, DataInputStream in) {
        this.socket = socket;
        this.response = response;
        this.in = in;
    }

    /** Opens one with nothing special. */
    public static RawWebSocket open(URI uri) throws IOException {
        return to(uri).connect();
    }

    /** Prepares a handshake with this {@code http:} or {@code ws:} address, the path and query included. */
    public static Handshake to(URI uri) {
        return new Handshake(uri);
    }

    /** A handshake in preparation. */
    public static final class Handshake {

        private final URI uri;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private int receiveBuffer;

        private Handshake(URI uri) {
            this.uri = uri;
            headers.put("Host", uri.getAuthority());
            headers.put("Upgrade", "websocket");
            headers.put("Connection", "Upgrade");
            headers.put("Sec-WebSocket-Key", KEY);
            headers.put("Sec-WebSocket-Version", "13");
        }

        /** Sets a header, in place of the handshake's own when the name is the same; null leaves it out. */
        public Handshake header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** The kernel's buffer for what this side does not read, in bytes; set before connecting, so the window is small. */
        public Handshake receiveBuffer(int bytes) {
            receiveBuffer = bytes;
            return this;
        }

        /** Sends the handshake and reads the answer, whichever it is: see {@link RawWebSocket#response()}. */
        public RawWebSocket connect() throws IOException {
            Socket socket = new Socket();
            try {
                if (receiveBuffer > 0) {
                    socket.setReceiveBufferSize(receiveBuffer);
                }
                socket.setTcpNoDelay(true);
                socket.setSoTimeout((int) PATIENCE.toMillis());
                socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
                socket.getOutputStream().write(request().getBytes(UTF_8));
                // No buffer on this side either: what is not read stays in the kernel, where the server feels it.
                DataInputStream in = new DataInputStream(socket.getInputStream());
                return new RawWebSocket(socket, UpgradeResponse.readFrom(in), in);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }

        private String request() {
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            StringBuilder request = new StringBuilder("GET " + path + query + " HTTP/1.1\r\n");
            headers.forEach((name, value) -> {
                if (value != null) {
                    request.append(name + ": " + value + "\r\n");
                }
            });
            return request.append("\r\n").toString();
        }
    }

    /** What the server answered to the handshake. */
    public UpgradeResponse response() {
        return response;
    }

    /** Sends a message as one frame. */
    public void sendText(String text) throws IOException {
        send(WebSocketFrame.text(text));
    }

    /** Sends a message in several frames. */
    public void sendFragments(String... parts) throws IOException {
        for (int i = 0; i < parts.length; i++) {
            int opcode = i == 0 ? WebSocketFrame.TEXT : WebSocketFrame.CONTINUATION;
            send(new WebSocketFrame(i == parts.length - 1, opcode, parts[i].getBytes(UTF_8)));
        }
    }

    public void sendPing(String payload) throws IOException {
        send(new WebSocketFrame(true, WebSocketFrame.PING, payload.getBytes(UTF_8)));
    }

    /** Sends a close frame and leaves the connection open for the server's answer. */
    public void sendClose(int code) throws IOException {
        send(WebSocketFrame.close(code));
    }

    /** Sends these bytes, frame or not, as one segment. */
    public void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next message of text; waits for it as long as any test should. */
    public String nextText() throws IOException {
        return nextText(PATIENCE);
    }

    /**
     * The next message of text.
     *
     * @throws SocketTimeoutException when the server says nothing for that long
     * @throws EOFException when the server closed instead
     */
    public String nextText(Duration silence) throws IOException {
        String text = readText(silence);
        if (text == null) {
            throw new EOFException("The server closed with " + closeCode + " instead of sending a text");
        }
        return text;
    }

    /** Every message of text until the server closes, in whichever way; then {@link #closeCode()} tells which. */
    public List<String> textsUntilClose() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String text = readText(PATIENCE); text != null; text = readText(PATIENCE)) {
            texts.add(text);
        }
        return texts;
    }

    /** The server's close code, read so far; 1006 after an end without a close frame, null while it is open. */
    public Integer closeCode() {
        return closeCode;
    }

    /** Waits for a pong, dropping what comes before it. */
    public String nextPong() throws IOException {
        WebSocketFrame frame = readFrame(PATIENCE);
        while (frame.opcode() != WebSocketFrame.PONG) {
            frame = readFrame(PATIENCE);
        }
        return frame.text();
    }

    /** Sends a FIN and goes on listening. */
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Leaves with a RST. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Leaves without a close frame: with a FIN, or a RST when something was left unread. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(WebSocketFrame frame) throws IOException {
        sendRaw(frame.masked());
    }

    /** A whole message, or null when the server closed. */
    private String readText(Duration silence) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (closeCode == null) {
            try {
                WebSocketFrame frame = readFrame(silence);
                switch (frame.opcode()) {
                    case WebSocketFrame.PING -> send(new WebSocketFrame(true, WebSocketFrame.PONG, frame.payload()));
                    case WebSocketFrame.CLOSE -> closeCode = frame.closeCode();
                    case WebSocketFrame.TEXT, WebSocketFrame.CONTINUATION -> {
                        message.writeBytes(frame.payload());
                        if (frame.last()) {
                            return message.toString(UTF_8);
                        }
                    }
                    default -> {}
                }
            } catch (EOFException | SocketException gone) {
                closeCode = 1006;
            }
        }
        return null;
    }

    private WebSocketFrame readFrame(Duration silence) throws IOException {
        socket.setSoTimeout((int) silence.toMillis());
        return WebSocketFrame.readFrom(in);
    }
}
