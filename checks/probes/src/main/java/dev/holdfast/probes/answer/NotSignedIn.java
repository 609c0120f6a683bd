package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Response;
import java.util.regex.Pattern;

/**
 * Tells a refusal that says "I do not know you". That is a 401 (RFC 9110, section 15.5.2), and some
 * services say it in words with a 403, or in the field as of RFC 6750, section 3.1. The field by
 * itself says nothing: a known caller may get it, too (RFC 9110, section 11.6.1).
 */
final class NotSignedIn {
    /** A refusal is short; what comes later belongs to a page. */
    private static final int LOOKED_AT = 2048;

    /** Words for what a caller shows. */
    private static final String SHOWN = "(?:token|session|credentials?|jwt|api[ _-]?key|cookie)";

    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(?:invalid|expired|bad|malformed|unknown)[ _-]"
                            + SHOWN
                            + "|\\b"
                            + SHOWN
                            + "s?(?![a-z])[\\w \"':,-]{0,40}"
                            + "(?<![a-z])"
                            + "(?:expired|invalid|revoked|ended|not valid|not provided)\\b"
                            + "|\\bnot (?:logged|signed)[ -]in\\b"
                            + "|\\b(?:please|must|have to|need to) (?:log|sign) in\\b"
                            + "|\\b(?:unauthenticated|not[ _]authenticated)\\b",
                    Pattern.CASE_INSENSITIVE);

    private NotSignedIn() {}

    static boolean saidBy(Response refusal) {
        String text = refusal.body().text();
        String start = text.substring(0, Math.min(LOOKED_AT, text.length()));
        return refusal.status() == 401
                || refusal.fields().first("WWW-Authenticate").orElse("").contains("invalid_token")
                || WORDS.matcher(start).find();
    }
}
