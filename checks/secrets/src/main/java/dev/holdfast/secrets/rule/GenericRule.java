package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Confidence;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value without a form of its own that is assigned to a name which says that it is a secret. It
 * counts when it is written down there and looks drawn: it is no word, no name, no place, no number
 * and no stand-in. A guess, and told as one.
 */
final class GenericRule implements Recognizer {
    private static final List<String> KEYWORDS =
            List.of(
                    "passw",
                    "pwd",
                    "secret",
                    "token",
                    "api_key",
                    "apikey",
                    "api-key",
                    "private_key",
                    "privatekey",
                    "access_key",
                    "accesskey",
                    "auth_key",
                    "authkey",
                    "credential");
    private static final int FEWEST = 10;
    private static final int LONGEST = 200;
    private static final int FURTHEST = 200;
    // What is called a hash is made to be shown, a cursor opens the next page and no more, and what
    // is a place or a call is no value.
    private static final Pattern OPEN_NAME =
            Pattern.compile(
                    "(?i).*(hash|integrity|checksum|digest|etag|sha\\d|public|csrf|xsrf|_id|type|url"
                            + "|uri|path|file|regex|pattern|label|placeholder|endpoint|name|expir"
                            + "|length|count|limit|header|prefix|suffix|next|page|paginat|continu"
                            + "|cursor|idempot|request|change|lifecycle|badge|example|sample|dummy"
                            + "|fake|mock|message|text|title|error|translat|invalid|forgot).*");

    private final Kind kind;
    private final TokenRule rule;

    GenericRule() {
        kind =
                new Kind(
                        "generic",
                        "value that looks like a secret",
                        "unknown",
                        Severity.LOW,
                        "may open what its name says",
                        "wherever it was issued",
                        Confidence.LOW);
        rule = kind.rule();
    }

    Described described() {
        return Described.of(
                rule, "a random-looking value that is assigned to a name which says secret");
    }

    @Override
    public List<String> anchors() {
        return List.of();
    }

    @Override
    public List<String> keywords() {
        return KEYWORDS;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        // The shortest keyword is three bytes long; the rest of the name follows.
        AssignedValue value = AssignedValue.of(bytes, length, anchor + 3, FEWEST, LONGEST);
        if (value == null || !isMixed(bytes, value)) {
            return null;
        }
        int start = value.start();
        int end = value.end();
        String text = Latin1.text(bytes, start, end);
        String name = AssignedName.around(bytes, length, anchor);
        boolean secret =
                VariableNames.looksSecret(name)
                        && !OPEN_NAME.matcher(name).matches()
                        && RandomText.is(text)
                        && !Placeholder.is(bytes, start, end)
                        && !StandIns.isPassword(text)
                        && !StandIns.isTemplate(text);
        return secret ? new TokenMatch(rule, kind.leaked(), start, end, List.of()) : null;
    }

    /** The cheapest question: most of what stands behind such names is a name itself. */
    private static boolean isMixed(byte[] bytes, AssignedValue value) {
        int size = value.end() - value.start();
        boolean digit = false;
        boolean letter = false;
        for (int i = value.start(); i < value.end(); i++) {
            byte each = bytes[i];
            digit |= each >= '0' && each <= '9';
            letter |= (each | 32) >= 'a' && (each | 32) <= 'z';
        }
        return digit && letter && size >= FEWEST && size <= LONGEST;
    }

    @Override
    public int reach() {
        return FURTHEST + LONGEST;
    }
}
