package dev.quollama.ollama;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Something that runs models: an Ollama server, or the built-in demo model that stands in for one.
 *
 * <p>Every failure of the returned {@code Multi} and {@code Uni} is an {@link UpstreamFailure}.
 */
public interface Upstream {

    /**
     * Asks a model to continue a conversation.
     *
     * <p>Nothing is sent before the subscription. Cancelling closes the connection at once, also while it is still being
     * made and before the first byte has come. Demand reaches the socket.
     *
     * @param request what to ask, never null
     * @return the chunks in the order they were sent, the last of them with {@code done}; a stream that ends without such a
     *     chunk fails instead of completing
     */
    Multi<ChatChunk> chat(ChatRequest request);

    /**
     * Lists what is installed.
     *
     * @return the models in the upstream's own order, possibly none, never null
     */
    Uni<List<InstalledModel>> models();

    /**
     * Lists what is loaded at the moment.
     *
     * @return possibly none, and possibly one that has died since; never null
     */
    Uni<List<RunningModel>> running();
}
