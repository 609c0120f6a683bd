package dev.holdfast.commands.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written for a project of Next.js, Supabase and Docker, whole, so that a change of a
 * template is seen by a reviewer as its users see it. After a wanted change, run init on such a
 * project and copy what it wrote.
 */
class GoldenFilesTest {

    @TempDir private Path root;

    private static String golden(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        GoldenFilesTest.class.getResourceAsStream("golden/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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
            assertEquals(golden(file.getValue()), project.read(file.getKey()), file.getKey());
        }
        assertEquals(golden("stdout.txt"), run.out());
    }
}
