package dev.holdfast.commands.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.TestTerminal;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.report.Samples;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.report.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OutputsTest {
    private static final Report REPORT = Samples.realistic();
    private static final String ESCAPE = String.valueOf((char) 0x1B);

    @TempDir private Path folder = Path.of("");

    private Outputs prepare(TestTerminal terminal, String... args) throws IOException {
        CommonOptions options = new CommonOptions();
        new CommandLine(Syntax.of("").with(options).spec()).parseArgs(args);
        Surroundings surroundings =
                new Surroundings(
                        new Tool("holdfast", "0.1.0"),
                        terminal,
                        Map.of(),
                        folder,
                        Clock.fixed(REPORT.finishedAt(), ZoneOffset.UTC),
                        new SplittableRandom(1),
                        Optional.empty(),
                        2);
        return Outputs.prepare(options, surroundings);
    }

    private TestTerminal write(TestTerminal terminal, String... args) throws IOException {
        prepare(terminal, args).write(REPORT);
        return terminal;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void stdoutIsExactlyOneDocumentWhateverElseIsWritten() throws IOException {
        TestTerminal terminal =
                write(
                        TestTerminal.pipe(),
                        "--format=json",
                        "--report=html=r.html",
                        "--report=sarif=r.sarif",
                        "--report=junit=r.xml",
                        "--report=markdown=r.md",
                        "--report=text=r.txt",
                        "--report=json=r.json");
        JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(terminal.said());
        assertEquals(terminal.said(), Files.readString(folder.resolve("r.json")));
        assertEquals("", terminal.complained());
        assertEquals(List.of("r.html", "r.json", "r.md", "r.sarif", "r.txt", "r.xml"), names());
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void everyFormatGoesToStdoutAndToAFile(ReportFormat format) throws IOException {
        TestTerminal terminal =
                write(
                        TestTerminal.pipe(),
                        "--format=" + format.word(),
                        "--report=" + format.word() + "=file");
        assertEquals(terminal.said(), Files.readString(folder.resolve("file")));
        assertTrue(terminal.said().endsWith("\n"));
    }

    @Test
    void colourIsForATerminalAndForNothingElse() throws IOException {
        assertTrue(write(TestTerminal.watched()).said().contains(ESCAPE));
        assertFalse(write(TestTerminal.pipe()).said().contains(ESCAPE));
        assertFalse(write(TestTerminal.watched(), "--no-color").said().contains(ESCAPE));
        write(TestTerminal.watched(), "--report=text=r.txt");
        assertFalse(Files.readString(folder.resolve("r.txt")).contains(ESCAPE));
    }

    @Test
    void aPersonIsToldWhereReportsWentAndAPipeIsNot() throws IOException {
        String[] args = {"--report=html=r.html", "--report=sarif=r.sarif"};
        assertEquals(
                "html report: r.html\nsarif report: r.sarif\n",
                write(TestTerminal.watched(), args).complained());
        assertEquals("", write(TestTerminal.pipe(), args).complained());
        assertEquals(
                "", write(TestTerminal.watched(), "--quiet", "--report=html=r.html").complained());
    }

    @Test
    void quietIsForStdoutOnly() throws IOException {
        TestTerminal terminal = write(TestTerminal.pipe(), "--quiet", "--report=text=r.txt");
        assertFalse(terminal.said().contains("W-12"));
        assertTrue(Files.readString(folder.resolve("r.txt")).contains("W-12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing/r.html", "a.txt/r.html"})
    void refusesAMissingFolder(String name) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "");
        UserProblem problem =
                assertThrows(
                        UserProblem.class,
                        () -> prepare(TestTerminal.pipe(), "--report=html=" + name));
        assertEquals("--report: there is no folder for " + name, problem.what());
    }

    @Test
    void refusesAFolder() {
        UserProblem problem =
                assertThrows(
                        UserProblem.class, () -> prepare(TestTerminal.pipe(), "--report=html=."));
        assertEquals("--report: . is a folder", problem.what());
    }

    @Test
    void refusesTwoReportsInOneFileUnderWhateverName() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("other"), Path.of("sub"));
        Files.writeString(folder.resolve("real.html"), "");
        Files.createSymbolicLink(folder.resolve("early.html"), Path.of("later.html"));
        Files.createSymbolicLink(folder.resolve("sub/early.html"), Path.of("../early.html"));
        Files.createSymbolicLink(folder.resolve("link.html"), Path.of("real.html"));
        for (List<String> pair :
                List.of(
                        List.of("r.html", "r.html"),
                        List.of("r.html", "./r.html"),
                        List.of("r.html", "sub/../r.html"),
                        List.of("r.html", folder.resolve("r.html").toString()),
                        List.of("sub/r.html", "other/r.html"),
                        List.of("real.html", "link.html"),
                        List.of("later.html", "early.html"),
                        List.of("early.html", "sub/early.html"))) {
            UserProblem problem =
                    assertThrows(
                            UserProblem.class,
                            () ->
                                    prepare(
                                            TestTerminal.pipe(),
                                            "--report=html=" + pair.getFirst(),
                                            "--report=json=" + pair.getLast()),
                            pair.toString());
            assertEquals("--report: two reports go to " + pair.getLast(), problem.what());
        }
        prepare(TestTerminal.pipe(), "--report=html=r.html", "--report=json=sub/r.html");
    }

    @Test
    void refusesStdoutWhichCarriesOneDocument() throws IOException {
        UserProblem problem =
                assertThrows(
                        UserProblem.class,
                        () -> prepare(TestTerminal.pipe(), "--report=json=/dev/stdout"));
        assertEquals("--report: /dev/stdout is stdout, which carries one document", problem.what());
        prepare(TestTerminal.pipe(), "--report=json=/dev/null");
    }

    @Test
    void aReportThatCannotBeWrittenLosesNotTheResult() throws IOException {
        for (ReportFormat format : ReportFormat.values()) {
            TestTerminal terminal = TestTerminal.pipe();
            Outputs outputs = prepare(terminal, "--report=" + format.word() + "=/dev/full");
            assertThrows(IOException.class, () -> outputs.write(REPORT), format.word());
            assertTrue(terminal.said().contains("BLOCKED: 2 findings block"), format.word());
        }
    }

    @Test
    void carriesTheTrendOn() throws IOException {
        write(TestTerminal.pipe(), "--report=html=r.html");
        assertFalse(Files.readString(folder.resolve("r.html")).contains("The last"));
        write(TestTerminal.pipe(), "--report=html=r.html");
        assertTrue(Files.readString(folder.resolve("r.html")).contains("The last 2 runs"));
    }

    @Test
    void aLinkIsWrittenThrough() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("r.json"), Path.of("sub/real.json"));
        write(TestTerminal.pipe(), "--report=json=r.json");
        assertTrue(Files.isSymbolicLink(folder.resolve("r.json")));
        assertTrue(Files.readString(folder.resolve("sub/real.json")).contains("holdfast.report"));
    }

    @Test
    void aDeviceStaysADevice() throws IOException {
        write(TestTerminal.pipe(), "--report=json=/dev/null", "--report=html=r.html");
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
        assertEquals(List.of("r.html"), names());
    }

    @Test
    void theOldFileIsThereUntilTheNewOneIs() throws IOException {
        Path file = folder.resolve("r.txt");
        Files.writeString(file, "old");
        List<String> seen = new ArrayList<>();
        WholeFile.write(
                file,
                out -> {
                    out.write("ne".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    out.flush();
                    seen.add(Files.readString(file));
                    out.write('w');
                });
        assertEquals(List.of("old"), seen);
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("r.txt"), names());
    }

    @Test
    void afterAFailureTheOldFileIsStillThereAndNoHalfIs() throws IOException {
        Path file = folder.resolve("r.txt");
        Files.writeString(file, "old");
        assertThrows(
                IOException.class,
                () ->
                        WholeFile.write(
                                file,
                                out -> {
                                    out.write('n');
                                    out.flush();
                                    throw new IOException("the disk is full");
                                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("r.txt"), names());
    }

    @Test
    void aHalfOfAnEarlierRunIsReplacedAndALinkInItsPlaceIsNotFollowed() throws IOException {
        Path file = folder.resolve("r.txt");
        Path other = folder.resolve("other");
        Files.writeString(other, "not ours");
        Files.createSymbolicLink(folder.resolve(".r.txt.part"), other);
        WholeFile.write(file, out -> out.write('x'));
        assertEquals("x", Files.readString(file));
        assertEquals("not ours", Files.readString(other));
        assertEquals(List.of("other", "r.txt"), names());
    }
}
