package dev.holdfast.secrets.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.rule.Alphabet;
import dev.holdfast.secrets.rule.TokenForge;
import java.util.List;
import org.junit.jupiter.api.Test;

class EligibilityTest {
    private final TokenForge forge = new TokenForge(2026);

    private static Search search(String line) {
        List<EnvVariable> variables = EnvParser.parse(line, ".env");
        assertEquals(1, variables.size(), line);
        return Eligibility.search(variables.getFirst());
    }

    private static void assertLookedFor(String... lines) {
        for (String line : lines) {
            assertTrue(search(line) != Search.NONE, line);
        }
    }

    private static void assertNotLookedFor(String... lines) {
        for (String line : lines) {
            assertEquals(Search.NONE, search(line), line);
        }
    }

    @Test
    void aNameThatSaysSecretIsBelievedWhateverTheValue() {
        assertLookedFor(
                "JWT_SECRET=some-words-with-dashes",
                "DB_PASSWORD=correct-horse-battery",
                "DB_PASSWORD=Winter2026Reset",
                "DB_PASSWORD=winterreset",
                "SMTP_PASSWORD=Winter2026!",
                "SMTP_PASS=abcd efgh ijkl mnop",
                "SESSION_SECRET=" + forge.text(Alphabet.HEX, 64),
                "COOKIE_SECRET=keyboard cat",
                "PGPASSWORD=hunter2hunter2",
                "dbPassword=correct-horse",
                "spring.datasource.password=correct-horse",
                "ADMIN_PASSWORD=82736455",
                "MNEMONIC=legal winner thank year wave sausage worth useful legal winner thank yellow",
                "VAULT_SECRET_ID=" + uuid(),
                "INTERNAL_API_TOKEN=the-token-of-the-shop",
                "JWT_SECRET_STAGING=some-words-with-dashes",
                "REDIS_PASSWORD_2=some-words",
                "BASIC_AUTH=admin:letmein-please",
                "APP_SECRET=/x9$kdPq!73",
                "GOOGLE_CREDENTIALS='{\"client_id\":\"a\",\"refresh\":\"b c d\"}'");
    }

    @Test
    void wordsAndDigitsCountAsWholeWordsOnly() {
        assertEquals(Search.WORD, search("DB_PASSWORD=correct-horse-battery"));
        assertEquals(Search.WORD, search("DB_PASSWORD=82736455"));
        assertEquals(Search.ANYWHERE, search("DB_PASSWORD=Winter2026!x9Kd73"));
        assertEquals(Search.ANYWHERE, search("A=" + forge.text(Alphabet.HEX, 32)));
    }

    @Test
    void aValueThatCannotBeWordsIsLookedForWhateverTheName() {
        assertLookedFor(
                "INTERNAL=" + forge.text(Alphabet.HEX, 32),
                "STRIPE=" + "sk_" + "live_" + forge.text(Alphabet.BASE62, 24),
                "GITHUB=" + "gh" + "p_" + forge.text(Alphabet.BASE62, 36),
                "DATABASE_URL=postgres://shop:hunter2hunter@db.internal/shop",
                "DATABASE_URL=postgres://shop:hunter2hunter@localhost/shop",
                "SMTP_URL=smtp://user:hunter2hunter@mail.example",
                "MONGO=mongodb+srv://shop:hunter2hunter@c0.example",
                "BLOB_URL=https://a.example/x?sv=1&sig=" + forge.text(Alphabet.BASE62, 30),
                "SQL='Server=db;User Id=sa;Password=hunter2hunter;'",
                "KEY=\"" + forge.pem("PRIVATE", "\\n") + "\"",
                "SLACK_WEBHOOK_URL=https://hooks.slack"
                        + ".com/services/T"
                        + forge.text(Alphabet.UPPER, 8)
                        + "/B"
                        + forge.text(Alphabet.UPPER, 8)
                        + "/"
                        + forge.text(Alphabet.BASE62, 24),
                "DEPLOY_WEBHOOK=https://hooks.example/run/" + uuid(),
                "STUFF=k7Zp0qXw9LmN2rTs");
    }

