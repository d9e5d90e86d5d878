package dev.quollama.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a {@link ScriptedOllama} as its upstream.
 *
 * <p>Put {@code @WithTestResource(ScriptedOllamaResource.class)} on the test; its fields of type {@code ScriptedOllama} are
 * filled. Tests share the server, so each begins with {@link ScriptedOllama#reset()}.
 */
public final class ScriptedOllamaResource implements QuarkusTestResourceLifecycleManager {

    private ScriptedOllama ollama;

    @Override
    public Map<String, String> start() {
        try {
            ollama = ScriptedOllama.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("quollama.ollama.url", ollama.uri().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(ollama, new TestInjector.MatchesType(ScriptedOllama.class));
    }

    @Override
    public void stop() {
        try {
            if (ollama != null) {
                ollama.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
