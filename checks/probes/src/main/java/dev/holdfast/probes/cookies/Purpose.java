package dev.holdfast.probes.cookies;

import java.util.List;
import java.util.Locale;

/** What a cookie is for, guessed by its name. */
enum Purpose {
    /** It stands for a user who is signed in. */
    SESSION,
    /** It guards forms against forgery and is read by scripts on purpose. */
    FORGERY,
    /** Anything else: a language, a consent, a test group. */
    OTHER;

    private static final List<String> FORGERY_PARTS = List.of("csrf", "xsrf", "antiforgery");
    private static final List<String> SESSION_PARTS =
            List.of(
                    "sess",
                    "auth",
                    "token",
                    "jwt",
                    "login",
                    "remember",
                    "sso",
                    "identity",
                    "credential",
                    "passport");
    private static final List<String> SESSION_NAMES = List.of("connect.sid", "cfid");

    static Purpose of(String cookie) {
        String name = cookie.toLowerCase(Locale.ROOT);
        for (String prefix : List.of("__host-http-", "__http-", "__host-", "__secure-")) {
            if (name.startsWith(prefix)) {
                name = name.substring(prefix.length());
                break;
            }
        }
        String bare = name;
        if (FORGERY_PARTS.stream().anyMatch(bare::contains)) {
            return FORGERY;
        }
        return SESSION_NAMES.contains(bare)
                        || bare.endsWith("sid")
                        || SESSION_PARTS.stream().anyMatch(bare::contains)
                ? SESSION
                : OTHER;
    }
}
