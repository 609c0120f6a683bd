package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client shows to a server: the header {@code Authorization} (RFC 9110, section 11.6.2) with
 * a bearer token (RFC 6750) or a name and password in base64 (RFC 7617), and the same base64 in the
 * settings of container registries.
 */
final class AuthorizationRule implements Recognizer {
    private static final String HEADER = "authorization";
    private static final String BEARER = "bearer ";
    private static final List<String> SCHEMES =
            List.of("bearer ", "basic ", "token ", "apikey ", "api-key ");
    private static final int FEWEST = 16;

    private final Kind kind;
    private final TokenRule rule;

    AuthorizationRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        return List.of("\"auth\"", "_auth=", "_auth =");
    }

    @Override
    public List<String> keywords() {
        return List.of(HEADER, BEARER);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (Literal.ignoringCase(bytes, length, anchor, BEARER)) {
            return token(bytes, length, Text.blanks(bytes, length, anchor + BEARER.length()));
        }
        boolean header = Literal.ignoringCase(bytes, length, anchor, HEADER);
        int behind = header ? anchor + HEADER.length() : anchor + 5;
        int start = value(bytes, length, behind);
        if (start < 0) {
            return null;
        }
        if (!header) {
            return basic(bytes, length, start);
        }
        for (String scheme : SCHEMES) {
            if (Literal.ignoringCase(bytes, length, start, scheme)) {
                int token = Text.blanks(bytes, length, start + scheme.length());
                return scheme.equals("basic ")
                        ? basic(bytes, length, token)
                        : token(bytes, length, token);
            }
        }
        return null;
    }

    /** Behind a colon, an equals sign or a comma, and the quotes around them, or -1. */
    private static int value(byte[] bytes, int length, int from) {
        int at = quote(bytes, length, from);
        at = Text.blanks(bytes, length, at);
        if (at >= length || ":=,".indexOf(bytes[at]) < 0) {
            return -1;
        }
        return quote(bytes, length, Text.blanks(bytes, length, at + 1));
    }

    private static int quote(byte[] bytes, int length, int from) {
        int at = from;
        while (at < length && at - from < 3 && (Text.isQuote(bytes[at]) || bytes[at] == '\\')) {
            at++;
        }
        return at;
    }

    private @Nullable Match token(byte[] bytes, int length, int start) {
        int end = end(bytes, length, start);
        return end - start >= FEWEST && GuessedValue.isDrawn(bytes, start, end, true)
                ? of(start, end)
                : null;
    }

    private @Nullable Match basic(byte[] bytes, int length, int start) {
        int end = end(bytes, length, start);
        if (end - start < GuessedValue.FEWEST || end - start > GuessedValue.LONGEST) {
            return null;
        }
        String inner = GuessedValue.decoded(Latin1.text(bytes, start, end));
        int colon = inner.indexOf(':');
        String password = inner.substring(colon + 1);
        boolean told =
                colon > 0
                        && inner.chars().allMatch(each -> each > ' ' && each <= '~')
                        && !password.equals(inner.substring(0, colon))
                        && !WebPassword.isWord(password.toLowerCase(Locale.ROOT))
                        && GuessedValue.isPassword(password);
        return told ? of(start, end) : null;
    }

    private Match of(int start, int end) {
        return new TokenMatch(rule, kind.leaked(), start, end, List.of());
    }

    private static int end(byte[] bytes, int length, int start) {
        int end = start;
        int last = Math.min(length, start + GuessedValue.LONGEST + 1);
        while (end < last
                && (Bytes.BASE64.has(bytes[end]) || bytes[end] == '.' || bytes[end] == '~')) {
            end++;
        }
        return end;
    }

    @Override
    public int reach() {
        return 2 * GuessedValue.LONGEST;
    }
}
