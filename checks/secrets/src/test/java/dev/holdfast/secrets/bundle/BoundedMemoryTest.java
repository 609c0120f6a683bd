package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to take memory, scanned by two threads in a heap of 256 MiB. */
class BoundedMemoryTest {
    static final long SEED = 41;

    @TempDir private Path folder;

    @Test
    void hostileFilesAreDecidedInASmallHeap() throws Exception {
        Fixture project = Fixture.bare(folder, SEED);
        String token = project.token("STRIPE_SECRET");
        sparse(project.write("dist/a-huge.bin", token), 5L << 30);
        sparse(project.write("dist/b-long.bin", token), 300L << 20);
        try (OutputStream bomb =
                new GZIPOutputStream(
                        Files.newOutputStream(project.root().resolve("dist/c-bomb.js.gz")))) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                bomb.write(block);
            }
        }
        project.write("dist/d-deep.js.map", "{\"sources\":" + "[".repeat(15 << 20));
        project.write("dist/e-wide.js.map", "{\"sources\":[" + "\"\",".repeat(5 << 20) + "1]}");
        project.write(
                "dist/f-parts.js.map", "{\"sections\":[" + "{\"map\":{}},".repeat(1 << 20) + "1]}");
        project.write("dist/g-lines.js.map", "{\"mappings\":\"" + ";".repeat(40 << 20) + "\"}");
        project.write("dist/g-lines.js", "k='" + token + "'");
        project.write(
                "dist/h-text.js.map",
                "{\"sources\":[\"a.js\"],\"sourcesContent\":[\""
                        + "\\u0041".repeat(9 << 20)
                        + "\"]}");

        List<String> printed = run(project.root());

        assertEquals(
                Scan.lines(
                        """
                        STRIPE_SECRET secrets.stripe-secret-key fail/critical leaked/served - no origin +1
                        bundle.served-map fail dist/h-text.js.map:1:1: the map carries the original sources and is shipped
                        secrets.bundle unknown dist/a-huge.bin:1:1: has 5368709120 bytes, more than the limit, and was not looked at
                        secrets.bundle unknown dist/c-bomb.js.gz:1:1: unpacks to more than 268435456 bytes; the rest was not looked at
                        secrets.bundle unknown dist/d-deep.js.map:1:1: the source map is broken: it is not valid JSON; its bytes were searched, and where a value comes from is not known
                        secrets.bundle unknown dist/e-wide.js.map:1:1: the source map is broken: it names more than 1,000,000 sources; its bytes were searched, and where a value comes from is not known
                        secrets.bundle unknown dist/f-parts.js.map:1:1: the source map is broken: it has more than 100,000 sections; its bytes were searched, and where a value comes from is not known
                        """),
                printed);
    }

    private static void sparse(Path file, long length) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        }
    }

    private static List<String> run(Path root) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MemoryProbe.class.getName(),
                                root.toString())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return Scan.lines(printed);
    }
}
