package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Private keys in PEM (RFC 7468), also on one line with {@code \n} written out. A header alone, as
 * libraries hold it to parse keys, is none: at least 40 characters of base64 must follow.
 */
final class PemRule implements Recognizer {
    private static final int LONGEST = 16_384;
    private static final int LONGEST_LABEL = 40;
    private static final int FEWEST_CHARACTERS = 40;

    private final Kind kind;
    private final TokenRule rule;

    PemRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    TokenRule rule() {
        return rule;
    }

    @Override
    public List<String> anchors() {
        return List.of("-----BEGIN ");
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        int label = anchor + "-----BEGIN ".length();
        int dashes = Latin1.find(bytes, label, Math.min(length, label + LONGEST_LABEL), "-----");
        if (dashes < 0 || Latin1.find(bytes, label, dashes, "PRIVATE KEY") < 0) {
            return null;
        }
        int body = dashes + 5;
        int limit = Math.min(length, anchor + LONGEST);
        int footer = Latin1.find(bytes, body, limit, "-----END ");
        int close =
                footer < 0
                        ? -1
                        : Latin1.find(bytes, footer + 9, Math.min(length, footer + 64), "-----");
        int end = close < 0 ? bodyEnd(bytes, body, limit) : close + 5;
        int bodyEnd = footer < 0 ? end : footer;
        if (characters(bytes, body, bodyEnd) < FEWEST_CHARACTERS) {
            return null;
        }
        boolean encrypted =
                Latin1.find(bytes, label, dashes, "ENCRYPTED") >= 0
                        || Latin1.find(bytes, body, bodyEnd, "ENCRYPTED") >= 0;
        return new TokenMatch(
                rule,
                kind.leaked(
                        encrypted ? Severity.MEDIUM : kind.severity(),
                        Map.of("encrypted", encrypted)),
                anchor,
                end,
                List.of());
    }

    /** Where a body without a footer stops: at the first byte that no PEM body has. */
    private static int bodyEnd(byte[] bytes, int body, int limit) {
        int end = body;
        while (end < limit
                && (Bytes.BASE64.has(bytes[end])
                        || bytes[end] == '\\'
                        || bytes[end] == '\r'
                        || bytes[end] == '\n'
                        || bytes[end] == ' ')) {
            end++;
        }
        return end;
    }

    private static int characters(byte[] bytes, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            boolean escape = i > start && bytes[i - 1] == '\\';
            count += Bytes.BASE64.has(bytes[i]) && !escape ? 1 : 0;
        }
        return Placeholder.is(bytes, start, end) ? 0 : count;
    }

    @Override
    public int reach() {
        return LONGEST + 64;
    }
}
