package dev.holdfast.probes.recorded;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.target.RouteClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads recordings: JSON lines, one exchange each. */
public final class RecordingReader {
    private static final String HINT =
            "Each line is one object: {\"id\", \"url\", \"method\", \"status\", \"headers\": [[name,"
                    + " value], …]}, and \"class\", \"request\" and \"body\" when they are known.";
    private static final int LONGEST = 60;
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 999;

    private RecordingReader() {}

    /**
     * Reads to the end and hands on each exchange in its order. Empty lines are passed over.
     *
     * @param file how the file is called in a message
     * @throws UserProblem when a line is none, with {@code FILE:LINE}
     */
    public static void read(BufferedReader lines, String file, Consumer<RecordedExchange> each)
            throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!text.isBlank()) {
                each.accept(new Line(file + ":" + number, text).exchange());
            }
        }
    }

    /** One line and its place. */
    private static final class Line {
        private final String place;
        private final Map<String, @Nullable Object> members;

        Line(String place, String text) {
            this.place = place;
            this.members =
                    JsonReader.object(text).orElseThrow(() -> problem("this is no JSON object"));
        }

        RecordedExchange exchange() {
            String url = text("url");
            if (!RecordedExchange.isAddress(url)) {
                throw problem("\"url\" is no http or https address");
            }
            String method = text("method").strip().toUpperCase(Locale.ROOT);
            if (method.isEmpty()) {
                throw problem("\"method\" is empty");
            }
            return new RecordedExchange(
                    id(),
                    url,
                    method,
                    status(),
                    routeClass(),
                    members.get("request") == null
                            ? Optional.empty()
                            : Optional.of(fields("request")),
                    fields("headers"),
                    body());
        }

        private String id() {
            return switch (members.get("id")) {
                case String id -> id;
                case Long id -> id.toString();
                case null, default -> throw problem("\"id\" is missing or no text");
            };
        }

        private String text(String name) {
            if (members.get(name) instanceof String text) {
                return text;
            }
            throw problem("\"" + name + "\" is missing or no text");
        }

        private int status() {
            if (members.get("status") instanceof Long status
                    && status >= FIRST_STATUS
                    && status <= LAST_STATUS) {
                return status.intValue();
            }
            throw problem("\"status\" is no number of three digits");
        }

        /** A word that no class has is as good as none: the class is guessed then. */
        private Optional<RouteClass> routeClass() {
            return switch (members.get("class")) {
                case null -> Optional.empty();
                case String word -> ClassWord.of(word);
                default -> throw problem("\"class\" is no text");
            };
        }

        private Optional<String> body() {
            return switch (members.get("body")) {
                case null -> Optional.empty();
                case String text -> Optional.of(text);
                default -> throw problem("\"body\" is no text");
            };
        }

        private Fields fields(String name) {
            if (!(members.get(name) instanceof List<?> pairs)) {
                throw problem("\"" + name + "\" is no list of [name, value] pairs");
            }
            List<Field> fields = new ArrayList<>();
            for (Object pair : pairs) {
                if (!(pair instanceof List<?> two
                        && two.size() == 2
                        && two.get(0) instanceof String field
                        && two.get(1) instanceof String value)) {
                    throw problem("\"" + name + "\" holds something that is no [name, value] pair");
                }
                fields.add(new Field(field.strip(), value.strip()));
            }
            return new Fields(fields);
        }

        private UserProblem problem(String what) {
            return new UserProblem(OneLine.of(place, LONGEST * LONGEST) + ": " + what, HINT);
        }
    }
}
