package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** URLs whose path is a password: host, then steps of known form, the last one secret. */
final class WebhookRule implements Recognizer {
    // A slash takes six bytes when it is escaped in a script.
    private static final int LONGEST_SLASH = 6;

    /** One step of the path: a literal, or a literal start and a run of bytes. */
    record Step(String literal, Bytes bytes, int least, int most, boolean optional) {

        static Step of(String literal) {
            return new Step(literal, Bytes.DIGITS, 0, 0, false);
        }

        static Step of(String literal, Bytes bytes, int least, int most) {
            return new Step(literal, bytes, least, most, false);
        }

        static Step maybe(String literal, Bytes bytes, int least, int most) {
            return new Step(literal, bytes, least, most, true);
        }

        @Override
        public String toString() {
            String run = most == 0 ? "" : "[" + bytes.ranges() + "]{" + least + "," + most + "}";
            return optional ? "(/" + literal + run + ")?" : "/" + literal + run;
        }
    }

    private final Kind kind;
    private final TokenRule rule;
    private final List<String> hosts;
    private final List<Step> steps;

    WebhookRule(Kind kind, List<String> hosts, List<Step> steps) {
        this.kind = kind;
        this.rule = kind.rule();
        this.hosts = List.copyOf(hosts);
        this.steps = List.copyOf(steps);
    }

    Described described() {
        String path = steps.stream().map(Step::toString).collect(Collectors.joining());
        return Described.of(rule, String.join(" or ", hosts) + ", then " + path);
    }

    @Override
    public List<String> anchors() {
        return hosts;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (!Boundary.before(bytes, anchor)) {
            return null;
        }
        for (String host : hosts) {
            if (Literal.at(bytes, length, anchor, host)) {
                return path(bytes, length, anchor, anchor + host.length());
            }
        }
        return null;
    }

    private @Nullable Match path(byte[] bytes, int length, int start, int hostEnd) {
        int at = hostEnd;
        int last = hostEnd;
        for (Step step : steps) {
            int body = Slash.skip(bytes, length, at);
            int end = body < 0 ? -1 : end(bytes, length, body, step);
            if (end < 0 && !step.optional()) {
                return null;
            }
            last = end < 0 ? last : body;
            at = end < 0 ? at : end;
        }
        return Boundary.after(bytes, length, at) && !Placeholder.is(bytes, last, at)
                ? new TokenMatch(rule, kind.leaked(), start, at, List.of())
                : null;
    }

    private static int end(byte[] bytes, int length, int start, Step step) {
        if (!Literal.at(bytes, length, start, step.literal())) {
            return -1;
        }
        int body = start + step.literal().length();
        int end = body;
        while (end < length && end - body < step.most() && step.bytes().has(bytes[end])) {
            end++;
        }
        return end - body < step.least() ? -1 : end;
    }

    @Override
    public int reach() {
        int most = hosts.stream().mapToInt(String::length).max().orElse(0);
        for (Step step : steps) {
            most += LONGEST_SLASH + step.literal().length() + step.most();
        }
        return most + 16;
    }
}
