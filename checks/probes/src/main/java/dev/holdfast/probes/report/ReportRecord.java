package dev.holdfast.probes.report;

import dev.holdfast.core.problem.UserProblem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a file, or the files of a folder, line by line. */
final class ReportRecord {
    private static final int LONGEST_LINE = 256 << 10;
    private static final int LONGEST_WHOLE = 1 << 20;
    private static final int MOST_FILES = 10_000;

    private long malformed;
    private long lines;
    private boolean cut;

    /** How many lines are no report. */
    long malformed() {
        return malformed;
    }

    /** How many lines there are. */
    long lines() {
        return lines;
    }

    /** Whether there are more files than are read. */
    boolean cut() {
        return cut;
    }

    /**
     * Reads all.
     *
     * @throws UserProblem when it cannot be read
     */
    void read(Path path, Consumer<CollectedLine> lines) {
        try {
            for (Path file : files(path)) {
                readFile(file, lines);
            }
        } catch (IOException failed) {
            throw new UserProblem(
                    "cannot read the collected reports in " + path,
                    "name the file that holdfast probe csp-collect wrote, or a folder of such"
                            + " files");
        }
    }

    private List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            List<Path> files =
                    all.filter(Files::isRegularFile).sorted().limit(MOST_FILES + 1L).toList();
            cut = files.size() > MOST_FILES;
            return files.stream().limit(MOST_FILES).toList();
        }
    }

    private void readFile(Path file, Consumer<CollectedLine> to) throws IOException {
        if (file.toString().endsWith(".json") && Files.size(file) <= LONGEST_WHOLE) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Optional<CollectedLine> whole = CollectedLine.read(text);
            if (whole.isPresent()) {
                lines++;
                to.accept(whole.get());
                return;
            }
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    if (line.size() <= LONGEST_LINE) {
                        line.write(next);
                    }
                } else {
                    take(line, to);
                }
            }
            take(line, to);
        }
    }

    private void take(ByteArrayOutputStream bytes, Consumer<CollectedLine> to) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        boolean tooLong = bytes.size() > LONGEST_LINE;
        bytes.reset();
        if (line.isBlank()) {
            return;
        }
        lines++;
        Optional<CollectedLine> read = tooLong ? Optional.empty() : CollectedLine.read(line);
        if (read.isPresent()) {
            to.accept(read.get());
        } else {
            malformed++;
        }
    }
}
