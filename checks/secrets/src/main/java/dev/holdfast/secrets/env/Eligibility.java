package dev.holdfast.secrets.env;

import dev.holdfast.secrets.rule.VariableNames;
import dev.holdfast.secrets.rule.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Decides which values are looked for in built output, and how. A value that may stand there by
 * chance or on purpose would make findings that nobody can mend; a secret that is not looked for
 * would be a false all-clear. So a name that says secret is believed even when the value is words,
 * and a neutral name is overruled by a value that cannot be words.
 */
public final class Eligibility {
    private static final int FEWEST_BYTES = 8;
    private static final int MOST_BYTES = 1 << 16;
    private static final int FEWEST_RANDOM = 12;
    // Words that every program holds: to find one says nothing.
    private static final Set<String> COMMON =
            Set.of(
                    "production",
                    "development",
                    "disabled",
                    "enabled",
                    "postgres",
                    "localhost",
                    "internal",
                    "external",
                    "database",
                    "username",
                    "undefined",
                    "administrator",
                    "12345678",
                    "123456789",
                    "1234567890");

    private Eligibility() {}

    /** Whether the value of a variable is looked for. */
    public static boolean isSecret(EnvVariable variable) {
        return search(variable) != Search.NONE;
    }

    /** Whether its value is longer than what is looked for. */
    static boolean isTooLong(EnvVariable variable) {
        return variable.value().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /** Whether it is a secret by its name, and shorter than what is looked for. */
    static boolean isShortSecret(EnvVariable variable) {
        return variable.value().getBytes(StandardCharsets.UTF_8).length < FEWEST_BYTES
                && VariableNames.looksSecret(variable.name());
    }

    /** How it is looked for. */
    public static Search search(EnvVariable variable) {
        String value = variable.value();
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < FEWEST_BYTES
                || isTooLong(variable)
                || COMMON.contains(value.toLowerCase(Locale.ROOT))) {
            return Search.NONE;
        }
        return switch (ValueForm.of(value)) {
            case SECRET -> Search.ANYWHERE;
            // In the output the token's own rule speaks of it, from what stands around.
            case TOKEN -> variable.isPublic() ? Search.NONE : Search.ANYWHERE;
            case PUBLIC, STAND_IN -> Search.NONE;
            case OTHER -> byName(variable.name(), value, variable.isPublic());
        };
    }

    private static Search byName(String name, String value, boolean inlined) {
        if (PlainText.isUrl(value)) {
            return isWebhook(name, value) ? Search.ANYWHERE : Search.NONE;
        }
        if (VariableNames.looksSecret(name)) {
            return named(name, value);
        }
        // A framework inlines it on purpose, and neither name nor value says that it must not.
        boolean open = inlined || VariableNames.looksOpen(name) || PlainText.is(value);
        return open ? Search.NONE : Search.ANYWHERE;
    }

    /** A value whose name says that it is a secret. */
    private static Search named(String name, String value) {
        if (isPath(value)) {
            return Search.NONE;
        }
        if (PlainText.isNumber(value)) {
            // TOKEN_WINDOW=86400000 is a time; a password may be digits.
            return VariableNames.looksLikePassword(name) ? Search.WORD : Search.NONE;
        }
        return Words.are(value) ? Search.WORD : Search.ANYWHERE;
    }

    // Where the secret is kept: ./keys/jwt.pem, /run/secrets/jwt, file:keys/jwt.pem.
    private static boolean isPath(String value) {
        boolean rooted =
                value.startsWith("./")
                        || value.startsWith("../")
                        || value.startsWith("~/")
                        || value.startsWith("file:")
                        || (value.startsWith("/") && value.indexOf('/', 1) > 0);
        return rooted && Words.are(value);
    }

    /** The address of a webhook is its own password, when a part of it is random. */
    private static boolean isWebhook(String name, String value) {
        if (!name.toUpperCase(Locale.ROOT).contains("WEBHOOK")) {
            return false;
        }
        String path = value.substring(value.indexOf("://") + 3);
        for (String step : path.split("[/?&=]", -1)) {
            if (step.length() >= FEWEST_RANDOM && !Words.are(step) && step.indexOf('.') < 0) {
                return true;
            }
        }
        return false;
    }
}
