package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that a policy adds, in every command that looks for secrets or tells of them. */
class UserRulesCommandTest {
    private static final String POLICY =
            """
            apiVersion: holdfast/v1
            secrets:
              rules:
                - id: acme-token
                  name: ACME deployment token
                  severity: critical
                  forms: ['acme_[a-z0-9]{32}']
                  examples: ['{form}', 'token = "«{form}»"']
                  counterExamples: ['{cut}', '{filler}', 'x{form}']
            """;
    private static final String TOKEN = "ac" + "me_" + "q7w2e9r4t1y8u3i6".repeat(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private Path policy() {
        return root.resolve("holdfast.yaml");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text);
    }

    @BeforeEach
    void project() throws IOException {
        write("holdfast.yaml", POLICY);
        write("dist/assets/app.js", "const a='" + TOKEN + "'\n");
    }

    private static void says(int code, String words, Run run) {
        String all = run.out() + run.err();
        assertEquals(code, run.code(), all);
        assertTrue(all.contains(words), all);
        assertFalse(all.contains(TOKEN), "the value is shown");
    }

    @Test
    void everyScanFindsThem() throws IOException {
        says(1, "secrets.acme-token", Run.of("secrets", "scan", root.toString()));
        says(
                1,
                "secrets.acme-token",
                Run.of(
                        "secrets",
                        "bundle",
                        root.resolve("dist").toString(),
                        "--policy",
                        policy().toString()));
        says(
                1,
                "secrets.acme-token",
                Run.of(
                        new ByteArrayInputStream(TOKEN.getBytes(StandardCharsets.UTF_8)),
                        "secrets",
                        "stdin",
                        "--policy",
                        policy().toString()));
        says(1, "secrets.acme-token", Run.of("check", root.toString()));
    }

    @Test
    void withoutThemNothingIsFound() throws IOException {
        write("holdfast.yaml", "apiVersion: holdfast/v1\n");
        assertEquals(0, Run.of("secrets", "scan", root.toString()).code());
    }

    @Test
    void theyAreToldLikeOthers() {
        String file = policy().toString();
        says(0, "secrets.acme-token", Run.of("secrets", "rules", "--policy", file));
        says(
                0,
                "ACME deployment token",
                Run.of("secrets", "explain", "acme-token", "--policy", file));
        says(2, "there is no check", Run.of("secrets", "explain", "acme-tokin", "--policy", file));
    }

    @Test
    void thePolicyMayNameThem() throws IOException {
        write("holdfast.yaml", POLICY + "checks:\n  secrets.acme-token: {severity: low}\n");
        says(0, "secrets.acme-token", Run.of("secrets", "scan", root.toString()));
        write("holdfast.yaml", POLICY + "checks:\n  secrets.acme-tokin: {severity: low}\n");
        says(
                2,
                "holdfast.yaml:11:3: there is no check",
                Run.of("secrets", "scan", root.toString()));
    }

    @Test
    void aWrongOneEndsEveryCommandWithItsPlace() throws IOException {
        write("holdfast.yaml", POLICY.replace("acme_[", "["));
        says(2, "holdfast.yaml:7:15: ", Run.of("secrets", "scan", root.toString()));
        says(2, "found everywhere", Run.of("policy", "validate", policy().toString()));
        write("holdfast.yaml", POLICY.replace("acme-token", "stripe-secret-key"));
        says(2, "holdfast.yaml:4:11: the id", Run.of("check", root.toString()));
        write("holdfast.yaml", POLICY.replace("['{form}',", "['{cut}',"));
        says(2, "finds nothing in this example", Run.of("check", root.toString()));
        write("holdfast.yaml", POLICY.replace("severity: critical", "severity: hihg"));
        says(2, "holdfast.yaml:6:17: 'hihg'", Run.of("check", root.toString()));
        write("holdfast.yaml", POLICY.replace("forms:", "form:"));
        assertEquals(2, Run.of("check", root.toString()).code());
    }

    @Test
    void aLockKeepsThem() throws IOException {
        write("org.yaml", POLICY + "lock: [secrets.rules]\n");
        String pin = sha256();
        String head =
                "apiVersion: holdfast/v1\nextends:\n  - {file: org.yaml, sha256: \""
                        + pin
                        + "\"}\n";
        write("holdfast.yaml", head);
        says(1, "secrets.acme-token", Run.of("secrets", "scan", root.toString()));
        write("holdfast.yaml", head + "secrets: {rules: []}\n");
        says(2, "loosens what org.yaml locks", Run.of("secrets", "scan", root.toString()));
    }

    private String sha256() throws IOException {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(Files.readAllBytes(root.resolve("org.yaml"))));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
