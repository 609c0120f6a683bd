package dev.holdfast.secrets.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of an environment variable says of its value. */
public final class VariableNames {

    /** The prefixes with which frameworks mark variables that they inline into what they serve. */
    public static final List<String> PUBLIC_PREFIXES =
            List.of(
                    "NEXT_PUBLIC_",
                    "VITE_",
                    "REACT_APP_",
                    "NUXT_PUBLIC_",
                    "PUBLIC_",
                    "EXPO_PUBLIC_",
                    "GATSBY_",
                    "VUE_APP_",
                    "NG_APP_",
                    "STORYBOOK_",
                    "PLASMO_PUBLIC_");

    private static final Set<String> SECRET_WORDS =
            Set.of(
                    "SECRET",
                    "SECRETS",
                    "PASSWORD",
                    "PASSWD",
                    "PASSPHRASE",
                    "PASS",
                    "PWD",
                    "CREDENTIAL",
                    "CREDENTIALS",
                    "TOKEN",
                    "PEPPER",
                    "SALT");
    private static final List<String> SECRET_PARTS =
            List.of(
                    "SERVICE_ROLE",
                    "PRIVATE_KEY",
                    "SIGNING_KEY",
                    "ENCRYPTION_KEY",
                    "MASTER_KEY",
                    "ADMIN_KEY",
                    "ACCESS_KEY",
                    "SECRET_KEY",
                    "API_KEY",
                    "APIKEY",
                    "DATABASE_URL",
                    "CONNECTION_STRING",
                    "WEBHOOK_URL");
    // What is made to be seen although a word above stands in its name.
    private static final List<String> OPEN_PARTS =
            List.of(
                    "PUBLIC_KEY",
                    "PUBLISHABLE",
                    "ANON_KEY",
                    "SITE_KEY",
                    "SITEKEY",
                    "CLIENT_ID",
                    "PROJECT_ID",
                    "MAPBOX",
                    "ANALYTICS",
                    "MEASUREMENT",
                    "SENTRY_DSN",
                    "VAPID",
                    "TOKEN_URL",
                    "TOKEN_ENDPOINT",
                    "PASSWORD_RESET",
                    "RESET_PASSWORD");

    private VariableNames() {}

    /** Whether a framework inlines a variable of that name. */
    public static boolean isPublic(String name) {
        return PUBLIC_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Whether the name says that the value is a secret. */
    public static boolean looksSecret(String name) {
        String upper = withoutPrefix(name).toUpperCase(Locale.ROOT);
        if (OPEN_PARTS.stream().anyMatch(upper::contains)) {
            return false;
        }
        if (SECRET_PARTS.stream().anyMatch(upper::contains)) {
            return true;
        }
        for (String word : upper.split("_", -1)) {
            if (SECRET_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutPrefix(String name) {
        return PUBLIC_PREFIXES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }
}
