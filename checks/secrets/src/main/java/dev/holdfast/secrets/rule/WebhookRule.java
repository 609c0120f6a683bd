package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** URLs whose path is a password: host, then steps of known form, the last one secret. */
final class WebhookRule implements FormRule {
    // A slash takes six bytes when it is escaped in a script.
    private static final int LONGEST_SLASH = 6;

    /** One step of the path: a literal, or a literal start and a run of bytes. */
    private record Step(Piece piece) {

        @Override
        public String toString() {
            Piece own = piece;
            String run =
                    own.most() == 0
                            ? ""
                            : "["
                                    + own.bytes().ranges()
                                    + "]{"
                                    + own.least()
                                    + ","
                                    + own.most()
                                    + "}";
            String one = "/" + own.literal() + run;
            return own.optional() ? "(" + one + ")?" : one;
        }
    }

    private final Kind kind;
    private final TokenRule rule;
    private final List<String> hosts;
    private final List<Step> steps;

    /**
     * A rule.
     *
     * @param path its steps, each behind a slash: {@code /api(v[0-9]{1,2})?/hooks/[0-9]{8}}
     * @throws BadForm when the path cannot be read
     */
    WebhookRule(Kind kind, List<String> hosts, String path) {
        this.kind = kind;
        this.rule = kind.rule();
        this.hosts = List.copyOf(hosts);
        this.steps = steps(path);
        for (String host : hosts) {
            if (host.length() < FormRules.FEWEST) {
                throw new BadForm("a host has at least 3 characters");
            }
        }
    }

    private static List<Step> steps(String path) {
        if (!path.startsWith("/")) {
            throw new BadForm("a path begins with a slash");
        }
        List<Step> steps = new ArrayList<>();
        for (String text : path.substring(1).split("/", -1)) {
            List<List<Piece>> forms = FormText.read(text);
            if (forms.size() != 1 || forms.getFirst().size() != 1) {
                throw new BadForm("a step of the path is one literal and one run: " + text);
            }
            steps.add(new Step(forms.getFirst().getFirst()));
        }
        return steps;
    }

    @Override
    public String recognised() {
        String path = steps.stream().map(Step::toString).collect(Collectors.joining());
        return String.join(" or ", hosts) + ", then " + path;
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
            int end = body < 0 ? -1 : end(bytes, length, body, step.piece());
            if (end < 0 && !step.piece().optional()) {
                return null;
            }
            last = end < 0 ? last : body;
            at = end < 0 ? at : end;
        }
        return Boundary.after(bytes, length, at) && !Placeholder.is(bytes, last, at)
                ? new TokenMatch(rule, kind.leaked(), start, at, List.of())
                : null;
    }

    private static int end(byte[] bytes, int length, int start, Piece step) {
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
        int most = 0;
        for (String host : hosts) {
            most = Math.max(most, host.length());
        }
        for (Step step : steps) {
            most += LONGEST_SLASH + step.piece().literal().length() + step.piece().most();
        }
        return most + 16;
    }
}
