package dev.quollama;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the table of settings in each README to the settings that there are in the code. */
class SettingsTableTest {

    private static final String NONE = "";

    /** A row about a setting of ours: its name and, if it has one, its default, both set as code. */
    private static final Pattern ROW = Pattern.compile("\\| `(quollama\\.[\\w.-]+)` \\| (?:`([^`]+)`)?.*");

    /** A default that is taken from the environment. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):}");

    /** The elements of a list are not settings of their own. */
    private static final String ELEMENTS = "[*]";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theTableHasEverySettingWithItsDefault(String readme) throws IOException {
        assertEquals(settingsInCode(), settingsIn(readme));
    }

    private static Map<String, String> settingsIn(String readme) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        Files.readAllLines(Path.of(readme)).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> settings.put(row.group(1), row.group(2) == null ? NONE : row.group(2)));
        return settings;
    }

    private static Map<String, String> settingsInCode() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.quollama");
        Map<String, String> settings = new TreeMap<>();
        classes.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(type -> ConfigMappings.ConfigClass.configClass(type.reflect()))
                .forEach(mapping -> ConfigMappings.getProperties(mapping)
                        .forEach((name, property) -> settings.put(
                                name, property.hasDefaultValue() ? shown(property.getDefaultValue()) : NONE)));
        classes.stream()
                .flatMap(SettingsTableTest::injected)
                .filter(property -> property.name().startsWith("quollama."))
                .forEach(property -> settings.put(property.name(), shown(property.defaultValue())));
        settings.keySet().removeIf(name -> name.endsWith(ELEMENTS));
        return settings;
    }

    private static Stream<ConfigProperty> injected(JavaClass type) {
        return type.getCodeUnits().stream()
                .flatMap(code -> code.getParameters().stream())
                .filter((JavaParameter parameter) -> parameter.isAnnotatedWith(ConfigProperty.class))
                .map(parameter -> parameter.getAnnotationOfType(ConfigProperty.class));
    }

    private static String shown(String value) {
        Matcher variable = VARIABLE.matcher(value);
        return value.equals(ConfigProperty.UNCONFIGURED_VALUE) ? NONE : variable.matches() ? variable.group(1) : value;
    }
}
