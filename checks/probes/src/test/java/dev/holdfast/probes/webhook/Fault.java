package dev.holdfast.probes.webhook;

/** What a webhook endpoint can do wrong. */
enum Fault {
    TAKES_UNSIGNED,
    TAKES_ANY_SIGNATURE,
    IGNORES_BODY,
    EMPTY_SECRET_TOO,
    NO_TOLERANCE,
    TAKES_FUTURE,
    OTHER_VERSION_TOO,
    FIRST_SIGNATURE_ONLY,
    REMEMBERS_NOTHING,
    REMEMBERS_SIGNATURES,
    LOOKS_BEFORE_WRITE,
    UPPER_CASE_TOO
}
