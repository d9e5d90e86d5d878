package dev.quollama.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawWebSocketTest {

    private static final String WELCOME = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";

    private ServerSocket listener;
    private Socket server;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        listener.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void sendsTheHandshakeWithTheHeadersOfTheTest() throws Exception {
        try (RawWebSocket socket =
                connect(handshake().header("Origin", "http://evil").header("Upgrade", null))) {
            String request = received(1024);
            assertTrue(request.startsWith("GET /chat?x=1 HTTP/1.1\r\nHost: 127.0.0.1:"), request);
            assertTrue(request.contains("\r\nOrigin: http://evil\r\n"), request);
            assertFalse(request.contains("Upgrade: websocket"), request);
            assertEquals(101, socket.response().status());
        }
    }

    @Test
    void showsWhyAnUpgradeWasRefused() throws Exception {
        try (RawWebSocket socket = connect(handshake(), "HTTP/1.1 403 Forbidden\r\nX-Reason: origin\r\n\r\n")) {
            assertEquals(403, socket.response().status());
            assertEquals("origin", socket.response().header("x-reason"));
        }
    }

    @Test
    void readsTextsInFramesOfEveryLengthAndAnswersPingsMeanwhile() throws Exception {
        try (RawWebSocket socket = connect(handshake())) {
            received(1024);
            frame(0x81, 2, "hi");
            frame(0x89, 1, "p");
            frame(0x01, 2, "fr");
            frame(0x80, 2, "ag");
            server.getOutputStream().write(new byte[] {(byte) 0x81, 126, 0, (byte) 200});
            server.getOutputStream().write("x".repeat(200).getBytes(UTF_8));
            assertEquals("hi", socket.nextText());
            assertEquals("frag", socket.nextText());
            assertEquals("x".repeat(200), socket.nextText());
            assertArrayEquals(new byte[] {(byte) 0x8a, (byte) 0x81, 0x12, 0x34, 0x56, 0x78, 'p' ^ 0x12}, bytes(7));
        }
    }

    @Test
    void collectsTextsUntilTheServerClosesWithACode() throws Exception {
        try (RawWebSocket socket = connect(handshake())) {
            frame(0x81, 1, "a");
            frame(0x81, 1, "b");
            server.getOutputStream().write(new byte[] {(byte) 0x88, 2, 3, (byte) 0xe8});
            assertNull(socket.closeCode());
            assertEquals(List.of("a", "b"), socket.textsUntilClose());
            assertEquals(1000, socket.closeCode());
        }
    }

    @Test
    void callsAnEndWithoutACloseFrame1006() throws Exception {
        try (RawWebSocket socket = connect(handshake())) {
            server.close();
            assertEquals(List.of(), socket.textsUntilClose());
            assertEquals(1006, socket.closeCode());
        }
    }

    @Test
    void givesUpOnAServerThatSaysNothing() throws Exception {
        try (RawWebSocket socket = connect(handshake())) {
            assertThrows(SocketTimeoutException.class, () -> socket.nextText(Duration.ofMillis(1)));
        }
    }

    @Test
    void sendsMaskedTextsAndFragments() throws Exception {
        try (RawWebSocket socket = connect(handshake())) {
            received(1024);
            socket.sendText("A");
            assertArrayEquals(new byte[] {(byte) 0x81, (byte) 0x81, 0x12, 0x34, 0x56, 0x78, 'A' ^ 0x12}, bytes(7));
            socket.sendFragments("A", "B");
            assertArrayEquals(new byte[] {0x01, (byte) 0x81, 0x12, 0x34, 0x56, 0x78, 'A' ^ 0x12}, bytes(7));
            assertArrayEquals(new byte[] {(byte) 0x80, (byte) 0x81, 0x12, 0x34, 0x56, 0x78, 'B' ^ 0x12}, bytes(7));
        }
    }

    @Test
    void sendsLongTextsWithTheLongLength() throws Exception {
        try (RawWebSocket socket = connect(handshake())) {
            received(1024);
            socket.sendText("x".repeat(0x10000));
            assertArrayEquals(new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, 1, 0, 0}, bytes(10));
        }
    }

    @Test
    void leavesWithACloseFrame() throws Exception {
        try (RawWebSocket socket = connect(handshake())) {
            received(1024);
            socket.sendClose(1001);
            byte[] close = {(byte) 0x88, (byte) 0x82, 0x12, 0x34, 0x56, 0x78, 3 ^ 0x12, (byte) (0xe9 ^ 0x34)};
            assertArrayEquals(close, bytes(8));
        }
    }

    @Test
    void leavesWithAFin() throws Exception {
        RawWebSocket socket = connect(handshake());
        received(1024);
        socket.close();
        assertEquals(-1, server.getInputStream().read());
    }

    @Test
    void leavesWithAReset() throws Exception {
        RawWebSocket socket = connect(handshake());
        received(1024);
        socket.reset();
        assertThrows(SocketException.class, () -> server.getInputStream().read());
    }

    private RawWebSocket.Handshake handshake() {
        return RawWebSocket.to(URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/chat?x=1"));
    }

    private RawWebSocket connect(RawWebSocket.Handshake handshake) throws Exception {
        return connect(handshake, WELCOME);
    }

    /** The server's answer can be on its way before the question: sockets do not care. */
    private RawWebSocket connect(RawWebSocket.Handshake handshake, String answer) throws Exception {
        Thread accept = new Thread(() -> {
            try {
                server = listener.accept();
                server.setSoTimeout(5000);
                server.getOutputStream().write(answer.getBytes(UTF_8));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        accept.start();
        RawWebSocket socket = handshake.connect();
        accept.join();
        return socket;
    }

    private void frame(int first, int length, String payload) throws IOException {
        server.getOutputStream().write(new byte[] {(byte) first, (byte) length});
        server.getOutputStream().write(payload.getBytes(UTF_8));
    }

    private String received(int atMost) throws IOException {
        byte[] bytes = new byte[atMost];
        return new String(bytes, 0, server.getInputStream().read(bytes), ISO_8859_1);
    }

    private byte[] bytes(int count) throws IOException {
        return server.getInputStream().readNBytes(count);
    }
}
