package dev.quollama.ollama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class OllamaClientTest {

    @Test
    void anAddressThatIsNoneStopsTheStartWithOneSentenceThatNamesTheSetting() {
        OllamaConfig config = new SmallRyeConfigBuilder()
                .withMapping(OllamaConfig.class)
                .withConverters(new Converter<?>[] {new DurationConverter(), new MemorySizeConverter()})
                .withDefaultValue("quollama.ollama.url", "ftp://gpu")
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(OllamaConfig.class);
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> new OllamaClient(config));
        assertEquals(
                "quollama.ollama.url (or OLLAMA_HOST) is \"ftp://gpu\", which is not the address of an Ollama: "
                        + "it begins with ftp://, not with http:// or https://.",
                refused.getMessage());
    }
}
