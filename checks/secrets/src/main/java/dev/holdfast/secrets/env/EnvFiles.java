package dev.holdfast.secrets.env;

import dev.holdfast.core.project.Project;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The {@code .env} files of a project and their variables.
 *
 * @param variables those of all files
 * @param files the files that were read
 * @param unreadable the files that could not be, with the reason behind a colon
 */
public record EnvFiles(List<EnvVariable> variables, List<Path> files, List<String> unreadable) {
    private static final long LARGEST = 1 << 20;
    // These are committed and hold stand-ins for values.
    private static final List<String> TEMPLATES =
            List.of("example", "sample", "template", "dist", "defaults", "schema");
    // What is encrypted holds no value that could be looked for.
    private static final List<String> ENCRYPTED = List.of("gpg", "asc", "age", "enc");

    public EnvFiles {
        variables = List.copyOf(variables);
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Reads {@code .env*} beside each {@code package.json} or {@code holdfast.yaml} from the
     * folders up to the project's root, the project's own folder, and the files that were named.
     * Outside a repository the root may be the output folder itself, so the search goes on above it
     * to the first folder that has one of the two.
     */
    public static EnvFiles read(Project project, List<Path> folders, List<Path> named)
            throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> roots = new LinkedHashSet<>();
        roots.add(project.directory());
        for (Path folder : folders) {
            Path each = folder.toAbsolutePath().normalize();
            boolean found = false;
            while (each != null && each.startsWith(project.root())) {
                if (isProjectFolder(each)) {
                    roots.add(each);
                    found = true;
                }
                each = each.getParent();
            }
            while (!found && !project.repository() && each != null) {
                if (isProjectFolder(each)) {
                    roots.add(each);
                    found = true;
                }
                each = each.getParent();
            }
        }
        for (Path root : roots) {
            files.addAll(inFolder(root));
        }
        named.forEach(file -> files.add(file.toAbsolutePath().normalize()));
        return read(project, files);
    }

    private static boolean isProjectFolder(Path folder) {
        // Next.js writes a package.json of its own into its output.
        return (Files.exists(folder.resolve("package.json"))
                        && !String.valueOf(folder.getFileName()).equals(".next"))
                || Files.exists(folder.resolve("holdfast.yaml"));
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, EnvFiles::holdsValues)) {
            all.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private static boolean holdsValues(Path file) {
        String name = String.valueOf(file.getFileName());
        String[] parts = name.toLowerCase(Locale.ROOT).split("[._-]", -1);
        String last = parts[parts.length - 1];
        return name.startsWith(".env")
                && !Files.isDirectory(file)
                && !TEMPLATES.contains(last)
                && !ENCRYPTED.contains(last);
    }

    private static EnvFiles read(Project project, Set<Path> files) {
        List<List<EnvVariable>> parsed = new ArrayList<>();
        List<Path> readable = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files) {
            String shown = project.show(file);
            try {
                if (!Files.isRegularFile(file)) {
                    throw new IOException("not a file");
                }
                if (Files.size(file) > LARGEST) {
                    throw new IOException("larger than 1 MiB");
                }
                String text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                                .toString();
                parsed.add(EnvParser.parse(text, shown));
                readable.add(file);
            } catch (CharacterCodingException notText) {
                unreadable.add(shown + ": not UTF-8");
            } catch (IOException failed) {
                boolean plain = failed.getClass() == IOException.class;
                unreadable.add(shown + ": " + (plain ? failed.getMessage() : "cannot be read"));
            }
        }
        List<EnvVariable> all = parsed.stream().flatMap(List::stream).toList();
        List<EnvVariable> variables = new ArrayList<>();
        parsed.forEach(file -> variables.addAll(Expansion.expand(file, all)));
        return new EnvFiles(variables, readable, unreadable);
    }
}
