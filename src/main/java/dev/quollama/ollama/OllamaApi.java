package dev.quollama.ollama;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Those of Ollama's calls that the page needs, and no others.
 *
 * @see <a href="https://github.com/ollama/ollama/blob/main/docs/api.md">Ollama's API</a>
 */
@RegisterRestClient(configKey = "ollama")
@RegisterProvider(ChatCallProvider.class)
@RegisterProvider(OllamaResponseFilter.class)
@Path("/api")
interface OllamaApi {

    /** The answer's bytes as they come off the socket, cut anywhere. */
    @POST
    @Path("/chat")
    Multi<byte[]> chat(ChatCall call);

    @GET
    @Path("/tags")
    Uni<InstalledModels> tags();

    @POST
    @Path("/show")
    Uni<ModelDetails> show(ShowRequest request);

    @GET
    @Path("/ps")
    Uni<RunningModels> ps();

    @GET
    @Path("/version")
    Uni<OllamaVersion> version();

    /** Reads Ollama's own sentence from an HTTP error. */
    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return Failures.ofStatus(response.getStatus(), response.readEntity(String.class));
    }
}
