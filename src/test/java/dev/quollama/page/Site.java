package dev.quollama.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The service as a plain HTTP client sees it.
 *
 * @param address of the page
 */
record Site(URI address) {

    HttpResponse<String> get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The header's value, empty when it was not sent. */
    String header(String path, String name) {
        return get(path).headers().firstValue(name).orElse("");
    }
}
