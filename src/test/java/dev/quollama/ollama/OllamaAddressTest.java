package dev.quollama.ollama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaAddressTest {

    @Test
    void nothingMeansOllamasOwnPortOnThisMachine() {
        assertEquals(
                "http://localhost:11434", OllamaAddress.parse(Optional.empty()).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "gpu, http://gpu:11434",
        "gpu:8080, http://gpu:8080",
        ":8080, http://127.0.0.1:8080",
        "http://gpu, http://gpu:80",
        "https://gpu, https://gpu:443",
        "HTTP://gpu:1234/, http://gpu:1234",
        "https://gpu/ollama/, https://gpu:443/ollama",
        "gpu/, http://gpu:11434",
        "0.0.0.0, http://127.0.0.1:11434",
        "0.0.0.0:8080, http://127.0.0.1:8080",
        "http://0.0.0.0:8080/, http://127.0.0.1:8080",
        "[::], http://[::1]:11434",
        "::1, http://[::1]:11434",
        "[fe80::1]:8080, http://[fe80::1]:8080",
        "\" gpu \", http://gpu:11434",
        "'\"gpu\"', http://gpu:11434",
    })
    void everyFormThatOllamasClientsTakeIsUnderstood(String written, String meant) {
        assertEquals(meant, OllamaAddress.parse(Optional.of(written)).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://gpu", "gpu:port", "gpu:99999", "a b", "http://user@gpu", "gpu?x=1"})
    void whatIsNoAddressIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> OllamaAddress.parse(Optional.of(written)));
    }
}
