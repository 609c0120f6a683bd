package dev.holdfast.commands.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is written through a link, out of the project, over a file, or by halves. */
class LinksAndRightsTest {

    @TempDir private Path temporary;
    private Path root = Path.of("");
    private Path outside = Path.of("");
    private ProjectFolder project = new ProjectFolder(root);

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectory(temporary.resolve("root"));
        outside = Files.createDirectory(temporary.resolve("outside"));
        project = new ProjectFolder(root).withFolder(".git");
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdfast.yaml", ".pre-commit-config.yaml"})
    void leavesALinkInPlaceOfAFileAlone(String path) throws IOException {
        Path target = outside.resolve("target");
        Files.createSymbolicLink(root.resolve(path), target);

        Invoked run = Invoked.init(root);

        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("differs, left alone: " + path), run.out());
        assertTrue(run.out().contains("it is a link"), run.out());
        assertTrue(Files.isSymbolicLink(root.resolve(path)));
        assertFalse(Files.exists(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {".github", ".github/workflows", ".holdfast"})
    void refusesToWriteThroughALinkInPlaceOfAFolder(String path) throws IOException {
        Files.createDirectories(root.resolve(path).resolveSibling(""));
        Files.createSymbolicLink(root.resolve(path), outside);
        Map<String, String> before = project.tree();

        UserProblem problem = assertThrows(UserProblem.class, () -> Invoked.init(root));

        assertTrue(problem.what().contains(path + " is a link"), problem.what());
        assertEquals(before, project.tree());
        assertEquals(1, new ProjectFolder(outside).tree().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {".github", ".holdfast"})
    void refusesAFileInPlaceOfAFolder(String path) throws IOException {
        project.with(path, "mine");
        Map<String, String> before = project.tree();

        UserProblem problem = assertThrows(UserProblem.class, () -> Invoked.init(root));

        assertTrue(problem.what().contains(path + " is no folder"), problem.what());
        assertEquals(before, project.tree());
    }

    @Test
    void leavesAFolderInPlaceOfAFileAlone() throws IOException {
        project.withFolder("holdfast.yaml");

        Invoked run = Invoked.init(root);

        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("it is a folder"), run.out());
    }

    @Test
    void refusesAFolderThatTakesNoFile() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(root), "root may write everywhere, so nothing refuses");

            UserProblem problem = assertThrows(UserProblem.class, () -> Invoked.init(root));

            assertTrue(problem.what().contains("no permission to write"), problem.what());
        } finally {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void followsALinkThatTheUserNames() throws IOException {
        Path link = outside.resolve("link");
        Files.createSymbolicLink(link, root);

        assertEquals(0, Invoked.init(outside, "link").exitCode());

        assertTrue(project.has("holdfast.yaml"));
    }

    @Test
    void neverWritesOverAFileThatAppears() throws IOException {
        project.with("holdfast.yaml", "mine");

        UserProblem problem =
                assertThrows(
                        UserProblem.class,
                        () -> new FileWriter(root).write("holdfast.yaml", "ours"));

        assertTrue(problem.what().contains("left alone"), problem.what());
        assertEquals("mine", project.read("holdfast.yaml"));
        assertFalse(project.has(".holdfast.yaml.part"));
    }

    @Test
    void clearsAHalfThatIsALink() throws IOException {
        Path target = outside.resolve("target");
        Files.createSymbolicLink(root.resolve(".holdfast.yaml.part"), target);

        new FileWriter(root).write("holdfast.yaml", "ours");

        assertEquals("ours", project.read("holdfast.yaml"));
        assertFalse(Files.exists(target));
        assertFalse(project.has(".holdfast.yaml.part"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../../x", "/absolute/x"})
    void refusesAPathOutOfTheRoot(String path) {
        assertThrows(
                IllegalArgumentException.class, () -> new FileWriter(root).write(path, "ours"));
    }
}
