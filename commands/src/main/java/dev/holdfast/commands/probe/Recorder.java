package dev.holdfast.commands.probe;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.recorded.RecordedExchange;
import dev.holdfast.probes.recorded.RecordingWriter;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the exchanges of a run to a file, a line each; without a file it writes nothing. */
final class Recorder implements AutoCloseable {
    /** How each line of a recording begins. */
    private static final String FIRST = "{\"id\":";

    private final @Nullable BufferedWriter out;
    private final Map<String, RouteClass> classes;
    private int count;
    private @Nullable IOException broken;

    private Recorder(@Nullable BufferedWriter out, List<Route> routes) {
        this.out = out;
        Map<String, RouteClass> all = new HashMap<>();
        routes.forEach(each -> all.putIfAbsent(each.path(), each.routeClass()));
        this.classes = Map.copyOf(all);
    }

    /**
     * A recorder that begins a new file.
     *
     * @param routes whose classes it writes beside their answers
     * @throws UserProblem when the file cannot be written
     */
    static Recorder to(Optional<Path> file, List<Route> routes) {
        if (file.isEmpty()) {
            return new Recorder(null, routes);
        }
        requireReplaceable(file.get());
        try {
            return new Recorder(open(file.get()), routes);
        } catch (IOException failed) {
            throw new UserProblem(
                    "--record: " + file.get().getFileName() + " cannot be written",
                    "name a file in a folder that is there");
        }
    }

    /** Another file of that name is somebody's work: a policy, for example. */
    private static void requireReplaceable(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            // A pipe or a device has nothing that could be lost.
            boolean free = !Files.isRegularFile(file) && !Files.isDirectory(file);
            if (free || Files.size(file) == 0 || begin(file).equals(FIRST)) {
                return;
            }
        } catch (IOException unreadable) {
            // Then it cannot be told, and it stays.
        }
        throw new UserProblem(
                "--record: " + file.getFileName() + " is there already and is no recording",
                "name a file that is not there, or a recording, which is replaced");
    }

    private static String begin(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(FIRST.length()), StandardCharsets.ISO_8859_1);
        }
    }

    /** A new file is its owner's alone: what a service answers is not for everybody. */
    private static BufferedWriter open(Path file) throws IOException {
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newBufferedWriter(file);
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
                                    id, exchange, routeClass(exchange), UnaryOperator.identity())));
            out.newLine();
        } catch (IOException failed) {
            broken = failed;
        }
    }

    /** What the policy calls it, where the answer is the route's own and no error or redirect. */
    private Optional<RouteClass> routeClass(Exchange exchange) {
        boolean own = exchange.request().method().equals("GET") && exchange.response().successful();
        return own ? Optional.ofNullable(classes.get(exchange.request().path())) : Optional.empty();
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
