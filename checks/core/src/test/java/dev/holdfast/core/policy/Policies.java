package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Policy files in a folder of their own, read by the real reader. */
final class Policies {
    static final String FIRST = "apiVersion: holdfast/v1\n";

    static final Catalogue CATALOGUE =
            new Catalogue(
                    List.of(
                            List.of(
                                    info("secrets.bundle", Severity.HIGH),
                                    info("secrets.env-value", Severity.CRITICAL),
                                    info("docker.root-user", Severity.MEDIUM),
                                    info("repo.licence", Severity.LOW))));

    private final Path folder;

    Policies(Path folder) {
        this.folder = folder;
    }

    private static CheckInfo info(String id, Severity severity) {
        return new CheckInfo(new CheckId(id), id, severity, "m", "w", "f", List.of());
    }

    /** A capability's section that has every kind of leaf and every rule of tightening. */
    static PolicySection section() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("least", new Shape.WholeNumber("a floor", 1, 100, 10, Tightening.HIGHER));
        keys.put("most", new Shape.WholeNumber("a ceiling", 1, 100, 50, Tightening.LOWER));
        keys.put("strict", new Shape.Flag("a switch", false, Tightening.TRUE));
        keys.put("label", new Shape.Text("a text", List.of(), null, null, Tightening.SAME));
        keys.put(
                "mode",
                new Shape.Text(
                        "a word",
                        List.of("hard", "middle", "soft"),
                        null,
                        "middle",
                        Tightening.EARLIER_CHOICE));
        keys.put("wanted", words(Tightening.MORE_MEMBERS));
        keys.put("skipped", words(Tightening.FEWER_MEMBERS));
        keys.put("exact", words(Tightening.SAME));
        return new PolicySection("sample", new Shape.Keys("a sample", keys, List.of()));
    }

    private static Shape words(Tightening tightening) {
        return new Shape.ListOf(
                "words",
                new Shape.Text("a word", List.of(), null, null, Tightening.SAME),
                List.of("one", "two"),
                tightening);
    }

    static Shape.Keys shape() {
        return CoreShapes.file(List.of(section()));
    }

    static PolicyReader reader() {
        return new PolicyReader(List.of(section()), () -> CATALOGUE);
    }

    Path folder() {
        return folder;
    }

    /** Writes a file; the first line is added. */
    Policies with(String name, String text) {
        return withExactly(name, FIRST + text);
    }

    Policies withExactly(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String sha256(String name) {
        try {
            Path file = folder.resolve(name);
            return PolicyFile.of(name, file, Files.readAllBytes(file)).sha256();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An item of {@code extends} that pins a file as it is now. */
    String pinned(String name) {
        return "{file: " + name + ", sha256: '" + sha256(name) + "'}";
    }

    /** Reads {@code holdfast.yaml} with this text behind the first line. */
    Policy read(String text) {
        return readFile("holdfast.yaml", FIRST + text);
    }

    Policy readFile(String name, String text) {
        withExactly(name, text);
        try {
            return reader().read(new Project(folder, folder, false), folder.resolve(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is wrong with {@code holdfast.yaml} with this text behind the first line. */
    UserProblem problem(String text) {
        return assertThrows(UserProblem.class, () -> read(text));
    }

    List<String> problems(String text) {
        return problem(text).what().lines().toList();
    }

    /** {@code key = value (layer)} for each setting. */
    static List<String> explain(Policy policy, String key) {
        return policy.explain(key).stream()
                .map(each -> each.key() + " = " + each.shown() + " (" + each.layer() + ")")
                .collect(Collectors.toList());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
