package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code --verify}, against fakes of the providers on loopback. */
class VerifyCommandTest {
    private static final String BODY = "4eC39HqLyjWDarjtT1zdp7dcAb3dE5fG7hJ9";
    private static final String GITHUB = "gh" + "p_" + BODY;
    private static final String OCEAN =
            "dop" + "_v1_" + "0f1e2d3c4b5a69788796a5b4c3d2e1f0".repeat(2);
    private static final String AWS_ID = "AK" + "IA" + "Z3MXK7QPLB2VRTN5";
    private static final String AWS_SECRET = "k3Vn8Qp2Zt6Lw9Xr4Bm1" + "Yc5Hd7Gf0Js+Ua/Ke2Tq";
    private static final String ASKED = "api.github.com";
    private static final String LIVE = "{\"login\":\"mona\",\"id\":7,\"node_id\":\"n\"}";

    private static final Map<String, String> TRUSTED =
            Map.of("HOLDFAST_VERIFY_ENDPOINTS", "127.0.0.1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Run scan(String... more) {
        return run("scan", root, more);
    }

    private static Run run(String command, Path path, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "secrets";
        args[1] = command;
        args[2] = path.toString();
        args[3] = "--no-color";
        System.arraycopy(more, 0, args, 4, more.length);
        Run run = Run.of(TRUSTED, InputStream.nullInputStream(), args);
        assertFalse((run.out() + run.err()).contains(BODY), run.out() + run.err());
        assertFalse((run.out() + run.err()).contains(AWS_SECRET), run.out() + run.err());
        return run;
    }

    private Run check() {
        return Run.of(TRUSTED, InputStream.nullInputStream(), "check", root.toString());
    }

    private static void says(int code, String words, Run run) {
        String all = (run.out() + run.err()).replaceAll("\\s+", " ");
        assertEquals(code, run.code(), all);
        assertTrue(all.contains(words), all);
    }

    @Test
    void aKeyThatLivesIsToldWithItsOwner() throws IOException {
        try (FakeProvider fake = FakeProvider.json(200, LIVE)) {
            write("holdfast.yaml", fake.policy(ASKED));
            write("a.txt", GITHUB);
            says(1, "it lives: the provider took the key", scan("--verify"));
            Run json = scan("--verify", "--format", "json");
            says(1, "\"liveness\": \"live\"", json);
            says(1, "\"account\": \"mona\"", json);
            says(1, "/api.github.com/user\"", json);
            assertEquals("GET /api.github.com/user", fake.seen().getFirst());
        }
    }

    @Test
    void aKeyThatIsDeadIsLowAndBlocksNothing() throws IOException {
        try (FakeProvider fake = FakeProvider.json(401, "{\"id\":\"unauthorized\"}")) {
            write("holdfast.yaml", fake.policy("api.digitalocean.com"));
            write("a.txt", OCEAN);
            says(1, "DigitalOcean", scan());
            says(0, "it is dead: DigitalOcean says", scan("--verify"));
            says(0, "\"severity\": \"low\"", scan("--verify", "--format", "json"));
        }
    }

    @Test
    void whatIsUnknownBlocksAsBefore() throws IOException {
        try (FakeProvider fake = FakeProvider.json(500, "{}")) {
            write("holdfast.yaml", fake.policy("api.digitalocean.com"));
            write("a.txt", OCEAN);
            says(1, "whether it lives is unknown: the host failed", scan("--verify"));
        }
    }

    @Test
    void nobodyIsAskedWithoutTheOption() throws IOException {
        try (FakeProvider fake = FakeProvider.json(200, LIVE)) {
            write("holdfast.yaml", fake.policy(ASKED));
            write("a.txt", GITHUB);
            Run run = scan("--format", "json");
            assertFalse(run.out().contains("liveness"), run.out());
            assertEquals(List.of(), fake.seen());
        }
    }

    @Test
    void withoutHostsItSaysWhichCanBeAllowed() throws IOException {
        write("a.txt", "hello");
        says(2, " hosts can be named, docs/secrets-verify.md lists them", scan("--verify"));
        write(
                "holdfast.yaml",
                "apiVersion: holdfast/v1\nsecrets: {verify: {hosts: [api.githb.com]}}");
        says(2, "did you mean 'api.github.com'?", scan("--verify"));
        // Such a policy is invalid whoever reads it.
        says(2, "holdfast.yaml:2:", scan());
    }

    @Test
    void aProjectAloneCannotSendKeysElsewhere() throws IOException {
        try (FakeProvider fake = FakeProvider.json(200, LIVE)) {
            write("holdfast.yaml", fake.policy(ASKED) + "    enabled: true\n");
            write("a.txt", GITHUB);
            String words = "set HOLDFAST_VERIFY_ENDPOINTS=127.0.0.1 in the environment";
            says(2, words, Run.of("secrets", "scan", root.toString(), "--verify"));
            says(2, words, Run.of("check", root.toString()));
            assertEquals(List.of(), fake.seen());
        }
    }

    @Test
    void onlyHostsOfThePolicyAreAsked() throws IOException {
        try (FakeProvider fake = FakeProvider.json(401, "{\"id\":\"unauthorized\"}")) {
            write("holdfast.yaml", fake.policy(ASKED));
            write("a.txt", OCEAN);
            says(
                    1,
                    "the policy does not allow to ask api.digitalocean.com (secrets.verify.hosts)",
                    scan("--verify"));
            assertEquals(List.of(), fake.seen());
        }
    }

