package dev.holdfast.secrets.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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
                    "PLASMO_PUBLIC_",
                    "SANITY_STUDIO_");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SEPARATOR = Pattern.compile("[^A-Z0-9]+");

    // A value under such a word is a secret whatever else the name says.
    private static final Set<String> STRONG =
            Set.of(
                    "SECRET",
                    "SECRETS",
                    "PASSWORD",
                    "PASSWORDS",
                    "PASSWD",
                    "PASSPHRASE",
                    "PASSCODE",
                    "PASS",
                    "PWD",
                    "CREDENTIAL",
                    "CREDENTIALS",
                    "CREDS",
                    "PEPPER",
                    "SALT",
                    "MNEMONIC");
    private static final List<String> STRONG_PHRASES =
            List.of(
                    "SERVICE_ROLE",
                    "SERVICE_KEY",
                    "PRIVATE_KEY",
                    "SIGNING_KEY",
                    "ENCRYPTION_KEY",
                    "MASTER_KEY",
                    "ADMIN_KEY",
                    "SESSION_KEY",
                    "HMAC_KEY",
                    "JWT_KEY",
                    "SEED_PHRASE",
                    "RECOVERY_PHRASE",
                    "BASIC_AUTH");
    // One word, as DBPASSWORD and JWTSECRET.
    private static final List<String> STRONG_ENDINGS =
            List.of(
                    "SECRET",
                    "PASSWORD",
                    "PASSWD",
                    "PASSPHRASE",
                    "SECRETKEY",
                    "PRIVATEKEY",
                    "ENCRYPTIONKEY",
                    "MASTERKEY",
                    "SIGNINGKEY");

    // A secret, unless what it belongs to is made to be seen.
    private static final List<String> WEAK_PHRASES =
            List.of("API_KEY", "ACCESS_KEY", "AUTH_KEY", "LICENSE_KEY", "CONNECTION_STRING");
    private static final List<String> WEAK_ENDINGS = List.of("TOKEN", "APIKEY", "ACCESSKEY");
    private static final List<String> SEEN =
            List.of(
                    "FIREBASE",
                    "MAPS",
                    "MAPBOX",
                    "SEARCH",
                    "ANALYTICS",
                    "POSTHOG",
                    "SEGMENT",
                    "AMPLITUDE",
                    "MIXPANEL",
                    "APPINSIGHTS",
                    "APPLICATIONINSIGHTS");

    private VariableNames() {}

    /** Whether a framework inlines a variable of that name. */
    public static boolean isPublic(String name) {
        return PUBLIC_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Whether the name says that the value is a secret. */
    public static boolean looksSecret(String name) {
        List<String> words = words(name);
        if (OpenNames.isAbout(words)) {
            return false;
        }
        if (isStrong(words)) {
            return true;
        }
        return isWeak(words)
                && !OpenNames.isPublished(words)
                && !words.stream().anyMatch(SEEN::contains);
    }

    /** Whether the name says that the value is a password, or as good as one. */
    public static boolean looksLikePassword(String name) {
        List<String> words = words(name);
        return !OpenNames.isAbout(words) && isStrong(words);
    }

    /** Whether the name says that the value is no secret: a place, an id, a setting. */
    public static boolean looksOpen(String name) {
        List<String> words = words(name);
        return OpenNames.isAbout(words) || (OpenNames.isPublished(words) && !isStrong(words));
    }

    private static boolean isStrong(List<String> words) {
        return words.stream().anyMatch(STRONG::contains)
                || holds(words, STRONG_PHRASES)
                || ends(words, STRONG_ENDINGS);
    }

    private static boolean isWeak(List<String> words) {
        return holds(words, WEAK_PHRASES) || ends(words, WEAK_ENDINGS);
    }

    private static boolean ends(List<String> words, List<String> endings) {
        return words.stream().anyMatch(word -> endings.stream().anyMatch(word::endsWith));
    }

    static boolean holds(List<String> words, List<String> phrases) {
        String joined = "_" + String.join("_", words) + "_";
        return phrases.stream().anyMatch(phrase -> joined.contains("_" + phrase + "_"));
    }

    /** The words of a name without its public prefix: dbPassword, DB_PASSWORD and db.password. */
    static List<String> words(String name) {
        String own =
                PUBLIC_PREFIXES.stream()
                        .filter(name::startsWith)
                        .findFirst()
                        .map(prefix -> name.substring(prefix.length()))
                        .orElse(name);
        String upper = CAMEL.matcher(own).replaceAll("_").toUpperCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : SEPARATOR.split(upper, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
