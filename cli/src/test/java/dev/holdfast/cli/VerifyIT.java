package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code --verify} of the built distribution, against a fake on loopback. */
class VerifyIT {
    private static final String BODY = "4eC39HqLyjWDarjtT1zdp7dcAb3dE5fG7hJ9";
    private static final String KEY = "gh" + "p_" + BODY;
    private static final String HOST = "api.github.com";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void aRepositoryWithAKeyInItsHistoryAndItsIndex() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("old.txt"), KEY + "\n");
        String git = "git -c user.name=Ada -c user.email=ada@example.test";
        String line =
                "git init -q . && git add old.txt && "
                        + git
                        + " commit -qm one && git mv old.txt new.txt && echo >> new.txt"
                        + " && git add new.txt";
        Run run = Distribution.run(folder, Map.of(), Path.of("sh"), "-c", line);
        assertEquals(0, run.code(), run.err());
    }

    private Run run(Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        Run run =
                Distribution.run(
                        folder, environment, Distribution.launcher(Distribution.BUILT), args);
        assertFalse((run.out() + run.err()).contains(BODY), run.out() + run.err());
        return run;
    }

    private static Map<String, String> allow(String host) {
        return Map.of("HOLDFAST_VERIFY_ENDPOINTS", host);
    }

    @Test
    void asksAboutTreesHistoriesAndTheIndex() throws IOException, InterruptedException {
        try (FakeProvider fake =
                FakeProvider.json(200, "{\"login\":\"mona\",\"id\":7,\"node_id\":\"n\"}")) {
            Files.writeString(folder.resolve("holdfast.yaml"), fake.policy(HOST));
            for (String what : List.of("scan", "history", "staged")) {
                Run run = run(allow("127.0.0.1"), "secrets", what, "--verify", "--format", "json");
                assertEquals(1, run.code(), what + run.err());
                assertTrue(run.out().contains("\"liveness\": \"live\""), what + run.out());
            }
            String call = "GET /" + HOST + "/user";
            assertEquals(List.of(call, call, call), fake.seen());
        }
    }

    @Test
    void aHostThatIsNotThereIsUnknown() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("holdfast.yaml"),
                "apiVersion: holdfast/v1\nsecrets: {verify: {hosts: ["
                        + HOST
                        + "], endpoints: {"
                        + HOST
                        + ": 'https://api.holdfast.invalid'}}}\n");
        Run run =
                run(
                        allow("api.holdfast.invalid"),
                        "secrets",
                        "scan",
                        "--verify",
                        "--format",
                        "json");
        assertTrue(run.out().contains("no such host"), run.out());
    }

    @Test
    void loadsNothingOfTheNetworkWithoutTheOption() throws IOException, InterruptedException {
        Path log = Files.createTempDirectory(folder, "log").resolve("classes.log");
        run(
                Map.of("HOLDFAST_JAVA_OPTS", "-Xlog:class+load:file=" + log),
                "secrets",
                "scan",
                "new.txt");
        List<String> loaded =
                Files.readAllLines(log).stream()
                        .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", ""))
                        .filter(line ->
                                line.startsWith("java.net.http")
                                        || line.startsWith("dev.holdfast.secrets.verify"))
                        .map(line -> line.replaceFirst(" .*", ""))
                        .toList();
        assertEquals(
                List.of(
                        "dev.holdfast.secrets.verify.Asking",
                        "dev.holdfast.secrets.verify.KeyRing"),
                loaded.stream().sorted().toList());
    }
}
