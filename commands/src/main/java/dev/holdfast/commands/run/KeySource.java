package dev.holdfast.commands.run;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.FingerprintKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the key of the value hashes comes from: the variable, else the file, else the key that all
 * installations share (which keeps values of short and guessable secrets slow to guess, no more).
 */
final class KeySource {
    static final String VARIABLE = "HOLDFAST_FINGERPRINT_KEY";
    private static final int SHORTEST = 16;
    private static final int LONGEST = 4096;

    private KeySource() {}

    static FingerprintKey find(Project project, Map<String, String> environment)
            throws IOException {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return FingerprintKey.of(checked(variable.strip(), VARIABLE));
        }
        Path file = project.directory().resolve(".holdfast").resolve("fingerprint.key");
        if (!Files.isRegularFile(file)) {
            return FingerprintKey.shared();
        }
        String shown = project.show(file);
        if (Files.size(file) > LONGEST) {
            throw new UserProblem(shown + ": longer than " + LONGEST + " bytes", HINT);
        }
        return FingerprintKey.of(checked(Files.readString(file).strip(), shown));
    }

    private static final String HINT = "openssl rand -hex 32 makes a good one";

    private static String checked(String key, String where) {
        if (key.length() < SHORTEST) {
            throw new UserProblem(
                    where + ": the fingerprint key is shorter than " + SHORTEST + " characters",
                    HINT);
        }
        return key;
    }
}
