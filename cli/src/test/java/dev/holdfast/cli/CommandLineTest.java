package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.Commands;
import dev.holdfast.commands.leaf.CommandEntry;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.core.report.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void saysItsVersion() {
        assertEquals(new Run(0, "holdfast " + Main.VERSION + "\n", ""), Run.of("--version"));
        assertEquals(Run.of("--version"), Run.of("-V"));
    }

    @Test
    void withoutACommandIsUsageAndKeepsStdoutEmpty() {
        Run run = Run.of();
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("Usage: holdfast COMMAND"), run.err());
    }

    @Test
    void everyCommandAndGroupHasAHelpPageOfEightyColumns() {
        for (List<String> words : new Tree(Commands.all(), Commands.GROUPS).pages()) {
            String[] args =
                    Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new);
            Run run = Run.of(args);
            assertEquals(0, run.code(), words.toString());
            assertEquals("", run.err(), words.toString());
            assertTrue(
                    run.out().lines().allMatch(line -> line.length() <= 80),
                    words + "\n" + run.out());
            assertTrue(run.out().contains("Usage: "), run.out());
            String[] asked =
                    Stream.concat(Stream.of("help"), words.stream()).toArray(String[]::new);
            assertEquals(run, Run.of(asked));
        }
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertEquals(
                new Run(2, "", "holdfast: there is no command 'chekc'\n  did you mean 'check'?\n"),
                Run.of("chekc"));
        assertEquals(
                new Run(
                        2,
                        "",
                        "holdfast: there is no command 'secrets bundel'\n"
                                + "  did you mean 'bundle'?\n"),
                Run.of("secrets", "bundel", "dist"));
    }

    @ParameterizedTest
    @CsvSource({
        "version, --version",
        "bundle, secrets bundle",
        "validate, policy validate",
        "schema, policy schema' or 'report schema",
    })
    void suggestsTheWholeCommandForAPartOfIt(String typed, String meant) {
        Run run = Run.of(typed);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("did you mean '" + meant + "'?"), run.err());
    }

    @Test
    void suggestsTheIdForItsLastPart() {
        assertEquals(
                new Run(
                        2,
                        "",
                        "holdfast: there is no check 'env-value'\n"
                                + "  did you mean 'secrets.env-value'?\n"),
                Run.of("explain", "env-value"));
    }

    @Test
    void explainsTheGateOfTheEnvironmentThatIsAsked() {
        Run top = Run.of("policy", "explain", "gate.block");
        Run production = Run.of("policy", "explain", "gate.block", "--environment", "production");
        assertTrue(top.out().startsWith("gate.block  [critical, high]  ("), top.out());
        assertTrue(
                production
                        .out()
                        .startsWith(
                                "environments.production.gate.block  [critical, high, medium]  ("),
                production.out());
        assertEquals(2, Run.of("policy", "explain", "gate", "--environment", "none").code());
    }

    @Test
    void aGroupAloneNamesItsCommands() {
        Run run = Run.of("policy");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("explain, schema, validate"), run.err());
    }

    @Test
    void refusesWhatACommandDoesNotTake() {
        assertEquals(
                new Run(
                        2,
                        "",
                        "holdfast: unknown option '--qiet'\n"
                                + "  did you mean '--quiet'? see holdfast check --help\n"),
                Run.of("check", "--qiet"));
        for (List<String> args :
                List.of(
                        List.of("check", "a", "b"),
                        List.of("secrets", "bundle"),
                        List.of("check", "--threads", "0"),
                        List.of("check", "--threads", "many"),
                        List.of("check", "--format", "xml"),
                        List.of("check", "--report", "html"),
                        List.of("check", "--report", "html="),
                        List.of("check", "--format"),
                        List.of("--quiet", "check"),
                        List.of("explain", "no.such-check"),
                        List.of("explain", "--format", "sarif"))) {
            Run run = Run.of(args.toArray(String[]::new));
            assertEquals(2, run.code(), args + run.err());
            assertEquals("", run.out(), args.toString());
            assertFalse(run.err().contains("\tat "), args + run.err());
            assertFalse(run.err().isEmpty(), args.toString());
        }
    }

    private static final class Failing implements Leaf {
        private final Throwable cause;

        Failing(Throwable cause) {
            this.cause = cause;
        }

        @Override
        public Syntax syntax() {
            return Syntax.of("fails");
        }

        @Override
        public int run(Surroundings surroundings) throws IOException, InterruptedException {
            switch (cause) {
                case IOException failed -> throw failed;
                case InterruptedException stopped -> throw stopped;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                default -> throw new AssertionError(cause);
            }
        }
    }

    private static Run failing(Throwable cause) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Tree tree =
                new Tree(
                        List.of(
                                new CommandEntry(
                                        List.of("fail"), "fails", () -> new Failing(cause))),
                        Map.of());
        PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code =
                new Invocation(tree, results, errors)
                        .run(
                                List.of("fail"),
                                new Surroundings(
                                        new Tool("holdfast", "test"),
                                        ProcessTerminal.of(
                                                InputStream.nullInputStream(),
                                                results,
                                                errors,
                                                Map.of()),
                                        Map.of(),
                                        Path.of("").toAbsolutePath(),
                                        Clock.systemUTC(),
                                        new Random(1),
                                        Optional.empty(),
                                        1));
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aCrashNeverLooksLikeFindings() {
        for (Throwable bug :
                List.of(
                        new IllegalStateException("secret-of-the-test"),
                        new StackOverflowError(),
                        new NoClassDefFoundError("secret-of-the-test"),
                        new OutOfMemoryError("secret-of-the-test"),
                        new AssertionError("secret-of-the-test"))) {
            Run run = failing(bug);
            assertEquals(70, run.code(), bug.toString());
            assertEquals("", run.out());
            assertTrue(run.err().contains("a bug in Holdfast"), run.err());
            assertFalse(run.err().contains("secret-of-the-test"), run.err());
        }
    }

    @Test
    void surroundingsThatFailLeaveItUndecided() {
        Run run = failing(new IOException("no space left on the device"));
        assertEquals(3, run.code());
        assertTrue(run.err().contains("no space left on the device"), run.err());
    }

    @Test
    void anInterruptIsOneOfItsOwn() {
        assertEquals(130, failing(new InterruptedException()).code());
    }

    @Test
    void aResultThatDidNotArriveIsNoPass() {
        PrintStream full =
                new PrintStream(
                        new OutputStream() {
                            @Override
                            public void write(int each) throws IOException {
                                throw new IOException("no space left");
                            }
                        },
                        false,
                        StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(3, Main.run(InputStream.nullInputStream(), full, err, "--version"));
        assertEquals(3, Main.run(InputStream.nullInputStream(), full, err, "explain"));
    }

    @ParameterizedTest
    @CsvSource({
        "Broken pipe, ''",
        "No space left on device, holdfast: the result could not be written to stdout\n"
    })
    void onlyAReaderThatLeftIsNotToldOfIt(String why, String said) {
        StandardOutput out =
                new StandardOutput(
                        new OutputStream() {
                            @Override
                            public void write(int each) throws IOException {
                                throw new IOException(why);
                            }
                        });
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        InputStream.nullInputStream(),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        "--version");
        assertEquals(3, code);
        assertEquals(said.strip(), err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void namesOfFilesGiveNoOrdersToTheTerminal() {
        Run run = Run.of("check", "no\u001B[31mred");
        assertEquals(2, run.code());
        assertFalse(run.err().contains("\u001B"), run.err());
        assertTrue(run.err().contains("\\u001B"), run.err());
    }
}
