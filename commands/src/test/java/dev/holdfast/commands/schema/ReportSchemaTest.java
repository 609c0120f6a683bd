package dev.holdfast.commands.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.holdfast.commands.TestTerminal;
import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.report.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReportSchemaTest {

    private static TestTerminal run(String... args) throws IOException {
        TestTerminal terminal = TestTerminal.pipe();
        ReportSchema command = new ReportSchema();
        new CommandLine(command.syntax().spec()).parseArgs(args);
        assertEquals(
                ExitCode.CLEAR,
                command.run(
                        new Surroundings(
                                new Tool("holdfast", "0.1.0"),
                                terminal,
                                Map.of(),
                                Path.of("").toAbsolutePath(),
                                Clock.systemUTC(),
                                new SplittableRandom(1),
                                Optional.empty(),
                                1)));
        return terminal;
    }

    @Test
    void printsAValidSchemaAndNothingElse() throws IOException {
        TestTerminal terminal = run();
        Schema meta =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(terminal.said(), InputFormat.JSON));
        assertTrue(terminal.said().contains("holdfast.report/v1"));
        assertEquals("", terminal.complained());
        assertTrue(
                !meta.validate(
                                terminal.said().replace("\"type\": \"object\"", "\"type\": 7"),
                                InputFormat.JSON)
                        .isEmpty());
    }

    @Test
    void hasNoReport() {
        assertThrows(UserProblem.class, () -> run("--format=html"));
        assertThrows(UserProblem.class, () -> run("--report=json=x.json"));
    }
}
