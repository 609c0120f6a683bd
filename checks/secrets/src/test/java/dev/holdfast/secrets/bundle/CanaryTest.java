package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import dev.holdfast.secrets.fixture.Canary;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No part of a secret in anything that a scan hands on, prints or leaves behind. */
class CanaryTest {
    @TempDir private Path folder;

    private List<Fixture> fixtures() throws IOException {
        List<Fixture> all = new ArrayList<>();
        all.add(Fixture.vite(Files.createDirectory(folder.resolve("vite")), 31));
        all.add(Fixture.next(Files.createDirectory(folder.resolve("next")), 32));
        for (String devtool : Fixture.DEVTOOLS) {
            all.add(Fixture.webpack(devtool, Files.createDirectory(folder.resolve(devtool)), 33));
        }
        return all;
    }

    /** Every text in the results, field by field, and the results as a whole. */
    private static List<String> shown(Scan scan) {
        List<String> texts = new ArrayList<>();
        texts.add(scan.findings().toString());
        for (Result result : scan.findings().results()) {
            texts.add(result.toString());
            texts.add(result.message());
            texts.add(result.remediation());
            texts.add(String.valueOf(result.subject()));
            texts.add(result.identity().toString());
            texts.add(result.fingerprint());
            result.properties()
                    .forEach((name, value) -> texts.add(name + "=" + Objects.toString(value)));
            for (Spot spot : result.spots()) {
                texts.add(spot.toString());
                texts.add(spot.location().toString());
                if (spot.excerpt() != null) {
                    texts.addAll(spot.excerpt().lines());
                }
            }
        }
        return texts;
    }

    @Test
    void noResultShowsAPartOfASecret() throws IOException, InterruptedException {
        for (Fixture fixture : fixtures()) {
            Scan scan = fixture.scan();
            assertFalse(scan.found().isEmpty());
            new Canary(fixture.tokens()).sees(shown(scan));
        }
    }

    @Test
    void excerptsShowTheLineWithoutTheSecret() throws IOException, InterruptedException {
        Fixture fixture = Fixture.vite(folder, 34);

        Spot spot = fixture.scan().value("STRIPE_SECRET").spots().getFirst();

        String text = Objects.requireNonNull(spot.excerpt()).lines().getFirst();
        assertTrue(text.contains("account:`lantern`,key:`sk_" + "live_…`}"), text);
        String line = fixture.lines(spot.location().path()).get(spot.location().line() - 1);
        String start = text.substring(0, text.indexOf('…') - 8);
        assertTrue(line.startsWith(start, spot.excerpt().column() - 1), start);
    }

    @Test
    void nothingIsPrintedAndNoFileIsLeft() throws IOException, InterruptedException {
        Fixture fixture = Fixture.next(folder, 35);
        TreeMap<String, Long> before = files(fixture.root());
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            System.setOut(caught);
            System.setErr(caught);
            fixture.scan();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertEquals("", printed.toString(StandardCharsets.UTF_8));
        assertEquals(before, files(fixture.root()));
    }

    private static TreeMap<String, Long> files(Path root) throws IOException {
        TreeMap<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                files.put(each.toString(), Files.isRegularFile(each) ? Files.size(each) : -1L);
            }
        }
        return files;
    }

    @Test
    void secretsCloseTogetherHideEachOtherToo() throws IOException, InterruptedException {
        List<String> separators =
                List.of("", ",", "\",\"", "\\\",\\\"", "`,`", " ", "\n", "é🏮", ":");
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Fixture project = Fixture.bare(folder.resolve("close-" + seed), seed);
            List<String> names = project.tokens().keySet().stream().sorted().toList();
            StringBuilder env = new StringBuilder();
            for (String name : List.of("DB_PASSWORD", "STOCK_TOKEN", "SESSION", "PASSPHRASE")) {
                env.append("SHOP_")
                        .append(name)
                        .append("='")
                        .append(project.token(name))
                        .append("'\n");
            }
            project.write("package.json", "{\"name\":\"shop\"}");
            project.write(".env", env.toString());
            StringBuilder text = new StringBuilder();
            TreeMap<String, String> known = new TreeMap<>();
            for (int i = 0; i < 12; i++) {
                String name = names.get(random.nextInt(names.size()));
                // The other half of a pair is a secret only beside its id, and is not placed alone.
                if (!name.equals("AWS_SECRET")) {
                    String separator = separators.get(1 + random.nextInt(separators.size() - 1));
                    text.append(project.token(name)).append(separator);
                    text.append("x".repeat(random.nextInt(70))).append(separator);
                    known.put(name, project.token(name));
                }
            }
            project.write("dist/close.js", text.toString());

            Scan scan = project.scan();

            assertEquals(
                    List.copyOf(known.keySet()),
                    scan.found().stream().map(scan::name).sorted().toList(),
                    "seed " + seed);
            new Canary(known).sees(shown(scan));
        }
    }

    @Test
    void canarySeesEveryFormOfASecret() throws IOException {
        Fixture project = Fixture.bare(folder, 36);
        Canary canary = new Canary(project.tokens());
        String key = project.token("STRIPE_SECRET");
        String password = project.token("DB_PASSWORD");
        List<String> leaks =
                List.of(
                        key,
                        "…" + key.substring(40, 52) + "…",
                        key.substring(0, 12),
                        password.substring(3, 15),
                        Base64.getEncoder()
                                .encodeToString(("ab" + key).getBytes(StandardCharsets.UTF_8)),
                        Base64.getUrlEncoder()
                                .encodeToString(
                                        ("abc" + password).getBytes(StandardCharsets.UTF_8)),
                        java.net.URLEncoder.encode(password, StandardCharsets.UTF_8),
                        project.token("SUPABASE_ANON"));

        for (String leak : leaks) {
            assertThrows(AssertionError.class, () -> canary.sees("before " + leak + " behind"));
        }
        canary.sees(
                "sk_" + "live_… (107 characters)", "sb_" + "publishable_… (46 characters)", "eyJ…");
    }
}
