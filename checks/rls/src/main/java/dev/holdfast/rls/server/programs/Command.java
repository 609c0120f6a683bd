package dev.holdfast.rls.server.programs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, in an environment that holds nothing of the user's. */
public record Command(List<String> words, Path folder, String input) {

    public Command {
        words = List.copyOf(words);
    }

    /**
     * Runs it and gives what it printed, errors among it.
     *
     * @throws IOException when it cannot be started, ends with another code than 0, or takes longer
     */
    public String output(Duration longest) throws IOException {
        Path printed = Files.createTempFile("holdfast-postgresql-", ".out");
        try {
            Process process = start(printed);
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                // It read no input; its code says whether that was right.
            }
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(name() + " did not end within " + longest.toSeconds() + " s");
            }
            String text = Files.readString(printed, StandardCharsets.ISO_8859_1);
            if (process.exitValue() != 0) {
                throw new IOException(
                        name() + " ended with code " + process.exitValue() + ": " + text.strip());
            }
            return text;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(name() + " was interrupted");
        } finally {
            Files.deleteIfExists(printed);
        }
    }

    private Process start(Path printed) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile());
        plain(builder);
        return builder.start();
    }

    /** Takes all of the user's variables away: PGDATA, PGOPTIONS, LD_PRELOAD and their like. */
    public static void plain(ProcessBuilder builder) {
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
    }

    /** The same with words in front, such as those that change the user. */
    public Command behind(List<String> prefix) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return new Command(all, folder, input);
    }

    private String name() {
        for (String word : words) {
            String file = word.substring(word.lastIndexOf('/') + 1);
            if (file.equals("initdb") || file.equals("postgres")) {
                return file;
            }
        }
        return words.getFirst();
    }
}
