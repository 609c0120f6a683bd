package dev.holdfast.probes.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no TLS library does any more: answers made by hand (RFC 5246, section 7.4.1.3). */
final class HandMadeReplyTest {
    private static final int GCM = 0xC02F;
    private static final byte[] REFUSAL = HexFormat.of().parseHex("15030300020228");

    /** Whether a hello has a suite, and says that version at most. */
    private static boolean offers(byte[] hello, int suite) {
        int at = 4 + 2 + 32;
        at += 1 + (hello[at] & 0xFF);
        int length = ((hello[at] & 0xFF) << 8) | (hello[at + 1] & 0xFF);
        for (int i = at + 2; i < at + 2 + length; i += 2) {
            if ((((hello[i] & 0xFF) << 8) | (hello[i + 1] & 0xFF)) == suite) {
                return true;
            }
        }
        return false;
    }

    private static boolean current(byte[] hello) {
        return hello[5] == 3;
    }

    private static byte[] serverHello(int suite, int compression, String extensions) {
        byte[] more = HexFormat.of().parseHex(extensions);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {3, 3});
        body.writeBytes(new byte[32]);
        body.write(0);
        body.write(suite >> 8);
        body.write(suite);
        body.write(compression);
        if (more.length > 0) {
            body.write(more.length >> 8);
            body.write(more.length);
            body.writeBytes(more);
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] {22, 3, 3});
        int length = 4 + body.size();
        record.write(length >> 8);
        record.write(length);
        record.writeBytes(new byte[] {2, 0, (byte) (body.size() >> 8), (byte) body.size()});
        record.writeBytes(body.toByteArray());
        record.writeBytes(HexFormat.of().parseHex("16030300040e000000"));
        return record.toByteArray();
    }

    private static List<Finding> answering(Function<byte[], byte[]> answer) throws Exception {
        try (HelloServer server = HelloServer.answering(answer)) {
            return TlsCase.run(TestTarget.https(server.port()).connect("127.0.0.1", server.port()));
        }
    }

    private static List<Finding> current(int compression, String extensions) throws Exception {
        return answering(hello ->
                current(hello) && offers(hello, GCM)
                        ? serverHello(GCM, compression, extensions)
                        : REFUSAL);
    }

    @Test
    void findsCompressionAndInsecureRenegotiation() throws Exception {
        assertEquals(
                Set.of("tls.compression", "tls.current-version", "tls.renegotiation"),
                TlsCase.with(Outcome.FAIL, current(1, "")));
        List<Finding> right = current(0, "ff01000100");
        assertEquals(Set.of("tls.current-version"), TlsCase.with(Outcome.FAIL, right));
        assertTrue(TlsCase.with(Outcome.PASS, right).contains("tls.old-version"));
        assertTrue(TlsCase.with(Outcome.NOT_APPLICABLE, right).contains("tls.alpn"));
    }

    @Test
    void readsWhatAlpnChose() throws Exception {
        List<Finding> h2 = current(0, "ff01000100" + "0010000500030268" + "32");
        assertTrue(TlsCase.with(Outcome.PASS, h2).contains("tls.alpn"), TlsCase.all(h2));
        List<Finding> ftp = current(0, "ff01000100" + "00100006000403667470");
        assertTrue(TlsCase.with(Outcome.FAIL, ftp).contains("tls.alpn"), TlsCase.all(ftp));
    }

    @Test
    void saysUnknownWhenTheServiceShowsNoCertificate() throws Exception {
        List<Finding> findings = current(0, "ff01000100");
        assertTrue(TlsCase.with(Outcome.UNKNOWN, findings).contains("tls.certificate-trust"));
        assertTrue(TlsCase.with(Outcome.UNKNOWN, findings).contains("tls.certificate-time"));
    }

    @Test
    void saysUnknownForASuiteThatNobodyAskedFor() throws Exception {
        List<Finding> findings = answering(hello -> serverHello(GCM, 0, "ff01000100"));
        Set<String> unknown = TlsCase.with(Outcome.UNKNOWN, findings);
        assertTrue(unknown.contains("tls.weak-suite RC4"), TlsCase.all(findings));
        assertTrue(unknown.contains("tls.forward-secrecy a key exchange without forward secrecy"));
        assertTrue(!TlsCase.with(Outcome.PASS, findings).contains("tls.weak-suite"));
    }

    @Test
    void saysUnknownWhenSomethingElseAnswersOldVersions() throws Exception {
        byte[] noTls = "SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII);
        List<Finding> findings =
                answering(hello ->
                        current(hello) && offers(hello, GCM)
                                ? serverHello(GCM, 0, "ff01000100")
                                : noTls);
        Set<String> unknown = TlsCase.with(Outcome.UNKNOWN, findings);
        assertTrue(unknown.contains("tls.old-version TLS 1.0"), TlsCase.all(findings));
        assertTrue(unknown.contains("tls.weak-suite RC4"), TlsCase.all(findings));
    }

    @Test
    void takesAClosedConnectionForARefusal() throws Exception {
        List<Finding> findings =
                answering(hello ->
                        current(hello) && offers(hello, GCM)
                                ? serverHello(GCM, 0, "ff01000100")
                                : new byte[0]);
        assertTrue(
                TlsCase.with(Outcome.PASS, findings)
                        .containsAll(Set.of("tls.old-version", "tls.weak-suite")),
                TlsCase.all(findings));
    }

    @Test
    void takesNoResetForARefusalWhenAGoodHandshakeIsResetToo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<Finding> findings =
                answering(hello ->
                        asked.getAndIncrement() < 2 && current(hello) && offers(hello, GCM)
                                ? serverHello(GCM, 0, "ff01000100")
                                : new byte[0]);
        Set<String> passed = TlsCase.with(Outcome.PASS, findings);
        for (String rule :
                List.of(
                        "tls.old-version",
                        "tls.weak-suite",
                        "tls.forward-secrecy",
                        "tls.current-version")) {
            assertTrue(!passed.contains(rule), TlsCase.all(findings));
        }
        Set<String> unknown = TlsCase.with(Outcome.UNKNOWN, findings);
        assertTrue(unknown.contains("tls.old-version TLS 1.0"), TlsCase.all(findings));
        assertTrue(unknown.contains("tls.weak-suite RC4"), TlsCase.all(findings));
    }

    @Test
    void holdsEachResetAgainstAGoodHandshakeRightAfterIt() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        // A window that shuts after two connections and opens again before the end.
        List<Finding> findings =
                answering(hello -> {
                    int number = asked.getAndIncrement();
                    boolean shut = number >= 2 && number < 10;
                    return !shut && current(hello) && offers(hello, GCM)
                            ? serverHello(GCM, 0, "ff01000100")
                            : new byte[0];
                });
        Set<String> passed = TlsCase.with(Outcome.PASS, findings);
        assertTrue(!passed.contains("tls.old-version"), TlsCase.all(findings));
        assertTrue(!passed.contains("tls.current-version"), TlsCase.all(findings));
        assertTrue(passed.contains("tls.weak-suite"), TlsCase.all(findings));
    }

    @ParameterizedTest
    @CsvSource({
        "00C5, no authentication (anonymous)",
        "0089, no authentication (anonymous)",
        "009B, no authentication (anonymous)",
        "C05A, no authentication (anonymous)",
        "C03A, no encryption (NULL)",
        "002C, no encryption (NULL)",
        "C0B4, no encryption (integrity only)",
        "C0B5, no encryption (integrity only)",
        "0060, export keys of 40 to 56 bits",
        "0066, RC4",
        "0010, 'DES, Triple DES or IDEA'"
    })
    void offersRareSuitesToo(String number, String kind) throws Exception {
        int suite = Integer.parseInt(number, 16);
        String version = number.startsWith("C0B") ? "002b00020304" : "";
        List<Finding> findings =
                answering(hello ->
                        current(hello) && offers(hello, GCM)
                                ? serverHello(GCM, 0, "ff01000100")
                                : current(hello) && offers(hello, suite)
                                        ? serverHello(suite, 0, "ff01000100" + version)
                                        : REFUSAL);
        assertEquals(
                Set.of("tls.current-version", "tls.weak-suite " + kind),
                TlsCase.with(Outcome.FAIL, findings),
                TlsCase.all(findings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0031", "C025", "C063", "00A0", "C07A"})
    void offersStaticSuitesThatAreRare(String number) throws Exception {
        int suite = Integer.parseInt(number, 16);
        List<Finding> findings =
                answering(hello ->
                        current(hello) && (offers(hello, GCM) || offers(hello, suite))
                                ? serverHello(offers(hello, GCM) ? GCM : suite, 0, "ff01000100")
                                : REFUSAL);
        assertEquals(
                Set.of(
                        "tls.current-version",
                        "tls.forward-secrecy a key exchange without forward secrecy"),
                TlsCase.with(Outcome.FAIL, findings),
                TlsCase.all(findings));
    }
}
