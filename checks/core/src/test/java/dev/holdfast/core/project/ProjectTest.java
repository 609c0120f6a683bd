package dev.holdfast.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    @Test
    void showsPathsAsReportsDo(@TempDir Path root) {
        Project project = new Project(root, root.resolve("shop"), true);
        assertEquals(".", project.show(root));
        assertEquals("shop/a.js", project.show(root.resolve("shop/a.js")));
        assertEquals("shop/a.js", project.show(Path.of("shop/x/../a.js")));
        assertEquals("../other", project.show(root.resolve("../other")));
    }
}
