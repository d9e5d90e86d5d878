package dev.quollama.ollama;

import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientResponseFilter;

/**
 * Makes the client hand on an answer's bytes as they come. Left to itself it cuts them into lines of any length, and picks a reader by
 * Content-Type, of which Ollama has two for the same call.
 *
 * <p>A plain {@code ClientResponseFilter} would run on a worker thread, and the client never hears of a connection that breaks
 * meanwhile; this kind stays on the event loop.
 */
final class OllamaResponseFilter implements ResteasyReactiveClientResponseFilter {

    private static final int OK = Response.Status.OK.getStatusCode();
    private static final int FIRST_ERROR = Response.Status.BAD_REQUEST.getStatusCode();

    @Override
    public void filter(ResteasyReactiveClientRequestContext request, ClientResponseContext response) {
        int status = response.getStatus();
        if (status > OK && status < FIRST_ERROR) {
            // Errors are read with their body, and a call that failed comes by without a status. What is left are
            // redirects and the like, which would pass for an empty answer.
            throw Failures.ofStatus(status, null);
        }
        if (status == OK && request.getEntity() instanceof ChatCall) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }
}
