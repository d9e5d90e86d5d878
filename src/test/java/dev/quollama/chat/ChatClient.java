package dev.quollama.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quollama.support.RawWebSocket;
import java.io.IOException;
import java.net.URI;

/** A page as the service sees it: a socket that frames are sent to and read from. */
final class ChatClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RawWebSocket socket;
    private JsonNode last;

    private ChatClient(RawWebSocket socket) {
        this.socket = socket;
    }

    static ChatClient open(URI chat) throws IOException {
        return new ChatClient(RawWebSocket.open(chat));
    }

    static ChatClient over(RawWebSocket socket) {
        return new ChatClient(socket);
    }

    RawWebSocket socket() {
        return socket;
    }

    void send(String frame) throws IOException {
        socket.sendText(frame);
    }

    void ask(String id, String question) throws IOException {
        send("""
                {"type":"ask","id":"%s","model":"tiny","messages":[{"role":"user","content":"%s"}]}""".formatted(id, question));
    }

    void stop(String id) throws IOException {
        send("{\"type\":\"stop\",\"id\":\"" + id + "\"}");
    }

    void resume(String id, int after) throws IOException {
        send("{\"type\":\"resume\",\"id\":\"" + id + "\",\"after\":" + after + "}");
    }

    JsonNode next() throws IOException {
        last = JSON.readTree(socket.nextText());
        return last;
    }

    /** The frame that was read last. */
    JsonNode last() {
        return last;
    }

    /** The number of the last event that was read, 0 before the first. */
    int lastSeq() {
        return last == null ? 0 : last.path("seq").asInt();
    }

    /** The next frame of that answer and type; frames before it are passed over. */
    JsonNode nextOf(String id, String type) throws IOException {
        do {
            next();
        } while (!(last.path("id").asText().equals(id)
                && last.path("type").asText().equals(type)));
        return last;
    }

    /** The text of an answer up to its last frame, which {@link #last()} returns then. */
    String textUntilEnd(String id) throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            next();
            if (!last.path("id").asText().equals(id)) {
                continue;
            }
            if (last.path("type").asText().equals("delta")) {
                text.append(last.path("content").asText());
            } else if (!last.path("type").asText().equals("waiting")) {
                return text.toString();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
