package dev.quollama.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told about the page's files: how long it may keep them and what they may do. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class HeadersTest {

    @TestHTTPResource("/")
    URI address;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/static/index.html", "/app/main.js", "/app/styles/main.css", "/lib/chat.js"
            })
    void whatMayChangeIsAskedForEachTime(String path) {
        assertEquals("no-cache", site().header(path, "Cache-Control"));
        assertEquals(200, site().get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_static/lit/3.3.3/index.js", "/_static/marked/17.0.5/lib/marked.esm.js"})
    void whatHasItsVersionInItsAddressIsKept(String path) {
        assertEquals("public, max-age=31536000, immutable", site().header(path, "Cache-Control"));
        assertEquals(200, site().get(path).statusCode());
    }

    @Test
    void aLibraryThatIsNotThereIsNotRememberedAsMissing() {
        assertEquals("no-cache", site().header("/_static/lit/0.0.0/index.js", "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/static/index.html",
                "/app/main.js",
                "/_static/lit/3.3.3/index.js",
                "/api/models",
                "/nowhere"
            })
    void everyAnswerCarriesThePolicy(String path) {
        String policy = site().header(path, "Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'sha256-"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", site().header(path, "X-Content-Type-Options"));
        assertEquals("no-referrer", site().header(path, "Referrer-Policy"));
    }

    private Site site() {
        return new Site(address);
    }
}
