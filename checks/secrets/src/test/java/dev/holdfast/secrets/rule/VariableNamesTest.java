package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariableNamesTest {

    @Test
    void knowsNamesOfSecrets() {
        for (String name :
                List.of(
                        "SECRET",
                        "JWT_SECRET",
                        "CLIENT_SECRET",
                        "SECRET_KEY",
                        "SECRET_KEY_BASE",
                        "AWS_SECRET_ACCESS_KEY",
                        "DB_PASSWORD",
                        "PGPASSWORD",
                        "DBPASSWORD",
                        "dbPassword",
                        "db.password",
                        "SMTP_PASS",
                        "MYSQL_PWD",
                        "KEY_PASSPHRASE",
                        "GH_TOKEN",
                        "ACCESSTOKEN",
                        "accessToken",
                        "API_KEY",
                        "OPENAI_API_KEY",
                        "OPENAI_APIKEY",
                        "PRIVATE_KEY",
                        "VAPID_PRIVATE_KEY",
                        "ENCRYPTION_KEY",
                        "SUPABASE_SERVICE_ROLE_KEY",
                        "NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY",
                        "VITE_API_SECRET",
                        "MEASUREMENT_PROTOCOL_API_SECRET",
                        "MAPBOX_SECRET_TOKEN",
                        "VAULT_SECRET_ID",
                        "PASSWORD_HASH",
                        "PASSWORD_SALT",
                        "JWT_SECRET_PROD",
                        "API_TOKEN_2",
                        "WALLET_MNEMONIC")) {
            assertTrue(VariableNames.looksSecret(name), name);
            assertFalse(VariableNames.looksOpen(name), name);
        }
    }

    @Test
    void knowsNamesOfWhatIsOnlyAboutSecrets() {
        for (String name :
                List.of(
                        "TOKEN_URL",
                        "TOKEN_ENDPOINT",
                        "TOKEN_EXPIRES_IN",
                        "JWT_SECRET_NAME",
                        "SECRET_ARN",
                        "PASSWORD_RESET_URL",
                        "PASSWORD_MIN_LENGTH",
                        "SALT_ROUNDS",
                        "PRIVATE_KEY_PATH",
                        "API_KEY_HEADER",
                        "AWS_ACCESS_KEY_ID",
                        "NEXT_PUBLIC_TOKEN_ADDRESS",
                        "GOOGLE_CLIENT_ID",
                        "STRIPE_PUBLISHABLE_KEY",
                        "SUPABASE_ANON_KEY",
                        "VAPID_PUBLIC_KEY",
                        "RECAPTCHA_SITE_KEY",
                        "SENTRY_DSN",
                        "DATADOG_CLIENT_TOKEN",
                        "TOKEN_URL_PROD",
                        "DB_HOST_2")) {
            assertFalse(VariableNames.looksSecret(name), name);
            assertTrue(VariableNames.looksOpen(name), name);
        }
    }

    @Test
    void knowsNamesThatSayNothing() {
        for (String name :
                List.of(
                        "STUFF",
                        "COMPASS",
                        "BYPASS_CACHE",
                        "KEYBOARD",
                        "STORAGE_KEY",
                        "SUPABASE_KEY",
                        "FIREBASE_API_KEY",
                        "GOOGLE_MAPS_API_KEY",
                        "MAPBOX_TOKEN",
                        "POSTHOG_API_KEY",
                        "PASSPORT",
                        "SECRETARY",
                        "TOKENIZER")) {
            assertFalse(VariableNames.looksSecret(name), name);
            assertFalse(VariableNames.looksOpen(name), name);
        }
    }

    @Test
    void tellsPasswordsFromTokens() {
        assertTrue(VariableNames.looksLikePassword("DB_PASSWORD"));
        assertTrue(VariableNames.looksLikePassword("JWT_SECRET"));
        assertFalse(VariableNames.looksLikePassword("API_TOKEN"));
        assertFalse(VariableNames.looksLikePassword("PASSWORD_MAX_AGE"));
    }

    @Test
    void knowsPublicPrefixes() {
        for (String prefix : VariableNames.PUBLIC_PREFIXES) {
            assertTrue(VariableNames.isPublic(prefix + "A"), prefix);
            assertEquals(false, VariableNames.isPublic("MY_" + prefix + "A"), prefix);
        }
        assertFalse(VariableNames.isPublic("DATABASE_URL"));
    }
}
