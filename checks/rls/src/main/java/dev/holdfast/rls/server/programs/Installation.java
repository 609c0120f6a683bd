package dev.holdfast.rls.server.programs;

import dev.holdfast.rls.server.extension.ExtensionStub;
import dev.holdfast.rls.server.extension.ExtensionStubs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A PostgreSQL of our own: copies of its two programs, links to the rest, and a folder of
 * extensions that holds what foreign migrations may create and nothing else. The programs find
 * their files relative to where they lie, so this works with an unpacked archive and with the
 * packages of a system, whose folders are only read.
 */
public record Installation(Path bin, PostgresVersion version, String key) {
    private static final int KEY_LENGTH = 16;

    /** The installation over those programs, made unless an earlier run made it. */
    public static Installation over(ServerPrograms programs, KeptFolders kept) throws IOException {
        String key = key(programs);
        Path root = common(programs.bin(), programs.share());
        Path made =
                kept.make(
                        "installation-" + programs.version() + "-" + key,
                        folder -> build(programs, root, folder));
        return new Installation(
                made.resolve(root.relativize(programs.bin())), programs.version(), key);
    }

    public Path postgres() {
        return bin.resolve("postgres");
    }

    public Path initdb() {
        return bin.resolve("initdb");
    }

    private static void build(ServerPrograms programs, Path root, Path folder) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(root.relativize(programs.bin())));
        for (String program : List.of("postgres", "initdb")) {
            Files.copy(
                    programs.bin().resolve(program),
                    bin.resolve(program),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String libraries : List.of("lib", "lib64")) {
            Path there = programs.bin().resolveSibling(libraries);
            if (Files.isDirectory(there)) {
                Files.createSymbolicLink(bin.resolveSibling(libraries), there);
            }
        }
        Path share = Files.createDirectories(folder.resolve(root.relativize(programs.share())));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(programs.share())) {
            for (Path each : files) {
                if (!each.endsWith("extension")) {
                    Files.createSymbolicLink(share.resolve(each.getFileName()), each);
                }
            }
        }
        extensions(programs.share().resolve("extension"), share.resolve("extension"));
    }

    private static void extensions(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (String name : Contributed.NAMES) {
            Path control = from.resolve(name + ".control");
            if (Files.isRegularFile(control)) {
                // Who is no superuser may create it: the last setting of a name counts.
                Files.writeString(
                        to.resolve(name + ".control"),
                        Files.readString(control) + "\ntrusted = true\n");
                try (DirectoryStream<Path> scripts =
                        Files.newDirectoryStream(from, name + "--*.sql")) {
                    for (Path each : scripts) {
                        Files.createSymbolicLink(to.resolve(each.getFileName()), each);
                    }
                }
            }
        }
        for (ExtensionStub stub : ExtensionStubs.all()) {
            if (!Contributed.NAMES.contains(stub.name())) {
                Files.writeString(to.resolve(stub.name() + ".control"), stub.control());
                Files.writeString(
                        to.resolve(stub.name() + "--" + stub.version() + ".sql"), stub.script());
            }
        }
    }

    private static Path common(Path one, Path other) {
        Path common = one;
        while (!other.startsWith(common)) {
            common = common.resolve("..").normalize();
        }
        return common;
    }

    private static String key(ServerPrograms programs) throws IOException {
        Path postgres = programs.bin().resolve("postgres");
        StringBuilder all = new StringBuilder();
        all.append(postgres)
                .append('\0')
                .append(Files.size(postgres))
                .append('\0')
                .append(Files.getLastModifiedTime(postgres).toMillis())
                .append('\0')
                .append(String.join(",", Contributed.NAMES.stream().sorted().toList()));
        for (ExtensionStub stub : ExtensionStubs.all()) {
            all.append('\0').append(stub.control()).append('\0').append(stub.script());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
