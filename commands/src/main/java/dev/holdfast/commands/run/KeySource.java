package dev.holdfast.commands.run;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.FingerprintKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the key of the value hashes comes from: the variable, else the file, else the key that all
 * installations share (which keeps values of short and guessable secrets slow to guess, no more).
 */
final class KeySource {
    static final String VARIABLE = "HOLDFAST_FINGERPRINT_KEY";
    private static final int SHORTEST = 16;
    // A random key of 16 hexadecimal digits has fewer once in millions.
    private static final int FEWEST = 6;
    private static final int LONGEST = 4096;

    private KeySource() {}

    static FingerprintKey find(Project project, Map<String, String> environment)
            throws IOException {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return FingerprintKey.of(checked(variable.strip(), VARIABLE));
        }
        Path file = project.directory().resolve(".holdfast").resolve("fingerprint.key");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return FingerprintKey.shared();
        }
        String shown = project.show(file);
        if (!Files.isRegularFile(file)) {
            // With the shared key instead, values would be easier to guess than the owner believes.
            throw new UserProblem(shown + ": is a link to nowhere, or no file", HINT);
        }
        if (Files.size(file) > LONGEST) {
            throw new UserProblem(shown + ": longer than " + LONGEST + " bytes", HINT);
        }
        try {
            return FingerprintKey.of(checked(Files.readString(file).strip(), shown));
        } catch (CharacterCodingException binary) {
            throw new UserProblem(shown + ": is not text", HINT);
        }
    }

    private static final String HINT = "openssl rand -hex 32 makes a good one";

    private static String checked(String key, String where) {
        if (key.length() < SHORTEST) {
            throw new UserProblem(
                    where + ": the fingerprint key is shorter than " + SHORTEST + " characters",
                    HINT);
        }
        if (key.chars().distinct().count() < FEWEST) {
            throw new UserProblem(where + ": the fingerprint key is easy to guess", HINT);
        }
        return key;
    }
}
