package dev.holdfast.commands.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written for a project of Next.js, Supabase and Docker, whole, so that a change of a
 * template is seen by a reviewer as its users see it. After a wanted change, run init on such a
 * project and copy what it wrote.
 */
class GoldenFilesTest {

    @TempDir private Path root;

    private static final Path FOLDER =
            Path.of("src/test/resources/dev/holdfast/commands/start/golden");

    /** Holds a text against its file; {@code -Dgolden=write} writes the file anew. */
    private static void assertGolden(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, name);
    }

    @Test
    void writesTheseFilesForNextJsSupabaseAndDocker() throws IOException {
        ProjectFolder project =
                new ProjectFolder(root)
                        .withFolder(".git")
                        .with(
                                "package.json",
                                """
                                {
                                  "name": "shop",
                                  "packageManager": "pnpm@10.0.0",
                                  "scripts": {"build": "next build"},
                                  "dependencies": {"next": "16.0.0", "@supabase/supabase-js": "2.0.0"}
                                }
                                """)
                        .with("pnpm-lock.yaml", "lockfileVersion: '9.0'\n")
                        .with(".nvmrc", "24\n")
                        .with("supabase/config.toml", "")
                        .with("Dockerfile", "FROM node:24\n");

        Invoked run = Invoked.init(root);

        for (Map.Entry<String, String> file :
                Map.of(
                                "holdfast.yaml", "holdfast.yaml",
                                ".holdfast/.gitignore", "gitignore",
                                ".github/workflows/holdfast.yml", "workflow.yml",
                                ".pre-commit-config.yaml", "pre-commit-config.yaml")
                        .entrySet()) {
            assertGolden(file.getValue(), project.read(file.getKey()));
        }
        assertGolden("stdout.txt", run.out());
    }
}
