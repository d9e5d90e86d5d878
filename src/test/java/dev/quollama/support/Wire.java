package dev.quollama.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One answer on its way out, as the steps of a {@link Script} write it. */
public final class Wire {

    private final Connection connection;
    private final ReceivedRequest request;
    private boolean untilClose;
    private boolean begun;
    private boolean ended;
    private int pieces;

    Wire(Connection connection, ReceivedRequest request) {
        this.connection = connection;
        this.request = request;
    }

    /** What is being answered; null when the script took over the connection before any request. */
    public ReceivedRequest request() {
        return request;
    }

    /** The model that was asked, as the request spelt it. */
    public String model() {
        return request.json().path("model").asText();
    }

    /** Pieces of a streamed body sent so far. */
    public int pieces() {
        return pieces;
    }

    /** Sends one segment: one write to the socket, without delay. */
    public void send(byte[] segment) throws IOException {
        connection.send(segment);
    }

    /** Sends a whole response with its length, as one segment. */
    public void respond(int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes(head(status, contentType, "Content-Length: " + bytes.length));
        segment.writeBytes(bytes);
        send(segment.toByteArray());
    }

    /**
     * Sends a piece of a streamed body as one segment. The first piece takes the head of a 200 along, as Ollama's does,
     * which sends nothing before its first token.
     */
    public void sendPiece(byte[] piece) throws IOException {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        if (!begun) {
            begun = true;
            String framing = untilClose ? "Connection: close" : "Transfer-Encoding: chunked";
            segment.writeBytes(head(200, "application/x-ndjson", framing));
        }
        segment.writeBytes(untilClose ? piece : chunk(piece));
        pieces++;
        send(segment.toByteArray());
    }

    /** Ends a streamed body properly, with the last chunk or with the connection; once is enough. */
    public void endStream() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        if (untilClose) {
            connection.close();
        } else {
            send("0\r\n\r\n".getBytes(UTF_8));
        }
    }

    void delimitByClose() {
        untilClose = true;
    }

    Connection connection() {
        return connection;
    }

    static byte[] chunk(byte[] piece) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(piece.length) + "\r\n").getBytes(UTF_8));
        chunk.writeBytes(piece);
        chunk.writeBytes("\r\n".getBytes(UTF_8));
        return chunk.toByteArray();
    }

    private static byte[] head(int status, String contentType, String framing) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC));
        return String.join(
                        "\r\n",
                        "HTTP/1.1 " + status + " " + reason(status),
                        "Content-Type: " + contentType,
                        "Date: " + date,
                        framing,
                        "",
                        "")
                .getBytes(UTF_8);
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status " + status;
        };
    }
}
