package dev.quollama.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.support.RawWebSocket;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may open a socket. */
@QuarkusTest
@TestProfile(OriginCheckTest.BehindAProxy.class)
@WithTestResource(ScriptedOllamaResource.class)
class OriginCheckTest {

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FORBIDDEN = 403;

    @TestHTTPResource("/chat")
    URI chat;

    @TestHTTPResource("/ws")
    URI plain;

    @Test
    void thePagesOwnOriginIsLetIn() throws Exception {
        assertEquals(SWITCHING_PROTOCOLS, statusFor(chat, "http://" + chat.getAuthority()));
        assertEquals(
                SWITCHING_PROTOCOLS,
                statusFor(plain, "http://" + chat.getAuthority().toUpperCase()));
    }

    @Test
    void aScriptWithoutOriginIsLetIn() throws Exception {
        try (RawWebSocket socket = RawWebSocket.to(chat).connect()) {
            assertEquals(SWITCHING_PROTOCOLS, socket.response().status());
        }
    }

    @Test
    void anOriginThatIsSetIsLetIn() throws Exception {
        assertEquals(SWITCHING_PROTOCOLS, statusFor(chat, "https://chat.example.org"));
        assertEquals(SWITCHING_PROTOCOLS, statusFor(plain, "https://chat.example.org:443"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://evil.example",
                "https://localhost",
                "http://localhost:1",
                "http://chat.example.org",
                "https://chat.example.org.evil.example",
                "https://chat.example.org:8443",
                "https://user@chat.example.org",
                "chat.example.org",
                "file://",
                "http://[::1"
            })
    void everyOtherOriginIsRefused(String origin) throws Exception {
        assertEquals(FORBIDDEN, statusFor(chat, origin));
        assertEquals(FORBIDDEN, statusFor(plain, origin));
    }

    private static int statusFor(URI socket, String origin) throws IOException {
        try (RawWebSocket opened =
                RawWebSocket.to(socket).header("Origin", origin).connect()) {
            return opened.response().status();
        }
    }

    /** A service whose page is reached through another address as well. */
    public static final class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quollama.access.origins", "https://chat.example.org");
        }
    }
}
