package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment.Checksum;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's pairs: an account's id and its auth token, or a key's id and its secret, near the name.
 * The id of a key alone opens nothing, so it is medium; that of an account is no secret at all.
 */
final class TwilioRule implements Recognizer {
    private static final int BODY = 32;
    private static final Shape SHAPE = Shape.of(Bytes.HEX, BODY);

    private final Kind kind;
    private final TokenRule rule;

    TwilioRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        for (char digit : "0123456789abcdef".toCharArray()) {
            anchors.add("SK" + digit);
            anchors.add("AC" + digit);
        }
        return anchors;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int end = SHAPE.end(bytes, length, anchor + 2);
        if (end == Shape.NONE
                || !Boundary.before(bytes, anchor)
                || Placeholder.is(bytes, anchor + 2, end)
                || !Around.has(bytes, length, anchor, end, "twilio")) {
            return null;
        }
        boolean key = bytes[anchor] == 'S';
        Span secret =
                new Runs(key ? Bytes.BASE62 : Bytes.HEX, BODY)
                        .nearest(bytes, length, anchor, end, key ? Runs::isMixed : Runs::isAny);
        if (secret == null) {
            return key ? match(anchor, end, List.of()) : null;
        }
        return match(anchor, end, List.of(secret));
    }

    private Match match(int start, int end, List<Span> secrets) {
        boolean pair = !secrets.isEmpty();
        Map<String, Object> facts = Map.of("pair", pair);
        return new TokenMatch(
                rule,
                pair ? kind.leaked(Checksum.NONE, facts) : kind.leaked(Severity.MEDIUM, facts),
                start,
                end,
                secrets);
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        return Around.REACH + 2 * BODY + 32;
    }
}
