package dev.quollama.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** docs/protocol.md: its tables, and its examples in the order in which they stand there. */
final class ProtocolDocument {

    private static final Pattern HEADING = Pattern.compile("#+ (.*)");
    private static final Pattern EXAMPLE = Pattern.compile("```text(?: socket=(\\S+))? ollama=(\\S+)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String END = "```";
    private static final String TO_THE_SERVICE = "→ ";
    private static final String FROM_THE_SERVICE = "← ";
    private static final String NEW_SOCKET = "… ";

    private final List<String> lines;

    private ProtocolDocument(List<String> lines) {
        this.lines = lines;
    }

    static ProtocolDocument read() throws IOException {
        return new ProtocolDocument(Files.readAllLines(Path.of("docs/protocol.md")));
    }

    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        String title = null;
        for (int i = 0; i < lines.size(); i++) {
            Matcher heading = HEADING.matcher(lines.get(i));
            Matcher example = EXAMPLE.matcher(lines.get(i));
            if (heading.matches()) {
                title = heading.group(1);
            } else if (example.matches()) {
                String socket = example.group(1) == null ? "/chat" : example.group(1);
                List<String> frames = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !line.equals(END))
                        .toList();
                examples.add(new Example(title, socket, example.group(2), turns(frames)));
            }
        }
        return examples;
    }

    /** The rows of the first table under a heading, a cell each, without the table's own head. */
    List<List<String>> table(String title) {
        return lines.stream()
                .dropWhile(line -> !isHeading(line, title))
                .skip(1)
                .takeWhile(line -> !HEADING.matcher(line).matches())
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(row ->
                        Stream.of(row.split("\\|")).skip(1).map(String::strip).toList())
                .toList();
    }

    /** What is set as code in one column of the first table under a heading. */
    List<String> namesIn(String title, int column) {
        return table(title).stream().flatMap(row -> codeIn(row.get(column))).toList();
    }

    static Stream<String> codeIn(String text) {
        return CODE.matcher(text).results().map((MatchResult code) -> code.group(1));
    }

    private static boolean isHeading(String line, String title) {
        Matcher heading = HEADING.matcher(line);
        return heading.matches() && heading.group(1).equals(title);
    }

    private static List<Example.Turn> turns(List<String> frames) {
        List<Example.Turn> turns = new ArrayList<>();
        boolean answered = true;
        String anew = null;
        for (String line : frames) {
            String text = line.substring(TO_THE_SERVICE.length());
            if (line.startsWith(NEW_SOCKET)) {
                anew = text;
            } else if (line.startsWith(TO_THE_SERVICE)) {
                if (answered) {
                    turns.add(new Example.Turn(anew, new ArrayList<>(), new ArrayList<>()));
                    anew = null;
                }
                turns.get(turns.size() - 1).sent().add(text);
                answered = false;
            } else if (line.startsWith(FROM_THE_SERVICE)) {
                turns.get(turns.size() - 1).received().add(text);
                answered = true;
            } else {
                throw new AssertionError("Neither sent nor received: " + line);
            }
        }
        return turns;
    }
}
