package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assignment;
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
 * counts when it looks random: it is no word, no name, no place, no number and no stand-in. A
 * guess, and told as one.
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
    private static final int FEWEST_CHANGES = 2;
    private static final int FURTHEST = 200;
    // Bits for each character; words of one language stay below, by our own measurement.
    private static final double LEAST_ENTROPY = 3.0;
    // What is called a hash is made to be shown; what is a place or a call is no value.
    private static final Pattern OPEN_NAME =
            Pattern.compile(
                    "(?i).*(hash|integrity|checksum|digest|etag|sha\\d|public|csrf|xsrf|_id|type|url|uri|path|file|regex|pattern|label|placeholder|endpoint|name|expir|length|count|limit|header|prefix|suffix).*");
    private static final Pattern NO_SECRET =
            Pattern.compile(
                    "[A-Za-z_$][A-Za-z_$.-]*|[A-Za-z]+:.*|[./~@#$%{<\\[(*&].*|.*(?:\\(|\\{\\{|\\$\\{|=>|&&|\\|\\|).*|[0-9.,:TZ+-]+|#?[0-9a-fA-F]{1,8}|"
                            + "v?\\d+(?:\\.\\w+)+|[^.@ ]+@[^@ ]+\\.[a-z]+|[a-z]+(?:[-_.][a-z0-9]{1,4})*");

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
        int start = Assignment.value(bytes, length, anchor + 3, FEWEST);
        if (start == Assignment.NONE) {
            return null;
        }
        boolean quoted = start > 0 && isQuote(bytes[start - 1]);
        int end = end(bytes, length, start, quoted ? bytes[start - 1] : 0);
        if (end - start < FEWEST || end - start > LONGEST || !isMixed(bytes, start, end)) {
            return null;
        }
        String value = Latin1.text(bytes, start, end);
        String name = AssignedName.around(bytes, length, anchor);
        boolean secret =
                looksRandom(value)
                        && VariableNames.looksSecret(name)
                        && !OPEN_NAME.matcher(name).matches()
                        && !Placeholder.is(bytes, start, end)
                        && !StandIns.isPassword(value)
                        && !StandIns.isTemplate(value);
        return secret ? new TokenMatch(rule, kind.leaked(), start, end, List.of()) : null;
    }

    /** The cheapest question: most of what stands behind such names is a call or a name. */
    private static boolean isMixed(byte[] bytes, int start, int end) {
        boolean digit = false;
        boolean letter = false;
        for (int i = start; i < end; i++) {
            byte each = bytes[i];
            if (each == '(' || each <= ' ') {
                return false;
            }
            digit |= each >= '0' && each <= '9';
            letter |= (each | 32) >= 'a' && (each | 32) <= 'z';
        }
        return digit && letter;
    }

    private static boolean isQuote(byte each) {
        return each == '"' || each == '\'' || each == '`';
    }

    private static int end(byte[] bytes, int length, int start, int quote) {
        int end = start;
        int last = Math.min(length, start + LONGEST + 1);
        while (end < last) {
            byte each = bytes[end];
            boolean ends =
                    quote != 0
                            ? each == quote || each == '\n'
                            : (each >= 0 && each <= ' ')
                                    || isQuote(each)
                                    || each == ','
                                    || each == ';'
                                    || each == ')'
                                    || each == '}'
                                    || each == ']';
            if (ends) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean looksRandom(String value) {
        boolean digit = value.chars().anyMatch(each -> each >= '0' && each <= '9');
        boolean letter = value.chars().anyMatch(Character::isLetter);
        boolean blank = value.chars().anyMatch(each -> each <= ' ' || each > '~');
        return digit
                && letter
                && !blank
                && !NO_SECRET.matcher(value).matches()
                && (isHexadecimal(value) || changes(value) >= FEWEST_CHANGES)
                && entropy(value) >= LEAST_ENTROPY;
    }

    private static boolean isHexadecimal(String value) {
        return value.length() >= 16
                && value.chars().allMatch(each -> Character.digit(each, 16) >= 0 || each == '-');
    }

    /** How often capitals, small letters and digits take turns; in words they seldom do. */
    private static int changes(String value) {
        int changes = 0;
        for (int i = 1; i < value.length(); i++) {
            int before = sort(value.charAt(i - 1));
            int here = sort(value.charAt(i));
            boolean capitalised = before == 1 && here == 2;
            changes += before > 0 && here > 0 && before != here && !capitalised ? 1 : 0;
        }
        return changes;
    }

    private static int sort(char each) {
        return Character.isUpperCase(each)
                ? 1
                : Character.isLowerCase(each) ? 2 : Character.isDigit(each) ? 3 : 0;
    }

    /** Shannon's, in bits for each character. */
    private static double entropy(String value) {
        int[] counts = new int[128];
        value.chars().forEach(each -> counts[each & 127]++);
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / value.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    @Override
    public int reach() {
        return FURTHEST + LONGEST;
    }
}
