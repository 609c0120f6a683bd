package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token of a literal prefix and a body of one class of bytes, between two lengths. */
final class PrefixRule implements Recognizer {
    private final Kind kind;
    private final TokenRule rule;
    private final List<String> prefixes;
    private final Bytes body;
    private final int least;
    private final int most;
    private final Judge judge;

    PrefixRule(Kind kind, List<String> prefixes, Bytes body, int least, int most, Judge judge) {
        this.kind = kind;
        this.rule = kind.rule();
        this.prefixes = List.copyOf(prefixes);
        this.body = body;
        this.least = least;
        this.most = most;
        this.judge = judge;
    }

    static PrefixRule of(Kind kind, Bytes body, int least, int most, String... prefixes) {
        return new PrefixRule(
                kind,
                List.of(prefixes),
                body,
                least,
                most,
                (bytes, length, start, end) -> kind.leaked());
    }

    static PrefixRule judged(
            Kind kind, Judge judge, Bytes body, int least, int most, String... prefixes) {
        return new PrefixRule(kind, List.of(prefixes), body, least, most, judge);
    }

    Kind kind() {
        return kind;
    }

    TokenRule rule() {
        return rule;
    }

    @Override
    public List<String> anchors() {
        return prefixes;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (!Boundary.before(bytes, anchor)) {
            return null;
        }
        int start = anchor + prefixLength(bytes, length, anchor);
        int end = start;
        while (end < length && end - start <= most && body.has(bytes[end])) {
            end++;
        }
        // A sentence may end behind a token, and a dotted class would swallow its full stop.
        while (body == Bytes.DOTTED
                && end > start
                && (bytes[end - 1] == '.' || bytes[end - 1] == '-')) {
            end--;
        }
        if (end - start < least
                || end - start > most
                || (end < length && Bytes.BASE62.has(bytes[end]))
                || Placeholder.is(bytes, start, end)) {
            return null;
        }
        Assessment assessment = judge.judge(bytes, length, anchor, end);
        return assessment == null ? null : new TokenMatch(rule, assessment, anchor, end, List.of());
    }

    private int prefixLength(byte[] bytes, int length, int anchor) {
        int longest = 0;
        for (String prefix : prefixes) {
            if (prefix.length() > longest
                    && anchor + prefix.length() <= length
                    && matches(bytes, anchor, prefix)) {
                longest = prefix.length();
            }
        }
        return longest;
    }

    private static boolean matches(byte[] bytes, int at, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (bytes[at + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int reach() {
        return most + 64 + Around.REACH;
    }
}
