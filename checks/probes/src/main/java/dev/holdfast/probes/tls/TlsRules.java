package dev.holdfast.probes.tls;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** What the probe of TLS can report. */
final class TlsRules {
    private static final String CIPHERS = "ASVS v5.0.0-12.1.2";
    private static final String VERSIONS = "ASVS v5.0.0-12.1.1";
    private static final String EVERYWHERE = "ASVS v5.0.0-12.2.1";
    private static final String TRUSTED = "ASVS v5.0.0-12.2.2";

    static final CheckInfo NOT_ENCRYPTED =
            Rules.rule(
                    "tls.not-encrypted",
                    "Service without TLS",
                    Severity.HIGH,
                    "The target's URL begins with http, and it is not on this machine.",
                    "Everybody on the way reads passwords and cookies, and changes what is sent.",
                    "Serve it over https, and let http redirect there.",
                    "CWE-319",
                    EVERYWHERE,
                    "RFC 9110");
    static final CheckInfo CERTIFICATE_NAME =
            Rules.rule(
                    "tls.certificate-name",
                    "Certificate for another name",
                    Severity.HIGH,
                    "No alternative name of the certificate is the host's.",
                    "Users learn to click warnings away, and then do so for an attacker's"
                            + " certificate too.",
                    "Have a certificate issued with the host's name as a subject alternative name.",
                    "CWE-297",
                    TRUSTED,
                    "RFC 9525");
    static final CheckInfo CERTIFICATE_TIME =
            Rules.rule(
                    "tls.certificate-time",
                    "Certificate out of its time",
                    Severity.HIGH,
                    "The certificate is not valid yet, not valid any more, or ends within 14 days.",
                    "When it ends the service is down for everybody who checks it, and whoever does"
                            + " not check it can be attacked.",
                    "Renew it now, and let it be renewed by itself (ACME) a month before its end.",
                    "CWE-298",
                    TRUSTED,
                    "RFC 5280");
    static final CheckInfo CERTIFICATE_TRUST =
            Rules.rule(
                    "tls.certificate-trust",
                    "Certificate chain that is not trusted",
                    Severity.HIGH,
                    "From what the service sends there is no way to a trust anchor of the JDK or of"
                            + " the target's ca.",
                    "A certificate that nobody vouches for can be made by anybody, the attacker"
                            + " between included.",
                    "Let the service send its intermediate certificates (the \"full chain\"); for an"
                            + " authority of your own set ca in the policy.",
                    "CWE-295",
                    TRUSTED,
                    "RFC 5280");
    static final CheckInfo CERTIFICATE_KEY =
            Rules.rule(
                    "tls.certificate-key",
                    "Certificate with a short key",
                    Severity.MEDIUM,
                    "A key of the chain is RSA below 2048 bits, elliptic below 256 bits, or DSA.",
                    "Who computes the key from the certificate is the service from then on.",
                    "Have a certificate issued for a new key: P-256, or RSA of 2048 bits or more.",
                    "CWE-326",
                    "ASVS v5.0.0-11.2.3",
                    "RFC 9325");
    static final CheckInfo CERTIFICATE_SIGNATURE =
            Rules.rule(
                    "tls.certificate-signature",
                    "Certificate signed over a broken hash",
                    Severity.HIGH,
                    "A certificate of the chain is signed over SHA-1, MD5 or MD2.",
                    "Collisions of these can be made: one certificate is signed, and its signature"
                            + " holds for another.",
                    "Have it issued again with SHA-256 or better.",
                    "CWE-328",
                    "ASVS v5.0.0-11.4.1",
                    "RFC 9155");
    static final CheckInfo OLD_VERSION =
            Rules.rule(
                    "tls.old-version",
                    "Old version of the protocol",
                    Severity.MEDIUM,
                    "The service takes connections of SSL 3.0, TLS 1.0 or TLS 1.1.",
                    "Their attacks are public (POODLE, BEAST); whoever is on the way can make a"
                            + " client fall back to them.",
                    "Allow TLS 1.2 and 1.3 only.",
                    "CWE-327",
                    VERSIONS,
                    "RFC 8996",
                    "RFC 7568");
    static final CheckInfo CURRENT_VERSION =
            Rules.rule(
                    "tls.current-version",
                    "Current version of the protocol",
                    Severity.LOW,
                    "The service offers neither TLS 1.3, nor TLS 1.2, or not the newer of them.",
                    "TLS 1.3 hides more of the handshake and has none of the old choices.",
                    "Switch TLS 1.3 on beside TLS 1.2.",
                    "CWE-757",
                    VERSIONS,
                    "RFC 9325");
    static final CheckInfo WEAK_SUITE =
            Rules.rule(
                    "tls.weak-suite",
                    "Weak cipher suite",
                    Severity.HIGH,
                    "The service takes a suite without encryption, without authentication, with"
                            + " export keys, RC4, DES or Triple DES.",
                    "Whoever reads along, or stands between, breaks what such a suite protects.",
                    "Allow only suites of TLS 1.3 and ECDHE with AES-GCM or ChaCha20-Poly1305.",
                    "CWE-327",
                    CIPHERS,
                    "RFC 9325",
                    "RFC 7465");
    static final CheckInfo FORWARD_SECRECY =
            Rules.rule(
                    "tls.forward-secrecy",
                    "Key exchange without forward secrecy",
                    Severity.MEDIUM,
                    "The service takes suites in which its own key decrypts the connection.",
                    "Whoever records traffic today and gets the key one day reads all of it.",
                    "Allow only suites that begin with TLS_ECDHE, and TLS 1.3.",
                    "CWE-327",
                    CIPHERS,
                    "RFC 9325");
    static final CheckInfo AUTHENTICATED =
            Rules.rule(
                    "tls.authenticated-encryption",
                    "No authenticated encryption",
                    Severity.LOW,
                    "The service has CBC suites only: encryption and integrity are two steps.",
                    "Padding oracles (Lucky 13) come back with every implementation of CBC.",
                    "Allow AES-GCM or ChaCha20-Poly1305, and TLS 1.3.",
                    "CWE-327",
                    CIPHERS,
                    "RFC 9325");
    static final CheckInfo COMPRESSION =
            Rules.rule(
                    "tls.compression",
                    "Compression in TLS",
                    Severity.MEDIUM,
                    "The service chose to compress within TLS.",
                    "The length of what is sent tells a cookie letter by letter (CRIME).",
                    "Switch TLS compression off.",
                    "CWE-310",
                    CIPHERS,
                    "RFC 9325");
    static final CheckInfo RENEGOTIATION =
            Rules.rule(
                    "tls.renegotiation",
                    "Insecure renegotiation",
                    Severity.MEDIUM,
                    "The service does not say that it binds a renegotiation to its connection.",
                    "An attacker puts a request of his own before that of a user.",
                    "Update the TLS library; switch renegotiation off.",
                    "CWE-300",
                    "RFC 5746");
    static final CheckInfo ALPN =
            Rules.rule(
                    "tls.alpn",
                    "Protocol by ALPN",
                    Severity.INFO,
                    "The service chose a protocol that nobody offered.",
                    "A service that takes the bytes of another protocol can be used against the"
                            + " other one (ALPACA).",
                    "Let the service choose among what the client offers, and refuse the rest.",
                    "CWE-436",
                    "RFC 7301");
    static final CheckInfo HTTP_REDIRECT =
            Rules.rule(
                    "tls.http-redirect",
                    "Way from http to https",
                    Severity.MEDIUM,
                    "Over http the service does not redirect to https on the same host at once.",
                    "What is typed without https goes out in the clear, with cookies, and whoever is"
                            + " on the way answers it.",
                    "Answer everything at port 80 with 301 to https on the same host.",
                    "CWE-319",
                    "ASVS v5.0.0-3.4.1",
                    "RFC 6797");
    static final CheckInfo REDIRECT_HSTS =
            Rules.rule(
                    "tls.redirect-hsts",
                    "HSTS on the hop",
                    Severity.LOW,
                    "The first https answer redirects on and has no Strict-Transport-Security.",
                    "The browser never learns that this host is to be asked over https only, and the"
                            + " next visit begins in the clear again.",
                    "Send Strict-Transport-Security with redirects, too.",
                    "CWE-523",
                    "ASVS v5.0.0-3.4.1",
                    "RFC 6797");
    static final CheckInfo PRELOAD =
            Rules.rule(
                    "tls.preload",
                    "HSTS preload list",
                    Severity.INFO,
                    "The service asks for the preload list, and the list that was given has not got"
                            + " the host.",
                    "The very first visit is still in the clear.",
                    "Submit the domain at hstspreload.org, or take preload out of the field.",
                    "CWE-523",
                    "ASVS v5.0.0-3.7.4",
                    "RFC 6797");
    static final CheckInfo CAA =
            Rules.rule(
                    "tls.caa",
                    "CAA records",
                    Severity.LOW,
                    "The records that were given do not say which authorities may issue for the"
                            + " host.",
                    "Any authority in the world that is tricked or broken into can issue for it.",
                    "Publish CAA records with issue, issuewild and iodef.",
                    "CWE-295",
                    "RFC 8659");

    /** Every one. */
    static final List<CheckInfo> ALL =
            List.of(
                    NOT_ENCRYPTED,
                    CERTIFICATE_NAME,
                    CERTIFICATE_TIME,
                    CERTIFICATE_TRUST,
                    CERTIFICATE_KEY,
                    CERTIFICATE_SIGNATURE,
                    OLD_VERSION,
                    CURRENT_VERSION,
                    WEAK_SUITE,
                    FORWARD_SECRECY,
                    AUTHENTICATED,
                    COMPRESSION,
                    RENEGOTIATION,
                    ALPN,
                    HTTP_REDIRECT,
                    REDIRECT_HSTS,
                    PRELOAD,
                    CAA);

    private TlsRules() {}
}
