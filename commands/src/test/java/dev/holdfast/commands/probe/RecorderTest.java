package dev.holdfast.commands.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecorderTest {
    @TempDir private Path folder;

    private static void record(Path file) throws IOException {
        try (Recorder recorder =
                Recorder.to(Optional.of(file), List.of(Route.of("/", RouteClass.LOGIN)))) {
            recorder.take(
                    new Exchange(
                            "https://a.test/",
                            Request.get("/"),
                            new Response(200, Fields.NONE, Body.EMPTY),
                            Instant.EPOCH));
        }
    }

    @Test
    void replacesNoFileThatIsNoRecording() throws IOException {
        Path policy = Files.writeString(folder.resolve("holdfast.yaml"), "apiVersion: x\n");
        UserProblem problem = assertThrows(UserProblem.class, () -> record(policy));
        assertTrue(problem.what().contains("holdfast.yaml"), problem.what());
        assertEquals("apiVersion: x\n", Files.readString(policy));
    }

    @Test
    void replacesARecordingAndAnEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("run.jsonl"));
        record(file);
        record(file);
        assertEquals(1, Files.readAllLines(file).size());
    }

    @Test
    void makesAFileForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("run.jsonl");
        record(file);
        assertEquals(
                PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    }

    @Test
    void writesTheClassOfARouteBesideItsOwnAnswer() throws IOException {
        Path file = folder.resolve("run.jsonl");
        List<Route> routes = List.of(Route.of("/", RouteClass.LOGIN));
        try (Recorder recorder = Recorder.to(Optional.of(file), routes)) {
            for (int status : List.of(200, 404)) {
                recorder.take(
                        new Exchange(
                                "https://a.test/",
                                Request.get("/"),
                                new Response(status, Fields.NONE, Body.EMPTY),
                                Instant.EPOCH));
            }
        }
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.getFirst().contains("\"class\":\"login\""), lines.getFirst());
        assertFalse(lines.getLast().contains("\"class\""), lines.getLast());
    }
}
