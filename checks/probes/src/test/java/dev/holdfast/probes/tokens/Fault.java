package dev.holdfast.probes.tokens;

/** What an authorization server can do wrong. */
enum Fault {
    SAME_REFRESH_TOKEN,
    NO_NEW_REFRESH_TOKEN,
    TAKES_USED_ONES,
    KEEPS_FAMILY,
    LONG_ACCESS,
    LONG_REFRESH,
    ACCESS_AFTER_LOGOUT,
    REFRESH_AFTER_LOGOUT
}
