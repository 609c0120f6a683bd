package dev.holdfast.probes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    private static final String SECRET = "HOLDFAST_TEST_SECRET";

    @TempDir Path folder;

    @Test
    void reachesNothingAndLeavesNothing() throws Exception {
        Path browser = Browsers.here();
        List<ProcessHandle> processes;
        Path profile;
        try (Site site = new Site();
                Chromium chromium = Chromium.start(browser)) {
            site.page("/", "", "<p>reached</p>");
            processes = chromium.processes();
            profile = chromium.profile();
            assertTrue(Files.isDirectory(profile));
            assertTrue(chromium.version().startsWith("Chrome/"), chromium.version());
            DevTools devTools = chromium.devTools();
            String target =
                    devTools.call("Target.createTarget", Map.of("url", "about:blank"))
                            .at("targetId")
                            .text();
            String page =
                    devTools.call(
                                    "Target.attachToTarget",
                                    Map.of("targetId", target, "flatten", true))
                            .at("sessionId")
                            .text();
            for (String address :
                    List.of(site.origin(), site.origin().replace("127.0.0.1", "localhost"))) {
                Node answer = devTools.call(page, "Page.navigate", Map.of("url", address + "/"));
                assertTrue(answer.at("errorText").text().startsWith("net::ERR_"), address);
            }
            assertEquals(List.of(), site.asked());
            hangs(devTools, page);
        }
        assertTrue(processes.size() > 1);
        for (ProcessHandle process : processes) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
        assertFalse(Files.exists(profile));
    }

    private static void hangs(DevTools devTools, String page) throws Exception {
        CompletableFuture<Node> never =
                devTools.send(page, "Runtime.evaluate", Map.of("expression", "while (true) { }"));
        assertThrows(
                BrowserProblem.class,
                () -> devTools.await("Runtime.evaluate", never, Duration.ofMillis(300)));
        BrowserProblem unknown =
                assertThrows(BrowserProblem.class, () -> devTools.call("No.such", Map.of()));
        assertTrue(unknown.what().startsWith("No.such: "), unknown.what());
    }

    @Test
    void endsWhenTheProgramEndsAndKnowsNoSecret() throws Exception {
        Path browser = Browsers.here();
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leaver.class.getName(),
                        browser.toString());
        builder.environment().put(SECRET, "canary-of-the-environment");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process program = builder.start();
        List<String> lines;
        try (var reader = program.inputReader()) {
            lines = reader.lines().toList();
        }
        assertTrue(program.waitFor(60, TimeUnit.SECONDS));

        assertEquals("secrets: 0", lines.getFirst());
        assertFalse(Files.exists(Path.of(lines.get(1))), lines.get(1));
        assertTrue(lines.size() > 3, lines.toString());
        for (String pid : lines.subList(2, lines.size())) {
            var left = ProcessHandle.of(Long.parseLong(pid));
            if (left.isPresent()) {
                left.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    /** Starts a browser and ends without closing it. */
    static final class Leaver {
        private Leaver() {}

        public static void main(String[] arguments) throws Exception {
            Chromium chromium = Chromium.start(Path.of(arguments[0]));
            long secrets = 0;
            for (ProcessHandle process : chromium.processes()) {
                secrets += environment(process).contains("canary") ? 1 : 0;
            }
            System.out.println("secrets: " + secrets);
            System.out.println(chromium.profile());
            chromium.processes().forEach(process -> System.out.println(process.pid()));
            System.out.flush();
            System.exit(0);
        }

        private static String environment(ProcessHandle process) {
            try {
                byte[] all = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ"));
                return new String(all, StandardCharsets.ISO_8859_1);
            } catch (IOException elsewhere) {
                return "";
            }
        }
    }

    @Test
    void saysWhichProgramIsNoBrowser() throws Exception {
        Path program = folder.resolve("chromium");
        Files.writeString(program, "#!/bin/sh\nexit 3\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        BrowserProblem problem = assertThrows(BrowserProblem.class, () -> Chromium.start(program));

        assertTrue(problem.what().contains(program.toString()), problem.what());
        assertThrows(BrowserProblem.class, () -> Chromium.start(folder.resolve("none")));
    }

    @Test
    void findsAProgramByItsNameInThePath() throws IOException {
        assertTrue(BrowserFinder.find("").isEmpty());
        assertTrue(BrowserFinder.find(folder.toString()).isEmpty());
        Path program = folder.resolve("google-chrome");
        Files.writeString(program, "#!/bin/sh\n");
        assertTrue(BrowserFinder.find(folder.toString()).isEmpty());
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        assertEquals(program, BrowserFinder.find("/nowhere:\0:" + folder).orElseThrow());
    }
}
