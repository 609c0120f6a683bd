package dev.holdfast.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The templates of one folder. They lie in the jar beside this class, each folder with a {@code
 * names.txt} that lists them, because a jar's folder cannot be listed from a class path.
 */
public final class Templates {
    private static final String INDEX = "names.txt";

    private final String folder;
    private final List<String> names;

    private Templates(String folder, List<String> names) {
        this.folder = folder;
        this.names = List.copyOf(names);
    }

    /**
     * The templates of a folder.
     *
     * @throws IllegalArgumentException when this build has no such folder
     */
    public static Templates in(String folder) {
        String index = text(folder + "/" + INDEX);
        return new Templates(folder, index.lines().filter(line -> !line.isBlank()).toList());
    }

    /** The names of the templates. */
    public List<String> names() {
        return names;
    }

    /**
     * A template as it is.
     *
     * @throws IllegalArgumentException when there is no template of that name
     */
    public InputStream open(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("no template " + folder + "/" + name);
        }
        return stream(folder + "/" + name);
    }

    /**
     * A template with its blanks filled, as {@link Blanks} says.
     *
     * @throws IllegalArgumentException when there is no such template, a blank has no value or a
     *     value no blank: each of them is a bug
     */
    public String fill(String name, Map<String, String> values) {
        try (InputStream in = open(name)) {
            return new Blanks(folder + "/" + name, values)
                    .fill(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(String path) {
        try (InputStream in = stream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream stream(String path) {
        InputStream in = Templates.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalArgumentException("no template " + path);
        }
        return in;
    }
}
