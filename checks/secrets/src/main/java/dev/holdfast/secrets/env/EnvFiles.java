package dev.holdfast.secrets.env;

import dev.holdfast.core.project.Project;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The {@code .env} files of a project and their variables.
 *
 * @param variables those of all files
 * @param files the files that were read
 * @param unreadable the files that could not be, and values that are too long to be looked for,
 *     with the reason behind a colon
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
     * Reads {@code .env*} in the output folders and in each folder above them up to the project's
     * root, in the project's own folder, and the files that were named. Outside a repository the
     * root may be the output folder itself, so the search goes on above it to the first folder that
     * has a {@code package.json} or a {@code holdfast.yaml}.
     *
     * @param inside {@code .env} files that lie deeper in the output
     */
    public static EnvFiles read(
            Project project, List<Path> folders, List<Path> inside, List<Path> named)
            throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> roots = new LinkedHashSet<>();
        roots.add(project.directory());
        for (Path folder : folders) {
            roots.addAll(above(folder.toAbsolutePath().normalize(), project));
        }
        for (Path root : roots) {
            files.addAll(inFolder(root));
        }
        files.addAll(inside);
        Set<Path> chosen = new HashSet<>();
        for (Path each : named) {
            Path file = each.toAbsolutePath().normalize();
            files.add(file);
            chosen.add(file);
        }
        return read(project, files, chosen);
    }

    private static List<Path> above(Path folder, Project project) {
        List<Path> all = new ArrayList<>();
        boolean found = false;
        Path each = folder;
        while (each != null && each.startsWith(project.root())) {
            found |= isProjectFolder(each);
            all.add(each);
            each = each.getParent();
        }
        List<Path> further = new ArrayList<>();
        while (!found && !project.repository() && each != null) {
            found = isProjectFolder(each);
            further.add(each);
            each = each.getParent();
        }
        // Without a project above, the folders above are nobody's.
        if (found) {
            all.addAll(further);
        }
        return all;
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

    /** Whether the name is that of a file with values, and not of a template. */
    public static boolean holdsValues(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String[] parts = name.split("[._-]", -1);
        String last = parts[parts.length - 1];
        return name.startsWith(".env")
                && !Files.isDirectory(file)
                && !TEMPLATES.contains(last)
                && !ENCRYPTED.contains(last);
    }

    private static EnvFiles read(Project project, Set<Path> files, Set<Path> chosen) {
        List<List<EnvVariable>> parsed = new ArrayList<>();
        List<Path> readable = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files) {
            String shown = project.show(file);
            try {
                if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException("there is no such file");
                }
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
                List<EnvVariable> own = EnvParser.parse(text, shown);
                if (text.indexOf('\0') >= 0) {
                    throw new IOException("not UTF-8");
                }
                // A list of values in another format would be looked for in vain.
                if (own.isEmpty() && chosen.contains(file) && !EnvParser.isBlank(text)) {
                    throw new IOException("has no line NAME=value");
                }
                parsed.add(own);
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
        variables.stream()
                .filter(Eligibility::isTooLong)
                .map(each -> each.source() + ": longer than 64 KiB")
                .distinct()
                .forEach(unreadable::add);
        return new EnvFiles(variables, readable, unreadable);
    }
}
