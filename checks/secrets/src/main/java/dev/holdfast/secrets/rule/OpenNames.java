package dev.holdfast.secrets.rule;

import java.util.List;
import java.util.Set;

/** Names of variables whose values are no secrets, although a secret may be what they are about. */
final class OpenNames {
    // A stage or a number may stand behind the word that says what the value is.
    private static final Set<String> STAGES =
            Set.of(
                    "PROD",
                    "PRODUCTION",
                    "STAGING",
                    "STAGE",
                    "DEV",
                    "DEVELOPMENT",
                    "TEST",
                    "LOCAL",
                    "PREVIEW");

    // The last word says what the value is: TOKEN_EXPIRY is a time, SECRET_NAME a name.
    private static final Set<String> ABOUT =
            Set.of(
                    """
                    ID IDS UUID URL URLS URI ENDPOINT HOST HOSTS HOSTNAME PORT DOMAIN DOMAINS ORIGIN \
                    ORIGINS REGION ZONE BUCKET NAME USER USERNAME LOGIN EMAIL MAIL FROM SENDER TITLE \
                    DESCRIPTION LOCALE LANG LANGUAGE TIMEZONE TZ PATH DIR DIRECTORY FILE FILENAME \
                    FOLDER ENV ENVIRONMENT MODE LEVEL VERSION HEADER LENGTH SIZE LIMIT COUNT MIN MAX \
                    TTL EXPIRY EXPIRES EXPIRATION LIFETIME AGE DURATION TIMEOUT INTERVAL IN DAYS \
                    HOURS MINUTES SECONDS MS ISSUER AUDIENCE ALGORITHM ALG ROUNDS ITERATIONS TYPE \
                    SYMBOL ADDRESS ENABLED DISABLED POLICY REGEX PATTERN HINT PLACEHOLDER LABEL \
                    MESSAGE ROUTE PAGE TEMPLATE PREFIX SUFFIX SCOPE SCOPES ROLE ARN SHA COMMIT \
                    BRANCH REVISION BUILD PROVIDER STRATEGY FORMAT CURRENCY COLOR THEME FLAG FLAGS \
                    FEATURES NAMESPACE SCHEMA CHARSET ENCODING TOPIC QUEUE AUTHOR COMPANY COUNTRY \
                    SUBJECT STORAGE REQUIRED\
                    """
                            .split(" "));

    // Vault signs an application in with a secret id; Supabase's key is often named by its role.
    private static final Set<String> SECRETS = Set.of("SECRET_ID", "SERVICE_ROLE");

    private static final List<String> PUBLISHED =
            List.of(
                    "PUBLIC",
                    "PUBLISHABLE",
                    "ANON",
                    "SITE_KEY",
                    "SITEKEY",
                    "SEARCH_KEY",
                    "SEARCH_API_KEY",
                    "SEARCH_ONLY",
                    "WRITE_KEY",
                    "CLIENT_TOKEN",
                    "CLIENT_KEY",
                    "SENTRY_DSN");

    private OpenNames() {}

    /** Whether the last word says that the value is about something and not the thing itself. */
    static boolean isAbout(List<String> words) {
        int last = words.size() - 1;
        while (last > 0 && (STAGES.contains(words.get(last)) || isNumber(words.get(last)))) {
            last--;
        }
        if (last < 0 || !ABOUT.contains(words.get(last))) {
            return false;
        }
        String before = last > 0 ? words.get(last - 1) + "_" + words.get(last) : "";
        return !SECRETS.contains(before);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /** Whether the name is one of a key that is made to be seen. */
    static boolean isPublished(List<String> words) {
        return VariableNames.holds(words, PUBLISHED);
    }
}
