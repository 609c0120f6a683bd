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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AWS access keys. The key id is half of a pair; the pair is one match, at the id, with the secret
 * as a part of it. An id alone opens nothing, so it is medium.
 */
final class AwsRule implements Recognizer {
    private static final int PREFIX = 4;
    private static final Shape BODY = Shape.of(Bytes.BASE32, 16);
    private static final Runs SECRET = new Runs(Bytes.STANDARD_BASE64, 40);

    private final Kind kind;
    private final TokenRule rule;

    AwsRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        return List.of("AKIA", "ASIA", "ABIA", "ACCA", "A3T");
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int body = anchor + PREFIX;
        if (body > length || !Bytes.UPPER.has(bytes[body - 1])) {
            return null;
        }
        int end = BODY.end(bytes, length, body);
        // The id in all of AWS's documentation ends with EXAMPLE, which is a placeholder.
        if (end == Shape.NONE
                || !Boundary.before(bytes, anchor)
                || Placeholder.is(bytes, body, end)) {
            return null;
        }
        Span secret = SECRET.nearest(bytes, length, anchor, end, Runs::isMixed);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("accountId", accountId(bytes, body));
        facts.put("pair", secret != null);
        return secret == null
                ? new TokenMatch(rule, kind.leaked(Severity.MEDIUM, facts), anchor, end, List.of())
                : new TokenMatch(
                        rule, kind.leaked(Checksum.NONE, facts), anchor, end, List.of(secret));
    }

    // The first six bytes of the base32 body carry the account, shifted by seven bits.
    private static String accountId(byte[] bytes, int body) {
        long number = 0;
        for (int i = 0; i < 10; i++) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf((char) bytes[body + i]);
            number = number << 5 | digit;
        }
        long six = number >>> 2;
        return "%012d".formatted((six & 0x7FFFFFFFFF80L) >>> 7);
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        // The secret's slashes may be escaped, so it takes up to twice its length.
        return Around.REACH + 128;
    }
}
