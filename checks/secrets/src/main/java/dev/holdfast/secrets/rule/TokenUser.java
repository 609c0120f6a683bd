package dev.holdfast.secrets.rule;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token in the place of a URL's user, as git's hosts take it: {@code
 * https://token@host/shop.git}, {@code https://token:x-oauth-basic@host}.
 */
final class TokenUser {
    private static final Pattern URL =
            Pattern.compile(
                    "([A-Za-z0-9_-]{20,200})(?::(?:x-oauth-basic)?)?@"
                            + "([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)(?::[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");
    // A Sentry DSN names a project, and is made to be seen.
    private static final Pattern DSN = Pattern.compile("/(?:[a-z]+/)?[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{32}");

    private TokenUser() {}

    /**
     * How many characters of the text behind the scheme belong to such a URL; 0 when it is none.
     */
    static int end(String text) {
        Matcher url = URL.matcher(text);
        if (!url.lookingAt()) {
            return 0;
        }
        String path = url.group(3) == null ? "" : url.group(3);
        boolean dsn = HEXADECIMAL.matcher(url.group(1)).matches() && DSN.matcher(path).matches();
        boolean told =
                !dsn
                        && GuessedValue.isPassword(url.group(1))
                        && !WebPassword.isReserved(url.group(2).toLowerCase(Locale.ROOT));
        return told ? url.end() : 0;
    }
}