    @Test
    void plainConfigurationIsNotLookedFor() {
        assertNotLookedFor(
                "PORT=3000",
                "PORT=30003000",
                "MAX_UPLOAD=10485760",
                "TIMEOUT=30000000ms",
                "CACHE_CONTROL='public, max-age=3600'",
                "NODE_ENV=production",
                "NODE_ENV=development",
                "LOG_LEVEL=debug",
                "LOG_FORMAT=combined-json",
                "APP_NAME=\"My Shop\"",
                "APP_TITLE=\"Müller & Söhne: alles für Ihr Büro!\"",
                "GREETING='Hello, and welcome to our shop'",
                "FEATURES=new-checkout,beta-search,dark-mode",
                "FEATURE_NEW_CHECKOUT=enabled-for-all",
                "ENABLED=true-for-everyone",
                "DATA=/var/lib/shop/data",
                "ASSETS=./public/assets/images",
                "CONTACT=shop@my-shop.example",
                "MAIL_FROM='\"My Shop\" <noreply@my-shop.example>'",
                "ADMINS=one@my-shop.example,two@my-shop.example",
                "DB_HOST=db.internal.my-shop.example",
                "HOSTS=a.my-shop.example:5432,b.my-shop.example:5432",
                "REDIS=redis-12345.c300.eu-west-1-2.ec2.cloud.redislabs.com:12345",
                "PG=ep-cool-darkness-123456.us-east-2.aws.neon.tech",
                "AWS_REGION=eu-central-1",
                "AWS_BUCKET=my-shop-assets-prod-eu1",
                "TENANT=" + uuid(),
                "API_URL=https://api.my-shop.example/v1",
                "API_URL=http://localhost:3000/graphql",
                "DATABASE_URL=postgres://db.internal:5432/shop",
                "DATABASE_URL=postgres://shop@db.internal/shop",
                "DATABASE_URL=postgres://shop:${DB_PASSWORD}@db.internal/shop",
                "DATABASE_URL=postgres://user:password@db.internal/shop",
                "DATABASE_URL=file:./dev.sqlite.db",
                "ORIGINS=https://a.example,https://b.example",
                "TZ=Europe/Berlin",
                "LANG=en_US.UTF-8",
                "CRON='0 3 * * 1-5'",
                "DATE=2026-11-25T10:00:00Z",
                "RELEASE=v1.2.3-beta.4",
                "RANGE=10.0.0.0/16,192.168.0.0/24",
                "PHONE='+49 30 12345678'",
                "COLOUR=#ff8800cc",
                "ACCEPT=application/json;charset=utf-8",
                "CONFIG='{\"a\":1,\"b\":[true]}'",
                "CERT=\"-----BEGIN CERTIFICATE-----\\n" + forge.keyLines("\\n", 3) + "\"",
                "JWT_ISSUER=https://id.my-shop.example/",
                "SHORT=x9!kQ7z",
                "EMPTY=");
    }

    @Test
    void aNameThatSaysWhatElseItIsIsBelieved() {
        String random = forge.text(Alphabet.BASE62, 24);
        assertNotLookedFor(
                "STRIPE_PRICE_ID=price_" + random,
                "GOOGLE_CLIENT_ID=" + random,
                "COGNITO_POOL_ID=eu-west-1_" + random,
                "GIT_COMMIT=" + forge.text(Alphabet.HEX, 40),
                "VERCEL_GIT_COMMIT_SHA=" + forge.text(Alphabet.HEX, 40),
                "DB_USER=svc_" + random,
                "S3_BUCKET=" + random,
                "RECAPTCHA_SITE_KEY=6L" + random,
                "VAPID_PUBLIC_KEY=B" + random,
                "ALGOLIA_SEARCH_KEY=" + forge.text(Alphabet.HEX, 32),
                "SENTRY_DSN=https://" + forge.text(Alphabet.HEX, 32) + "@o1.ingest.sentry.io/2",
                "TOKEN_EXPIRES_IN=86400000",
                "ACCESS_TOKEN_LIFETIME=30 days long",
                "JWT_SECRET_NAME=shop/jwt-secret",
                "JWT_SECRET_FILE=/run/secrets/jwt",
                "JWT_SECRET=/run/secrets/jwt",
                "PRIVATE_KEY_PATH=./keys/private.pem",
                "PRIVATE_KEY=./keys/private.pem",
                "API_KEY_HEADER=x-shop-api-key",
                "PASSWORD_MIN_LENGTH=12121212",
                "RATE_TOKENS_WINDOW_TOKEN=86400000",
                "STRIPE_WEBHOOK_URL=https://my-shop.example/api/webhooks/stripe");
    }

    @Test
    void standInsAreNotLookedFor() {
        assertNotLookedFor(
                "DB_PASSWORD=password",
                "DB_PASSWORD=changeme",
                "JWT_SECRET=your-secret-key-here",
                "JWT_SECRET=<your-secret>",
                "JWT_SECRET=xxxxxxxxxxxxxxxx",
                "JWT_SECRET=${OTHER_SECRET}",
                "JWT_SECRET=change-me-please",
                "JWT_SECRET='todo set me'",
                "DB_PASSWORD=12345678",
                "DB_PASSWORD=postgres");
    }

    @Test
    void whatIsPublicByDesignIsNotLookedFor() {
        assertNotLookedFor(
                "STRIPE_KEY=" + "pk_" + "live_" + forge.text(Alphabet.BASE62, 24),
                "SUPABASE_ANON_KEY=" + forge.jwt("{\"iss\":\"supabase\",\"role\":\"anon\"}"),
                "POSTHOG=" + "phc_" + forge.text(Alphabet.BASE62, 43));
    }

