package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.file.Path;

/** Scans a project's {@code dist} in a Java machine of its own, so that its memory can be small. */
final class MemoryProbe {

    private MemoryProbe() {}

    /** Prints one line for each thing said of a file, and one for each value. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Scan scan = Fixture.bare(Path.of(args[0]), BoundedMemoryTest.SEED).scan();
        scan.values().forEach(System.out::println);
        scan.others().forEach(System.out::println);
    }
}
