import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Checks that what Jackson reads and writes, and what is read from the class path, will be there in a native executable: there,
 * nothing is that nobody asked for. No list of types is kept; they are found in the compiled classes.
 *
 * <pre>java -cp CLASSES:LIBRARIES .ci/NativeCheck.java CLASSES NATIVE-SOURCE-JAR</pre>
 */
class NativeCheck {

    private static final Pattern OUR_NAME = Pattern.compile("dev/quollama/[\\w/$]+");

    /** A class with one of these in its file turns data into JSON or back by itself. */
    private static final Pattern SPEAKS_JSON =
            Pattern.compile("com/fasterxml/jackson/databind/(?:json/JsonMapper|Object(?:Mapper|Reader|Writer))");

    /** What methods with annotations from here take and return is turned into JSON or back by the framework. */
    private static final List<String> EDGES = List.of("jakarta.ws.rs.", "io.quarkus.websockets.next.");

    private final Path classes;
    private final Path configuration;
    private final ObjectMapper json = new ObjectMapper();
    private final Set<Class<?>> seen = new HashSet<>();

    private NativeCheck(Path classes, Path configuration) {
        this.classes = classes;
        this.configuration = configuration;
    }

    public static void main(String[] args) throws IOException {
        List<String> missing = new ArrayList<>();
        int types;
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[1]))) {
            NativeCheck check = new NativeCheck(Path.of(args[0]), jar.getPath("META-INF/native-image"));
            check.findWireTypes();
            missing.addAll(check.unregisteredTypes());
            missing.addAll(check.absentResources());
            types = check.seen.size();
        }
        missing.forEach(System.out::println);
        System.out.printf("Native check: %d types on the wire, %d things missing%n", types, missing.size());
        // Without a single type it is the search that has broken.
        if (types == 0 || !missing.isEmpty()) {
            System.exit(1);
        }
    }

    private void findWireTypes() throws IOException {
        for (String file : filesUnder("dev/quollama")) {
            byte[] bytes = Files.readAllBytes(classes.resolve(file));
            Class<?> type = load(file.replaceFirst("\\.class$", ""));
            if (isAnnotatedForJackson(type)) {
                visit(type);
            }
            for (Method method : type.getDeclaredMethods()) {
                if (isAnnotatedFrom(EDGES, method)) {
                    visit(method.getGenericReturnType());
                    Stream.of(method.getGenericParameterTypes()).forEach(this::visit);
                }
            }
            // Names stand in a class file as they are, whatever the bytes around them mean.
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (SPEAKS_JSON.matcher(text).find()) {
                namesIn(text).map(NativeCheck::load).filter(NativeCheck::isData).forEach(this::visit);
            }
        }
    }

    /** Notes a type, and goes on to all that Jackson meets on its way through it. */
    private void visit(Type type) {
        JavaType java = json.constructType(type);
        java.getBindings().getTypeParameters().forEach(this::visit);
        Class<?> raw = java.getRawClass();
        if (!raw.getName().startsWith("dev.quollama.") || Throwable.class.isAssignableFrom(raw) || !seen.add(raw)) {
            return;
        }
        if (raw.isSealed()) {
            Stream.of(raw.getPermittedSubclasses()).forEach(this::visit);
        }
        if (!raw.isEnum()) {
            visitProperties(json.getSerializationConfig().introspect(java));
            visitProperties(json.getDeserializationConfig().introspect(java));
        }
    }

    private void visitProperties(BeanDescription bean) {
        bean.findProperties().forEach(property -> visit(property.getPrimaryType()));
        if (bean.findJsonValueAccessor() != null) {
            visit(bean.findJsonValueAccessor().getType());
        }
    }

    private List<String> unregisteredTypes() throws IOException {
        List<String> registered = entries("reflect-config.json", "")
                .filter(entry -> entry.path("allDeclaredConstructors").asBoolean())
                .filter(entry -> entry.path("allDeclaredMethods").asBoolean())
                .map(entry -> entry.path("name").asText())
                .toList();
        return seen.stream()
                .filter(type -> !type.isInterface())
                // Of a plain enum Jackson needs only the constants, which are always there.
                .filter(type -> !type.isEnum() || isAnnotatedForJackson(type))
                .map(Class::getName)
                .filter(name -> !registered.contains(name))
                .sorted()
                .map(name -> "not in reflect-config.json, needs @RegisterForReflection: " + name)
                .toList();
    }

    private List<String> absentResources() throws IOException {
        List<Pattern> included = entries("resource-config.json", "/resources/includes")
                .map(entry -> Pattern.compile(entry.path("pattern").asText()))
                .toList();
        return filesUnder("demo").stream()
                .filter(file -> included.stream().noneMatch(pattern -> pattern.matcher(file).matches()))
                .map(file -> "not in resource-config.json, needs quarkus.native.resources.includes: " + file)
                .toList();
    }

    private Stream<JsonNode> entries(String file, String pointer) throws IOException {
        JsonNode list = json.readTree(Files.readAllBytes(configuration.resolve(file))).at(pointer);
        return StreamSupport.stream(list.spliterator(), false);
    }

    private List<String> filesUnder(String directory) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve(directory))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> namesIn(String text) {
        return OUR_NAME.matcher(text).results().map(MatchResult::group).distinct();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, NativeCheck.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isData(Class<?> type) {
        return type.isRecord() || type.isSealed();
    }

    private static boolean isAnnotatedForJackson(Class<?> type) {
        Stream<AnnotatedElement> members =
                Stream.of(type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
                        .flatMap(Stream::of);
        return Stream.concat(Stream.of(type), members)
                .flatMap(element -> Stream.of(element.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(JacksonAnnotation.class));
    }

    private static boolean isAnnotatedFrom(List<String> packages, Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getName())
                .anyMatch(name -> packages.stream().anyMatch(name::startsWith));
    }
}