    @Test
    void ofPublicVariablesOnlyThoseThatAreSecretsByNameOrValueAreLookedFor() {
        assertLookedFor(
                // By name.
                "VITE_ADMIN_PASSWORD=correct-horse-battery",
                "NEXT_PUBLIC_API_SECRET=some-words-with-dashes",
                "REACT_APP_OPENAI_API_KEY=" + forge.text(Alphabet.BASE62, 32),
                "VITE_AUTH_TOKEN=" + forge.text(Alphabet.BASE62, 32),
                "NEXT_PUBLIC_SUPABASE_SERVICE_ROLE=" + forge.text(Alphabet.BASE62, 32),
                // By value.
                "VITE_DB=postgres://shop:hunter2hunter@db.internal/shop",
                "NEXT_PUBLIC_KEY=\"" + forge.pem("RSA PRIVATE", "\\n") + "\"",
                "NEXT_PUBLIC_STRIPE=" + "sk_" + "live_" + forge.text(Alphabet.BASE62, 24),
                "VITE_SUPABASE_KEY=" + forge.jwt("{\"role\":\"service_role\"}"));
        assertNotLookedFor(
                "NEXT_PUBLIC_SITE_NAME=\"My Shop\"",
                "NEXT_PUBLIC_API_URL=https://api.my-shop.example",
                "VITE_API_HOST=api.my-shop.example",
                // A random value under a neutral name: site keys and ids are made to be seen.
                "NEXT_PUBLIC_RECAPTCHA=6L" + forge.text(Alphabet.BASE62, 38),
                "VITE_APP_KEY=" + forge.text(Alphabet.HEX, 32),
                "NEXT_PUBLIC_MAPBOX_TOKEN=" + forge.text(Alphabet.BASE62, 60),
                "NEXT_PUBLIC_FIREBASE_API_KEY=" + "AI" + "za" + forge.text(Alphabet.BASE62, 35),
                "NEXT_PUBLIC_GOOGLE_MAPS_API_KEY=" + "AI" + "za" + forge.text(Alphabet.BASE62, 35),
                "NEXT_PUBLIC_ALGOLIA_SEARCH_API_KEY=" + forge.text(Alphabet.HEX, 32),
                "VITE_DATADOG_CLIENT_TOKEN=pub" + forge.text(Alphabet.HEX, 32),
                "NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY="
                        + "pk_"
                        + "live_"
                        + forge.text(Alphabet.BASE62, 24),
                "NEXT_PUBLIC_SUPABASE_ANON_KEY="
                        + forge.jwt("{\"iss\":\"supabase\",\"role\":\"anon\"}"),
                "NEXT_PUBLIC_TOKEN_ADDRESS=0x" + forge.text(Alphabet.HEX, 40),
                "NEXT_PUBLIC_PASSWORD_MIN_LENGTH=12121212",
                "VITE_API_KEY_HEADER=x-shop-api-key");
    }

    @Test
    void lengthCountsInBytes() {
        assertNotLookedFor("DB_PASSWORD=Winter!", "DB_PASSWORD=äöü");
        assertEquals(Search.NONE, search("A_SECRET=" + "k7".repeat(40_000)));
        assertLookedFor("DB_PASSWORD=Winter!6", "DB_PASSWORD=äöü7k");
    }

    private String uuid() {
        return forge.text(Alphabet.HEX, 8) + "-4a1c-4b2d-9e3f-" + forge.text(Alphabet.HEX, 12);
    }

    @Test
    void randomValuesUnderNeutralNamesAreSeldomTakenForWords() {
        TokenForge random = new TokenForge(44);
        for (Alphabet alphabet :
                List.of(Alphabet.BASE62, Alphabet.BASE64URL, Alphabet.LOWER, Alphabet.HEX)) {
            for (int length : new int[] {16, 20, 24, 32, 44, 64}) {
                int missed = 0;
                for (int i = 0; i < 2_000; i++) {
                    String line = "STUFF=" + random.text(alphabet, length);
                    missed += search(line) == Search.NONE ? 1 : 0;
                }
                // 2 % at 16 characters, less than 1 % at 20, next to none from 32 on.
                int most = length < 20 ? 50 : length < 24 ? 20 : length < 32 ? 12 : 5;
                assertTrue(missed <= most, missed + " of 2000, " + alphabet + " " + length);
            }
        }
    }

    @Test
    void longValuesOfManyPartsTakeNoStack() {
        search("A=" + "{a}".repeat(20_000));
        search("A=" + "<a>${b}".repeat(9_000));
        search("A=" + "a.".repeat(2_040) + "example");
        search("A=" + "ab1-".repeat(15_000));
        search("A=postgres://u:" + "[a]".repeat(20_000) + "@db.example/x");
    }

    @Test
    void theFrameOfAKeyIsNoValue() {
        assertNotLookedFor(
                "PRIVATE_KEY=-----BEGIN PRIVATE KEY-----",
                "JWT_SECRET=-----BEGIN RSA PRIVATE KEY-----");
        assertLookedFor("PRIVATE_KEY=-----BEGIN-x9Kd73Pq!");
    }
}
