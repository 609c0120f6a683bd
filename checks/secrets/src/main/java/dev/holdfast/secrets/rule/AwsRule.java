package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
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
    private static final int ID_BODY = 16;
    private static final int SECRET = 40;

    private final Kind kind;
    private final TokenRule rule;

    AwsRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    TokenRule rule() {
        return rule;
    }

    @Override
    public List<String> anchors() {
        return List.of("AKIA", "ASIA", "ABIA", "ACCA");
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int end = anchor + 4 + ID_BODY;
        if (end > length
                || !Boundary.before(bytes, anchor)
                || !all(bytes, anchor + 4, end, Bytes.BASE32)
                || (end < length && Bytes.BASE62.has(bytes[end]))
                || Placeholder.is(bytes, anchor + 4, end)
                // The id in all of AWS's documentation.
                || Latin1.text(bytes, end - 7, end).equals("EXAMPLE")) {
            return null;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("accountId", accountId(bytes, anchor + 4));
        Span secret = secret(bytes, length, anchor, end);
        facts.put("pair", secret != null);
        return new TokenMatch(
                rule,
                secret == null
                        ? kind.leaked(Severity.MEDIUM, facts)
                        : kind.leaked(Assessment.Checksum.NONE, facts),
                anchor,
                end,
                secret == null ? List.of() : List.of(secret));
    }

    private static boolean all(byte[] bytes, int start, int end, Bytes each) {
        for (int i = start; i < end; i++) {
            if (!each.has(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** The nearest run of exactly 40 base64 characters that has all three kinds of them. */
    private static @Nullable Span secret(byte[] bytes, int length, int start, int end) {
        int from = Math.max(0, start - Around.REACH);
        int to = Math.min(length, end + Around.REACH);
        Span nearest = null;
        int runStart = from;
        for (int i = from; i <= to; i++) {
            if (i < to && isSecretByte(bytes[i])) {
                continue;
            }
            if (i - runStart == SECRET && mixed(bytes, runStart, i)) {
                Span found = new Span(runStart, i);
                boolean nearer =
                        nearest == null
                                || Math.abs(found.start() - start)
                                        < Math.abs(nearest.start() - start);
                nearest = nearer ? found : nearest;
            }
            runStart = i + 1;
        }
        return nearest;
    }

    private static boolean isSecretByte(byte each) {
        return Bytes.BASE62.has(each) || each == '/' || each == '+';
    }

    private static boolean mixed(byte[] bytes, int start, int end) {
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = start; i < end; i++) {
            upper |= bytes[i] >= 'A' && bytes[i] <= 'Z';
            lower |= bytes[i] >= 'a' && bytes[i] <= 'z';
            digit |= bytes[i] >= '0' && bytes[i] <= '9';
        }
        return upper && lower && digit;
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
    public int reach() {
        return Around.REACH + SECRET + 24;
    }
}
