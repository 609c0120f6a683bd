package dev.holdfast.probes.headers.profile;

import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.target.HeaderExpectation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a named set of rules asks of header fields; data beside this class. */
public final class Profile {
    /** The names that there are. */
    public static final List<String> NAMES = List.of("owasp", "asvs-l2", "helmet-strict");

    private static final int COLUMNS = 5;

    private final String name;
    private final List<Line> lines;

    private Profile(String name, List<Line> lines) {
        this.name = name;
        this.lines = lines;
    }

    /**
     * The profile of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Profile named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no profile: " + name);
        }
        try (InputStream in =
                Objects.requireNonNull(
                        Profile.class.getResourceAsStream(name + ".txt"), "a profile's data")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Line> lines =
                    text.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line(name, line))
                            .toList();
            return new Profile(name, lines);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether the answer must have that field. */
    boolean asks(String field, Answer answer) {
        return lines.stream()
                .anyMatch(line ->
                        line.asked()
                                && line.expected().name().equalsIgnoreCase(field)
                                && line.scope().holds(answer));
    }

    /** What it expects of the answer's fields. */
    List<HeaderExpectation> expected(Answer answer) {
        return lines.stream()
                .filter(line -> line.scope().holds(answer))
                .filter(line -> line.asked() || answer.fields().has(line.expected().name()))
                .map(Line::expected)
                .toList();
    }

    private static Line line(String profile, String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != COLUMNS) {
            throw new IllegalArgumentException("not a line of a profile: " + text);
        }
        return new Line(
                Scope.ofWord(parts[1].strip()),
                parts[2].strip().equals("asked"),
                new HeaderExpectation(
                        parts[0].strip(),
                        false,
                        values(parts[3]),
                        values(parts[4]),
                        "profile " + profile));
    }

    private static List<String> values(String cell) {
        return Arrays.stream(cell.split("/", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private record Line(Scope scope, boolean asked, HeaderExpectation expected) {}
}
