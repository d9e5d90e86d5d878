package dev.quollama.support;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class UnansweredPortTest {

    @Test
    void neitherTakesNorRefusesAConnection() throws IOException {
        try (UnansweredPort port = UnansweredPort.open();
                Socket socket = new Socket()) {
            assertThrows(SocketTimeoutException.class, () -> socket.connect(port.address(), 50));
        }
    }
}
