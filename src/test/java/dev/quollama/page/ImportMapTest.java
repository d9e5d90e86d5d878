package dev.quollama.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page names each library with its version, and so does the build: what it names is what the build has brought. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ImportMapTest {

    private static final Pattern SCRIPT = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private static final Map<String, String> A_FILE_OF =
            Map.of("lit/", "directives/repeat.js", "lit-html/", "directive.js", "lit-element/", "lit-element.js");

    @TestHTTPResource("/")
    URI address;

    private Site site;
    private String map;

    @BeforeEach
    void readTheMap() {
        site = new Site(address);
        Matcher script = SCRIPT.matcher(site.get("/").body());
        assertTrue(script.find(), "the page has an import map");
        map = script.group(1);
    }

    @Test
    void everyAddressOfTheMapIsServed() throws Exception {
        JsonNode imports = new ObjectMapper().readTree(map).path("imports");
        List<String> missing = new ArrayList<>();
        imports.properties().forEach(entry -> {
            // A folder is asked for by one of the files that the page takes from it.
            String file = entry.getValue().asText() + A_FILE_OF.getOrDefault(entry.getKey(), "");
            if (site.get(file).statusCode() != 200) {
                missing.add(file);
            }
        });
        assertFalse(imports.isEmpty());
        assertEquals(List.of(), missing);
    }

    @Test
    void thePolicyAllowsTheMapByItsHash() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));
        String hash = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        String policy = site.header("/", "Content-Security-Policy");
        assertTrue(policy.contains(hash), policy + " has no " + hash);
    }
}
