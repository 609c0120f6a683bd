package dev.holdfast.probes.tls.hello;

/** What a cipher suite is worth; the worst that is true of it. */
public enum SuiteKind {
    /** No encryption. */
    NULL("no encryption (NULL)"),
    /** No encryption in TLS 1.3 (RFC 9150). */
    INTEGRITY("no encryption (integrity only)"),
    /** Nobody proves who they are. */
    ANONYMOUS("no authentication (anonymous)"),
    /** Keys that were made to be broken. */
    EXPORT("export keys of 40 to 56 bits"),
    /** RC4, forbidden by RFC 7465. */
    RC4("RC4"),
    /** DES, Triple DES and IDEA: keys or blocks that are too short. */
    SHORT_BLOCK("DES, Triple DES or IDEA"),
    /** The server's key decrypts every connection of the past. */
    STATIC("a key exchange without forward secrecy"),
    /** Encryption and integrity apart, in the order that was attacked so often. */
    CBC("CBC with forward secrecy"),
    /** Authenticated encryption with forward secrecy. */
    AEAD("authenticated encryption"),
    /** Suites of TLS 1.3. */
    MODERN("TLS 1.3");

    private final String words;

    SuiteKind(String words) {
        this.words = words;
    }

    /** Whether it is of TLS 1.3 and cannot be offered to an older version. */
    public boolean ofTls13() {
        return this == MODERN || this == INTEGRITY;
    }

    /** As a message says it. */
    public String words() {
        return words;
    }
}
