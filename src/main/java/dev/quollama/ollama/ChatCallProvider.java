package dev.quollama.ollama;

import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/**
 * Hands every {@link ChatCall} the connection it goes out on. A request filter knows the client's context but runs before there is
 * a connection; a writer interceptor runs when there is one but does not know the context: so the first leaves it for the second.
 */
final class ChatCallProvider implements ResteasyReactiveClientRequestFilter, WriterInterceptor {

    private static final String CONTEXT = ChatCallProvider.class.getName();

    @Override
    public void filter(ResteasyReactiveClientRequestContext context) {
        context.setProperty(CONTEXT, context);
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext writer) throws IOException, WebApplicationException {
        if (writer.getEntity() instanceof ChatCall call
                && writer.getProperty(CONTEXT) instanceof ResteasyReactiveClientRequestContext context) {
            HttpClientRequest request = context.unwrap(HttpClientRequest.class);
            // Without handlers, what an aborted call still receives is logged as an error. They have to be set here:
            // once the request is sent, setting one throws and the reset is lost.
            request.exceptionHandler(ignored -> {});
            request.connection().exceptionHandler(ignored -> {});
            call.connectedBy(request);
        }
        writer.proceed();
    }
}
