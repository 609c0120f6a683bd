package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens whose literal stands in their middle. */
final class InfixRule implements FormRule {
    private final Kind kind;
    private final TokenRule rule;
    private final ByteSet before;
    private final int least;
    private final int most;
    private final List<String> infixes;
    private final Shape shape;

    InfixRule(Kind kind, InfixForm form) {
        this.kind = kind;
        this.rule = kind.rule();
        this.before = form.before();
        this.least = form.least();
        this.most = form.most();
        this.infixes = form.infixes();
        this.shape = form.shape();
    }

    @Override
    public String recognised() {
        String count = least == most ? "{" + least + "}" : "{" + least + "," + most + "}";
        String infix =
                infixes.size() == 1
                        ? infixes.getFirst().replace(".", "\\.")
                        // Literals that differ in their first byte.
                        : "["
                                + infixes.getFirst().charAt(0)
                                + "-"
                                + infixes.getLast().charAt(0)
                                + "]"
                                + infixes.getFirst().substring(1);
        return "[" + before.ranges() + "]" + count + infix + shape;
    }

    @Override
    public List<String> anchors() {
        return infixes;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int start = start(bytes, anchor);
        if (start < 0) {
            return null;
        }
        for (String infix : infixes) {
            if (Literal.at(bytes, length, anchor, infix)) {
                int body = anchor + infix.length();
                int end = shape.end(bytes, length, body);
                return end == Shape.NONE || isPlaceholder(bytes, start, anchor, body, end)
                        ? null
                        : match(start, end);
            }
        }
        return null;
    }

    /** The furthest place before the literal at which the token may begin, or -1. */
    private int start(byte[] bytes, int anchor) {
        int furthest = anchor;
        while (furthest > 0 && anchor - furthest < most && before.has(bytes[furthest - 1])) {
            furthest--;
        }
        // The digits of an escape before it are of the same class and not a part of it.
        for (int start = furthest; anchor - start >= least; start++) {
            if (Boundary.before(bytes, start)) {
                return start;
            }
        }
        return -1;
    }

    /** The longer side is the one that carries the secret. */
    private static boolean isPlaceholder(byte[] bytes, int start, int anchor, int body, int end) {
        return end - body > anchor - start
                ? Placeholder.is(bytes, body, end)
                : Placeholder.is(bytes, start, anchor);
    }

    private Match match(int start, int end) {
        Assessment assessment = kind.leaked();
        return new TokenMatch(rule, assessment, start, end, List.of());
    }

    @Override
    public int reach() {
        return most + shape.most() + 32;
    }
}
