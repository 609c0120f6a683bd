package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value without a form of its own that is assigned to a name which says that it is a secret. It
 * counts when it is written down there and looks drawn: it is no word, no name, no place, no number
 * and no stand-in. A guess, and told as one.
 */
final class GenericRule implements Recognizer {
    // The filter knows the first five bytes of each, of which four begin at either parity: "pass"
    // alone would stop it at every "class", and "_key" at every "key".
    private static final List<String> KEYWORDS =
            List.of(
                    "passw",
                    "passp",
                    "passc",
                    "_pass",
                    "-pass",
                    ".pass",
                    "\npass",
                    " pass=",
                    " pass:",
                    "\"pass\"",
                    "'pass'",
                    "<pass>",
                    "{pass:",
                    ",pass:",
                    "dbpass",
                    "rpass",
                    "lpass",
                    "ppass",
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
                    "ion_key",
                    "encryptionkey",
                    "ing_key",
                    "ingkey",
                    "ter_key",
                    "masterkey",
                    "mac_key",
                    "credential");
    // No keyword is shorter; the rest of the name follows.
    private static final int SHORTEST = 3;
    private static final int FURTHEST = 200;
    // Where a person writes settings, a line ends near.
    private static final int LONGEST_LINE = 160;

    private final Kind kind;
    private final TokenRule rule;

    GenericRule(Kind kind) {
        this.kind = kind;
        rule = kind.rule();
    }

    @Override
    public List<String> keywords() {
        return KEYWORDS;
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        AssignedValue value =
                AssignedValue.of(
                        bytes,
                        length,
                        anchor + SHORTEST,
                        GuessedValue.FEWEST,
                        GuessedValue.LONGEST);
        if (value == null || value.end() - value.start() < GuessedValue.FEWEST) {
            return null;
        }
        boolean mixed = isMixed(bytes, value);
        if (!mixed && (!isLetters(bytes, value) || !isWritten(bytes, length, value))) {
            return null;
        }
        String name = AssignedName.around(bytes, length, anchor + SHORTEST);
        List<String> words = VariableNames.words(name);
        boolean password = VariableNames.looksLikePassword(name);
        if (!VariableNames.looksSecret(name) || StopNames.has(words, password)) {
            return null;
        }
        return isSecret(bytes, value, mixed, password)
                ? new TokenMatch(rule, kind.leaked(), value.start(), value.end(), List.of())
                : null;
    }

    private static boolean isSecret(
            byte[] bytes, AssignedValue value, boolean mixed, boolean password) {
        String text = Latin1.text(bytes, value.start(), value.end());
        if (GuessedValue.isText(text)) {
            return GuessedValue.isEncoded(text);
        }
        return mixed
                ? GuessedValue.isDrawn(bytes, value.start(), value.end(), value.quoted())
                : password && GuessedValue.isDrawnOfLetters(text);
    }

    /** The cheapest question: most of what stands behind such names is a name itself. */
    private static boolean isMixed(byte[] bytes, AssignedValue value) {
        boolean digit = false;
        boolean letter = false;
        for (int i = value.start(); i < value.end(); i++) {
            byte each = bytes[i];
            digit |= each >= '0' && each <= '9';
            letter |= (each | 32) >= 'a' && (each | 32) <= 'z';
        }
        return digit && letter;
    }

    /** Whether letters of base64 are all of it, and one of them none of a word's. */
    private static boolean isLetters(byte[] bytes, AssignedValue value) {
        for (int i = value.start(); i < value.end(); i++) {
            if ((bytes[i] | 32) < 'a' || (bytes[i] | 32) > 'z') {
                return bytes[i] == '=' || bytes[i] == '+' || bytes[i] == '/';
            }
        }
        return true;
    }

    /** Whether it stands in a line as a person writes it, and in no program made small. */
    private static boolean isWritten(byte[] bytes, int length, AssignedValue value) {
        int first = value.start();
        while (first > 0
                && value.start() - first < LONGEST_LINE
                && !Text.endsLine(bytes[first - 1])) {
            first--;
        }
        int last = value.end();
        while (last < length && last - value.end() < LONGEST_LINE && !Text.endsLine(bytes[last])) {
            last++;
        }
        return value.start() - first < LONGEST_LINE && last - value.end() < LONGEST_LINE;
    }

    @Override
    public int reach() {
        return FURTHEST + GuessedValue.LONGEST;
    }
}
