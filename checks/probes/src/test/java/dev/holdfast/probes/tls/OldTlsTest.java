package dev.holdfast.probes.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.fixture.Issued;
import dev.holdfast.probes.wire.fixture.Issued.Wish;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe against a service of the JDK with everything allowed, in a process of its own. */
final class OldTlsTest {
    private static final List<String> EVERY =
            List.of("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    /** What has to do with the certificate and with http, which other tests look at. */
    private static final Set<String> ELSEWHERE =
            Set.of("tls.certificate-trust", "tls.http-redirect", "tls.redirect-hsts");

    private static KeyStore store;
    private static Issued issued;

    @TempDir Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        // Old suites want an RSA key.
        issued = Issued.selfSigned(Wish.usual().with("SHA256withRSA", 2048));
        store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server",
                issued.keys().getPrivate(),
                "changeit".toCharArray(),
                new Certificate[] {issued.certificate()});
    }

    private Set<String> failures(List<String> versions, String suites) throws Exception {
        try (OldTlsServer server = OldTlsServer.start(folder, store, versions, suites)) {
            List<Finding> findings =
                    TlsCase.run(
                            TestTarget.https(server.port())
                                    .ca(issued.file(folder))
                                    .connect("127.0.0.1", server.port()));
            Set<String> failures = new TreeSet<>(TlsCase.with(Outcome.FAIL, findings));
            failures.removeAll(ELSEWHERE);
            Set<String> unknown = new TreeSet<>(TlsCase.with(Outcome.UNKNOWN, findings));
            unknown.removeAll(ELSEWHERE);
            unknown.remove("tls.preload");
            assertEquals(Set.of(), unknown, TlsCase.all(findings));
            assertTrue(
                    TlsCase.with(Outcome.PASS, findings).contains("tls.certificate-name"),
                    TlsCase.all(findings));
            return failures;
        }
    }

    @Test
    void findsEverythingThatIsOld() throws Exception {
        assertEquals(
                Set.of(
                        "tls.old-version SSL 3.0",
                        "tls.old-version TLS 1.0",
                        "tls.old-version TLS 1.1",
                        "tls.weak-suite no encryption (NULL)",
                        "tls.weak-suite no authentication (anonymous)",
                        "tls.weak-suite export keys of 40 to 56 bits",
                        "tls.weak-suite RC4",
                        "tls.weak-suite DES, Triple DES or IDEA",
                        "tls.forward-secrecy a key exchange without forward secrecy"),
                failures(EVERY, "*"));
    }

    @Test
    void findsOneOldVersionAlone() throws Exception {
        assertEquals(
                Set.of("tls.old-version TLS 1.1"),
                failures(
                        List.of("TLSv1.1", "TLSv1.2", "TLSv1.3"),
                        "TLS_ECDHE_RSA_WITH_AES.*|TLS_AES.*"));
    }

    @Test
    void findsOneWeakSuiteAlone() throws Exception {
        List<String> current = List.of("TLSv1.2", "TLSv1.3");
        assertEquals(
                Set.of("tls.weak-suite DES, Triple DES or IDEA"),
                failures(
                        current,
                        "TLS_ECDHE_RSA_WITH_AES.*GCM.*|TLS_AES.*"
                                + "|(SSL|TLS)_ECDHE_RSA_WITH_3DES.*"));
        assertEquals(
                Set.of("tls.forward-secrecy a key exchange without forward secrecy"),
                failures(
                        current,
                        "TLS_ECDHE_RSA_WITH_AES.*GCM.*|TLS_AES.*|TLS_RSA_WITH_AES_128_CBC_SHA"));
    }

    @Test
    void findsThatNothingIsAuthenticated() throws Exception {
        assertEquals(
                Set.of("tls.authenticated-encryption", "tls.current-version"),
                failures(List.of("TLSv1.2"), "TLS_ECDHE_RSA_WITH_AES.*CBC.*"));
    }

    @Test
    void findsAServiceOfTheLastCentury() throws Exception {
        assertEquals(
                Set.of(
                        "tls.old-version TLS 1.0",
                        "tls.authenticated-encryption",
                        "tls.current-version"),
                failures(List.of("TLSv1"), "TLS_ECDHE_RSA_WITH_AES.*CBC.*"));
    }

    @Test
    void findsNothingOldInTls13Alone() throws Exception {
        assertEquals(Set.of(), failures(List.of("TLSv1.3"), "TLS_AES.*"));
    }
}
