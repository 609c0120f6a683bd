package dev.holdfast.commands.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which PostgreSQL runs the migrations.
 *
 * @param folder the folder of its programs, when somebody names one
 * @param major its version, when somebody names that
 */
public record ServerChoice(Optional<Path> folder, Optional<Integer> major) {
    /** What came with Holdfast, else what the machine has. */
    public static final ServerChoice USUAL = new ServerChoice(Optional.empty(), Optional.empty());

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]");

    /**
     * What a word says: a version, or a folder ({@code ./17} for one with such a name).
     *
     * @param directory that a relative folder starts from
     */
    public static ServerChoice of(String word, Path directory) {
        return VERSION.matcher(word).matches()
                ? new ServerChoice(Optional.empty(), Optional.of(Integer.valueOf(word)))
                : new ServerChoice(Optional.of(directory.resolve(word)), Optional.empty());
    }
}
