package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Response;
import java.util.regex.Pattern;

/**
 * Tells a refusal that says "I do not know you". That is a 401 (RFC 9110, section 15.5.2), and some
 * services say it in words with a 403.
 */
final class NotSignedIn {
    /** Words for what a caller shows. */
    private static final String SHOWN = "(?:token|session|credentials?|jwt|api[ _-]?key|cookie)";

    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(?:invalid|expired|bad|malformed|unknown)[ _-]"
                            + SHOWN
                            + "|\\b"
                            + SHOWN
                            + "s?(?![a-z])[\\w \"':,-]{0,40}"
                            + "(?<![a-z])(?:expired|invalid|revoked|ended|not valid|not provided)\\b"
                            + "|\\bnot (?:logged|signed)[ -]in\\b|\\b(?:log|sign) in\\b"
                            + "|\\b(?:unauthenticated|not[ _]authenticated)\\b",
                    Pattern.CASE_INSENSITIVE);

    private NotSignedIn() {}

    static boolean saidBy(Response refusal) {
        return refusal.status() == 401
                || refusal.fields().has("WWW-Authenticate")
                || WORDS.matcher(refusal.body().text()).find();
    }
}
