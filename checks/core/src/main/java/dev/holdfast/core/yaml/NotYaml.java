package dev.holdfast.core.yaml;

import dev.holdfast.core.problem.UserProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says of a text that the parser refuses what is wrong and where. */
final class NotYaml {
    private final String text;
    private final Places places;
    private final String name;

    NotYaml(String text, Places places, String name) {
        this.text = text;
        this.places = places;
        this.name = name;
    }

    UserProblem because(MarkedYamlEngineException broken) {
        Optional<Mark> context = broken.getContextMark();
        if (context.isPresent() && "while scanning an alias".equals(broken.getContext())) {
            // What an unquoted glob such as **/dist is for the parser.
            return StrictYaml.problem(
                    name,
                    places.ofCodePoint(context.get().getIndex()),
                    "aliases are not allowed ('*')",
                    NodeBuilder.NO_ALIAS);
        }
        int offset = broken.getProblemMark().or(() -> context).map(Mark::getIndex).orElse(0);
        return because(broken.getProblem(), offset);
    }

    /**
     * A problem at a place.
     *
     * @param offset in code points
     */
    UserProblem because(String said, int offset) {
        Places.Place place = places.ofCodePoint(offset);
        if (isIndentedByTab(place.line())) {
            return invalid(place, "a tab in the indentation", "use spaces");
        }
        // The parser adds advice about indentation, whatever the character is.
        String line = said.strip().split("\\R", 2)[0].replaceFirst(" \\(Do not use .*", "");
        boolean start = line.endsWith("cannot start any token.");
        return invalid(place, line, start ? "put the text in quotes" : null);
    }

    private UserProblem invalid(Places.Place place, String what, @Nullable String hint) {
        return StrictYaml.problem(name, place, "not valid YAML: " + what, hint);
    }

    private boolean isIndentedByTab(int line) {
        String indented = text.lines().skip(line - 1L).findFirst().orElse("");
        int behind = 0;
        while (behind < indented.length() && " \t".indexOf(indented.charAt(behind)) >= 0) {
            behind++;
        }
        return indented.substring(0, behind).indexOf('\t') >= 0;
    }
}
