package dev.quollama.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A WebSocket frame (RFC 6455, section 5.2).
 *
 * @param last whether the message ends with it
 * @param opcode one of the constants here
 * @param payload the unmasked payload
 */
record WebSocketFrame(boolean last, int opcode, byte[] payload) {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** Any mask does: it guards against proxies, of which there are none here. */
    private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

    static WebSocketFrame text(String text) {
        return new WebSocketFrame(true, TEXT, text.getBytes(UTF_8));
    }

    static WebSocketFrame close(int code) {
        return new WebSocketFrame(
                true, CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    static WebSocketFrame readFrom(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        if ((second & 0x80) != 0) {
            throw new IOException("A server must not mask its frames");
        }
        long length = second & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        return new WebSocketFrame((first & 0x80) != 0, first & 0x0f, payload);
    }

    /** The frame as a client sends it: masked. */
    byte[] masked() {
        ByteBuffer bytes = ByteBuffer.allocate(14 + payload.length);
        bytes.put((byte) ((last ? 0x80 : 0) | opcode));
        if (payload.length < 126) {
            bytes.put((byte) (0x80 | payload.length));
        } else if (payload.length <= 0xffff) {
            bytes.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            bytes.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        bytes.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            bytes.put((byte) (payload[i] ^ MASK[i % MASK.length]));
        }
        byte[] frame = new byte[bytes.position()];
        bytes.flip().get(frame);
        return frame;
    }

    String text() {
        return new String(payload, UTF_8);
    }

    /** The code of a close frame; 1005 when it has none, as browsers report it. */
    int closeCode() {
        return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }
}
