package dev.holdfast.secrets.rule;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that say of a name that what it holds is no secret although its last word says so: a cursor
 * opens the next page and no more, what guards a form is made anew for each, what is called a hash
 * is made to be shown, and what is an example opens nothing. A word counts whole: there is text in
 * {@code text_token} and none in {@code context_token}.
 */
final class StopNames {
    // Whatever the last word is.
    private static final Set<String> ALWAYS =
            Set.of(
                    """
                    HASH HASHES HASHED INTEGRITY CHECKSUM CHECKSUMS DIGEST ETAG PUBLIC CSRF XSRF \
                    EXAMPLE EXAMPLES SAMPLE DUMMY FAKE MOCK MOCKED INVALID WRONG FORGOT FORGOTTEN \
                    PLACEHOLDER LABEL REGEX REGEXP PATTERN TEXT TITLE MESSAGE ERROR ERRORS\
                    """
                            .split(" "));
    // Of what is called a token or a key.
    private static final Set<String> CURSORS =
            Set.of(
                    """
                    NEXT PREV PREVIOUS PAGE PAGING CURSOR SYNC REQUEST CHANGE LIFECYCLE BADGE TYPE \
                    URL URI PATH FILE ID\
                    """
                            .split(" "));
    private static final List<String> STEMS =
            List.of("PAGINAT", "CONTINU", "CURSOR", "IDEMPOT", "TRANSLAT", "EXPIR");
    // One word in small letters: nexttoken, csrftoken.
    private static final List<String> BEGINNINGS = List.of("NEXT", "PAGE", "CSRF", "XSRF");
    // The last word, when it is about the value.
    private static final Set<String> ENDS =
            Set.of(
                    """
                    HASH TEXT ERROR ERRORS REGEXP FIELD INPUT INDEX KIND STATUS STATE COUNTER VALIDATOR \
                    STRENGTH RULE RULES REQUIREMENTS RESET CONFIRM CONFIRMATION VISIBILITY\
                    """
                            .split(" "));

    private static final Set<String> BEHIND_PASS =
            Set.of("PHRASE", "WORD", "CODE", "KEY", "PROD", "DEV", "TEST", "STAGING", "LOCAL");
    private static final Pattern SUM = Pattern.compile("SHA\\d{1,3}");

    private StopNames() {}

    /** Whether one of the words stops the guess. */
    static boolean has(List<String> words, boolean password) {
        if (words.isEmpty() || ENDS.contains(words.getLast())) {
            return true;
        }
        if (isPassage(words)) {
            return true;
        }
        for (String word : words) {
            if (ALWAYS.contains(word) || isSum(word)) {
                return true;
            }
            if (!password && (CURSORS.contains(word) || isCursor(word))) {
                return true;
            }
        }
        return false;
    }

    // passThrough, renderPassIndex: to pass is to go by, unless a key or a number follows.
    private static boolean isPassage(List<String> words) {
        int at = words.indexOf("PASS");
        if (at < 0 || at + 1 == words.size()) {
            return false;
        }
        String next = words.get(at + 1);
        return !BEHIND_PASS.contains(next) && !Character.isDigit(next.charAt(0));
    }

    // sha256Password
    private static boolean isSum(String word) {
        return word.equals("MD5") || SUM.matcher(word).matches();
    }

    private static boolean isCursor(String word) {
        for (String stem : STEMS) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        for (String beginning : BEGINNINGS) {
            if (word.startsWith(beginning) && word.endsWith("TOKEN")) {
                return true;
            }
        }
        return false;
    }
}
