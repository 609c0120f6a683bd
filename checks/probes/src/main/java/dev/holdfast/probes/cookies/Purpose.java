package dev.holdfast.probes.cookies;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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
                    "passport",
                    "wordpress_logged_in",
                    "wordpress_sec_",
                    "bearer",
                    "openam",
                    "shibboleth");

    /** Names of frameworks, gateways and applications that say nothing of it themselves. */
    private static final Set<String> SESSION_NAMES =
            Set.of(
                    "connect.sid",
                    "cfid",
                    "cakephp",
                    "fe_typo_user",
                    "be_typo_user",
                    "xf_user",
                    "castgc",
                    "tgc",
                    "iplanetdirectorypro",
                    "ltpatoken2",
                    "idsrv",
                    ".aspxroles",
                    ".aspnet.applicationcookie",
                    ".aspnet.cookies",
                    ".aspnet.externalcookie",
                    "nsc_aaac",
                    "nsc_tmas",
                    "svpncookie",
                    "webvpn",
                    "access",
                    "refresh",
                    "ticket",
                    "__ac");

    /** The long ones are split into pieces, each with a suffix (C1, C2). */
    private static final List<String> SESSION_PREFIXES = List.of(".aspnetcore.cookies");

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
                        || SESSION_PREFIXES.stream().anyMatch(bare::startsWith)
                        || SESSION_PARTS.stream().anyMatch(bare::contains)
                ? SESSION
                : OTHER;
    }
}
