package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assignment;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of a common form that is assigned to a name which says whose it is: {@code
 * DATADOG_API_KEY = "…"}. The name must say that it is a key, too.
 */
final class ContextRule implements FormRule {
    private static final List<String> SECRET_WORDS =
            List.of("key", "token", "secret", "pass", "pwd", "auth", "cred", "pat", "webhook");
    private static final int FURTHEST = 160;
    private static final int LONGEST_VALUE = 200;

    private final Kind kind;
    private final TokenRule rule;
    private final List<String> keywords;
    private final List<String> names;
    private final List<Shape> shapes;
    private final int least;

    /**
     * A rule of what is written down.
     *
     * @throws BadForm when a form cannot be read
     */
    static ContextRule of(Kind kind, Manner.Context context) {
        List<Shape> shapes = new ArrayList<>();
        for (String text : context.values()) {
            FormText.read(text).forEach(pieces -> shapes.add(Shape.of(pieces)));
        }
        return new ContextRule(
                kind,
                context.words(),
                context.names().isEmpty() ? SECRET_WORDS : context.names(),
                shapes);
    }

    private ContextRule(Kind kind, List<String> keywords, List<String> names, List<Shape> shapes) {
        this.names = List.copyOf(names);
        this.kind = kind;
        this.rule = kind.rule();
        this.keywords =
                keywords.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        this.shapes = List.copyOf(shapes);
        this.least = shapes.stream().mapToInt(Shape::least).min().orElse(1);
    }

    @Override
    public String recognised() {
        return "assigned to a name with "
                + String.join(" or ", keywords)
                + ": "
                + shapes.stream().map(Shape::toString).collect(Collectors.joining(" or "));
    }

    @Override
    public List<String> keywords() {
        return keywords;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int behind = anchor + keyword(bytes, length, anchor);
        int start = Assignment.value(bytes, length, behind, least);
        int end = start == Assignment.NONE ? Shape.NONE : end(bytes, length, start);
        if (end == Shape.NONE) {
            AssignedValue further = FurtherValue.of(bytes, length, behind, LONGEST_VALUE);
            if (further != null) {
                start = further.start();
                end = end(bytes, length, start);
            }
        }
        if (end == Shape.NONE
                || Placeholder.is(bytes, start, end)
                || !saysSecret(AssignedName.around(bytes, length, anchor))) {
            return null;
        }
        return new TokenMatch(rule, kind.leaked(), start, end, List.of());
    }

    private int keyword(byte[] bytes, int length, int anchor) {
        for (String each : keywords) {
            if (anchor + each.length() <= length && isSame(bytes, anchor, each)) {
                return each.length();
            }
        }
        return 0;
    }

    private static boolean isSame(byte[] bytes, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase((char) (bytes[at + i] & 0xFF)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The furthest end of the forms that fit. */
    private int end(byte[] bytes, int length, int start) {
        int furthest = Shape.NONE;
        for (Shape shape : shapes) {
            furthest = Math.max(furthest, shape.end(bytes, length, start));
        }
        return furthest;
    }

    private boolean saysSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(lower::contains);
    }

    @Override
    public int reach() {
        return FURTHEST + shapes.stream().mapToInt(Shape::most).max().orElse(0);
    }
}
