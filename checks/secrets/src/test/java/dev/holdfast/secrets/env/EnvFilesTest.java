package dev.holdfast.secrets.env;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFilesTest {

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static EnvFiles read(Path root, List<Path> folders, List<Path> named)
            throws IOException {
        return EnvFiles.read(new Project(root, root, false), folders, List.of(), named);
    }

    private static List<String> variables(EnvFiles files) {
        return files.variables().stream()
                .map(each -> each.name() + "=" + each.value() + " " + each.source())
                .toList();
    }

    @Test
    void readsFilesInAFolderAndInThoseAboveIt(@TempDir Path temporary) throws IOException {
        Path root = temporary.toRealPath();
        write(root.resolve(".env"), "A=root");
        write(root.resolve("apps/web/package.json"), "{}");
        write(root.resolve("apps/web/.env.local"), "B=web");
        write(root.resolve("apps/.env"), "C=apps");
        write(root.resolve("apps/api/package.json"), "{}");
        write(root.resolve("apps/api/.env"), "D=another package");
        write(root.resolve("apps/web/dist/.env"), "E=output");
        EnvFiles files = read(root, List.of(root.resolve("apps/web/dist")), List.of());
        assertEquals(
                List.of(
                        "A=root .env:1",
                        "E=output apps/web/dist/.env:1",
                        "B=web apps/web/.env.local:1",
                        "C=apps apps/.env:1"),
                variables(files));
        assertEquals(List.of(), files.unreadable());
    }

    @Test
    void outsideARepositoryReadsThoseOfThePackageAboveTheRoot(@TempDir Path temporary)
            throws IOException {
        Path top = temporary.toRealPath();
        Path output = top.resolve("shop/build/.next");
        write(top.resolve("package.json"), "{}");
        write(top.resolve(".env"), "A=further up");
        write(top.resolve("shop/package.json"), "{}");
        write(top.resolve("shop/.env"), "B=shop");
        write(output.resolve("package.json"), "{}");
        EnvFiles files =
                EnvFiles.read(
                        new Project(output, output, false), List.of(output), List.of(), List.of());
        assertEquals(List.of("B=shop ../../.env:1"), variables(files));
        EnvFiles inRepository =
                EnvFiles.read(
                        new Project(output, output, true), List.of(output), List.of(), List.of());
        assertEquals(List.of(), variables(inRepository));
    }

    @Test
    void readsEveryKindOfNameAndNoTemplates(@TempDir Path temporary) throws IOException {
        Path root = temporary.toRealPath();
        for (String name :
                List.of(
                        ".env",
                        ".env.production",
                        ".env.local",
                        ".envrc",
                        ".env-prod",
                        ".ENV.TEST")) {
            write(root.resolve(name), "A=b");
        }
        for (String name :
                List.of(
                        ".env.example",
                        ".env.sample",
                        ".env-template",
                        ".env.dist",
                        ".env.gpg",
                        "a.env")) {
            write(root.resolve(name), "NEVER=b");
        }
        Files.createDirectory(root.resolve(".env.d"));
        EnvFiles files = read(root, List.of(), List.of());
        assertEquals(
                List.of(
                        ".ENV.TEST",
                        ".env",
                        ".env-prod",
                        ".env.local",
                        ".env.production",
                        ".envrc"),
                files.files().stream().map(each -> each.getFileName().toString()).toList());
    }

    @Test
    void readsNamedFilesOnce(@TempDir Path temporary) throws IOException {
        Path root = temporary.toRealPath();
        write(root.resolve("config/prod.vars"), "A=b");
        write(root.resolve(".env"), "C=d");
        EnvFiles files =
                read(
                        root,
                        List.of(),
                        List.of(root.resolve("config/prod.vars"), root.resolve("./.env")));
        assertEquals(List.of("C=d .env:1", "A=b config/prod.vars:1"), variables(files));
    }

    @Test
    void expandsAcrossFiles(@TempDir Path temporary) throws IOException {
        Path root = temporary.toRealPath();
        write(root.resolve(".env"), "URL=postgres://u:${PW}@h/x");
        write(root.resolve(".env.local"), "PW=hunter2hunter");
        assertEquals(
                List.of(
                        "URL=postgres://u:hunter2hunter@h/x .env:1",
                        "URL=postgres://u:${PW}@h/x .env:1",
                        "PW=hunter2hunter .env.local:1"),
                variables(read(root, List.of(), List.of())));
    }

    @Test
    void saysWhatItCannotRead(@TempDir Path temporary) throws IOException {
        Path root = temporary.toRealPath();
        Files.write(root.resolve(".env"), new byte[] {'A', '=', (byte) 0xFF});
        Files.write(root.resolve(".env.big"), new byte[(1 << 20) + 1]);
        Files.write(root.resolve(".env.wide"), "A=b".getBytes(StandardCharsets.UTF_16LE));
        write(root.resolve(".env.long"), "A=b\nC=" + "d".repeat((1 << 16) + 1));
        write(root.resolve(".env.ok"), "A=b");
        EnvFiles files = read(root, List.of(), List.of(root.resolve("gone.env")));
        assertEquals(
                List.of("A=b .env.long:1", "A=b .env.ok:1"),
                variables(files).stream().filter(each -> each.length() < 99).toList());
        assertEquals(
                List.of(
                        ".env: not UTF-8",
                        ".env.big: larger than 1 MiB",
                        ".env.wide: not UTF-8",
                        "gone.env: there is no such file",
                        ".env.long:2: longer than 64 KiB"),
                files.unreadable());
    }

    @Test
    void followsLinks(@TempDir Path temporary) throws IOException {
        Path root = temporary.toRealPath().resolve("shop");
        write(temporary.toRealPath().resolve("shared.env"), "A=b");
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve(".env"), Path.of("../shared.env"));
        Files.createSymbolicLink(root.resolve(".env.local"), Path.of(".env.local"));
        EnvFiles files = read(root, List.of(), List.of());
        assertEquals(List.of("A=b .env:1"), variables(files));
        assertEquals(List.of(".env.local: not a file"), files.unreadable());
    }

    @Test
    void namedFileOfAnotherFormatIsSaid(@TempDir Path temporary) throws IOException {
        Path root = temporary.toRealPath();
        write(root.resolve("values.json"), "{\"A_SECRET\": \"hunter2hunter\"}");
        write(root.resolve("none.env"), "# A=b\n\n");
        write(root.resolve(".env"), "use flake\n");

        EnvFiles files =
                read(
                        root,
                        List.of(),
                        List.of(root.resolve("values.json"), root.resolve("none.env")));

        assertEquals(List.of("values.json: has no line NAME=value"), files.unreadable());
    }
}
