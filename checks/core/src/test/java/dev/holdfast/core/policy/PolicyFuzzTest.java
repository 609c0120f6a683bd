package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.holdfast.core.problem.UserProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes are, there is a policy or a problem with a place that the file has. */
class PolicyFuzzTest {
    // More in a row: -Dfuzz.rounds=5000000 -Dfuzz.seed=1
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 100_000);
    private static final Pattern PLACE =
            Pattern.compile("(holdfast\\.yaml|org\\.yaml):([0-9]+):([0-9]+): \\S.*");

    private static final String FULL =
            """
            # yaml-language-server: $schema=.holdfast/policy.schema.json
            apiVersion: holdfast/v1
            extends:
            - builtin: nextjs
              lock: [environments.production]
            - file: org.yaml
              sha256: "PIN"
            lock: [gate, "waivers.maxDays", checks.secrets]
            paths: # größer \uD83D\uDD12
              exclude: ["**/testdata/**", 'docs/*.md']
            checks:
              secrets.bundle: {severity: critical, enabled: true}
              docker.root-user:
                severity: low
            waivers: {file: .holdfast/waivers.yaml, maxDays: {critical: 7, low: 0x10}}
            gate: {block: [critical, high], unknown: block, requireChecks: [secrets.bundle]}
            environments:
              staging: {gate: {unknown: warn}}
              production:
                inherits: staging
                gate:
                  block:
                  - critical
                  - high
                  - "medium"
            sample: {least: 20, label: >
                folded
                text, mode: hard}
            """;
    private static final String SMALL = "apiVersion: holdfast/v1\ngate:\n  unknown: warn\n";

    private static final List<String> TOKENS =
            List.of(
                    "\n",
                    "\r\n",
                    "\r",
                    "\t",
                    " ",
                    "  ",
                    ": ",
                    ":",
                    "- ",
                    "? ",
                    "#",
                    ",",
                    "[",
                    "]",
                    "{",
                    "}",
                    "&a ",
                    "*a",
                    "<<: ",
                    "!!str ",
                    "!",
                    "|\n",
                    ">-\n",
                    "'",
                    "\"",
                    "%YAML 1.2",
                    "---\n",
                    "...\n",
                    "\\",
                    "\\x",
                    "\\UFFFFFFFF",
                    "\\uD800",
                    "\u0000",
                    "\u0007",
                    "\u0085",
                    "\u2028",
                    "\uFEFF",
                    "\uFFFE",
                    "ü",
                    "\uD83D\uDD12",
                    "~",
                    "null",
                    "true",
                    "1",
                    "99999999999999999999",
                    ".nan",
                    "0x",
                    "gate",
                    "environments",
                    "inherits: ",
                    "production",
                    "lock",
                    "extends",
                    "builtin: ",
                    "org.yaml",
                    "holdfast.yaml",
                    "/",
                    "..",
                    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                    "a: {a: {a: ");

    @TempDir private Path folder;

    @Test
    void neverAnythingButAPolicyOrAProblemWithAPlace() throws IOException {
        Policies policies = new Policies(folder);
        policies.with("org.yaml", "lock: [sample]\nsample: {least: 15}\n");
        byte[] full = Policies.bytes(FULL.replace("PIN", policies.sha256("org.yaml")));
        byte[] small = Policies.bytes(SMALL);
        KnownChecks checks = new KnownChecks(() -> Policies.CATALOGUE);
        long seed = Long.getLong("fuzz.seed", 20_261_108);
        SplittableRandom random = new SplittableRandom(seed);
        int valid = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = random.nextInt(4) == 0 ? full : small;
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes = mutated(bytes, random);
            }
            PolicyFile file =
                    PolicyFile.of("holdfast.yaml", folder.resolve("holdfast.yaml"), bytes);
            try {
                new LayerReader(Policies.shape(), List.of(), checks).read(file);
                valid++;
            } catch (UserProblem problem) {
                assertPlaces(problem, bytes, "seed " + seed + ", round " + round);
            } catch (RuntimeException | StackOverflowError broken) {
                fail("seed " + seed + ", round " + round + ":\n" + text(bytes), broken);
            }
        }
        assertTrue(valid > ROUNDS / 50 && valid < ROUNDS / 2, valid + " of them valid");
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1, 12));
        byte[] middle =
                switch (random.nextInt(6)) {
                    case 0 -> new byte[0];
                    case 1 -> new byte[] {(byte) random.nextInt(256)};
                    case 2 -> twice(bytes, from, to);
                    case 3 -> slice(bytes, random);
                    default -> Policies.bytes(TOKENS.get(random.nextInt(TOKENS.size())));
                };
        boolean insert = random.nextBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        int rest = insert ? from : to;
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }

    private static byte[] twice(byte[] bytes, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, from, to - from);
        out.write(bytes, from, to - from);
        return out.toByteArray();
    }

    private static byte[] slice(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - from, random.nextInt(200));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, from, length);
        return out.toByteArray();
    }

    private static void assertPlaces(UserProblem problem, byte[] bytes, String where) {
        List<String> lines = text(bytes).replaceFirst("^\uFEFF", "").lines().toList();
        for (String line : problem.what().split("\n", -1)) {
            if (line.matches("and [0-9]+ more")) {
                continue;
            }
            Matcher place = PLACE.matcher(line);
            String said = where + ": " + line + "\n" + text(bytes);
            assertTrue(place.matches(), said);
            int row = Integer.parseInt(place.group(2));
            int column = Integer.parseInt(place.group(3));
            if (place.group(1).equals("org.yaml")) {
                continue;
            }
            int length = row <= lines.size() ? lines.get(row - 1).length() : 0;
            assertTrue(row >= 1 && row <= lines.size() + 1, said);
            assertTrue(column >= 1 && column <= length + 1, said);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
