package dev.quollama.ollama;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** The REST client for the address that is set, once for answers that may take their time and once for quick questions. */
@Singleton
@Startup
class OllamaClient {

    /**
     * Connections at once. The client's own bound of 50 would hold back the 51st answer without a word; how many answers run at
     * once is for the generations to say, and this is above whatever they would.
     */
    private static final int CONNECTIONS = 20_000;

    private final URI address;
    private final OllamaApi streaming;
    private final OllamaApi quick;

    OllamaClient(OllamaConfig config) {
        address = address(config);
        // Nothing limits the wait for an answer's headers here: LineStream does, with a limit of its own for the first
        // token.
        streaming = build(config, Duration.ZERO);
        quick = build(config, config.queryTimeout());
    }

    URI address() {
        return address;
    }

    OllamaApi streaming() {
        return streaming;
    }

    OllamaApi quick() {
        return quick;
    }

    private OllamaApi build(OllamaConfig config, Duration readTimeout) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, CONNECTIONS)
                // A kept connection may be closed by the server at the moment it is used again, and the client closes
                // that of
                // a finished stream after the pool has taken it back. On a local network a new one costs nothing to
                // speak of.
                .property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, false)
                .build(OllamaApi.class);
    }

    private static URI address(OllamaConfig config) {
        try {
            return OllamaAddress.parse(config.url());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("quollama.ollama.url (or OLLAMA_HOST) is \""
                    + config.url().orElse("") + "\", which is not the address of an Ollama: " + e.getMessage() + ".");
        }
    }
}
