package dev.holdfast.commands.probe;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.recorded.RecordedExchange;
import dev.holdfast.probes.recorded.RecordingWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the exchanges of a run to a file, a line each; without a file it writes nothing. */
final class Recorder implements AutoCloseable {
    private final @Nullable BufferedWriter out;
    private int count;
    private @Nullable IOException broken;

    private Recorder(@Nullable BufferedWriter out) {
        this.out = out;
    }

    /**
     * A recorder that begins a new file.
     *
     * @throws UserProblem when the file cannot be written
     */
    static Recorder to(Optional<Path> file) {
        if (file.isEmpty()) {
            return new Recorder(null);
        }
        try {
            return new Recorder(Files.newBufferedWriter(file.get()));
        } catch (IOException failed) {
            throw new UserProblem(
                    "--record: " + file.get().getFileName() + " cannot be written",
                    "name a file in a folder that is there");
        }
    }

    /** Takes one exchange, of which the wire has taken the secrets out; any thread may call it. */
    synchronized void take(Exchange exchange) {
        if (out == null || broken != null) {
            return;
        }
        String id = String.valueOf(++count);
        try {
            out.write(
                    RecordingWriter.line(
                            RecordedExchange.of(
                                    id, exchange, Optional.empty(), UnaryOperator.identity())));
            out.newLine();
        } catch (IOException failed) {
            broken = failed;
        }
    }

    /** Ends the file; what could not be written is no recording. */
    @Override
    public synchronized void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (broken != null) {
            throw broken;
        }
    }
}