    @Test
    void oneValueIsAskedAboutOnceHoweverOftenItStandsThere() throws IOException {
        try (FakeProvider fake = FakeProvider.json(200, LIVE)) {
            write("holdfast.yaml", fake.policy(ASKED));
            write("a.txt", GITHUB + "\n" + GITHUB);
            write("b/c.txt", "key: " + GITHUB);
            assertEquals(1, scan("--verify").code());
            assertEquals(1, fake.seen().size());
        }
    }

    @Test
    void aRunEndsWithItsBudget() throws IOException {
        try (FakeProvider fake = FakeProvider.json(200, LIVE)) {
            write("holdfast.yaml", fake.policy(ASKED) + "    maxCalls: 1\n");
            write("a.txt", GITHUB + "\n" + "gh" + "o_" + BODY);
            says(1, "this run has made 1 calls, the most", scan("--verify"));
            assertEquals(1, fake.seen().size());
        }
    }

    @Test
    void aPairIsDeadWhenEveryPartitionSaysSo() throws IOException {
        String[] all = {
            "sts.amazonaws.com",
            "sts.us-gov-west-1.amazonaws.com",
            "sts.cn-north-1.amazonaws.com.cn"
        };
        String error =
                "<ErrorResponse><Error><Code>InvalidClientTokenId</Code></Error></ErrorResponse>";
        try (FakeProvider fake = new FakeProvider(403, "text/xml", error)) {
            write("aws.env", "AWS_ID=" + AWS_ID + "\nAWS_SECRET=" + AWS_SECRET + "\n");
            write("holdfast.yaml", fake.policy(all));
            says(0, "it is dead: AWS says", scan("--verify"));
            assertEquals(3, fake.seen().size());
            write("holdfast.yaml", fake.policy(all[0]));
            says(1, "dead at one of the places where it may live, but", scan("--verify"));
        }
    }

    @Test
    void asksAboutBundlesAndPipes() throws IOException {
        try (FakeProvider fake = FakeProvider.json(200, LIVE)) {
            write("holdfast.yaml", fake.policy(ASKED));
            write("dist/a.js", "let k='" + GITHUB + "'");
            String policy = root.resolve("holdfast.yaml").toString();
            says(
                    1,
                    "it lives",
                    run("bundle", root.resolve("dist"), "--verify", "--policy", policy));
            Run piped =
                    Run.of(
                            TRUSTED,
                            new ByteArrayInputStream(GITHUB.getBytes(StandardCharsets.UTF_8)),
                            "secrets",
                            "stdin",
                            "--verify",
                            "--policy",
                            policy);
            says(1, "it lives", piped);
            assertFalse(piped.out().contains(BODY), piped.out());
            assertEquals(2, fake.seen().size());
        }
    }

    @Test
    void checkAsksOnlyWhenThePolicySaysSo() throws IOException {
        try (FakeProvider fake = FakeProvider.json(200, LIVE)) {
            String tree = "  tree: {enabled: true}\n";
            write("holdfast.yaml", fake.policy(ASKED) + tree);
            write("a.txt", GITHUB);
            assertEquals(1, check().code());
            assertEquals(List.of(), fake.seen());
            write("holdfast.yaml", fake.policy(ASKED) + "    enabled: true\n" + tree);
            says(1, "it lives", check());
            assertEquals(1, fake.seen().size());
            write("holdfast.yaml", "apiVersion: holdfast/v1\nsecrets: {verify: {enabled: true}}\n");
            says(2, "nobody may be asked", check());
        }
    }

    @Test
    void aLockHoldsWhoMayBeAskedAndWhere() throws IOException {
        write(
                "org.yaml",
                "apiVersion: holdfast/v1\n"
                        + "lock: [secrets.verify]\n"
                        + "secrets: {verify: {hosts: [api.github.com, gitlab.com]}}\n");
        refused("hosts: [api.github.com, api.stripe.com]", "secrets.verify.hosts");
        refused("endpoints: {api.github.com: 'https://evil.test'}", "endpoints.api.github.com");
        refused("enabled: true", "secrets.verify.enabled");
        refused("maxCalls: 300", "secrets.verify.maxCalls");
        write("holdfast.yaml", extending("hosts: [gitlab.com]"));
        assertEquals(
                0, Run.of("policy", "validate", root.resolve("holdfast.yaml").toString()).code());
    }

    private void refused(String verify, String key) throws IOException {
        write("holdfast.yaml", extending(verify));
        Run run = Run.of("policy", "validate", root.resolve("holdfast.yaml").toString());
        says(2, "loosens what", run);
        says(2, "org.yaml locks", run);
        says(2, key, run);
    }

    private String extending(String verify) throws IOException {
        return "apiVersion: holdfast/v1\nextends:\n  - {file: org.yaml, sha256: \""
                + sha256(root.resolve("org.yaml"))
                + "\"}\nsecrets: {verify: {"
                + verify
                + "}}\n";
    }

    private static String sha256(Path file) throws IOException {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    @Test
    void anEndpointIsAnHttpsAddressUnlessItStaysOnTheMachine() throws IOException {
        for (String bad :
                List.of(
                        "http://evil.test",
                        "https://user@evil.test",
                        "https://evil.test/?q=1",
                        "http://127.0.0.1.evil.test",
                        "ftp://a.test")) {
            write(
                    "holdfast.yaml",
                    "apiVersion: holdfast/v1\nsecrets: {verify: {endpoints: {api.github.com: '"
                            + bad
                            + "'}}}\n");
            says(2, "an https address", scan());
        }
    }
}
