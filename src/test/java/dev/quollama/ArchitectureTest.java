package dev.quollama;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the rooms run one way. */
@AnalyzeClasses(packages = "dev.quollama", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ARROWS_RUN_FROM_THE_EDGES_TO_OLLAMA = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("chat")
            .definedBy("dev.quollama.chat..")
            .layer("model")
            .definedBy("dev.quollama.model..")
            .layer("demo")
            .definedBy("dev.quollama.demo..")
            .layer("access")
            .definedBy("dev.quollama.access..")
            .layer("generation")
            .definedBy("dev.quollama.generation..")
            .layer("ollama")
            .definedBy("dev.quollama.ollama..")
            .whereLayer("chat")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("chat")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("chat", "model")
            .whereLayer("generation")
            .mayOnlyBeAccessedByLayers("chat", "access")
            .whereLayer("ollama")
            .mayOnlyBeAccessedByLayers("chat", "generation", "model", "demo");
}
