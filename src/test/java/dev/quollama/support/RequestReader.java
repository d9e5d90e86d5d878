package dev.quollama.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Reads HTTP/1.1 requests, one after the other, with a body by length or in chunks. */
final class RequestReader {

    private final InputStream in;
    private final HeadReader head;

    RequestReader(InputStream in) {
        this.in = new BufferedInputStream(in);
        this.head = new HeadReader(this.in);
    }

    /** The next request, or null when the peer ended the stream between two requests. */
    ReceivedRequest next() throws IOException {
        String requestLine = head.line();
        if (requestLine == null) {
            return null;
        }
        String[] parts = requestLine.split(" ", 3);
        if (parts.length != 3) {
            throw new IOException("Not a request line: " + requestLine);
        }
        String[] target = parts[1].split("\\?", 2);
        Map<String, List<String>> headers = head.headers();
        return new ReceivedRequest(
                parts[0], target[0], target.length == 2 ? target[1] : null, headers, new String(body(headers), UTF_8));
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("Transfer-Encoding")) {
            return chunks();
        }
        List<String> length = headers.get("Content-Length");
        return length == null ? new byte[0] : exactly(Integer.parseInt(length.get(0)));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(head.requireLine().split(";")[0].trim(), 16);
            body.write(exactly(size));
            head.requireLine();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The stream ended inside the body");
        }
        return bytes;
    }
}
