package dev.quollama.access;

import io.quarkus.runtime.LaunchMode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's Content-Security-Policy: its own files and nothing else. An import map can only stand in the page itself, so the policy
 * allows that one inline script by its hash.
 */
@Singleton
class ContentSecurityPolicy {

    private static final String PAGE = "META-INF/resources/index.html";
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final LaunchMode mode;
    private final String atStart;

    ContentSecurityPolicy(LaunchMode mode) {
        this.mode = mode;
        this.atStart = read();
    }

    /** The header's value. */
    String value() {
        // With live reload the page may have been edited since.
        return mode == LaunchMode.DEVELOPMENT ? read() : atStart;
    }

    private static String read() {
        return "default-src 'none'; script-src 'self' 'sha256-" + hash(importMap()) + "'; style-src 'self'; "
                + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
                + "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                + "require-trusted-types-for 'script'; trusted-types lit-html";
    }

    private static String importMap() {
        try (InputStream page = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            Matcher map = IMPORT_MAP.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            return map.find() ? map.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
