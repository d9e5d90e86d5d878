package dev.quollama.chat;

import io.quarkus.websockets.next.WebSocketConnection;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Keeps apart what a peer that leaves brings about, which is ordinary, and what nobody has thought of. */
final class SocketErrors {

    private static final Logger LOG = Logger.getLogger(SocketErrors.class);

    private SocketErrors() {}

    static void report(Throwable thrown, WebSocketConnection connection) {
        if (connection.isClosed() || thrown instanceof IOException) {
            LOG.debugf("Socket %s ended: %s", connection.id(), thrown.getMessage());
        } else {
            LOG.errorf(thrown, "Socket %s failed in an unexpected way", connection.id());
        }
    }
}
