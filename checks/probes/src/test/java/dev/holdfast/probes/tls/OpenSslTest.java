package dev.holdfast.probes.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.fixture.Issued;
import dev.holdfast.probes.wire.fixture.Issued.Wish;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe against another library than the JDK's, where there is one. */
final class OpenSslTest {
    private static Issued issued;

    @TempDir Path folder;

    @BeforeAll
    static void makeKeys() {
        issued = Issued.selfSigned(Wish.usual().with("SHA256withRSA", 2048));
    }

    private static boolean installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "openssl")));
    }

    private Process start(String... options) throws IOException {
        Path key =
                Files.writeString(
                        folder.resolve("key.pem"),
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(issued.keys().getPrivate().getEncoded())
                                + "\n-----END PRIVATE KEY-----\n");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "s_server",
                                "-accept",
                                "127.0.0.1:0",
                                "-www",
                                "-key",
                                key.toString(),
                                "-cert",
                                issued.file(folder).toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private Set<String> failures(String... options) throws Exception {
        assumeTrue(installed(), "no openssl on the PATH; the JDK's servers are asked all the same");
        Process process = start(options);
        // Its output fits into the pipe; the reader ends with the process.
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            String line = out.readLine();
            while (line != null && !line.startsWith("ACCEPT ")) {
                line = out.readLine();
            }
            assertTrue(line != null, "openssl did not start");
            int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
            List<Finding> findings =
                    TlsCase.run(
                            TestTarget.https(port)
                                    .ca(issued.file(folder))
                                    .connect("127.0.0.1", port));
            assertTrue(
                    TlsCase.with(Outcome.PASS, findings).contains("tls.certificate-trust"),
                    TlsCase.all(findings));
            assertEquals(Set.of(), TlsCase.with(Outcome.UNKNOWN, findings), TlsCase.all(findings));
            return new TreeSet<>(TlsCase.with(Outcome.FAIL, findings));
        } finally {
            process.destroyForcibly();
            process.waitFor();
            out.close();
        }
    }

    @Test
    void findsNothingWrongWithCurrentSettings() throws Exception {
        assertEquals(Set.of(), failures("-cipher", "ECDHE+AESGCM"));
        assertEquals(Set.of(), failures("-tls1_3"));
    }

    @Test
    void findsWhatIsAllowedBesides() throws Exception {
        Set<String> failures =
                failures("-cipher", "ALL:aNULL:eNULL:@SECLEVEL=0", "-legacy_renegotiation");
        for (String each :
                List.of(
                        "tls.old-version TLS 1.0",
                        "tls.old-version TLS 1.1",
                        "tls.weak-suite no encryption (NULL)",
                        "tls.weak-suite no authentication (anonymous)",
                        "tls.forward-secrecy a key exchange without forward secrecy")) {
            assertTrue(failures.contains(each), failures.toString());
        }
    }
}
