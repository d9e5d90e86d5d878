package dev.quollama.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/** Steps that deal in bytes, waits and ends. */
public final class WireSteps {

    private WireSteps() {}

    /** Sends exactly this, as one segment. */
    public static Script send(byte[] segment) {
        return wire -> wire.send(segment);
    }

    /** Sends exactly this in UTF-8, as one segment. */
    public static Script send(String segment) {
        return send(segment.getBytes(UTF_8));
    }

    /** Sends a piece of a streamed body as one segment, with the response's head before the first. */
    public static Script piece(byte[] bytes) {
        return wire -> wire.sendPiece(bytes);
    }

    /** Sends a piece of a streamed body in UTF-8 as one segment, with the response's head before the first. */
    public static Script piece(String text) {
        return piece(text.getBytes(UTF_8));
    }

    /** Ends a streamed body properly, whatever was in it, unless a step before did. */
    public static Script endStream() {
        return Wire::endStream;
    }

    /** Sends a whole response with its length. */
    public static Script respond(int status, String contentType, String body) {
        return wire -> wire.respond(status, contentType, body);
    }

    /** Frames the stream that follows by the connection's end instead of in chunks. */
    public static Script delimitedByClose() {
        return Wire::delimitByClose;
    }

    /** Writes all that follows on this connection in segments of this many bytes at most; 1 is byte by byte. */
    public static Script splitEvery(int bytes) {
        return wire -> wire.connection().splitEvery(bytes);
    }

    /** Waits until the test opens the gate. */
    public static Script until(Gate gate) {
        return wire -> wire.connection().await(gate.opened());
    }

    /** Opens the gate, to tell the test that the script came this far. */
    public static Script opens(Gate gate) {
        return wire -> gate.open();
    }

    /** Waits a time; for what is about time itself, else a {@link Gate} is better. */
    public static Script pause(Duration time) {
        return wire -> wire.connection().pause(time);
    }

    /** Says nothing more until the peer leaves. */
    public static Script hang() {
        return wire -> wire.connection().awaitPeerGone();
    }

    /** Sends a FIN, and goes on reading. */
    public static Script halfClose() {
        return wire -> wire.connection().halfClose();
    }

    /** Closes with a FIN. */
    public static Script close() {
        return wire -> wire.connection().close();
    }

    /** Closes with a RST. */
    public static Script reset() {
        return wire -> wire.connection().reset();
    }
}
