package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example and every message of the page on the policy is what the program does. */
class PolicyPageTest {
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    /** What is refused, as the page calls it, with a text that has it. */
    private static final Map<String, String> REFUSED = new LinkedHashMap<>();

    static {
        REFUSED.put("an unknown key", "gates: {}\n");
        REFUSED.put("a key that stands twice", "gate: {unknown: warn, unknown: block}\n");
        REFUSED.put("an anchor", "gate: {block: &some [high]}\n");
        REFUSED.put("an alias", "gate: {block: *some}\n");
        REFUSED.put("a glob without quotes", "paths: {exclude: [**/dist/**]}\n");
        REFUSED.put("a tag", "gate: {unknown: !!str warn}\n");
        REFUSED.put("a merge key", "gate: {<<: {unknown: warn}}\n");
        REFUSED.put("a wrong type", "gate: {block: high}\n");
        REFUSED.put("a second document", "---\ngate: {}\n");
        REFUSED.put("a tab in the indentation", "gate:\n\tunknown: warn\n");
        REFUSED.put("a control character", "lock: [\u0007]\n");
        REFUSED.put("deep nesting", "gate: " + "[".repeat(60) + "\n");
        REFUSED.put("more than 1 MiB", "#".repeat(1 << 20) + "\n");
    }

    @TempDir private Path folder;
    private PolicyPage page;

    @BeforeEach
    void open() throws IOException {
        page = new PolicyPage();
    }

    @Test
    void completeExampleIsValidAndNamesEverySection() throws IOException {
        String complete = page.block("example", "complete");
        assertEquals(0, validate("complete", complete).code());
        for (String row : PolicyKeys.table(Run.of("policy", "schema").out()).split("\n")) {
            if (row.startsWith("| `")) {
                String section = row.substring(3).split("[`.\\[]", 2)[0];
                assertTrue(
                        complete.lines().anyMatch(line -> line.startsWith(section + ":")), section);
            }
        }
    }

    @Test
    void everyKeyIsInTheTable() throws IOException {
        String table = PolicyKeys.table(Run.of("policy", "schema").out());
        if (WRITE) {
            page.setPart("keys", table);
            page.write();
        }
        assertEquals(table, page.part("keys"));
    }

    @Test
    void explainSaysWhatThePageShows() throws IOException {
        Path file = write("complete", page.block("example", "complete"));
        Run run = Run.of("policy", "explain", "environments", "--policy", file.toString());
        assertEquals(0, run.code(), run.err());
        assertBlock("explain", shown(run.out()));
    }

    @Test
    void lockedExampleIsValidAndLooserOneIsNot() throws IOException {
        String org = page.block("example", "org");
        write("org", org, "org.yaml");
        String digest = sha256(org);
        if (WRITE) {
            for (String name : new String[] {"project", "loose"}) {
                page.setBlock(
                        "example",
                        name,
                        page.block("example", name)
                                .replaceFirst("sha256: \"[^\"]*\"", "sha256: \"" + digest + "\""));
            }
            page.write();
        }
        assertEquals(0, validate("project", page.block("example", "project")).code());
        Run loose = validate("loose", page.block("example", "loose"));
        assertEquals(2, loose.code());
        assertEquals("", loose.out());
        assertBlock("loose", shown(loose.err()));
    }

    @Test
    void messagesAreThoseOfThePage() throws IOException {
        Run wrong = validate("wrong", page.block("example", "wrong"));
        assertEquals(2, wrong.code());
        assertBlock("wrong", shown(wrong.err()));
    }

    @Test
    void everythingThatIsRefusedIsListedWithItsMessage() throws IOException {
        StringBuilder table = new StringBuilder("| what | message |\n|---|---|\n");
        for (Map.Entry<String, String> each : REFUSED.entrySet()) {
            Run run = validate("refused", "apiVersion: holdfast/v1\n" + each.getValue());
            assertEquals(2, run.code(), each.getKey());
            String first = shown(run.err()).lines().findFirst().orElseThrow();
            table.append("| ").append(each.getKey()).append(" | `").append(first).append("` |\n");
        }
        byte[] latin =
                "apiVersion: holdfast/v1\n# gr\u00FCn\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = folder.resolve("holdfast.yaml");
        Files.write(file, latin);
        Run run = Run.of("policy", "validate", file.toString());
        assertEquals(2, run.code());
        String first = shown(run.err()).lines().findFirst().orElseThrow();
        table.append("| bytes that are not UTF-8 | `").append(first).append("` |\n");
        if (WRITE) {
            page.setPart("refused", table.toString());
            page.write();
        }
        assertEquals(table.toString(), page.part("refused"));
    }

    @Test
    void withoutAFileTheProfilesAreInForceAndThatIsSaid() throws IOException {
        Path file = write("builtin", "apiVersion: holdfast/v1\nextends: [{builtin: base}]\n");
        Run run = Run.of("policy", "explain", "environments", "--policy", file.toString());
        assertEquals(0, run.code(), run.err());
        assertBlock("builtin", shown(run.out()));
    }

    private void assertBlock(String name, String lines) throws IOException {
        if (WRITE) {
            page.setBlock("output", name, lines);
            page.write();
        }
        assertEquals(lines, page.block("output", name));
    }

    private Run validate(String name, String text) throws IOException {
        return Run.of("policy", "validate", write(name, text).toString());
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text, "holdfast.yaml");
    }

    private Path write(String name, String text, String file) throws IOException {
        assertTrue(!text.isBlank(), name + " is empty");
        Path path = folder.resolve(file);
        Files.writeString(path, text);
        return path;
    }

    /** The output with the name of the file as it is in a project. */
    private String shown(String output) throws IOException {
        return output.replace(folder.toRealPath() + "/", "").replace(folder + "/", "");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
