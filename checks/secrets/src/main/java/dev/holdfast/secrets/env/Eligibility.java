package dev.holdfast.secrets.env;

import dev.holdfast.secrets.rule.VariableNames;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which values are looked for in built output. A value that may stand there by chance or on
 * purpose would make findings that nobody can mend.
 */
public final class Eligibility {
    private static final int FEWEST_BYTES = 8;
    private static final int MOST_BYTES = 1 << 16;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9._:,-]*");
    private static final Pattern WORDS =
            Pattern.compile("@?[A-Za-z]+[0-9]{0,3}(?:[-_. /@:,][A-Za-z]*[0-9]{0,4})*");
    private static final Pattern URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final Pattern URL_WITH_CREDENTIALS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#\\s]*:[^/?#\\s]+@.*", Pattern.DOTALL);
    private static final Set<String> COMMON =
            Set.of(
                    "production",
                    "development",
                    "disabled",
                    "enabled",
                    "password",
                    "postgres",
                    "localhost",
                    "changeme",
                    "internal",
                    "external",
                    "database",
                    "username");

    private Eligibility() {}

    /** Whether the value of a variable must not be in built output. */
    public static boolean isSecret(EnvVariable variable) {
        String value = variable.value();
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < FEWEST_BYTES
                || bytes > MOST_BYTES
                || NUMBER.matcher(value).matches()
                || COMMON.contains(value.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean secretName = VariableNames.looksSecret(variable.name());
        if (URL_WITH_CREDENTIALS.matcher(value).matches()) {
            return true;
        }
        if (URL.matcher(value).matches()) {
            // A webhook's address is its own password.
            return secretName && variable.name().toUpperCase(Locale.ROOT).contains("WEBHOOK");
        }
        if (variable.isPublic()) {
            return secretName;
        }
        return secretName || !WORDS.matcher(value).matches();
    }
}
